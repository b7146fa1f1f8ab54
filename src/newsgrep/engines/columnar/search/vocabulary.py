"""The words of an index, over all its segments: which forms, spellings and counts it holds."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import Slot
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_dictionary import TermEntry
from newsgrep.results import FormsIn
from newsgrep.text.fold import fold
from newsgrep.text.stems import forms, stemmable
from newsgrep.text.words import first_cluster

MAX_EXPANSION = 5_000
"""A wildcard that stands for more words than this is cut off, and the answer says so."""

MAX_SECONDS = 0.6
"""A regular expression that takes longer is cut off likewise: seconds of the processor's time, so
that the answer does not hang on what else the machine does."""
MAX_EXPANSIONS = 64
"""Wildcards and regular expressions whose words are kept in memory."""
MAX_WORDS_KEPT = 200_000
"""Larger vocabularies are read anew by each wildcard or expression that looks through all."""
MAX_FORMS = 10_000
"""Words whose forms are kept in memory."""
RARE_LANGUAGE = 1000
"""Of a language that fewer than one article in so many is in, no forms are looked for."""


class Vocabulary:
    """Looks words up in the dictionaries of segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._forms: dict[str, Slot] = {}
        self._expanded: dict[tuple[str, str, str], tuple[list[str], bool]] = {}
        self._words: list[str] | None = None

    @cached_property
    def languages(self) -> list[str]:
        """The languages of the index, the commonest first; English where none is known."""
        counts = dict(self.counts(term_keys.key("lang", "")))
        ranked = sorted(counts, key=lambda key: (-counts[key], key))
        known = [term_keys.split_key(key)[1] for key in ranked if counts[key]]
        return known or ["en"]

    @cached_property
    def _with_forms(self) -> list[str]:
        """The languages whose articles are searched for forms."""
        counts = dict(self.counts(term_keys.key("lang", "")))
        return stemmable(
            code
            for code in self.languages
            if RARE_LANGUAGE * counts.get(term_keys.key("lang", code), 0) >= self.articles
            or code == self.languages[0]
        )

    @cached_property
    def articles(self) -> int:
        """Undeleted articles in the index."""
        return sum(segment.count - len(segment.deleted) for segment in self._segments)

    @cached_property
    def has_definitions(self) -> bool:
        """Whether any article defines an acronym."""
        prefix = term_keys.key("acronym", "")
        return any(
            next(segment.terms.with_prefix(prefix), None) is not None for segment in self._segments
        )

    def counts(self, prefix: str) -> list[tuple[str, int]]:
        """The keys that begin with ``prefix``, with the number of articles that hold each."""
        found: dict[str, int] = {}
        for segment in self._segments:
            for key, entry in segment.terms.with_prefix(prefix):
                found[key] = found.get(key, 0) + _undeleted(segment, entry)
        return list(found.items())

    def live(self, key: str) -> int:
        """How many undeleted articles hold the key."""
        return sum(
            _undeleted(segment, entry)
            for segment in self._segments
            if (entry := segment.terms.find(key)) is not None
        )

    def defines(self, acronym: str) -> bool:
        """Whether an article defines the acronym."""
        return any(count for _, count in self.counts(term_keys.key("acronym", f"{acronym}=")))

    def splits(self, joined: str) -> list[tuple[str, ...]]:
        """The parts of a joined word, as articles write them with hyphens."""
        start = term_keys.key(term_keys.HYPHENATED, f"{joined}=")
        return [tuple(key[len(start) :].split()) for key in self.with_prefix(start)]

    def hyphenated(self, words: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Those of ``words`` that articles also write with hyphens, with their parts."""
        from os.path import commonprefix

        wanted = set(words)
        start = term_keys.key(term_keys.HYPHENATED, "")
        for key in self.with_prefix(start + commonprefix(words)):  # noqa: RUF071 (letters it is)
            word, _, parts = key[len(start) :].partition("=")
            if word in wanted:
                yield word, tuple(parts.split())

    def beginning_with(self, field: str, cluster: str) -> list[str]:
        """The keys whose first character, in a script without spaces, is ``cluster``."""
        start = term_keys.key(field, "")
        return [
            key
            for key in self.with_prefix(start + cluster)
            if first_cluster(key[len(start) :]) == cluster
        ]

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

    def forms(self, word: str) -> Slot:
        """A folded word with its forms, each in the articles of the language that has it."""
        known = self._forms.get(word)
        if known is None:
            if len(self._forms) > MAX_FORMS:
                self._forms.clear()
            known = self._forms[word] = self._all_forms(word)
        return known

    def _all_forms(self, word: str) -> Slot:
        if len(self.languages) == 1:
            ours = (forms(word, code, self._words_with) for code in self._with_forms)
            return Slot((word, *chain.from_iterable(ours)))
        found = (
            FormsIn(code, code == self.languages[0], tuple(forms(word, code, self._words_with)))
            for code in self._languages_of(word)
        )
        return Slot((word,), tuple(some for some in found if some.terms))

    def _words_with(self, prefix: str) -> list[str]:
        """The words of texts that begin with ``prefix``."""
        return self.with_prefix(prefix) if prefix else self.all_words()

    def _languages_of(self, word: str) -> list[str]:
        """The languages of the articles that hold a word; all, where none does."""
        found = self.languages_holding(word, self._with_forms, self.languages[0])
        return self._with_forms if found is None else found

    def languages_holding(self, word: str, codes: Sequence[str], main: str) -> list[str] | None:
        """Those of some languages in which articles hold a word; None where no article does.

        Articles of which no language is known are taken to be in ``main``.
        """
        holding = [
            (segment, set(segment.postings(entry).docs()) - segment.deleted)
            for segment in self._segments
            if (entry := segment.terms.find(word)) is not None
        ]
        if not any(documents for _, documents in holding):
            return None
        return [
            code
            for code in codes
            if any(
                documents - segment.of_other_languages(code)
                if code == main
                else not documents.isdisjoint(segment.of_language(code))
                for segment, documents in holding
            )
        ]

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
        first = term_keys.key(field, literal)
        if field == term_keys.TEXT and not literal:
            first = term_keys.FIRST_WORD
            candidates = self.all_words()
        else:
            candidates = self.with_prefix(first)
        start = len(term_keys.key(field, ""))
        rule = re.compile(
            "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in folded),
            re.DOTALL,
        )
        found = [key for key in candidates if rule.fullmatch(key, start)]
        return found[:MAX_EXPANSION], len(found) > MAX_EXPANSION

    def like(self, field: str, word: str, most: int) -> tuple[list[str], bool]:
        """The keys of ``field`` that are ``most`` letters from a word; whether some were cut."""
        start = term_keys.key(field, "")
        keys = self.all_words() if field == term_keys.TEXT else self.with_prefix(start)
        names = [key[len(start) :] for key in keys if not key.isupper()]
        found = [f"{start}{near}" for near, _ in _near(word, names, most)]
        return found[:MAX_EXPANSION], len(found) > MAX_EXPANSION

    def _fit(self, field: str, pattern: str) -> tuple[list[str], bool]:
        import regex

        rule = regex.compile(pattern, regex.IGNORECASE)
        start = len(term_keys.key(field, ""))
        words = (
            self.all_words()
            if field == term_keys.TEXT
            else self.with_prefix(term_keys.key(field, ""))
        )
        if _is_quick(pattern):
            found = [key for key in words if rule.fullmatch(key, start) and not key.isupper()]
            return found[:MAX_EXPANSION], len(found) > MAX_EXPANSION
        deadline = time.process_time() + MAX_SECONDS
        found = []
        for key in words:
            left = deadline - time.process_time()
            if len(found) > MAX_EXPANSION or left <= 0:
                return found[:MAX_EXPANSION], True
            try:
                if not key.isupper() and rule.fullmatch(key, start, timeout=left):
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
            for key, distance in _near(folded, self.all_words(), most)
            if key != folded and not key.isupper()
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

    def all_words(self) -> list[str]:
        """The words of texts, in order."""
        if self._words is None:
            found: set[str] = set()
            for segment in self._segments:
                found.update(segment.terms.names(term_keys.FIRST_WORD))
            words = sorted(found)
            if len(words) > MAX_WORDS_KEPT:
                return words
            self._words = words
        return self._words


def _near(word: str, words: list[str], most: int) -> list[tuple[str, int]]:
    """The words that are ``most`` letters from ``word``, each with how many.

    A letter put in, left out, changed, or two swapped: optimal string alignment (G. Navarro, *A
    guided tour to approximate string matching*, 2001).
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    near = extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(text, int(distance)) for text, distance, _ in near]


def _undeleted(segment: Segment, entry: TermEntry) -> int:
    """How many undeleted documents hold a term."""
    if not segment.deleted:
        return entry.df
    return len(set(segment.postings(entry).docs()) - segment.deleted)


def _is_quick(pattern: str) -> bool:
    """Whether an expression cannot take long for a word, so that no clock need be watched.

    With two repetitions, one group that is not repeated and no references, a word of 80 letters
    has a few thousand ways to fit. Optional letters count as repetitions: many of them have more
    ways than there is time for.
    """
    hard = r"\)[*+?{]|\\\d|\{[^\d,]|\(\?"
    repetitions, groups = len(re.findall(r"[*+?{]", pattern)), pattern.count("(")
    return repetitions <= 2 and groups <= 1 and not re.search(hard, pattern)


def _fold_wildcard(pattern: str) -> str:
    """Folded between its wildcards; apostrophes and hyphens go, as they do in words."""
    return "".join(
        piece if piece in "*?" else fold(re.sub(r"['’ʼ\-‐‑]", "", piece))
        for piece in re.split(r"([*?])", pattern)
        if piece
    )
