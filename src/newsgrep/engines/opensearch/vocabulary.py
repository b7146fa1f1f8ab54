"""The words of an index on a cluster, asked of its dictionary.

The dictionary has every key that was ever written to the set of indexes, as segments have those of
articles that are deleted until they are merged. How many articles hold one is asked of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.vocabulary import MAX_WORDS_KEPT, Vocabulary
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.mapping import (
    MANY_AT_ONCE,
    WORDS,
    escaped,
    facet_field,
    label_field,
)
from newsgrep.engines.opensearch.queries import language_is, visible_in

MOST_VALUES = 60_000
"""Values of a field that are counted; the cluster gives 65,535 at most."""
AT_ONCE = 400
"""Words whose articles are counted in one request."""
_COUNTED = {"acronym": "acronym", "longform": "longform", "lang": facet_field("lang")}
"""Keys of whole values, whose articles are counted together; each with its field."""
_PREFIXES = 200
"""Answers about beginnings of words that are kept."""

Json = dict[str, Any]


class ClusterVocabulary(Vocabulary):
    """Looks words up on a cluster."""

    def __init__(self, connection: Connection, index: str, visible: int, facts: Json) -> None:
        super().__init__(())
        self._connection = connection
        self._index = index
        self._visible = visible
        self._facts = facts
        self._beginnings: dict[str, list[str]] = {}
        self._values: dict[str, dict[str, int]] = {}

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
        field, term = term_keys.split_key(prefix)
        start = term_keys.key(field, "")
        if field == "lang":
            return [(f"{start}{code}", n) for code, n in self._facts["languages"].items()]
        if prefix not in self._values:
            name = _COUNTED[field]
            values = {
                "terms": {"field": name, "include": _beginning(term), "size": MOST_VALUES},
            }
            body = {
                "size": 0,
                "query": visible_in(self._visible),
                "aggs": {"values": values},
            }
            found = self._connection.search(self._index, body)["aggregations"]["values"]["buckets"]
            self._values[prefix] = {
                f"{start}{bucket['key']}": bucket["doc_count"] for bucket in found
            }
        return list(self._values[prefix].items())

    def live(self, key: str) -> int:
        """How many articles hold the key."""
        return self.frequencies([key])[key]

    def holds(self, key: str) -> bool:
        """Whether the dictionary has the key."""
        return key in self.with_prefix(key, exactly=True)

    def with_prefix(self, prefix: str, *, exactly: bool = False) -> list[str]:
        """The keys that begin with ``prefix``, in order; or that one alone."""
        for known, keys in self._beginnings.items():
            if prefix.startswith(known):
                return [key for key in keys if key.startswith(prefix)]
        if exactly:
            query = {"term": {"keys": prefix}}
            found = self._connection.search(f"{self._index}{WORDS}", {"size": 0, "query": query,
                                            "track_total_hits": 1})  # fmt: skip
            return [prefix] if found["hits"]["total"]["value"] else []
        if len(self._beginnings) > _PREFIXES:
            self._beginnings.clear()
        keys = self._beginnings[prefix] = self._keys(prefix)
        return keys

    def _keys(self, prefix: str) -> list[str]:
        """The keys that begin with ``prefix``, page by page; ``prefix`` is not empty."""
        body: Json = {
            "size": 0,
            "query": {"prefix": {"keys": prefix}},
            "track_total_hits": False,
            "aggs": {
                "keys": {
                    "terms": {
                        "field": "keys",
                        "include": _beginning(prefix),
                        "order": {"_key": "asc"},
                        "size": MANY_AT_ONCE,
                        "min_doc_count": 1,
                    }
                }
            },
        }
        found = self._connection.search(f"{self._index}{WORDS}", body)["aggregations"]["keys"]
        keys = [bucket["key"] for bucket in found["buckets"]]
        if found["sum_other_doc_count"]:
            return [key for key in self._every_key() if key.startswith(prefix)]
        return sorted(keys)

    def _every_key(self) -> list[str]:
        """All keys, in order: the documents of the dictionary, each of which has many."""
        body: Json = {
            "size": 10,
            "sort": [{"name": "asc"}],
            "_source": ["keys"],
            "track_total_hits": False,
        }
        keys: set[str] = set()
        while True:
            found = self._connection.search(f"{self._index}{WORDS}", body)["hits"]["hits"]
            for hit in found:
                keys.update(hit["_source"]["keys"])
            if len(found) < body["size"]:
                return sorted(keys)
            body["search_after"] = found[-1]["sort"]

    def _all_words(self) -> list[str]:
        if self._words is None:
            words = [key for key in self._every_key() if key >= term_keys.FIRST_WORD]
            if len(words) > MAX_WORDS_KEPT:
                return words
            self._words = words
        return self._words

    @property
    def distinct_words(self) -> int:
        """How many words the dictionary has."""
        return len(self._all_words())

    def _languages_of(self, word: str) -> list[str]:
        """The languages of the articles that hold a word; all, where none does."""
        main = self.languages[0]
        bodies = [
            {
                "size": 0,
                "track_total_hits": 1,
                "query": {
                    "bool": {
                        "filter": [
                            visible_in(self._visible),
                            {"term": {"text": word}},
                            language_is(code, or_unknown=code == main),
                        ]
                    }
                },
            }
            for code in self._with_forms
        ]
        found = self._connection.searches(self._index, bodies)
        holding = [
            code
            for code, one in zip(self._with_forms, found, strict=True)
            if one["hits"]["total"]["value"]
        ]
        if holding or self.live(word):
            return holding
        return self._with_forms

    def frequencies(self, keys: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of ``keys``."""
        ordered = sorted(set(keys))
        counts = dict.fromkeys(ordered, 0)
        for at in range(0, len(ordered), AT_ONCE):
            some = ordered[at : at + AT_ONCE]
            bodies = [
                {
                    "size": 0,
                    "track_total_hits": True,
                    "query": {"bool": {"filter": [visible_in(self._visible), _holding(key)]}},
                }
                for key in some
            ]
            answers = self._connection.searches(self._index, bodies)
            for key, answer in zip(some, answers, strict=True):
                counts[key] = answer["hits"]["total"]["value"]
        return counts


def _holding(key: str) -> Json:
    field, term = term_keys.split_key(key)
    if field in _COUNTED:
        return {"term": {_COUNTED[field]: term}}
    return {"term": {"text" if field == term_keys.TEXT else label_field(field): term}}


def _beginning(text: str) -> str:
    """The expression, as Lucene writes them, of what begins with ``text``."""
    return escaped(text) + ".*"
