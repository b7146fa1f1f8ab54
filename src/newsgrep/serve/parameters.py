"""What may be asked in an address: one table, which requests, checks and OpenAPI are made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from newsgrep.errors import UsageError
from newsgrep.request import SORTS, SYNTAXES, Context, Copies, Mode, Rank, Request, check
from newsgrep.text.nearest import did_you_mean

LONGEST = 8000
"""Characters of a value."""
MOST_HITS = 1000
"""Hits of one answer that is not streamed."""
FARTHEST = 1_000_000_000
MOST_QUERIES = 12
"""Values of a parameter that may be given several times."""

Pairs = Sequence[tuple[str, str]]


class Parameter(NamedTuple):
    """A parameter: its name, what it is (``text``, ``number``, ``share``, ``switch``), its help."""

    name: str
    kind: str
    help: str
    default: Any = None
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = FARTHEST
    several: bool = False
    """Whether it may be given several times."""
    attribute: str = ""
    """The field of a :class:`Request` that it is, where that has another name."""
    longest: int = LONGEST
    """Characters of a text."""


Q = Parameter("q", "text", "The query; @NAME is what an alert asks.", "", attribute="query")

FILTERS = (
    Parameter("since", "text", "Published then or later.", ""),
    Parameter("until", "text", "Published then or before.", ""),
    Parameter("author", "text", "By this author.", ""),
    Parameter("source", "text", "From this publication.", ""),
    Parameter("lang", "text", "In this language: a code or a name.", "", attribute="language"),
    Parameter("path", "text", "In files like this, as a shell pattern.", ""),
    Parameter(
        "in", "text", "A value that facets count, as field:value; several are all asked for.", (),
        several=True, attribute="having",
    ),
    Parameter("unseen", "switch", "Without those marked as seen, key or irrelevant.", False),
    Parameter("syntax", "text", "The language of the query.", "newsgrep", SYNTAXES),
    Parameter("expand", "switch", "Whether an acronym is also its long form.", True),
)  # fmt: skip
"""What narrows a question."""

MODE = Parameter("mode", "text", "All the words; any; or all first.", "default", get_args(Mode))
COPIES = Parameter(
    "copies", "text", "Of near-copies one, all, or only such.", "collapse", get_args(Copies)
)
QUESTION = (Q, *FILTERS)

QUOTED = (
    Parameter("said", "text", "Only what this person said.", ""),
    Parameter("matching", "switch", "Only quotations with a word of the query in them.", False),
    Parameter("sure", "share", "Only speakers so sure.", 0.0),
    Parameter("everyone", "switch", "Also without a known speaker, and single words.", False),
)
"""Which quotations are wanted."""

SEARCH = (
    *QUESTION,
    MODE,
    COPIES,
    Parameter("sort", "text", "The order; -date turns date round.", "relevance", SORTS),
    Parameter("rank", "text", "What relevance is.", "bm25", get_args(Rank)),
    Parameter("limit", "number", "Hits; 0 for all, where the answer is streamed.", 10),
    Parameter("offset", "number", "Hits to leave out first.", 0),
    Parameter("snippets", "number", "Passages of each hit.", 3, most=100),
    Parameter("context", "text", "What a passage is.", "sentence", get_args(Context)),
    Parameter("explain", "switch", "Whether hits tell what gave them their score.", False),
)

ID = Parameter("id", "text", "The id of an article, or the start of one.", "")
NAME = Parameter("name", "text", "The name of a saved search.", "")

MARK = (
    ID,
    Parameter("mark", "text", "seen, key, irrelevant, or a tag.", ""),
    Parameter("note", "text", "A note; either this or a mark.", "", longest=10_000),
    Parameter("on", "switch", "Whether it is put on, or taken off.", True),
)
"""What marks an article."""

SAVED = (
    NAME, Q, *FILTERS, MODE, COPIES,
    Parameter("backlog", "switch", "Whether the first run tells what is there already.", False),
)  # fmt: skip
"""What saves a search."""

_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def read(parameters: Iterable[Parameter], pairs: Pairs) -> dict[str, Any]:
    """The values of every parameter, given or not, by name. Raises :class:`UsageError`."""
    known = {parameter.name: parameter for parameter in parameters}
    found: dict[str, Any] = {}
    for name, text in pairs:
        if name not in known:
            raise UsageError(
                f"unknown parameter {name!r}",
                f"{did_you_mean(name, known)}(one of {', '.join(known) or 'none'})",
            )
        parameter = known[name]
        value = _value(parameter, text)
        if parameter.several:
            found.setdefault(name, []).append(value)
            if len(found[name]) > MOST_QUERIES:
                raise UsageError(f"{name} is given more than {MOST_QUERIES} times")
        elif name in found:
            raise UsageError(f"{name} is given twice")
        else:
            found[name] = value
    return {
        name: found.get(name, [] if one.several else one.default) for name, one in known.items()
    }


def pairs_of(arguments: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is given as JSON as an address would have it. Raises :class:`UsageError`."""
    for name, value in arguments.items():
        if value is None:
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict | list):
                raise UsageError(f"{name} is no text, number or truth value")
            yield name, json.dumps(one) if isinstance(one, bool) else str(one)


def _value(parameter: Parameter, text: str) -> Any:
    name = parameter.name
    if len(text) > parameter.longest:
        most = f"at most {parameter.longest:,} are read"
        raise UsageError(f"{name} has {len(text):,} characters", most)
    if "\x00" in text:
        raise UsageError(f"{name} has a NUL in it")
    match parameter.kind:
        case "switch":
            if text.lower() in _TRUE + _FALSE:
                return text.lower() in _TRUE
            raise UsageError(f"{name} {text!r} is neither true nor false")
        case "share":
            return _share(name, text)
        case "number":
            if not (text.isascii() and text.isdecimal() and len(text) <= 10):
                raise UsageError(f"{name} {text!r} is not a whole number")
            number = int(text)
            if not parameter.least <= number <= parameter.most:
                raise UsageError(
                    f"{name} {text} is out of range",
                    f"from {parameter.least:,} to {parameter.most:,}",
                )
            return number
    if parameter.choices and text not in parameter.choices:
        hint = did_you_mean(text, parameter.choices)
        raise UsageError(
            f"unknown {name} {text!r}", f"{hint}(one of {', '.join(parameter.choices)})"
        )
    return text


def _share(name: str, text: str) -> float:
    """A share from 0 to 1. Raises :class:`UsageError`."""
    try:
        share = float(text)
    except ValueError:
        share = -1
    if not (text.isascii() and 0 <= share <= 1):
        raise UsageError(f"{name} {text!r} is not a share", "from 0 to 1")
    return share


def request_of(values: Mapping[str, Any], **fields: Any) -> Request:
    """The question that some values ask; ``fields`` instead of them. Raises as :func:`check`."""
    asked = {
        parameter.attribute or parameter.name: values[parameter.name]
        for parameter in SEARCH
        if parameter.name in values
    }
    if "having" in asked:
        asked["having"] = tuple(pair_of(text) for text in asked["having"])
    request = Request(**{**asked, **fields})
    check(request)
    return request


def pair_of(text: str) -> tuple[str, str]:
    """``source:Vale Post`` as the pair that it is. Raises :class:`UsageError`."""
    field, mark, value = text.partition(":")
    if not mark or not value:
        raise UsageError(f"in {text!r} is no field and value", "write it like in=source:Reuters")
    return field, value
