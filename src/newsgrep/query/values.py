"""Values of fields that are asked for as a whole: dates, lengths, states, languages, paths."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from newsgrep.errors import DateError, QueryError
from newsgrep.fields import ALIASES, KEPT_BESIDE, KNOWABLE, VERDICTS, nearest_field
from newsgrep.fields import STATES as TOLD
from newsgrep.query.ast import Dated, Has, In, Is, Length, Marked, Node, Not, PathLike, Word
from newsgrep.query.languages import LANGUAGES, language_code
from newsgrep.query.lexer import Piece
from newsgrep.text.nearest import did_you_mean

STATES = (*TOLD, "copy", *VERDICTS)
"""What ``is:`` asks for."""


class Given(NamedTuple):
    """A field's name and value as they stand in a query; ``span`` is of both, in characters."""

    query: str
    name: str
    value: Piece
    span: tuple[int, int]
    today: date

    def error(self, message: str, hint: str = "") -> QueryError:
        """An error that points at the value."""
        return QueryError(self.query, self.value.start, self.value.end, message, hint)


def any_value(given: Given) -> Node:
    """``author:*``: the articles of which the field is known."""
    if given.name in KNOWABLE:
        return Has(given.name, given.span)
    raise given.error(
        f"{given.name}:* stands for no word",
        f"one of {', '.join(KNOWABLE)} may stand before :*",
    )


def _known(given: Given) -> Node:
    """``has:date``, ``no:author``."""
    field = ALIASES.get(given.value.text.lower(), given.value.text.lower())
    if field not in (*KNOWABLE, *KEPT_BESIDE):
        near = nearest_field(field)
        hint = f"did you mean {near}? " if near in KNOWABLE else ""
        raise given.error(
            f"{given.name}: takes a fact that may be unknown, not {given.value.text!r}",
            f"{hint}(one of {', '.join((*KNOWABLE, *KEPT_BESIDE))})",
        )  # fmt: skip
    known: Node
    known = Marked(field, "*", span=given.span) if field in KEPT_BESIDE else Has(field, given.span)
    return known if given.name == "has" else Not(known, given.span)


def _state(given: Given) -> Node:
    """``is:corrected``."""
    state = given.value.text.strip().lower()
    if state in VERDICTS:
        return Marked("is", state, span=given.span)
    if state in STATES:
        return Is(state, given.span)
    hint = did_you_mean(state, STATES, "is:{}")
    raise given.error(f"is: takes {', '.join(STATES)}, not {state!r}", hint.strip())


def _language(given: Given) -> Node:
    """``lang:es``, ``lang:spanish``."""
    if given.value.text == "*":
        return any_value(given)
    code = language_code(given.value.text)
    if code is None:
        hint = did_you_mean(given.value.text.lower(), LANGUAGES, "lang:{}")
        raise given.error(f"lang: takes a language, not {given.value.text!r}",
                         f"{hint}as in lang:es or lang:spanish")  # fmt: skip
    return In("lang", Word(code, True, given.span), given.span)


def _length(given: Given) -> Node:
    """``words:>800``, ``words:100..200``."""
    match = re.fullmatch(r"(>=|<=|>|<)?(\d{1,9})|(\d{1,9})?\.\.(\d{1,9})?", given.value.text)
    if match is None or given.value.text == "..":
        raise given.error("words: takes a number", "as in words:>800 or words:100..200")
    sign, number, first, last = match.groups()
    if first and last and int(first) > int(last):
        raise given.error(f"the range {given.value.text} ends before it begins")
    if number is None:
        return Length(int(first) if first else None, int(last) if last else None, given.span)
    count = int(number)
    match sign:
        case ">":
            return Length(count + 1, None, given.span)
        case ">=":
            return Length(count, None, given.span)
        case "<":
            return Length(None, count - 1, given.span)
        case "<=":
            return Length(None, count, given.span)
    return Length(count, count, given.span)


def dated(given: Given) -> Node:
    """``date:2017-02``, ``date:"last week"``."""
    if given.value.text == "*":
        return any_value(given)
    from newsgrep.query.dates import parse_days  # its expressions take 3 ms to compile

    try:
        days = parse_days(given.value.text, given.today)
    except DateError as error:
        message, _, hint = str(error).partition("; ")
        raise given.error(message, hint) from None
    return Dated(days.since, days.until, given.span)


def _path(given: Given) -> Node:
    """``path:2017/*.html``."""
    return PathLike(given.value.text, given.span)


def _marked(given: Given) -> Node:
    """``mark:key``, ``note:"call back"``; ``*`` for any."""
    value = " ".join(given.value.text.split())
    if not value:
        raise given.error(f"nothing to look for after {given.name}:", "give a value")
    return Marked(given.name, value, span=given.span)


VALUES: dict[str, Callable[[Given], Node]] = {
    "date": dated, "has": _known, "no": _known, "words": _length, "is": _state, "path": _path,
    "lang": _language, "mark": _marked, "note": _marked,
}  # fmt: skip
"""How the value of each field that takes no words is read."""
