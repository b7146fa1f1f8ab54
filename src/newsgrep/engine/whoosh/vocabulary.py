"""The words of an index, over all its segments: which forms, spellings and counts it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.text.fold import fold
from newsgrep.text.stems import forms

MAX_EXPANSION = 10_000
"""A wildcard that stands for more words than this is cut off, and the answer says so."""

MIN_LANGUAGE_SHARE = 0.02
MAX_LANGUAGES = 4


class Vocabulary:
    """Looks words up in the dictionaries of segments."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

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

    def holds(self, key: str) -> bool:
        """Whether any segment has the key."""
        return any(segment.terms.find(key) is not None for segment in self._segments)

    def with_prefix(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, in order."""
        found: dict[str, None] = {}
        for segment in self._segments:
            found.update((term, None) for term, _ in segment.terms.with_prefix(prefix))
        return sorted(found) if len(self._segments) > 1 else list(found)

    def forms(self, word: str) -> list[str]:
        """The forms of a folded word that the index holds, and itself."""
        return forms(word, self.languages, self.with_prefix)

    def matching(self, field: str, pattern: str) -> tuple[list[str], bool]:
        """The keys of ``field`` that a wildcard matches, and whether some were cut off."""
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

    def like(self, field: str, word: str, edits: int) -> list[str]:
        """The keys of ``field`` that begin as ``word`` does and are ``edits`` letters from it.

        By Whoosh's Levenshtein automata (K. Schulz and S. Mihov, 2002).
        """
        from whoosh.reading import SegmentReader

        from newsgrep.engine.whoosh.codec.whoosh_codec import WhooshSegment
        from newsgrep.engine.whoosh.schema import schema

        found: dict[str, None] = {}
        for segment in self._segments:
            reader = SegmentReader(None, schema(), WhooshSegment(segment))
            for term in reader.terms_within(field, word, edits, prefix=1):
                text = term if isinstance(term, str) else term.decode()
                found[fields.key(field, text)] = None
        return list(found)

    def fitting(self, field: str, pattern: str) -> tuple[list[str], bool]:
        """The keys of ``field`` that a regular expression fits, and whether some were cut off."""
        rule = re.compile(pattern, re.IGNORECASE)
        start = len(fields.key(field, ""))
        words = (
            self._all_words() if field == fields.TEXT else self.with_prefix(fields.key(field, ""))
        )
        found = [key for key in words if rule.fullmatch(key, start)]
        return found[:MAX_EXPANSION], len(found) > MAX_EXPANSION

    def _all_words(self) -> list[str]:
        found: dict[str, None] = {}
        for segment in self._segments:
            found.update((term, None) for term, _ in segment.terms.scan(fields.FIRST_WORD))
        return list(found)


def _fold_wildcard(pattern: str) -> str:
    """Folded between its wildcards; apostrophes and hyphens go, as they do in words."""
    return "".join(
        piece if piece in "*?" else fold(re.sub(r"['’ʼ\-‐‑]", "", piece))
        for piece in re.split(r"([*?])", pattern)
        if piece
    )
