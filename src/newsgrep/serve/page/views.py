"""What the pages show: an archive asked, and the answers put into templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgrep.article import order_of_time
from newsgrep.errors import NewsgrepError, QueryError, UsageError
from newsgrep.newsroom.results import Wanted
from newsgrep.render.lines import copies_for_people
from newsgrep.render.prose import counted, date_for_people
from newsgrep.search.highlighter import marked, spans_of
from newsgrep.serve.answers import Answer
from newsgrep.serve.fixes import fixes
from newsgrep.serve.page.coach import advice
from newsgrep.serve.page.state import HITS, State, state_of
from newsgrep.serve.page.texts import highlighted, shown, web_address
from newsgrep.serve.page.timeline import range_label, strips
from newsgrep.serve.parameters import Pairs
from newsgrep.serve.problems import Problem
from newsgrep.text.clean import printable_place

if TYPE_CHECKING:
    from jinja2 import Environment

    from newsgrep.archive import Archive
    from newsgrep.article import Article
    from newsgrep.engines.matches import Match

HTML = "text/html; charset=utf-8"
FACETS = {
    "source": "Source", "author": "Author", "person": "Person", "org": "Organization",
    "location": "Location", "said": "Quoted", "place": "Filed from", "section": "Section",
    "tag": "Tag", "lang": "Language", "year": "Year",
}  # fmt: skip
"""The fields that are counted beside the hits, and what they are called there."""
FEW, MANY = 6, 100
"""Values of a field that are shown, and where more are wanted."""


@cache
def templates() -> Environment:
    """The templates: what is put into them is text, whatever it looks like."""
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=PackageLoader("newsgrep.serve.page"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=shown,
    )  # fmt: skip
    made.filters.update(
        date=date_for_people, marks=highlighted, web=web_address, count="{:,}".format
    )
    made.globals.update(counted=counted, copies=copies_for_people, place=printable_place)
    return made


def page(name: str, status: int = 200, **shows: Any) -> Answer:
    """A template with what it shows."""
    text = templates().get_template(f"{name}.html").render(shows)
    return Answer(HTML, iter((text,)), status=status)


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


def search(archive: Archive, pairs: Pairs) -> Answer:
    """The search page."""
    state = state_of(pairs)
    shared: Any = {"state": state, "sizes": HITS, "hidden": _hidden(state)}
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
        }
        coach = advice(results, state)
        return page(
            "search", **shared, results=results, hits=hits, has_next=has_next, is_past=is_past,
            coach=coach, **beside,
        )  # fmt: skip
    except QueryError as error:
        told = _pointing(error, state)
        return page("search", 400, **shared, error=told, chips=_chips(state))
    except UsageError as error:
        told = {"message": error.message, "hint": error.hint}
        return page("search", 400, **shared, error=told, chips=_chips(state))


def _overview(archive: Archive, state: State) -> dict[str, Any]:
    """What is shown before anything is asked: what there is, and the newest of it."""
    totals = archive.snapshot.totals()
    everything = State({**state.values, "sort": "-date", "n": "10"})
    return {
        "totals": totals,
        "facets": _facets(archive, everything),
        "strips": strips(archive, state),
        "newest": archive.search(everything.request(query="*", snippets=1)),
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
    return chips


def _hidden(state: State) -> list[tuple[str, str]]:
    """What a form that asks anew keeps of the state."""
    kept = ("page", "more", "at", "q")
    return [pair for pair in state.pairs() if pair[0] not in kept]


def _pointing(error: QueryError, state: State) -> dict[str, Any]:
    """An error with its place, and queries to click on."""
    query = error.query
    end = min(error.end, len(query))
    return {
        "message": error.message,
        # What is meant perhaps stands there to be clicked on.
        "hint": re.sub(r"^did you mean \S+\? ?", "", error.hint),
        "before": query[: error.start],
        "place": query[error.start : end],
        "after": query[end:],
        "fixes": [(fix, state.address(q=fix)) for fix in fixes(error, state.request(query=query))],
    }


def article(archive: Archive, pairs: Pairs) -> Answer:
    """One article, to read."""
    state = state_of(pairs)
    match = archive.match(state.id)
    found = archive.snapshot.article(match)
    marks = _marks(archive, found, state)
    members = [] if state.bare else _copies(archive, match)
    similar = [] if state.bare else archive.similar(found.id, 6)
    return page(
        "article",
        state=state,
        article=found,
        path=archive.shown(match),
        title=spans_of(marks.title),
        deck=spans_of(marks.deck),
        paragraphs=_paragraphs(found.text, spans_of(marks.text)),
        facts=_facts(found),
        named=_named(found),
        members=members,
        similar=[one for one in similar if not one.copy][:5],
        neighbours={} if state.bare else _neighbours(archive, state),
        hidden=_hidden(State({**state.values, "id": ""})),
    )


def _copies(archive: Archive, match: Match) -> list[Article]:
    """An article and its near-copies, the earliest first; none where it has none."""
    rows = archive.snapshot.near_duplicates(match)
    articles = [archive.snapshot.article(row) for row in rows[:MANY]]
    return sorted(articles, key=order_of_time) if len(rows) > 1 else []


def _marks(archive: Archive, article: Article, state: State) -> Any:
    from newsgrep.results import Highlighting

    asked = state.request()
    wanted = archive.highlighting(asked) if state.q.strip() else Highlighting()
    return marked(article, wanted)


def _paragraphs(text: str, spans: tuple[tuple[int, int], ...]) -> list[Any]:
    """The paragraphs of a text, with what was found in each."""
    made = []
    start = 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        here = [
            (max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start
        ]
        made.append(highlighted(paragraph, here))
        start = end + 2
    return made


_FACTS = {
    "date": "Published", "modified": "Changed", "source": "Source", "authors": "Authors",
    "place": "Filed from", "section": "Section", "language": "Language", "tags": "Tags",
    "correction": "Correction", "update": "Update", "part": "Part of the file",
}  # fmt: skip
_NAMES = {
    "people": ("person", "People"), "organizations": ("org", "Organizations"),
    "places": ("location", "Locations"), "speakers": ("said", "Quoted"), "tags": ("tag", "Tags"),
}  # fmt: skip


def _facts(article: Article) -> list[tuple[str, str, str, str]]:
    """What is known of an article: label, value, where that is from, and how sure it is."""
    rows = []
    for name, label in _FACTS.items():
        value = getattr(article, name)
        if not value or name == "tags":
            continue
        text = "; ".join(value) if isinstance(value, tuple) else str(value)
        if name in ("date", "modified"):
            text = date_for_people(text)
        fact = article.facts.get(name)
        origin, sure = (fact.origin, f"{fact.confidence:.0%}") if fact else ("", "")
        rows.append((label, text, origin, sure))
    return rows


def _named(article: Article) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who and what an article names, each with the address of all that do."""
    blank = state_of([])
    found = []
    for attribute, (field, label) in _NAMES.items():
        values = getattr(article, attribute)
        if values:
            found.append((label, [(value, blank.with_value(field, value)) for value in values]))
    return found


