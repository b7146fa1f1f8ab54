"""What the dialects share: queries cut into quotations and the rest, brackets matched."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsgrep.errors import QueryError
from newsgrep.text.nearest import did_you_mean

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")


def outside_quotes(query: str, change: Callable[[str], str]) -> str:
    """``query`` with ``change`` made to what stands outside quotation marks."""
    pieces: list[str] = []
    at = 0
    for quoted in _QUOTED.finditer(query):
        pieces.append(change(query[at : quoted.start()]))
        pieces.append(quoted.group())
        at = quoted.end()
    pieces.append(change(query[at:]))
    return "".join(pieces)


def call_end(query: str, opening: int) -> int:
    """Where the parenthesis at ``opening`` is closed. Raises :class:`QueryError`."""
    depth = 0
    quoted = False
    for at in range(opening, len(query)):
        char = query[at]
        if char == '"':
            quoted = not quoted
        elif not quoted and char == "(":
            depth += 1
        elif not quoted and char == ")":
            depth -= 1
            if depth == 0:
                return at
    raise QueryError(
        query, opening, opening + 1, "a parenthesis that is never closed", "close it with )"
    )


def calls(query: str, fields: dict[str, str], dialect: str) -> str:
    """``query`` with each ``name(…)`` as our ``field:(…)``; dates as they are.

    ``fields`` maps the dialect's names to ours. Raises :class:`QueryError` for other names.
    """
    rule = re.compile(r"(?<![\w/])([A-Za-z][\w-]*)\s*\((?=\S)")
    out: list[str] = []
    at = 0
    while (match := rule.search(query, at)) is not None:
        name = match[1].lower()
        opening = match.end() - 1
        if (
            query.count('"', 0, match.start()) % 2
            or name in ("and", "or", "not")
            or _is_operator(name)
        ):
            out.append(query[at : match.end()])
            at = match.end()
            continue
        if name not in fields:
            hint = did_you_mean(name, fields, "{}(…)")
            raise QueryError(
                query,
                match.start(1),
                match.end(1),
                f"{dialect} has no {name}(…) that is known here",
                f"{hint}(known: {', '.join(sorted(fields))})",
            )
        end = call_end(query, opening)
        inner = calls(query[opening + 1 : end], fields, dialect)
        field = fields[name]
        out.append(query[at : match.start()])
        out.append(f"{field}:({inner})" if field else f"({inner})")
        at = end + 1
    out.append(query[at:])
    return "".join(out)


def _is_operator(name: str) -> bool:
    return re.fullmatch(r"(?:w|pre|near|adj|atleast)\d*|same|with", name) is not None


_TOKEN = re.compile(r"\s+|[()]|[^\s()]+")
_BARE = re.compile(r"[^\W_][\w’'*?.-]*")
_OPERATOR = re.compile(r"AND|OR|NOT|(?:w|pre)/\w+|atleast/\d+")


def phrases(text: str) -> str:
    """``text`` with words side by side as phrases, which is what they are in those services."""
    out: list[str] = []
    run: list[str] = []

    def close() -> None:
        if len(run) > 1 and any(c in word for word in run for c in "*?"):
            out.append(" pre/1 ".join(run))
        elif len(run) > 1:
            out.append(f'"{" ".join(run)}"')
        else:
            out.extend(run)
        run.clear()

    spaces = ""
    for token in _TOKEN.findall(text):
        if token.isspace():
            spaces = token
            continue
        if _BARE.fullmatch(token) and not _OPERATOR.fullmatch(token):
            if not run:
                out.append(spaces)
            run.append(token)
        else:
            close()
            out += [spaces, token]
        spaces = ""
    close()
    return "".join([*out, spaces])
