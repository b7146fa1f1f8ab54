"""Which documents answer a question, and how well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from fnmatch import translate
from typing import NamedTuple

from newsgrep.engine.matches import Mode
from newsgrep.engine.whoosh import bm25, fields
from newsgrep.engine.whoosh.codec.columns import NO_DATE
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.counting import Counts, count
from newsgrep.engine.whoosh.leaves import Leaf, LeafNode, LeafReader
from newsgrep.engine.whoosh.places import Places, joined, near, places_of
from newsgrep.query.tree import (
    All,
    Any,
    AtLeast,
    Dated,
    Everything,
    Fuzzy,
    Has,
    In,
    Length,
    Near,
    Node,
    Not,
    PathLike,
    Phrase,
    Regex,
    Weighted,
    Wildcard,
    Word,
)
from newsgrep.results import Pattern

_SECONDS_A_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


class Answer(NamedTuple):
    """Documents of one segment: those that match in full, and those with some of the words."""

    full: set[int]
    partial: set[int]


def leaf_nodes(node: Node, scope: str = fields.TEXT) -> Iterator[tuple[str, LeafNode, float]]:
    """The leaves of a tree: the field each is looked for in, and its weight; 0 under NOT."""
    match node:
        case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
            yield scope, node, 1.0
        case All(parts) | Any(parts):
            for part in parts:
                yield from leaf_nodes(part, scope)
        case Near(left, right):
            yield from leaf_nodes(left, scope)
            yield from leaf_nodes(right, scope)
        case AtLeast(_, part):
            yield from leaf_nodes(part, scope)
        case Weighted(part, factor):
            for inner, leaf, weight in leaf_nodes(part, scope):
                yield inner, leaf, weight * factor
        case Not(part):
            for inner, leaf, _ in leaf_nodes(part, scope):
                yield inner, leaf, 0.0
        case In(name, part):
            yield from leaf_nodes(part, name)


def _is_optional(node: Node) -> bool:
    if isinstance(node, Weighted):
        return _is_optional(node.part)
    return isinstance(node, Word | Phrase | Wildcard | Fuzzy | Regex)


def optional_words(node: Node) -> tuple[list[Node], list[Node]]:
    """The words that an answer in part may lack, and what it must have all the same.

    Only words written side by side are optional: not those joined by AND or OR, nor fields,
    exclusions and dates. Without at least two of them there is no answer in part.
    """
    if not isinstance(node, All) or node.explicit:
        return [], [node]
    optional: list[Node] = []
    required: list[Node] = []
    for part in node.parts:
        (optional if _is_optional(part) else required).append(part)
    return (optional, required) if len(optional) > 1 else ([], [node])


class Evaluation:
    """One question, asked of all segments."""

    def __init__(self, segments: Sequence[Segment], reader: LeafReader, query: Node) -> None:
        self._segments = segments
        self._query = query
        self._leaves: dict[tuple[str, LeafNode], Leaf] = {}
        self._counts: dict[tuple[str, LeafNode], list[Counts]] = {}
        self._scored: dict[tuple[str, LeafNode], float] = {}
        for scope, node, weight in leaf_nodes(query):
            name = (scope, node)
            if name not in self._leaves:
                leaf = reader.leaf(node, scope)
                self._leaves[name] = leaf
                self._counts[name] = [count(leaf, segment) for segment in segments]
            if weight and self._leaves[name].field == fields.TEXT:
                self._scored[name] = max(weight, self._scored.get(name, 0.0))

    def patterns(self) -> list[Pattern]:
        """What to highlight in the answers."""
        return [p for name in self._scored for p in self._leaves[name].patterns()]

    def answer(self, number: int, mode: Mode) -> Answer:
        """What answers in segment ``number``."""
        optional, required = optional_words(self._query)
        if not optional or mode == "all":
            return Answer(self._documents(self._query, number), set())
        some = set().union(*(self._documents(part, number) for part in optional))
        for part in required:
            some &= self._documents(part, number)
        if mode == "any":
            return Answer(some, set())
        full = some
        for part in optional:
            full = full & self._documents(part, number)
        return Answer(full, some - full)

    def _documents(self, node: Node, number: int, scope: str = fields.TEXT) -> set[int]:
        segment = self._segments[number]
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return set(self._counts[scope, node][number])
            case Weighted(part):
                return self._documents(part, number, scope)
            case Near():
                return self._places(node, number, scope).keys() - segment.deleted
            case AtLeast(count, part):
                places = self._places(part, number, scope)
                enough = {document for document, here in places.items() if len(here) >= count}
                return enough - segment.deleted
            case Has(name):
                return _having(segment, name)
            case Length(least, most):
                return _of_length(segment, least, most)
            case All(parts):
                found = self._documents(parts[0], number, scope)
                for part in parts[1:]:
                    if not found:
                        break
                    if isinstance(part, Not):
                        found = found - self._documents(part.part, number, scope)
                    else:
                        found = found & self._documents(part, number, scope)
                return found
            case Any(parts):
                return set().union(*(self._documents(part, number, scope) for part in parts))
            case Not(part):
                return _all(segment) - self._documents(part, number, scope)
            case In(name, part):
                return self._documents(part, number, name)
            case Everything():
                return _all(segment)
            case Dated(since, until):
                return _dated(segment, since, until)
            case PathLike(pattern):
                return _path_like(segment, pattern)

    def _places(self, node: Node, number: int, scope: str) -> Places:
        """Where ``node`` occurs in the documents of segment ``number``."""
        segment = self._segments[number]
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return places_of(self._leaves[scope, node], segment)
            case Near(left, right):
                return near(
                    node,
                    self._places(left, number, scope),
                    self._places(right, number, scope),
                    segment,
                )
            case Weighted(part):
                return self._places(part, number, scope)
            case Any(parts):
                return joined([self._places(part, number, scope) for part in parts])
            case All(parts):
                places = [self._places(part, number, scope) for part in parts]
                together = set(places[0]).intersection(*places[1:])
                found = joined(places)
                return {document: found[document] for document in together}
        raise TypeError(f"{type(node).__name__} has no place in a text")

    def scores(self, found: Sequence[set[int]]) -> list[dict[int, float]]:
        """BM25 of the documents ``found`` in each segment."""
        articles = sum(segment.count - len(segment.deleted) for segment in self._segments)
        words = sum(segment.about["words"] for segment in self._segments)
        average = max(words / max(1, sum(s.count for s in self._segments)), 1.0)
        totals: list[dict[int, float]] = [dict.fromkeys(documents, 0.0) for documents in found]
        for name, weight in self._scored.items():
            counts = self._counts[name]
            worth = weight * bm25.idf(sum(map(len, counts)), articles)
            for total, here, segment in zip(totals, counts, self._segments, strict=True):
                for document, score in bm25.scores(
                    here, total.keys(), segment.words, average, worth
                ):
                    total[document] += score
        return totals


def _all(segment: Segment) -> set[int]:
    return set(range(segment.count)) - segment.deleted


def day_seconds(day: date) -> int:
    """Seconds from 1970 to the start of ``day``."""
    return (day.toordinal() - _EPOCH) * _SECONDS_A_DAY


def _dated(segment: Segment, since: date | None, until: date | None) -> set[int]:
    first = NO_DATE + 1 if since is None else day_seconds(since)
    last = (1 << 63) - 1 if until is None else day_seconds(until)
    found = {n for n, seconds in enumerate(segment.dates.tolist()) if first <= seconds < last}
    return found - segment.deleted if segment.deleted else found


def _of_length(segment: Segment, least: int | None, most: int | None) -> set[int]:
    first, last = least or 0, (1 << 32) if most is None else most
    lengths = segment.words.tolist()
    return {n for n, length in enumerate(lengths) if first <= length <= last} - segment.deleted


def _having(segment: Segment, field: str) -> set[int]:
    """Documents of which a field is known."""
    if field == "date":
        found = {n for n, seconds in enumerate(segment.dates.tolist()) if seconds != NO_DATE}
    else:
        found = set()
        for _, entry in segment.terms.with_prefix(fields.key(field, "")):
            found.update(segment.postings(entry).docs())
    return found - segment.deleted


def _path_like(segment: Segment, pattern: str) -> set[int]:
    """Files whose path, or the end of it from some folder on, matches the shell pattern."""
    rule = re.compile(translate(pattern))
    tail = re.compile(translate(f"*/{pattern}"))
    files = {
        number
        for number, name in enumerate(segment.file_names)
        for text in (name.decode("utf-8", "surrogateescape").replace("\\", "/"),)
        if rule.match(text) or tail.match(text)
    }
    return {
        document for document, file in enumerate(segment.files.tolist()) if file in files
    } - segment.deleted
