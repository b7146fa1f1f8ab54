"""What a dictionary on a cluster is asked, together where it can be, and what it answered.

A question looks up some words, then, knowing their forms, some more. Each of these rounds is one
request. The answers are kept, since the index that answers stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.opensearch.mapping import (
    MANY_AT_ONCE,
    WORDS,
    escaped,
    facet_field,
    label_field,
)
from newsgrep.engines.opensearch.queries import language_is
from newsgrep.engines.opensearch.rows import count_of

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.connection import Connection

MOST_VALUES = 60_000
"""Values of a field that are counted; the cluster gives 65,535 at most."""
AT_ONCE = 400
"""What is asked in one request."""
DOCUMENTS = 400
"""Documents of the dictionary that are read at once, with some hundred keys each."""
MOST_KEPT = 500_000
"""Answers that are kept, with the words that they list."""
_COUNTED = {"acronym": "acronym", "longform": "longform", "lang": facet_field("lang")}
"""Keys of whole values, whose articles are counted together; each with its field."""

Json = dict[str, Any]


class Lookup(NamedTuple):
    """One thing to be asked."""

    what: Literal["beginning", "key", "values", "articles", "language"]
    """Keys that begin so; whether there is a key; values that begin so, and their articles; the
    articles of a key; whether any of these is in a language."""
    key: str
    language: str = ""
    or_unknown: bool = False


class Source(Protocol):
    """Where a vocabulary has its answers from."""

    def answer(self, asked: Lookup) -> Any:
        """What the cluster says; of the kind that :class:`Lookup` tells."""

    def fetch(self, wanted: Iterable[Lookup]) -> None:
        """Be told what is wanted soon."""

    def every_key(self) -> Collection[str]:
        """All keys, in order."""


class Lookups:
    """Asks the cluster, and keeps what it answers."""

    def __init__(self, connection: Connection, index: str, seen: Json) -> None:
        """``index`` is the set's index of articles; ``seen`` finds those that readers see."""
        self._connection = connection
        self._index = index
        self._visible = seen
        self._known: dict[Lookup, Any] = {}
        self._beginnings: dict[str, list[str]] = {}
        self._kept = 0

    def __contains__(self, asked: Lookup) -> bool:
        return asked in self._known or self._in_beginnings(asked) is not None

    def answer(self, asked: Lookup) -> Any:
        """What the cluster says."""
        if asked not in self:
            self.fetch([asked])
        found = self._in_beginnings(asked)
        return self._known[asked] if found is None else found

    def fetch(self, wanted: Iterable[Lookup]) -> None:
        """Ask for some answers that are wanted soon, in one request where it takes them all."""
        every = dict.fromkeys(wanted)
        some = [asked for asked in every if asked not in self]
        if self._kept + len(some) > MOST_KEPT:
            self._known.clear()
            self._beginnings.clear()
            self._kept = 0
            some = list(every)
        for at in range(0, len(some), AT_ONCE):
            now = some[at : at + AT_ONCE]
            answers = self._connection.search_each([self._search(asked) for asked in now])
            for asked, found in zip(now, answers, strict=True):
                self._known[asked] = told = self._told(asked, found)
                self._kept += 1 + (len(told) if asked.what in ("beginning", "values") else 0)
                if asked.what == "beginning":
                    self._beginnings[asked.key] = told

    def _in_beginnings(self, asked: Lookup) -> Any:
        """An answer that follows from another; None where none does."""
        if asked.what in ("beginning", "key"):
            # Any of the beginnings of the key may have been asked for.
            for length in range(len(asked.key), 0, -1):
                keys = self._beginnings.get(asked.key[:length])
                if keys is not None and asked.what == "key":
                    return asked.key in keys
                if keys is not None:
                    return [key for key in keys if key.startswith(asked.key)]
        return None

    def _search(self, asked: Lookup) -> tuple[str, Json]:
        words = f"{self._index}{WORDS}"
        match asked.what:
            case "beginning":
                return words, _beginning_with(asked.key)
            case "key":
                return words, {
                    "size": 0, "track_total_hits": 1, "query": {"term": {"keys": asked.key}},
                }  # fmt: skip
            case "values":
                field, start = term_keys.split_key(asked.key)
                values = {
                    "terms": {
                        "field": _COUNTED[field], "include": _beginning(start), "size": MOST_VALUES,
                    }
                }  # fmt: skip
                return self._index, {
                    "size": 0, "query": self._visible, "aggs": {"values": values},
                }  # fmt: skip
            case "articles":
                return self._index, count_of(self._seen(_holding(asked.key)))
        ours = language_is(asked.language, or_unknown=asked.or_unknown)
        return self._index, {
            "size": 0, "track_total_hits": 1, "query": self._seen(_holding(asked.key), ours),
        }  # fmt: skip

    def _seen(self, *filters: Json) -> Json:
        return {"bool": {"filter": [self._visible, *filters]}}

    def _told(self, asked: Lookup, found: Json) -> Any:
        match asked.what:
            case "beginning":
                told = found["aggregations"]["keys"]
                if told["sum_other_doc_count"]:
                    return [key for key in self.every_key() if key.startswith(asked.key)]
                return sorted(bucket["key"] for bucket in told["buckets"])
            case "values":
                start = term_keys.key(term_keys.split_key(asked.key)[0], "")
                return {
                    f"{start}{bucket['key']}": bucket["doc_count"]
                    for bucket in found["aggregations"]["values"]["buckets"]
                }
            case "articles":
                return found["hits"]["total"]["value"]
        return bool(found["hits"]["total"]["value"])

    def every_key(self) -> list[str]:
        """All keys, in order: the documents of the dictionary, each of which has many."""
        body: Json = {
            "size": DOCUMENTS,
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


class Ahead:
    """Answers with what is known, and notes what is not: for that it has an empty answer."""

    def __init__(self, known: Lookups) -> None:
        self._known = known
        self.wanted: dict[Lookup, None] = {}

    def answer(self, asked: Lookup) -> Any:
        """What is known, or nothing."""
        if asked in self._known:
            return self._known.answer(asked)
        self.wanted[asked] = None
        return _NOTHING[asked.what]

    def fetch(self, wanted: Iterable[Lookup]) -> None:
        """Note what is wanted."""
        self.wanted.update((asked, None) for asked in wanted if asked not in self._known)

    def every_key(self) -> Collection[str]:
        """Nothing: it takes a request of its own, and more."""
        return ()


_NOTHING: dict[str, Any] = {
    "beginning": (), "key": False, "values": {}, "articles": 0, "language": False,
}  # fmt: skip


def _beginning_with(prefix: str) -> Json:
    """The search for the keys that begin with ``prefix``, which is not empty."""
    keys = {
        "field": "keys",
        "include": _beginning(prefix),
        "order": {"_key": "asc"},
        "size": MANY_AT_ONCE,
        "min_doc_count": 1,
    }
    return {
        "size": 0,
        "query": {"prefix": {"keys": prefix}},
        "track_total_hits": False,
        "aggs": {"keys": {"terms": keys}},
    }


def _holding(key: str) -> Json:
    field, term = term_keys.split_key(key)
    if field in _COUNTED:
        return {"term": {_COUNTED[field]: term}}
    return {"term": {"text" if field == term_keys.TEXT else label_field(field): term}}


def _beginning(text: str) -> str:
    """The expression, as Lucene writes them, of what begins with ``text``."""
    return escaped(text) + ".*"
