"""Which documents answer a question, and how well."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fnmatch import translate
from types import ModuleType
from typing import Any as Anything
from typing import NamedTuple

from newsgrep.engine.matches import Mode, Part
from newsgrep.engine.whoosh import bm25, closeness, fields, lists
from newsgrep.engine.whoosh.codec.columns import NO_DATE
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.leaves import Leaf, LeafNode, LeafReader
from newsgrep.engine.whoosh.stories import JoinedStories, Stories
from newsgrep.engine.whoosh.weighing import PLAIN, Weighing
from newsgrep.query.tree import (
    Alike,
    All,
    Any,
    AtLeast,
    Dated,
    Everything,
    Fuzzy,
    Has,
    In,
    Is,
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

FEW = 30_000
"""Postings up to which plain Python is quicker than loading NumPy."""
FEW_WHEN_LOADED = 400
"""And than calling it, once it is loaded."""

Name = tuple[str, LeafNode]
"""A leaf: the field or zone it is looked for in, and its node."""


class Answer(NamedTuple):
    """Documents of one segment: those that match in full, and those with some of the words."""

    full: Anything
    partial: Anything


def leaf_nodes(node: Node, scope: str = fields.TEXT) -> Iterator[tuple[str, LeafNode, float]]:
    """The leaves of a tree: the field each is looked for in, and its weight; 0 under NOT."""
    match node:
        case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
            yield scope, node, 1.0
        case All(parts) | Any(parts) | Alike(parts):
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
    return isinstance(node, Word | Phrase | Wildcard | Fuzzy | Regex | Alike)


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


def _neighbours(node: Node) -> list[tuple[Name, Name]]:
    """Pairs of plain words that stand side by side in the question."""
    if not isinstance(node, All):
        return []
    pairs: list[tuple[Name, Name]] = []
    before: Name | None = None
    for part in node.parts:
        word = part.part if isinstance(part, Weighted) else part
        name: Name | None = (fields.TEXT, word) if isinstance(word, Word) else None
        if before is not None and name is not None:
            pairs.append((before, name))
        before = name
    return pairs[: closeness.MAX_PAIRS]


class Evaluation:
    """One question, asked of all segments."""

    def __init__(
        self,
        segments: Sequence[Segment],
        reader: LeafReader,
        query: Node,
        by: Weighing = PLAIN,
        stories: Stories | JoinedStories | None = None,
    ) -> None:
        self._segments = segments
        self._query = query
        self._stories = stories
        self._leaves: dict[Name, Leaf] = {}
        self._scored: dict[Name, float] = {}
        for scope, node, weight in leaf_nodes(query):
            name = (scope, node)
            if name not in self._leaves:
                self._leaves[name] = reader.leaf(node, scope)
            if weight and self._leaves[name].field == fields.TEXT:
                self._scored[name] = max(weight, self._scored.get(name, 0.0))
        self._mentions = {
            name: leaf
            for name in self._leaves
            if name[0] == "person" and (leaf := reader.mentions(name[1])) is not None
        }
        self.algebra = self._algebra()
        self._counts: dict[Name, list[Anything]] = {
            name: [self.algebra.count(leaf, segment, by) for segment in segments]
            for name, leaf in self._leaves.items()
        }
        self._mentioned = {
            name: [self.algebra.count(leaf, segment, by) for segment in segments]
            for name, leaf in self._mentions.items()
        }
        self.articles = sum(segment.count - len(segment.deleted) for segment in segments)
        words = sum(segment.about["words"] for segment in segments)
        self._average = max(words / max(1, sum(s.count for s in segments)), 1.0)

    def _algebra(self) -> ModuleType:
        """Plain Python or whole arrays, by how many postings there are to read."""
        total = 0
        leaves = (*self._leaves.values(), *self._mentions.values())
        for segment in self._segments:
            for leaf in leaves:
                for slots in leaf.alternatives:
                    for keys in slots:
                        total += sum(p.entry.df for p in lists.postings_of(keys, segment))
            if _needs_all(self._query):
                total += segment.count
        few = FEW_WHEN_LOADED if "numpy" in sys.modules else FEW
        if total <= few:
            return lists
        from newsgrep.engine.whoosh import arrays

        return arrays

    def patterns(self) -> list[Pattern]:
        """What to highlight in the answers."""
        leaves = [self._leaves[name] for name in self._scored]
        return [p for leaf in (*leaves, *self._mentions.values()) for p in leaf.patterns()]

    def frequency(self, name: Name) -> int:
        """How many articles hold a leaf."""
        return sum(map(self.algebra.frequency, self._counts[name]))

    @property
    def leaves(self) -> dict[Name, Leaf]:
        """The leaves of the question, in its order."""
        return self._leaves

    def answer(self, number: int, mode: Mode) -> Answer:
        """What answers in segment ``number``."""
        algebra = self.algebra
        nothing = algebra.numbered((), self._segments[number])
        optional, required = optional_words(self._query)
        if not optional or mode == "all":
            return Answer(self._documents(self._query, number), nothing)
        found = [self._documents(part, number) for part in optional]
        some = found[0]
        for documents in found[1:]:
            some = algebra.either(some, documents)
        for part in required:
            some = algebra.both(some, self._documents(part, number))
        if mode == "any":
            return Answer(some, nothing)
        full = some
        for documents in found:
            full = algebra.both(full, documents)
        return Answer(full, algebra.without(some, full))

    def _documents(self, node: Node, number: int, scope: str = fields.TEXT) -> Anything:
        segment, algebra = self._segments[number], self.algebra
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return algebra.of(self._counts[scope, node][number], segment)
            case Weighted(part):
                return self._documents(part, number, scope)
            case Near() | AtLeast():
                return algebra.numbered(self._placed(node, number, scope), segment)
            case Has(name):
                return self._having(segment, name)
            case Length(least, most):
                last = (1 << 32) if most is None else most + 1
                return _between(algebra, segment, segment.words, least or 0, last)
            case All(parts):
                found = self._documents(parts[0], number, scope)
                for part in parts[1:]:
                    if isinstance(part, Not):
                        found = algebra.without(found, self._documents(part.part, number, scope))
                    else:
                        found = algebra.both(found, self._documents(part, number, scope))
                return found
            case Any(parts) | Alike(parts):
                found = self._documents(parts[0], number, scope)
                for part in parts[1:]:
                    found = algebra.either(found, self._documents(part, number, scope))
                return found
            case Not(part):
                return algebra.without(
                    algebra.everything(segment), self._documents(part, number, scope)
                )
            case In(name, part):
                return self._documents(part, number, name)
            case Is(state):
                return self._in_state(number, state)
            case Everything():
                return algebra.everything(segment)
            case Dated(since, until):
                return _dated(algebra, segment, since, until)
            case PathLike(pattern):
                return algebra.numbered(_path_like(segment, pattern), segment)

    def _in_state(self, number: int, state: str) -> Anything:
        segment = self._segments[number]
        if state == "copy":
            groups = self._stories.groups(number) if self._stories is not None else None
            if groups is None:
                return self.algebra.numbered((), segment)
            return _between(self.algebra, segment, groups, 1, 1 << 32)
        entry = segment.terms.find(fields.key("is", state))
        found = segment.postings(entry).docs() if entry is not None else []
        return self.algebra.numbered(found, segment)

    def _having(self, segment: Segment, field: str) -> Anything:
        """Documents of which a field is known."""
        if field == "date":
            return _between(self.algebra, segment, segment.dates, NO_DATE + 1, 1 << 62)
        found: set[int] = set()
        if field in fields.FACETS:
            before = 0
            for document, end in enumerate(segment.facet(field).ends.tolist()):
                if end > before:
                    found.add(document)
                before = end
        else:
            for _, entry in segment.terms.with_prefix(fields.key(field, "")):
                found.update(segment.postings(entry).docs())
        return self.algebra.numbered(found, segment)

    def _placed(self, node: Node, number: int, scope: str) -> list[int]:
        """The documents in which the parts of ``node`` stand as it asks."""
        from newsgrep.engine.whoosh import places

        if isinstance(node, AtLeast):
            return places.documents_with(self._places(node.part, number, scope), node.count)
        return places.documents_of(self._places(node, number, scope))

    def _places(self, node: Node, number: int, scope: str) -> Anything:
        """Where ``node`` occurs in the documents of segment ``number``."""
        from newsgrep.engine.whoosh import places

        segment = self._segments[number]
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return places.places_of(self._leaves[scope, node], segment)
            case Near(left, right):
                return places.near(
                    node,
                    self._places(left, number, scope),
                    self._places(right, number, scope),
                    segment,
                )
            case Weighted(part):
                return self._places(part, number, scope)
            case In(name, part):
                return self._places(part, number, name)
            case Any(parts) | Alike(parts):
                return places.joined([self._places(part, number, scope) for part in parts])
            case All(parts):
                return places.together([self._places(part, number, scope) for part in parts])
        raise TypeError(f"{type(node).__name__} has no place in a text")

    # Scores

    def scores(self, found: Sequence[Anything]) -> list[Anything]:
        """BM25 of the documents ``found`` in each segment."""
        algebra = self.algebra
        totals = [
            algebra.zeros(documents, segment)
            for documents, segment in zip(found, self._segments, strict=True)
        ]
        for name, weight in self._scored.items():
            worth = self._worth(name, weight)
            for total, counts, segment in zip(
                totals, self._counts[name], self._segments, strict=True
            ):
                algebra.add_scores(total, counts, segment, self._average, worth)
        for name, mentioned in self._mentioned.items():
            # A person's later bare surname counts, in the articles that name the person.
            worth = bm25.idf(self.frequency(name), self.articles)
            for total, counts, segment in zip(totals, mentioned, self._segments, strict=True):
                algebra.add_scores(total, counts, segment, self._average, worth)
        return totals

    def _worth(self, name: Name, weight: float) -> float:
        return weight * bm25.idf(self.frequency(name), self.articles)

    def closeness(self, rows: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """What each (segment, document) gets for words of the question that stand close."""
        pairs = [
            (left, right)
            for left, right in _neighbours(self._query)
            if self._is_telling(left) and self._is_telling(right)
        ]
        wanted: dict[int, set[int]] = {}
        for number, document in rows:
            wanted.setdefault(number, set()).add(document)
        found: dict[tuple[int, int], float] = {}
        for number, documents in wanted.items() if pairs else ():
            segment = self._segments[number]
            known = {
                name: closeness.positions(self._leaves[name], segment, documents, self.algebra)
                for name in {name for pair in pairs for name in pair}
            }
            for left, right in pairs:
                ours, theirs = known[left], known[right]
                if ours is None or theirs is None:
                    continue
                worth = (self._worth(left, 1.0) + self._worth(right, 1.0)) / 2
                for document in ours.keys() & theirs.keys():
                    more = closeness.bonus(
                        ours[document], theirs[document], segment.words[document],
                        self._average, worth,
                    )  # fmt: skip
                    if more:
                        row = (number, document)
                        found[row] = found.get(row, 0.0) + more
        return found

    def _is_telling(self, name: Name) -> bool:
        """Whether a word is not in so many articles that it stands close to everything."""
        return name in self._scored and (
            self.articles < 1000 or 3 * self.frequency(name) < self.articles
        )

    def parts(self, number: int, document: int) -> list[Part]:
        """What each word of the question gave a document, and where the word stands in it."""
        from newsgrep.query.tree import describe

        segment = self._segments[number]
        found = []
        for name, weight in self._scored.items():
            counts = self._counts[name][number]
            occurrences = self.algebra.weight_of(counts, document)
            if not occurrences:
                continue
            total = self.algebra.zeros(self.algebra.numbered((document,), segment), segment)
            self.algebra.add_scores(
                total, counts, segment, self._average, self._worth(name, weight)
            )
            scope, node = name
            what = describe(node) if scope == fields.TEXT else f"{scope}:{describe(node)}"
            found.append(
                Part(
                    what,
                    self.algebra.score_of(total, document),
                    f"{self._where(name, number, document)}; in {self.frequency(name):,} articles",
                )
            )
        return found

    def _where(self, name: Name, number: int, document: int) -> str:
        segment, leaf = self._segments[number], self._leaves[name]
        places = {
            place & 0xFFFFFFFF
            for slots in leaf.alternatives
            if slots
            for place in lists.starts(slots, segment)
            if place >> 32 == document
        }
        title_end, lead_end = segment.title_ends[document], segment.lead_ends[document]
        counts = {
            "headline": sum(place < title_end for place in places),
            "lead": sum(title_end <= place < lead_end for place in places),
            "text": sum(place >= max(title_end, lead_end) for place in places),
        }
        return ", ".join(f"{zone} {count}" for zone, count in counts.items() if count)


def _needs_all(node: Node) -> bool:
    """Whether a question looks at every document, whatever its words."""
    match node:
        case Everything() | Dated() | Length() | PathLike() | Not() | Has() | Is():
            return True
        case All(parts) | Any(parts) | Alike(parts):
            return any(_needs_all(part) for part in parts)
    return False


def _between(
    algebra: ModuleType, segment: Segment, column: memoryview, least: int, end: int
) -> Anything:
    """Documents whose value in a column is ``least`` or more, and less than ``end``."""
    if algebra is lists:
        found = {n for n, value in enumerate(column.tolist()) if least <= value < end}
        return algebra.numbered(found, segment)
    import numpy as np

    values = np.frombuffer(column, dtype=column.format).astype(np.int64, copy=False)
    return algebra.numbered((values >= least) & (values < end), segment)


def _dated(
    algebra: ModuleType, segment: Segment, since: date | None, until: date | None
) -> Anything:
    first = (since.toordinal() - _EPOCH) * _SECONDS_A_DAY if since else NO_DATE + 1
    last = (until.toordinal() - _EPOCH) * _SECONDS_A_DAY if until else 1 << 62
    return _between(algebra, segment, segment.dates, first, last)


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
    return {document for document, file in enumerate(segment.files.tolist()) if file in files}
