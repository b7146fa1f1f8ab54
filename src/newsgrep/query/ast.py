"""What a query says, as a tree of small dataclasses.

``span`` is the pair of character offsets in the query's text that a node was read from; it
takes no part in comparisons.
"""

from __future__ import annotations

from datetime import date

from newsgrep.records import record

Span = tuple[int, int]
_NOWHERE: Span = (0, 0)


@record
class Everything:
    """All articles."""

    span: Span = _NOWHERE


@record
class Word:
    """A word, as typed; in any of its forms unless ``exact``."""

    text: str
    exact: bool = False
    span: Span = _NOWHERE


@record
class Phrase:
    """Words next to each other, in this order; in any of their forms unless ``exact``."""

    text: str
    exact: bool = False
    span: Span = _NOWHERE


@record
class Wildcard:
    """A word with ``*`` for any letters and ``?`` for one."""

    pattern: str
    span: Span = _NOWHERE


@record
class Fuzzy:
    """A word, or one that is ``edits`` letters away from it."""

    text: str
    edits: int
    span: Span = _NOWHERE


@record
class Regex:
    """Words that a regular expression matches from end to end."""

    pattern: str
    span: Span = _NOWHERE


@record
class Near:
    """Two parts close to each other: within ``distance`` words, or in one sentence or paragraph.

    ``unit`` is ``words``, ``sentence`` or ``paragraph``; ``ordered`` asks for left before right.
    """

    left: Node
    right: Node
    unit: str
    distance: int = 0
    ordered: bool = False
    span: Span = _NOWHERE


@record
class AtLeast:
    """Articles in which the part occurs ``count`` times or more."""

    count: int
    part: Node
    span: Span = _NOWHERE


@record
class Weighted:
    """The part, counting ``weight`` times as much in ranking."""

    part: Node
    weight: float
    span: Span = _NOWHERE


@record
class Has:
    """Articles of which a field is known."""

    field: str
    span: Span = _NOWHERE


@record
class Length:
    """Articles of ``least`` to ``most`` words, both included; None is open."""

    least: int | None
    most: int | None
    span: Span = _NOWHERE


@record
class All:
    """Articles that match every part; ``explicit`` where AND was written."""

    parts: tuple[Node, ...]
    explicit: bool = False
    span: Span = _NOWHERE


@record
class Any:
    """Articles that match at least one part."""

    parts: tuple[Node, ...]
    span: Span = _NOWHERE


@record
class Alike:
    """Several ways to say one thing: an acronym and its long form. Any of them is a match."""

    parts: tuple[Node, ...]
    span: Span = _NOWHERE


@record
class Is:
    """Articles in a state: ``corrected``, ``updated`` or ``copy``."""

    state: str
    span: Span = _NOWHERE


@record
class Valued:
    """Articles of which a field has exactly this value, as facets count it."""

    field: str
    value: str
    span: Span = _NOWHERE


@record
class Not:
    """Articles that do not match the part."""

    part: Node
    span: Span = _NOWHERE


@record
class In:
    """The part, looked for in one field."""

    field: str
    part: Node
    span: Span = _NOWHERE


@record
class Dated:
    """Articles of the days from ``since`` up to but not including ``until``; None is open."""

    since: date | None
    until: date | None
    span: Span = _NOWHERE


@record
class PathLike:
    """Articles whose path matches a shell pattern."""

    pattern: str
    span: Span = _NOWHERE


@record
class Marked:
    """Articles that somebody marked so: ``name`` is ``mark`` or ``note``, ``value`` what is asked.

    The language knows nothing of who marked what; ``hashes`` has the first 16 bytes of the content
    hashes of those articles, once that was looked up.
    """

    name: str
    value: str
    hashes: frozenset[bytes] = frozenset()
    span: Span = _NOWHERE


Node = (
    Everything
    | Word
    | Phrase
    | Wildcard
    | Fuzzy
    | Regex
    | Near
    | AtLeast
    | Weighted
    | Has
    | Length
    | Is
    | All
    | Any
    | Alike
    | Not
    | In
    | Dated
    | PathLike
    | Marked
    | Valued
)


def describe(node: Node) -> str:
    """The tree as a query with every operator and parenthesis written out."""
    match node:
        case Near(left, right, unit, distance, ordered):
            name = "pre" if ordered else "w"
            operator = f"{name}/{distance if unit == 'words' else unit[0]}"
            return f"{_tight(left)} {operator} {_tight(right)}"
        case AtLeast(count, part):
            return f"atleast/{count} {_tight(part)}"
        case Weighted(part, weight):
            return f"{_tight(part)}^{weight:g}"
        case All(parts):
            return " AND ".join(_bracketed(part) for part in parts)
        case Any(parts) | Alike(parts):
            return " OR ".join(_bracketed(part) for part in parts)
        case Not(part):
            return f"NOT {_bracketed(part)}"
        case In(name, part):
            return f"{name}:{_tight(part)}"
        case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
            return _term(node)
    return _filter(node)


def _term(node: Word | Phrase | Wildcard | Fuzzy | Regex) -> str:
    match node:
        case Word(text, exact):
            return f"={text}" if exact else text
        case Phrase(text, exact):
            return f'="{text}"' if exact else f'"{text}"'
        case Wildcard(pattern):
            return pattern
        case Fuzzy(text, edits):
            return f"{text}~{edits}"
        case Regex(pattern):
            return f"/{pattern}/"


def _filter(node: Everything | Has | Length | Is | Dated | PathLike | Marked | Valued) -> str:
    match node:
        case Everything():
            return "*"
        case Has(name):
            return f"has:{name}"
        case Length(least, most):
            return f"words:{'' if least is None else least}..{'' if most is None else most}"
        case Is(state):
            return f"is:{state}"
        case Dated(since, until):
            return f"date:{since or ''}..{_last_day(until)}"
        case PathLike(pattern):
            return f'path:"{pattern}"'
        case Marked(name, value):
            return f'{name}:"{value}"' if " " in value else f"{name}:{value}"
        case Valued(name, value):
            return f'{name}=="{value}"'


def _bracketed(node: Node) -> str:
    text = describe(node)
    return f"({text})" if isinstance(node, All | Any | Alike) else text


def _tight(node: Node) -> str:
    """In brackets where what stands beside it binds more closely than what is in it."""
    text = describe(node)
    return f"({text})" if isinstance(node, All | Any | Alike | Near | AtLeast | Not) else text


def _last_day(until: date | None) -> str:
    if until is None:
        return ""
    return date.fromordinal(until.toordinal() - 1).isoformat() if until > date.min else ""
