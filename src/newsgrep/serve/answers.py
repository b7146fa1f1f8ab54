"""What each address of the API answers: values to a request, the archive, a renderer.

These run in a worker. An answer is what a command prints in the same form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgrep.errors import UsageError
from newsgrep.newsroom.results import (
    MarkCounts,
    Network,
    Quotation,
    Spread,
    Wanted,
)
from newsgrep.newsroom.told import Alert, Delivery
from newsgrep.render.forms import renderer
from newsgrep.results import Results
from newsgrep.search.analysis.results import (
    ConcordanceLine,
    Definition,
    DistinctiveTerms,
    Explanation,
    FacetCounts,
    Similar,
    StoryMember,
    Timeline,
)
from newsgrep.serve.asking import asked, searched
from newsgrep.serve.parameters import MOST_HITS

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.request import Request

Values = Mapping[str, Any]

MEDIA_TYPES = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "trec": "text/plain; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "svg": "image/svg+xml",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
}
"""What each form is called in an answer's head."""

STREAMED = ("jsonl", "csv", "tsv", "trec", "ris", "bibtex")
"""Forms of hits that are sent as they are found."""
PAGE = 200
"""Hits that are worked out at a time where all are wanted."""


class Answer(NamedTuple):
    """What is sent: its type, and its pieces, which are made as they are taken."""

    media_type: str
    pieces: Iterator[str]
    saved_as: str = ""
    """The name of the file, where it is to be saved."""
    status: int = 200


def _in_form(kind: type, form: str, *answer: object) -> Answer:
    return Answer(MEDIA_TYPES[form], renderer(kind, form)(*answer), f"newsgrep.{form}")


def search(archive: Archive, values: Values) -> Answer:
    """The articles that answer a question."""
    form, limit = values["format"], values["limit"]
    if form in STREAMED:
        request = asked(archive, values, limit=limit or None)
        pieces = _hits_streamed(archive, request, form)
        return Answer(MEDIA_TYPES[form], pieces, f"newsgrep.{form}")
    if not 0 < limit <= MOST_HITS:
        raise UsageError(
            f"limit {limit:,} is out of range",
            f"from 1 to {MOST_HITS:,}; any, and 0 for all, with format={', '.join(STREAMED)}",
        )
    return _in_form(Results, form, searched(archive, values))


def _hits_streamed(archive: Archive, request: Request, form: str) -> Iterator[str]:
    """The hits of a question, worked out by the page; a table has one header."""
    parts = _parts(archive, request)
    if form in ("ris", "bibtex"):
        from newsgrep.newsroom.citation import Citation, citation_of

        cited = (citation_of(hit) for results in parts for hit in results.hits)
        yield from renderer(Citation, form)(cited)
        return
    write = renderer(Results, form)
    head = 0
    for results in parts:
        yield from islice(write(results), head, None)
        head = int(form in ("csv", "tsv"))


def _parts(archive: Archive, request: Request) -> Iterator[Results]:
    """The answer to a question, part by part; one part at least."""
    at, wanted = request.offset, request.limit
    end = None if wanted is None else at + wanted
    while end is None or at < end:
        size = PAGE if end is None else min(PAGE, end - at)
        results = archive.search(request.but(offset=at, limit=size))
        yield results
        if len(results.hits) < size:
            return
        at += size


def article(archive: Archive, values: Values) -> Answer:
    """One article, whole."""
    from newsgrep.article import Article

    match = archive.match(values["id"])
    found = archive.snapshot.article(match)
    return _in_form(Article, values["format"], found, archive.shown(match))


def facets(archive: Archive, values: Values) -> Answer:
    """How many of the articles that match have each value of some fields."""
    names = [name.strip() for name in values["by"].split(",") if name.strip()]
    request = asked(archive, values, query=values["q"] or "*")
    return _in_form(FacetCounts, values["format"], archive.facets(request, names), values["limit"])


