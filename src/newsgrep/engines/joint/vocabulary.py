"""The words of several indexes as those of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from newsgrep.engines.columnar.search.vocabulary import MAX_WORDS_KEPT, Vocabulary


class JointVocabulary(Vocabulary):
    """Looks words up in the vocabularies of all."""

    def __init__(self, parts: Sequence[Vocabulary]) -> None:
        super().__init__(())
        self._parts = parts

    @cached_property
    def articles(self) -> int:
        """Articles in the indexes."""
        return sum(part.articles for part in self._parts)

    @cached_property
    def has_definitions(self) -> bool:
        """Whether any article defines an acronym."""
        return any(part.has_definitions for part in self._parts)

    def counts(self, prefix: str) -> list[tuple[str, int]]:
        """The keys that begin with ``prefix``, in order, and how many articles hold each."""
        found: Counter[str] = Counter()
        for part in self._parts:
            for key, count in part.counts(prefix):
                found[key] += count
        return sorted(found.items())

    def live(self, key: str) -> int:
        """How many articles hold the key."""
        return sum(part.live(key) for part in self._parts)

    def holds(self, key: str) -> bool:
        """Whether any index has the key."""
        return any(part.holds(key) for part in self._parts)

    def with_prefix(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, in order."""
        return _union(part.with_prefix(prefix) for part in self._parts)

    def all_words(self) -> list[str]:
        """The words of texts, in order."""
        if self._words is None:
            words = _union(part.all_words() for part in self._parts)
            if len(words) > MAX_WORDS_KEPT:
                return words
            self._words = words
        return self._words

    def languages_holding(self, word: str, codes: Sequence[str], main: str) -> list[str] | None:
        """Those of some languages in which articles hold a word; None where no article does."""
        found = [part.languages_holding(word, codes, main) for part in self._parts]
        holding = [some for some in found if some is not None]
        if not holding:
            return None
        return [code for code in codes if any(code in some for some in holding)]

    def frequencies(self, keys: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of ``keys``."""
        wanted = list(keys)
        counts = dict.fromkeys(sorted(wanted), 0)
        for part in self._parts:
            for key, count in part.frequencies(wanted).items():
                counts[key] += count
        return counts


def _union(lists: Iterable[list[str]]) -> list[str]:
    """What any of some lists has, in order."""
    return sorted(set[str]().union(*lists))
