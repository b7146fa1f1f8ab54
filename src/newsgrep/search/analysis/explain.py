"""A query as it was understood: its tree, its dates, the forms of its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgrep.query.ast import (
    Alike,
    All,
    Any,
    AtLeast,
    Dated,
    In,
    Near,
    Node,
    Not,
    Phrase,
    Weighted,
    Word,
    describe,
)
from newsgrep.request import Request
from newsgrep.search.analysis.results import Explanation
from newsgrep.search.marked import mark_notes
from newsgrep.search.request_tree import query_of

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot


def explain(snapshot: Snapshot | None, request: Request) -> Explanation:
    """How ``question`` is understood; without a snapshot, no word has forms or counts."""
    query = query_of(request)
    node = query.tree
    words = snapshot.words(query) if snapshot is not None else []
    notes = (
        (*snapshot.notes(query), *mark_notes(node, request.marks)) if snapshot is not None else ()
    )
    total = snapshot.count(query) if snapshot is not None else 0
    return Explanation(
        request.query,
        describe(node),
        tuple(tree_lines(node)),
        tuple((word.text, word.field, word.forms, word.articles) for word in words),
        total,
        notes,
    )


def tree_lines(node: Node, depth: int = 0) -> Iterator[tuple[int, str]]:
    """The lines of a tree, each with its depth."""
    match node:
        case All(parts, explicit):
            yield depth, "all of" if explicit else "all of, else some of"
            for part in parts:
                yield from tree_lines(part, depth + 1)
        case Any(parts) | Alike(parts):
            yield depth, "any of"
            for part in parts:
                yield from tree_lines(part, depth + 1)
        case Not(part):
            yield depth, "not"
            yield from tree_lines(part, depth + 1)
        case Near(left, right, unit, distance, ordered):
            within = f"within {distance} words" if unit == "words" else f"in one {unit}"
            yield depth, f"{within}, {'in this order' if ordered else 'in either order'}"
            yield from tree_lines(left, depth + 1)
            yield from tree_lines(right, depth + 1)
        case AtLeast(count, part):
            yield depth, f"at least {count} times"
            yield from tree_lines(part, depth + 1)
        case Weighted(part, weight):
            yield depth, f"counting {weight:g} times"
            yield from tree_lines(part, depth + 1)
        case In(field, part):
            yield depth, f"in {field}"
            yield from tree_lines(part, depth + 1)
        case Dated():
            yield depth, f"published {describe(node).removeprefix('date:').replace('..', ' to ')}"
        case Word(text, exact):
            yield depth, f"word {text}{' (this form only)' if exact else ''}"
        case Phrase(text, exact):
            yield depth, f'phrase "{text}"{" (these forms only)" if exact else ""}'
        case _:
            yield depth, describe(node)
