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
from newsgrep.search.analysis.results import Explanation
from newsgrep.search.searching import Question, check, tree_of

if TYPE_CHECKING:
    from newsgrep.engines.interface import Searcher


def explain(searcher: Searcher | None, question: Question) -> Explanation:
    """How ``question`` is understood; without a searcher, no word has forms or counts."""
    check(question)
    node = tree_of(question)
    words = searcher.words(node, expand=question.expand) if searcher is not None else []
    notes: tuple[str, ...] = ()
    total = 0
    if searcher is not None:
        found = searcher.search(
            node, mode=question.mode, sort="relevance", limit=0, offset=0, expand=question.expand
        )
        notes, total = tuple(found.notes), found.full
    return Explanation(
        question.query,
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
