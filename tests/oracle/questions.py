"""Questions as trees of records, and how each is written in the query language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Word:
    """``text`` as it is typed, without its signs."""

    text: str
    kind: Literal["plain", "exact", "acronym", "wild", "regex", "fuzzy"] = "plain"
    edits: int = 0


@dataclass(frozen=True)
class Phrase:
    """Words side by side; ``*`` and ``?`` in them are letters left open."""

    words: tuple[str, ...]
    exact: bool = False


@dataclass(frozen=True)
class Slop:
    """``"a b"~n``."""

    words: tuple[str, ...]
    distance: int


@dataclass(frozen=True)
class Near:
    """``left w/n right``; or in order."""

    left: Node
    right: Node
    distance: int
    ordered: bool = False
    spelling: str = "w/"


@dataclass(frozen=True)
class Within:
    """In one sentence (``s``) or paragraph (``p``)."""

    left: Node
    right: Node
    unit: Literal["s", "p"]


@dataclass(frozen=True)
class AtLeast:
    times: int
    part: Node
    spelling: str = "atleast/"


@dataclass(frozen=True)
class Scope:
    """In a part of the article."""

    name: Literal["title", "lead", "body", "quote"]
    part: Node


@dataclass(frozen=True)
class Fact:
    """A field of facts, and the values looked for: words or phrases."""

    name: str
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Language:
    code: str


@dataclass(frozen=True)
class Path:
    pattern: str


@dataclass(frozen=True)
class Dated:
    """Days from ``first`` to ``last``, ``YYYY-MM-DD`` or empty; ``written`` as it is typed."""

    first: str
    last: str
    written: str


@dataclass(frozen=True)
class Length:
    least: int
    most: int
    written: str


@dataclass(frozen=True)
class State:
    """``is:``, ``has:`` and ``no:``."""

    sign: Literal["is", "has", "no"]
    name: str


@dataclass(frozen=True)
class Weighted:
    part: Node
    weight: int


@dataclass(frozen=True)
class All:
    parts: tuple[Node, ...]
    written: bool = True


@dataclass(frozen=True)
class Any:
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Not:
    part: Node
    dash: bool = False


@dataclass(frozen=True)
class Everything:
    pass


Node = (
    Word | Phrase | Slop | Near | Within | AtLeast | Scope | Fact | Language | Path | Dated
    | Length | State | Weighted | All | Any | Not | Everything
)  # fmt: skip

_BINDS = {Any: 1, All: 2, Not: 3, AtLeast: 4, Near: 5, Within: 5}


def written(node: Node) -> str:
    """The node in the query language, with no more parentheses than it needs."""
    match node:
        case Word(text, kind, edits):
            return _word(text, kind, edits)
        case Phrase(words, exact):
            return f'{"=" if exact else ""}"{" ".join(words)}"'
        case Slop(words, distance):
            return f'"{" ".join(words)}"~{distance}'
        case Near(left, right, distance, _, spelling):
            return f"{_inner(left, 6)} {spelling}{distance} {_inner(right, 6)}"
        case Within(left, right, unit):
            return f"{_inner(left, 6)} w/{unit} {_inner(right, 6)}"
        case AtLeast(times, part, spelling):
            if spelling == "atleast(":
                return f"atleast{times}({written(part)})"
            return f"atleast/{times} {_inner(part, 6)}"
        case Scope(name, part):
            return f"{name}:{_inner(part, 6)}"
        case Weighted(part, weight):
            return f"{_inner(part, 6)}^{weight}"
        case All(parts, spelled):
            return (" AND " if spelled else " ").join(_inner(part, 2) for part in parts)
        case Any(parts):
            return " OR ".join(_inner(part, 1) for part in parts)
        case Not(part, dash):
            return f"{'-' if dash else 'NOT '}{_inner(part, 6 if dash else 3)}"
        case Everything():
            return "*"
    return _fact(node)


def _fact(node: Node) -> str:
    match node:
        case Fact(name, values):
            texts = [_value(words) for words in values]
            return f"{name}:{texts[0]}" if len(texts) == 1 else f"{name}:({' OR '.join(texts)})"
        case Language(code):
            return f"lang:{code}"
        case Path(pattern):
            return f"path:{pattern}"
        case Dated(_, _, text):
            return f"date:{text}"
        case Length(_, _, text):
            return f"words:{text}"
        case State(sign, name):
            return f"{sign}:{name}"
    raise TypeError(node)


def _word(text: str, kind: str, edits: int) -> str:
    match kind:
        case "exact":
            return f"={text}"
        case "regex":
            return f"/{text}/"
        case "fuzzy":
            return f"{text}~{edits}"
    return text


def _value(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f'"{" ".join(words)}"'


def _inner(node: Node, least: int) -> str:
    """The node, in parentheses where it binds less tightly than what stands around it."""
    text = written(node)
    return text if _BINDS.get(type(node), 9) > least else f"({text})"


def smaller(node: Node) -> list[Node]:
    """The questions that are a step simpler."""
    match node:
        case All(parts, spelled):
            return [*parts, *_lists(parts, lambda kept: All(kept, spelled))]
        case Any(parts):
            return [*parts, *_lists(parts, Any)]
        case Not(part, dash):
            return [part, *(Not(one, dash) for one in smaller(part))]
        case Near(left, right, distance, ordered, spelling):
            steps: list[Node] = [left, right]
            steps += [Near(o, right, distance, ordered, spelling) for o in smaller(left)]
            return steps + [Near(left, o, distance, ordered, spelling) for o in smaller(right)]
        case Within(left, right, unit):
            steps = [left, right]
            steps += [Within(one, right, unit) for one in smaller(left)]
            return steps + [Within(left, one, unit) for one in smaller(right)]
        case AtLeast(times, part, spelling):
            return [part, *(AtLeast(times, one, spelling) for one in smaller(part))]
        case Scope(name, part):
            return [part, *(Scope(name, one) for one in smaller(part))]
        case Weighted(part, _):
            return [part]
        case Phrase(words, exact) if len(words) > 2:
            return [Phrase(words[1:], exact), Phrase(words[:-1], exact)]
        case Slop(words, distance) if len(words) > 2:
            return [Slop(words[1:], distance), Slop(words[:-1], distance)]
        case Fact(name, values) if len(values) > 1:
            return [Fact(name, (value,)) for value in values]
    return []


def _lists(parts: tuple[Node, ...], make: object) -> list[Node]:
    made: list[Node] = []
    for number, part in enumerate(parts):
        if len(parts) > 2:
            made.append(make(parts[:number] + parts[number + 1 :]))  # type: ignore[operator]
        for one in smaller(part):
            made.append(make((*parts[:number], one, *parts[number + 1 :])))  # type: ignore[operator]
    return made
