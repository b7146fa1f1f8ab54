"""What a query says, as a tree of small dataclasses.

``span`` is the pair of character offsets in the query's text that a node was read from; it
takes no part in comparisons.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

Span = tuple[int, int]
_NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Everything:
    """All articles."""

    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, as typed; in any of its forms unless ``exact``."""

    text: str
    exact: bool = False
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words next to each other, in this order; in any of their forms unless ``exact``."""

    text: str
    exact: bool = False
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with ``*`` for any letters and ``?`` for one."""

    pattern: str
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Articles that match every part; ``explicit`` where AND was written."""

    parts: tuple[Node, ...]
    explicit: bool = False
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Any:
    """Articles that match at least one part."""

    parts: tuple[Node, ...]
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that do not match the part."""

    part: Node
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class In:
    """The part, looked for in one field."""

    field: str
    part: Node
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles of the days from ``since`` up to but not including ``until``; None is open."""

    since: date | None
    until: date | None
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class PathLike:
    """Articles whose path matches a shell pattern."""

    pattern: str
    span: Span = dataclasses.field(default=_NOWHERE, compare=False)


Node = Everything | Word | Phrase | Wildcard | All | Any | Not | In | Dated | PathLike


def describe(node: Node) -> str:
    """The tree as a query with every operator and parenthesis written out."""
    match node:
        case Everything():
            return "*"
        case Word(text, exact):
            return f"={text}" if exact else text
        case Phrase(text, exact):
            return f'="{text}"' if exact else f'"{text}"'
        case Wildcard(pattern):
            return pattern
        case All(parts):
            return " AND ".join(_bracketed(part) for part in parts)
        case Any(parts):
            return " OR ".join(_bracketed(part) for part in parts)
        case Not(part):
            return f"NOT {_bracketed(part)}"
        case In(name, part):
            return f"{name}:{_bracketed(part)}"
        case Dated(since, until):
            return f"date:{since or ''}..{_last_day(until)}"
        case PathLike(pattern):
            return f'path:"{pattern}"'


def _bracketed(node: Node) -> str:
    text = describe(node)
    return f"({text})" if isinstance(node, All | Any) else text


def _last_day(until: date | None) -> str:
    if until is None:
        return ""
    return date.fromordinal(until.toordinal() - 1).isoformat() if until > date.min else ""
