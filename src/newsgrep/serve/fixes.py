"""What may have been meant by a query that was not understood: queries to click on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.errors import NewsgrepError, QueryError
from newsgrep.request import Request

MOST = 3
_MEANT = re.compile(r"did you mean (\S+?)\?")
_OPERATORS = {"|": "OR", "||": "OR", "&&": "AND", "&": "AND", "!": "-"}


def fixes(error: QueryError, request: Request) -> tuple[str, ...]:
    """Queries nearly like the one of ``request`` that are understood, the likeliest first."""
    found: list[str] = []
    for candidate in _candidates(error):
        if len(found) < MOST and candidate not in found and _is_understood(candidate, request):
            found.append(candidate)
    return tuple(found)


def _candidates(error: QueryError) -> Iterator[str]:
    query, start, end = error.query, error.start, min(error.end, len(error.query))
    before, place, after = query[:start], query[start:end], query[end:]
    for meant in _MEANT.findall(error.hint):
        # A field is told with its colon, and the place is the field, or the field and its value.
        if meant.endswith(":"):
            value = place.partition(":")[2]
            yield before + (meant + value if value else meant.rstrip(":")) + after
        else:
            field = meant.partition(":")[0] + ":"  # It is told again where it is a value's.
            yield before + (meant.removeprefix(field) if before.endswith(field) else meant) + after
    if place.strip() in _OPERATORS:
        yield f"{before.rstrip()} {_OPERATORS[place.strip()]} {after.lstrip()}"
    if query.count('"') % 2:
        yield f'{query.rstrip()}"'
        yield before + place.replace('"', "") + after
    missing = query.count("(") - query.count(")")
    if missing > 0:
        yield query.rstrip() + ")" * missing
    if missing < 0 and place == ")":
        yield before + after
    if '"' not in place and place.strip():
        left = before.rsplit(" ", 1)[-1] if not before.endswith((" ", "(")) else ""
        right = after.split(" ", 1)[0]
        if '"' not in left + right:
            whole = f"{left}{place}{right}"
            yield f'{before[: len(before) - len(left)]}"{whole}"{after[len(right) :]}'
    if not any(c.islower() or c.isdigit() for c in place):
        yield " ".join(f"{before} {after}".split())  # An operator, or a sign.


def _is_understood(query: str, request: Request) -> bool:
    from newsgrep.search.request_tree import query_of

    if not query.strip():
        return False
    try:
        query_of(request.but(query=query))
    except NewsgrepError:
        return False
    return True
