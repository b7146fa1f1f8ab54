"""The articles of a snapshot: numbered as they are met, fetched some at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from newsgrep.article import Article, article_from_dict
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.paths import stored
from newsgrep.errors import StateGone

AT_ONCE = 64
"""Articles that are fetched together."""
KEPT = 512
"""Articles that are kept in memory."""

Json = dict[str, Any]


class Articles:
    """Fetches articles by the numbers that they were given."""

    def __init__(self, connection: Connection, index: str) -> None:
        self._connection = connection
        self._index = index
        self._keys: list[str] = []
        self._paths: list[str] = []
        self._numbers: dict[str, int] = {}
        self._expected: list[int] = []
        self._places: dict[int, int] = {}
        self._fetched: dict[int, Json] = {}
        self._read: dict[int, Article] = {}

    def number(self, key: str, path: str) -> int:
        """The number of a document; a new one where it was not met before.

        ``path`` is empty where it is not known yet.
        """
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
            self._paths.append(path)
        elif path:
            self._paths[number] = path
        return number

    def key(self, number: int) -> str:
        """The document of a number."""
        return self._keys[number]

    def path(self, number: int) -> str:
        """Its path, as the document has it."""
        if not self._paths[number]:
            self._paths[number] = str(self._source(number)["path"])
        return self._paths[number]

    def expect(self, numbers: Iterable[int]) -> None:
        """What is likely to be asked for next, in this order."""
        self._expected = list(numbers)
        self._places = {number: at for at, number in enumerate(self._expected)}

    def article(self, number: int) -> Article:
        """The article of a number, whole."""
        source = self._source(number)
        if number not in self._read:
            self._read[number] = article_in(source)
        return self._read[number]

    def cluster(self, number: int) -> int:
        """The cluster of near-duplicates of an article; 0 where it has none."""
        return int(self._source(number).get("cluster", 0))

    def _source(self, number: int) -> Json:
        if number not in self._fetched:
            self._fetch(number)
        return self._fetched[number]

    def _fetch(self, number: int) -> None:
        wanted = [number]
        at = self._places.get(number)
        if at is not None:
            # From here on first, then what was passed over.
            before = self._expected[max(0, at - AT_ONCE) : at]
            if at >= AT_ONCE:
                # An answer of many articles is given piece by piece, each in its time.
                self._connection.go_on()
            others = (*self._expected[at + 1 : at + AT_ONCE], *before)
            wanted += [one for one in others if one not in self._fetched][: AT_ONCE - 1]
        if len(self._fetched) > KEPT:
            self._fetched.clear()
            self._read.clear()
        found = self._connection.request(
            "POST", f"/{self._index}/_mget", {"ids": [self._keys[one] for one in wanted]},
            _source_includes="kept,body,id,path,words,cluster",
        )  # fmt: skip
        for one, document in zip(wanted, found["docs"], strict=True):
            if document.get("found"):
                self._fetched[one] = document["_source"]
                self._paths[one] = str(document["_source"]["path"])
        if number not in self._fetched:
            raise StateGone(str(self._connection.address))


def article_in(source: Mapping[str, Any]) -> Article:
    """The article of a document again."""
    data = json.loads(source["kept"])
    data["facts"] = {k: {"origin": o, "confidence": c} for k, (o, c) in data["facts"].items()}
    data["id"] = source["id"]
    data["path"] = stored(source["path"])
    data["text"] = source["body"]
    data["words"] = int(source["words"])
    return article_from_dict(data)
