"""What of a query's tree is looked up, what an answer may lack, what stands side by side."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expansion import TermNode
from newsgrep.query.ast import (
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
    Marked,
    Near,
    Node,
    Not,
    PathLike,
    Phrase,
    Regex,
    Valued,
    Weighted,
    Wildcard,
    Word,
)

MAX_PAIRS = 8
TOGETHER = 0.5
"""What a hyphenated word counts as it stands, beside each of its parts."""

TermName = tuple[str, TermNode]
"""A term: the field or zone it is looked for in, and its node."""


def term_nodes(node: Node, scope: str = term_keys.TEXT) -> Iterator[tuple[str, TermNode, float]]:
    """The terms of a tree: the field each is looked for in, and its weight; 0 under NOT."""
    match node:
        case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
            yield scope, node, 1.0
        case Alike((Word() as hyphenated, All(parts))):
            yield scope, hyphenated, TOGETHER
            for part in parts:
                yield from term_nodes(part, scope)
        case All(parts) | Any(parts) | Alike(parts):
            for part in parts:
                yield from term_nodes(part, scope)
        case Near(left, right):
            yield from term_nodes(left, scope)
            yield from term_nodes(right, scope)
        case AtLeast(_, part):
            yield from term_nodes(part, scope)
        case Weighted(part, factor):
            for inner, term, weight in term_nodes(part, scope):
                yield inner, term, weight * factor
        case Not(part):
            for inner, term, _ in term_nodes(part, scope):
                yield inner, term, 0.0
        case In(name, part):
            yield from term_nodes(part, name)


def _is_optional(node: Node) -> bool:
    if isinstance(node, Weighted):
        return _is_optional(node.part)
    return isinstance(node, Word | Phrase | Wildcard | Fuzzy | Regex | Alike)


def optional_words(node: Node) -> tuple[list[Node], list[Node]]:
    """The words that an answer in part may lack, and what it must have all the same.

    Only words written side by side are optional: not those joined by AND or OR, nor fields,
    exclusions and dates. Without at least two of them there is no answer in part.
    """
    if _is_optional(node):
        return ([node], []) if len(words_of(node)) > 1 else ([], [node])
    if not isinstance(node, All) or node.explicit:
        return [], [node]
    optional: list[Node] = []
    required: list[Node] = []
    for part in node.parts:
        (optional if _is_optional(part) else required).append(part)
    several = len([word for part in optional for word in words_of(part)]) > 1
    return (optional, required) if several else ([], [node])


def words_of(node: Node) -> tuple[Node, ...]:
    """What of an optional part can be found by itself: the words of a long form or with hyphens."""
    match node:
        case Weighted(part):
            return words_of(part)
        case Alike(parts) | All(parts):
            return tuple(word for part in parts for word in words_of(part))
    return (node,)


def neighbours(node: Node) -> list[tuple[TermName, TermName]]:
    """Pairs of plain words that stand side by side in the question."""
    pairs: list[tuple[TermName, TermName]] = []
    before: TermName | None = None
    for part in node.parts if isinstance(node, All) else (node,):
        words = [one for one in _written(part) if isinstance(one, Word)]
        if not words:
            before = None
        for word in words:
            name: TermName = (term_keys.TEXT, word)
            if before is not None:
                pairs.append((before, name))
            before = name
    return pairs[:MAX_PAIRS]


def _written(part: Node) -> tuple[Node, ...]:
    """The words of a part of a question, one after the other as they were typed."""
    match part:
        case Weighted(inner):
            return _written(inner)
        case Alike(ways):
            return next((_written(way) for way in ways if isinstance(way, All)), ())
        case All(parts):
            return parts
    return (part,)


def needs_all(node: Node) -> bool:
    """Whether a question looks at every document, whatever its words."""
    match node:
        case Everything() | Dated() | Length() | PathLike() | Not() | Has() | Is():
            return True
        case Marked() | Valued():
            return True
        case All(parts) | Any(parts) | Alike(parts):
            return any(needs_all(part) for part in parts)
    return False