def timeline(archive: Archive, values: Values) -> Answer:
    """How many articles match each question, period by period."""
    requests = [asked(archive, {**values, "q": query}) for query in values["q"] or ["*"]]
    counts = archive.timeline(requests, values["by"])
    return _in_form(Timeline, values["format"], counts, values["share"])


def terms(archive: Archive, values: Values) -> Answer:
    """What sets the articles that match apart from the rest."""
    found = archive.terms(asked(archive, values, limit=10), values["limit"])
    return _in_form(DistinctiveTerms, values["format"], found)


def kwic(archive: Archive, values: Values) -> Answer:
    """Every place where a query occurs."""
    # Its order is that of the lines, not of the articles.
    limit = values["limit"] or None
    request = asked(archive, values, limit=limit, mode="all", sort="relevance")
    lines = archive.kwic(request, values["width"], values["sort"])
    form = "json" if values["format"] == "jsonl" else values["format"]
    made = renderer(ConcordanceLine, form)(lines)
    return Answer(MEDIA_TYPES[values["format"]], made, f"newsgrep.{values['format']}")


def similar(archive: Archive, values: Values) -> Answer:
    """Articles like one."""
    return _in_form(Similar, values["format"], archive.similar(values["id"], values["limit"]))


def story(archive: Archive, values: Values) -> Answer:
    """The near-copies of an article, and what each changed."""
    return _in_form(StoryMember, values["format"], archive.story(values["id"]))


def acronyms(archive: Archive, values: Values) -> Answer:
    """Acronyms and what they stand for."""
    return _in_form(Definition, values["format"], archive.acronyms(values["acronym"]))


def wanted_of(values: Values) -> Wanted:
    """Which quotations some values want."""
    return Wanted(values["said"], values["sure"], values["everyone"], values["matching"])


def quotes(archive: Archive, values: Values) -> Answer:
    """Who said what."""
    form, limit = values["format"], values["limit"] or None
    found = archive.newsroom.quotes(asked(archive, values, limit=10), wanted_of(values))
    made = renderer(Quotation, "json" if form == "jsonl" else form)(islice(found, limit))
    return Answer(MEDIA_TYPES[form], made, f"newsgrep.{form}")


def first(archive: Archive, values: Values) -> Answer:
    """Who had it first, and how it spread."""
    found = archive.newsroom.first(asked(archive, values, limit=10))
    return _in_form(Spread, values["format"], found, values["limit"])


def network(archive: Archive, values: Values) -> Answer:
    """Who is named with whom."""
    names = dict.fromkeys(name.strip() for name in values["by"].split(",") if name.strip())
    request = asked(archive, values, limit=10)
    found = archive.newsroom.network(request, list(names), values["names"], values["least"])
    return _in_form(Network, values["format"], found, values["limit"])


def marks(archive: Archive, values: Values) -> Answer:
    """What the marks of the archive come to."""
    return _in_form(MarkCounts, values["format"], archive.newsroom.mark_counts())


def alerts(archive: Archive, values: Values) -> Answer:
    """The saved searches."""
    return _in_form(Alert, values["format"], archive.alerts.all())


def alert(archive: Archive, values: Values) -> Answer:
    """One saved search."""
    return _in_form(Alert, values["format"], [archive.alerts.get(values["name"])])


def news(archive: Archive, values: Values) -> Answer:
    """What a run of a saved search would tell now, which stays to be told."""
    write = renderer(Delivery, "json")
    pieces = (piece for one in archive.alerts.news(values["name"]) for piece in write(one))
    return Answer(MEDIA_TYPES["jsonl"], pieces, "newsgrep.jsonl")


def explain(archive: Archive, values: Values) -> Answer:
    """How a question is understood."""
    return _in_form(Explanation, values["format"], archive.explain(asked(archive, values)))


def stats(archive: Archive, values: Values) -> Answer:
    """What the archive holds."""
    from newsgrep.stats import Stats

    found = archive.stats()
    while archive.refresh():  # Some of it is of the files: all of it is of one commit.
        found = archive.stats()
    return _in_form(Stats, values["format"], found)
