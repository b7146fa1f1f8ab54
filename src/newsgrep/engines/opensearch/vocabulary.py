"""The words of an index on a cluster, asked of its dictionary.

The dictionary has every key that was ever written to the set of indexes, as segments have those of
articles that are deleted until they are merged. How many articles hold one is asked of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.vocabulary import MAX_WORDS_KEPT, Vocabulary
from newsgrep.engines.opensearch.lookups import Lookup, Source

Json = dict[str, Any]


class ClusterVocabulary(Vocabulary):
    """Looks words up on a cluster."""

    def __init__(self, lookups: Source, facts: Json) -> None:
        """``facts`` are those of the manifest."""
        super().__init__(())
        self._lookups = lookups
        self._facts = facts

    @cached_property
    def articles(self) -> int:
        """Articles in the index."""
        return int(self._facts["articles"])

    @cached_property
    def has_definitions(self) -> bool:
        """Whether any article defines an acronym."""
        return bool(self._facts["defines"])

    def counts(self, prefix: str) -> list[tuple[str, int]]:
        """The keys that begin with ``prefix``, with the number of articles that hold each."""
        field = term_keys.split_key(prefix)[0]
        if field == "lang":
            start = term_keys.key(field, "")
            return [(f"{start}{code}", n) for code, n in self._facts["languages"].items()]
        return list(self._lookups.answer(Lookup("values", prefix)).items())

    def live(self, key: str) -> int:
        """How many articles hold the key."""
        return int(self._lookups.answer(Lookup("articles", key)))

    def holds(self, key: str) -> bool:
        """Whether the dictionary has the key."""
        return bool(self._lookups.answer(Lookup("key", key)))

    def with_prefix(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, in order."""
        return list(self._lookups.answer(Lookup("beginning", prefix)))

    def all_words(self) -> list[str]:
        """The words of texts, in order."""
        if self._words is None:
            words = [key for key in self._lookups.every_key() if key >= term_keys.FIRST_WORD]
            if len(words) > MAX_WORDS_KEPT:
                return words
            self._words = words
        return self._words

    @property
    def distinct_words(self) -> int:
        """How many words the dictionary has."""
        return len(self.all_words())

    def languages_holding(self, word: str, codes: Sequence[str], main: str) -> list[str] | None:
        """Those of some languages in which articles hold a word; None where no article does."""
        asked = {code: Lookup("language", word, code, or_unknown=code == main) for code in codes}
        self._lookups.fetch([*asked.values(), Lookup("articles", word)])
        holding = [code for code, one in asked.items() if self._lookups.answer(one)]
        return holding if holding or self.live(word) else None

    def frequencies(self, keys: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of ``keys``."""
        ordered = sorted(set(keys))
        self._lookups.fetch(Lookup("articles", key) for key in ordered)
        return {key: self.live(key) for key in ordered}
