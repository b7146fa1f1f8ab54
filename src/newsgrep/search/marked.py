"""Marks and notes in a question: what is kept beside the index, looked up for the engine."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrep.fields import SEEN
from newsgrep.query.ast import All, Any, Marked, Node, Not, Weighted
from newsgrep.request import Marks
from newsgrep.text.nearest import did_you_mean

_MOST = 8
"""Marks that are named to who asked for another."""


def with_hashes(node: Node, marks: Marks | None) -> Node:
    """The tree, in which each part that asks for marks or notes has the articles they are on."""
    match node:
        case Marked(name, value) if marks is not None:
            return Marked(name, value, marks.hashes(name, value), node.span)
        case All(parts, explicit, span):
            return All(tuple(with_hashes(part, marks) for part in parts), explicit, span)
        case Any(parts, span):
            return Any(tuple(with_hashes(part, marks) for part in parts), span)
        case Not(part, span):
            return Not(with_hashes(part, marks), span)
        case Weighted(part, weight, span):
            return Weighted(with_hashes(part, marks), weight, span)
    return node


def mark_notes(node: Node, marks: Marks | None) -> list[str]:
    """What ought to be said of marks that were asked for and that no article has."""
    found = []
    for one in dict.fromkeys(_empty(node)):
        counts = marks.counts() if marks is not None else {}
        if one.name == "note":
            found.append(
                "no article has a note" if one.value == "*" else f'no note has "{one.value}" in it'
            )
            continue
        what = "marked" if one.value == "*" else f'marked "{one.value}"'
        names = [f'"{name}"' if " " in name else name for name in counts]
        near = did_you_mean(one.value, names, "mark:{}").strip()
        known = ", ".join(list(counts)[:_MOST])
        more = "; ".join(filter(None, (near, f"marks here: {known}" if known else "")))
        found.append(f"no article is {what}" + (f" ({more})" if more else ""))
    return found


def _empty(node: Node) -> Iterator[Marked]:
    match node:
        case Marked() if not node.hashes:
            yield node
        case Not(Marked("is", value)) if value == SEEN:
            # Where nothing has been seen, everything is unseen.
            return
        case All(parts) | Any(parts):
            for part in parts:
                yield from _empty(part)
        case Not(part) | Weighted(part):
            yield from _empty(part)
