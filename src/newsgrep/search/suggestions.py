"""Nothing found: what each word has, what one word less would give, what was meant perhaps."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from newsgrep.query.ast import All, Dated, In, Node, Not, Phrase, Weighted, Word, describe
from newsgrep.results import Suggestions
from newsgrep.text.fold import fold

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Query

MAX_PARTS = 12
MAX_SECONDS = 0.4
"""Suggestions that take longer to work out come too late: the rest is left out."""

NEAR = 0.65
"""How alike two words are, from 0 to 1, of which one may be a mistyped other."""


def suggestions(snapshot: Snapshot, query: Query) -> Suggestions:
    """What to try instead of a question that nothing answers."""
    node = query.tree
    parts = list(node.parts)[:MAX_PARTS] if isinstance(node, All) else [node]
    deadline = monotonic() + MAX_SECONDS
    counts = []
    for part in parts:
        if monotonic() < deadline:
            counts.append((describe(part), snapshot.count(query.of(part))))
    without = []
    if len(parts) > 1:
        for at, part in enumerate(parts):
            if monotonic() > deadline:
                break
            rest = [*parts[:at], *parts[at + 1 :]]
            left: Node = All(tuple(rest), explicit=True) if len(rest) > 1 else rest[0]
            found = snapshot.count(query.of(left))
            if found:
                without.append((describe(part), found))
    as_typed = query.asked(expand=False)
    spelling = []
    for word in _words(node):
        if not snapshot.count(as_typed.of(word)):
            for near, articles in snapshot.spelling(word.text)[:2]:
                spelling.append((word.text, near, articles))
    names = []
    for field, value in _named(node):
        if not snapshot.count(as_typed.of(In(field, Phrase(value)))):
            for near, articles in snapshot.nearest_values(field, value):
                if articles and _is_near(value, near):
                    names.append((field, near, articles))
    dated = any(isinstance(part, Dated) for part in parts)
    first, last = snapshot.span() if dated else ("", "")
    return Suggestions(
        words=tuple(counts) if len(parts) > 1 else (),
        without=tuple(sorted(without, key=lambda item: -item[1])),
        spelling=tuple(spelling),
        names=tuple(names),
        first_date=first,
        last_date=last,
    )


def _is_near(typed: str, name: str) -> bool:
    """Whether somebody may have meant ``name``: each word typed is nearly one of its words."""
    from difflib import get_close_matches

    words = fold(name).split()
    return all(get_close_matches(word, words, n=1, cutoff=NEAR) for word in fold(typed).split())


def _words(node: Node) -> Iterator[Word]:
    """The plain words that are looked for in the text."""
    match node:
        case Word():
            yield node
        case Phrase(text):
            yield from (Word(word) for word in text.split())
        case All(parts):
            for part in parts:
                yield from _words(part)
        case Weighted(part):
            yield from _words(part)


def _named(node: Node) -> Iterator[tuple[str, str]]:
    """The names that are asked for, with their fields."""
    match node:
        case In("author" | "source" | "person" | "org" | "location" as field, part):
            if isinstance(part, Word | Phrase):
                yield field, part.text
        case All(parts):
            for part in parts:
                if not isinstance(part, Not):
                    yield from _named(part)
