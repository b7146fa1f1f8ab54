"""The words of an index, over all its segments: which forms, spellings and counts it holds."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.text.fold import fold
from newsgrep.text.stems import forms

MAX_EXPANSION = 5_000
"""A wildcard that stands for more words than this is cut off, and the answer says so."""

MAX_SECONDS = 0.6
"""A regular expression that takes longer is cut off likewise."""
MAX_EXPANSIONS = 64
"""Wildcards and regular expressions whose words are kept in memory."""
MAX_WORDS_KEPT = 200_000
"""Larger vocabularies are read anew by each wildcard or expression that looks through all."""
MAX_FORMS = 10_000
"""Words whose forms are kept in memory."""
MIN_LANGUAGE_SHARE = 0.02
MAX_LANGUAGES = 4


class Vocabulary:
    """Looks words up in the dictionaries of segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._forms: dict[str, list[str]] = {}
        self._expanded: dict[tuple[str, str, str], tuple[list[str], bool]] = {}
        self._words: list[str] | None = None

    @cached_property
    def languages(self) -> list[str]:
        """The languages of the index, the commonest first; English where none is known."""
        counts: dict[str, int] = {}
        prefix = fields.key("lang", "")
        for segment in self._segments:
            for name, entry in segment.terms.with_prefix(prefix):
                code = fields.split_key(name)[1]
                counts[code] = counts.get(code, 0) + entry.df
        enough = MIN_LANGUAGE_SHARE * sum(counts.values())
        ranked = sorted(counts, key=lambda code: (-counts[code], code))
        return [code for code in ranked if counts[code] >= enough][:MAX_LANGUAGES] or ["en"]

    @cached_property
    def articles(self) -> int:
        """Undeleted articles in the index."""
        return sum(segment.count - len(segment.deleted) for segment in self._segments)

    @cached_property
    def has_definitions(self) -> bool:
        """Whether any article defines an acronym."""
        prefix = fields.key("acronym", "")
        return any(
            next(segment.terms.with_prefix(prefix), None) is not None for segment in self._segments
        )

    def counts(self, prefix: str) -> list[tuple[str, int]]:
        """The keys that begin with ``prefix``, with the number of articles that hold each."""
        found: dict[str, int] = {}
        for segment in self._segments:
            for key, entry in segment.terms.with_prefix(prefix):
                found[key] = found.get(key, 0) + entry.df
        return list(found.items())

    def holds(self, key: str) -> bool:
        """Whether any segment has the key."""
        return any(segment.terms.find(key) is not None for segment in self._segments)

    def with_prefix(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, in order."""
        if len(self._segments) == 1:
            return self._segments[0].terms.names_with_prefix(prefix)
        found: set[str] = set()
        for segment in self._segments:
            found.update(segment.terms.names_with_prefix(prefix))
        return sorted(found)

    def forms(self, word: str) -> list[str]:
        """The forms of a folded word that the index holds, and itself."""
        known = self._forms.get(word)
        if known is None:
            if len(self._forms) > MAX_FORMS:
                self._forms.clear()
            known = self._forms[word] = forms(word, self.languages, self.with_prefix)
        return known

    def matching(self, field: str, pattern: str) -> tuple[list[str], bool]:
        """The keys of ``field`` that a wildcard matches, and whether some were cut off."""
        return self._kept(("*", field, pattern), lambda: self._match(field, pattern))

    def fitting(self, field: str, pattern: str) -> tuple[list[str], bool]:
        """The keys of ``field`` that a regular expression fits, and whether some were cut off.

        A search of the whole dictionary ends after :data:`MAX_SECONDS`, however the expression
        is made.
        """
        return self._kept(("/", field, pattern), lambda: self._fit(field, pattern))

    def _kept(
        self, name: tuple[str, str, str], find: Callable[[], tuple[list[str], bool]]
    ) -> tuple[list[str], bool]:
        """What ``find`` gives, kept for the next time: suggestions ask the same several times."""
        known = self._expanded.get(name)
        if known is None:
            if len(self._expanded) > MAX_EXPANSIONS:
                self._expanded.clear()
            known = self._expanded[name] = find()
        return known

    def _match(self, field: str, pattern: str) -> tuple[list[str], bool]:
        folded = _fold_wildcard(pattern)
        literal = re.split(r"[*?]", folded, maxsplit=1)[0]
        first = fields.key(field, literal)
        if field == fields.TEXT and not literal:
            first = fields.FIRST_WORD
            candidates = self._all_words()
        else:
            candidates = self.with_prefix(first)
        start = len(fields.key(field, ""))
        rule = re.compile(
            "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in folded),
            re.DOTALL,
        )
        found = [key for key in candidates if rule.fullmatch(key, start)]
        return found[:MAX_EXPANSION], len(found) > MAX_EXPANSION

    def like(self, field: str, word: str, most: int) -> list[str]:
        """The keys of ``field`` that begin as ``word`` does and are ``most`` letters from it."""
        start = len(fields.key(field, ""))
        candidates = self.with_prefix(fields.key(field, word[:1]))
        return [key for key in candidates if edits(word, key[start:], most) is not None]

    def _fit(self, field: str, pattern: str) -> tuple[list[str], bool]:
        import regex

        rule = regex.compile(pattern, regex.IGNORECASE)
        start = len(fields.key(field, ""))
        words = (
            self._all_words() if field == fields.TEXT else self.with_prefix(fields.key(field, ""))
        )
        if _is_quick(pattern):
            found = [key for key in words if rule.fullmatch(key, start)]
            return found[:MAX_EXPANSION], len(found) > MAX_EXPANSION
        deadline = time.monotonic() + MAX_SECONDS
        found = []
        for key in words:
            left = deadline - time.monotonic()
            if len(found) > MAX_EXPANSION or left <= 0:
                return found[:MAX_EXPANSION], True
            try:
                if rule.fullmatch(key, start, timeout=left):
                    found.append(key)
            except TimeoutError:
                return found, True
        return found, False

    def spelling(self, word: str) -> list[tuple[str, int]]:
        """The index's words that are one or two letters from ``word``, the commonest first.

        As P. Norvig's corrector (2007) has it: the nearest, and of those the commonest.
        """
        folded = fold(word)
        if len(folded) < 4:
            return []
        most = 1 if len(folded) < 6 else 2
        near = [
            (distance, key)
            for key in self.with_prefix(folded[0])
            if abs(len(key) - len(folded)) <= most
            and key != folded
            and key.islower()
            and (distance := edits(folded, key, most)) is not None
        ]
        counts = self.frequencies(key for _, key in near)
        near.sort(key=lambda item: (item[0], -counts[item[1]]))
        return [(key, counts[key]) for _, key in near[:3]]

    def frequencies(self, keys: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of ``keys``."""
        # In the order of the dictionary, so that each of its blocks is unpacked once.
        ordered = sorted(keys)
        counts = dict.fromkeys(ordered, 0)
        for segment in self._segments:
            for key, articles in segment.terms.frequencies(ordered).items():
                counts[key] += articles
        return counts

    def _all_words(self) -> list[str]:
        if self._words is None:
            found: set[str] = set()
            for segment in self._segments:
                found.update(segment.terms.names(fields.FIRST_WORD))
            words = sorted(found)
            if len(words) > MAX_WORDS_KEPT:
                return words
            self._words = words
        return self._words


def edits(one: str, other: str, most: int) -> int | None:
    """Letters to insert, leave out, change or swap from ``one`` to ``other``; None over ``most``.

    Optimal string alignment (G. Navarro, *A guided tour to approximate string matching*, 2001).
    """
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        last, before2 = row, before
        row = [at]
        for place, against in enumerate(other, start=1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                cost = min(cost, before2[place - 2] + 1)
            row.append(cost)
        before = last
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def _is_quick(pattern: str) -> bool:
    """Whether an expression cannot take long for a word, so that no clock need be watched.

    With two repetitions, and neither groups nor alternatives nor references, a word of 80
    letters has a few thousand ways to fit. Optional letters count as repetitions, since many of
    them have more ways than there is time for.
    """
    hard = r"[()|]|\\\d|\{[^\d,]"
    return len(re.findall(r"[*+?{]", pattern)) <= 2 and not re.search(hard, pattern)


def _fold_wildcard(pattern: str) -> str:
    """Folded between its wildcards; apostrophes and hyphens go, as they do in words."""
    return "".join(
        piece if piece in "*?" else fold(re.sub(r"['’ʼ\-‐‑]", "", piece))
        for piece in re.split(r"([*?])", pattern)
        if piece
    )
