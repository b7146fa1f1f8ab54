"""What to try where nothing was found: sentences, each with what it would search."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsgrep.render.prose import counted
from newsgrep.results import Results
from newsgrep.serve.page.state import State


class Advice(NamedTuple):
    """A piece of advice: what is said before the link, the link, and what is said after it."""

    before: str
    linked: str
    address: str
    after: str


def advice(results: Results, state: State) -> list[Advice]:
    """What to try, the likeliest first; what has no address is only said."""
    given = results.suggestions
    query = state.q
    found = []
    if state.unseen and not results.total:
        found.append(
            Advice("", "Also articles that were reviewed", state.address(unseen=False), "")
        )
    for typed, near, articles in given.spelling:
        meant = _replaced(query, typed, near)
        told = f"{counted(articles, 'article')}; none has {typed}"
        found.append(
            Advice("Did you mean ", near, state.address(q=meant) if meant else "", f"? ({told})")
        )
    for field, value, articles in given.names:
        found.append(
            Advice(f"The nearest {field} is ", value, state.with_value(field, value)
                   if not query.strip() else state.address(q=f'{field}:"{value}"'),
                   f" ({counted(articles, 'article')})")
        )  # fmt: skip
    for part, articles in given.without[:4]:
        rest = _replaced(query, part, "")
        found.append(
            Advice("", f"Without {part}", state.address(q=rest) if rest else "",
                   f": {counted(articles, 'article')}")
        )  # fmt: skip
    for part, articles in given.words:
        alone = state.address(q=part) if articles and part in query else ""
        found.append(Advice("Only ", part, alone, f": {counted(articles, 'article')}"))
    if given.first_date:
        found.append(
            Advice("The archive spans ", f"{given.first_date} to {given.last_date}", "", "")
        )
    return found


def _replaced(query: str, part: str, by: str) -> str:
    """``query`` with one of its parts replaced; empty where that stands in it otherwise."""
    found = list(re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", query, re.IGNORECASE))
    if len(found) != 1:
        return ""
    start, end = found[0].span()
    return " ".join(f"{query[:start]}{by}{query[end:]}".split())