def _neighbours(archive: Archive, state: State) -> Mapping[str, str]:
    """The addresses of the hits before and after an article, where it is one of some."""
    if not state.at or not state.asks:
        return {}
    first = max(state.at - 1, 1)
    asked = state.request(offset=first - 1, limit=3, snippets=0)
    try:
        hits = archive.search(asked).hits
    except NewsgrepError:
        return {}
    beside = {hit.rank: state.article(hit.id, hit.rank) for hit in hits}
    found = {"before": beside.get(state.at - 1, ""), "after": beside.get(state.at + 1, "")}
    back = state.address(page=(state.at - 1) // state.size + 1, at=0)
    return {**found, "back": back}


def story(archive: Archive, pairs: Pairs) -> Answer:
    """An article's near-copies, in order of time, with what each changed."""
    state = state_of(pairs)
    members = archive.story(state.id)
    return page("story", state=state, members=members, hidden=[])


def help(archive: Archive, pairs: Pairs) -> Answer:
    """The query language, and the keys."""
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    from newsgrep.documentation import document

    if pairs:
        state_of(pairs)
    text = document("query.md").replace("](formats.md", "](#")
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return page("help", state=state_of([]), text=Markup(made), hidden=[])


def problems(archive: Archive, pairs: Pairs) -> Answer:
    """What problems are called, which their types lead to."""
    from newsgrep.serve.problems import KINDS

    return page("problems", state=state_of([]), kinds=KINDS.values(), hidden=[])


def problem(error: Problem, suggestions: tuple[str, ...] = ()) -> Answer:
    """A page that tells of a problem."""
    state = state_of([])
    linked = [(one, state.address(q=one)) for one in suggestions]
    status = error.kind.status
    return page("problem", status, state=state, problem=error, suggestions=linked, hidden=[])


def quotes(archive: Archive, pairs: Pairs) -> Answer:
    """Who said what in the articles that match."""
    state = state_of(pairs)
    shared: Any = {"state": state, "hidden": _hidden(state), "chips": _chips(state)}
    try:
        found = archive.newsroom.quotes(state.request(offset=0), Wanted())
        quotations = list(islice(found, MANY + 1))
    except QueryError as error:
        return page("search", 400, **shared, sizes=HITS, error=_pointing(error, state))
    return page("quotes", **shared, quotations=quotations[:MANY], has_more=len(quotations) > MANY)


PAGES = {
    "quotes": quotes,
    "search": search, "article": article, "story": story, "help": help, "problems": problems,
}  # fmt: skip
"""What shows each page."""
