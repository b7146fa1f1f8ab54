"""What the pages show: an archive asked, and the answers put into templates."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgrep.errors import AlertsUnusable, QueryError, UsageError
from newsgrep.newsroom.results import Wanted
from newsgrep.request import Request
from newsgrep.serve.answers import Answer
from newsgrep.serve.fixes import fixes
from newsgrep.serve.page import alerts, reading
from newsgrep.serve.page.coach import advice
from newsgrep.serve.page.state import HITS, State, state_of
from newsgrep.serve.page.templating import page
from newsgrep.serve.page.timeline import range_label, strips
from newsgrep.serve.parameters import Pairs
from newsgrep.serve.problems import Problem, told_of

if TYPE_CHECKING:
    from newsgrep.archive import Archive

FACETS = {
    "source": "Source", "author": "Author", "person": "Person", "org": "Organization",
    "location": "Location", "said": "Quoted", "place": "Filed from", "section": "Section",
    "tag": "Tag", "lang": "Language", "year": "Year",
}  # fmt: skip
"""The fields that are counted beside the hits, and what they are called there."""
FEW, MANY = 6, 100
"""Values of a field that are shown, and where more are wanted."""


class Facet(NamedTuple):
    """A field with the values that the articles have, and how many have each."""

    name: str
    label: str
    values: list[tuple[str, int, bool, str]]
    """Value, articles, whether the page is narrowed to it, and the address that changes that."""
    largest: int
    further: int
    """Values that are not shown."""
    is_whole: bool


def search(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """The search page."""
    state = state_of(pairs, archive.alerts, writable)
    shared: Any = {"state": state, "sizes": HITS, "hidden": state.hidden()}
    try:
        if not state.asks:
            return page("search", **shared, **_overview(archive, state))
        # One more than is shown tells whether there is a next page.
        results = archive.search(state.request(limit=state.size + 1))
        is_past = not results.hits and state.page > 1
        hits, has_next = results.hits[: state.size], len(results.hits) > state.size
        beside: Any = {
            "facets": _facets(archive, state),
            "strips": strips(archive, state),
            "chips": _chips(state),
            "notes": (*state.notes(), *results.notes),
        }
        coach = advice(results, state)
        return page(
            "search", **shared, results=results, hits=hits, has_next=has_next, is_past=is_past,
            coach=coach, **beside,
        )  # fmt: skip
    except QueryError as error:
        told = _pointing(error, state)
        return page("search", 400, **shared, error=told, chips=_chips(state))
    except (UsageError, AlertsUnusable) as error:
        message, hint = told_of(error)
        told = {"message": message, "hint": hint}
        status = 400 if isinstance(error, UsageError) else 503
        return page("search", status, **shared, error=told, chips=_chips(state))


def _overview(archive: Archive, state: State) -> dict[str, Any]:
    """What is shown before anything is asked: what there is, and the newest of it."""
    totals = archive.snapshot.totals()
    everything = state.but(sort="-date", n="10")
    return {
        "totals": totals,
        "facets": _facets(archive, everything),
        "strips": strips(archive, state),
        "newest": archive.search(everything.request(query="*", snippets=1)),
        "saved": alerts.listed(archive),
        "chips": [],
    }


def _facets(archive: Archive, state: State) -> list[Facet]:
    request = state.request()
    if not state.asks:
        request = request.but(query="*")
    if state.more and state.more not in FACETS:
        raise UsageError(f"more: articles are not counted by {state.more!r}")
    counts = archive.facets(request, tuple(FACETS))
    found = []
    for name, label in FACETS.items():
        values = counts.fields[name]
        chosen = [one.partition(":")[2] for one in state.having if one.startswith(f"{name}:")]
        if not values or (list(values.values()) == [counts.total] and not chosen):
            continue  # There is nothing to narrow.
        if name == "year":
            values = dict(sorted(values.items(), reverse=True))
        most = MANY if state.more == name else FEW
        first = dict(list(values.items())[:most])
        listed = [
            (
                value, articles, value in chosen,
                state.without_value(f"{name}:{value}") if value in chosen
                else state.with_value(name, value),
            )
            for value, articles in first.items()
        ]  # fmt: skip
        found.append(
            Facet(name, label, listed, max(first.values()), len(values) - len(first), most == MANY)
        )
    return found


def _chips(state: State) -> list[tuple[str, str, str]]:
    """What the page is narrowed to: what it is, its value, the address without it."""
    chips = []
    if state.since or state.until:
        label = range_label(state.since, state.until)
        chips.append(("Date", label, state.address(since="", until="")))
    for name in ("author", "source", "lang", "path"):
        if value := state.values[name]:
            chips.append((FACETS.get(name, "File"), value, state.address(**{name: ""})))
    for pair in state.having:
        field, _, value = pair.partition(":")
        chips.append((FACETS.get(field, field), value, state.without_value(pair)))
    if state.copies == "only":
        chips.append(("Copies", "only", state.address(copies="collapse")))
    if state.unseen:
        chips.append(("Only", "unseen", state.address(unseen=False)))
    return chips


def _pointing(error: QueryError, state: State) -> dict[str, Any]:
    """An error with its place, and queries to click on."""
    query = error.query
    end = min(error.end, len(query))
    asked = Request(syntax=state.syntax)
    return {
        "message": error.message,
        # What is meant perhaps stands there to be clicked on.
        "hint": re.sub(r"^did you mean \S+\? ?", "", error.hint),
        "before": query[: error.start],
        "place": query[error.start : end],
        "after": query[end:],
        "fixes": [(fix, state.address(q=fix)) for fix in fixes(error, asked)],
    }


def help(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """The query language, and the keys."""
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    from newsgrep.documentation import document

    if pairs:
        state_of(pairs)
    text = document("query.md").replace("](formats.md", "](#")
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return page("help", state=state_of([]), text=Markup(made), hidden=[])


def problems(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """What problems are called, which their types lead to."""
    from newsgrep.serve.problems import KINDS

    return page("problems", state=state_of([]), kinds=KINDS.values(), hidden=[])


def problem(error: Problem, suggestions: tuple[str, ...] = ()) -> Answer:
    """A page that tells of a problem."""
    state = state_of([])
    linked = [(one, state.address(q=one)) for one in suggestions]
    status = error.kind.status
    return page("problem", status, state=state, problem=error, suggestions=linked, hidden=[])


def quotes(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """Who said what in the articles that match."""
    state = state_of(pairs, archive.alerts, writable)
    shared: Any = {"state": state, "hidden": state.hidden(), "chips": _chips(state)}
    try:
        found = archive.newsroom.quotes(state.request(offset=0), Wanted())
        quotations = list(islice(found, MANY + 1))
    except QueryError as error:
        return page("search", 400, **shared, sizes=HITS, error=_pointing(error, state))
    return page("quotes", **shared, quotations=quotations[:MANY], has_more=len(quotations) > MANY)


PAGES = {
    "search": search, "article": reading.article, "story": reading.story, "quotes": quotes,
    "alerts": alerts.alerts, "alert": alerts.alert, "help": help, "problems": problems,
}  # fmt: skip
"""What shows each page."""
