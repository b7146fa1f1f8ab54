"""The one table of addresses of the API: requests, checks and OpenAPI are made from it."""

from __future__ import annotations

from typing import NamedTuple

from newsgrep.engines.matches import Period
from newsgrep.serve.parameters import (
    COPIES,
    FILTERS,
    ID,
    MARK,
    MODE,
    NAME,
    QUESTION,
    QUOTED,
    SAVED,
    SEARCH,
    Parameter,
)


class Route(NamedTuple):
    """An address: its name, which is that of its answer; what it takes, and what it gives."""

    name: str
    path: str
    help: str
    parameters: tuple[Parameter, ...]
    kind: str
    """The type of its result, as the renderers and the schemas know it."""
    forms: tuple[str, ...] = ("json",)
    """What it may be given as; the first where nothing is said."""

    @property
    def all_parameters(self) -> tuple[Parameter, ...]:
        """What it takes, the form among it."""
        form = Parameter("format", "text", "The form of the answer.", self.forms[0], self.forms)
        return (*self.parameters, form)

    @property
    def named(self) -> str:
        """The parameter that stands in its path, if there is one."""
        return self.path.partition("{")[2].partition("}")[0]


_PERIODS = Period.__args__  # type: ignore[attr-defined]

ROUTES = (
    Route("search", "/api/search", "Articles that answer a question, the best first.",
          SEARCH, "Results", ("json", "jsonl", "csv", "tsv", "trec", "ris", "bibtex")),
    Route("article", "/api/articles/{id}", "One article, whole, and where its facts came from.",
          (ID,), "Article"),
    Route("facets", "/api/facets", "How many articles that match have each value of some fields.",
          (*QUESTION, MODE, COPIES,
           Parameter("by", "text", "Fields to count by, with commas.", "source,author,year"),
           Parameter("limit", "number", "Values of each field; 0 for all.", 10)),
          "FacetCounts", ("json", "csv")),
    Route("timeline", "/api/timeline", "How many articles match, period by period.",
          (Parameter("q", "text", "A query; several are counted side by side.", (),
                     several=True, attribute="query"),
           *FILTERS, MODE, COPIES,
           Parameter("by", "text", "The periods.", "month", _PERIODS),
           Parameter("share", "switch", "Whether shares of all articles are given too.", False)),
          "Timeline", ("json", "csv", "svg")),
    Route("terms", "/api/terms", "Words and names that set the articles that match apart.",
          (*QUESTION, Parameter("limit", "number", "How many.", 30, least=1, most=1000)),
          "DistinctiveTerms"),
    Route("kwic", "/api/kwic", "Every place where a query occurs, with the text on either side.",
          (*QUESTION,
           Parameter("width", "number", "Characters on either side.", 60, least=1, most=1000),
           Parameter("sort", "text", "By what stands on one side.", "", ("", "left", "right")),
           Parameter("limit", "number", "Articles to look in; 0 for all.", 0)),
          "ConcordanceLine", ("jsonl", "csv")),
    Route("similar", "/api/similar/{id}", "Articles like one.",
          (ID, Parameter("limit", "number", "How many.", 10, least=1, most=100)), "Similar"),
    Route("story", "/api/story/{id}", "The near-copies of an article, and what each changed.",
          (ID,), "StoryMember"),
    Route("acronyms", "/api/acronyms", "Acronyms, what they stand for, and in how many articles.",
          (Parameter("acronym", "text", "One acronym; all without it.", ""),), "Definition"),
    Route("quotes", "/api/quotes", "Who said what, in the articles that match or in all.",
          (*QUESTION, *QUOTED,
           Parameter("limit", "number", "Quotations; 0 for all.", 20)),
          "Quotation", ("jsonl", "csv")),
    Route("first", "/api/first", "The earliest article of each source, and its lag.",
          (*QUESTION, Parameter("limit", "number", "Sources; 0 for all.", 20)),
          "Spread", ("json", "csv")),
    Route("network", "/api/network", "Who is named with whom.",
          (*QUESTION,
           Parameter("by", "text", "Whose names, with commas.", "person,org"),
           Parameter("names", "number", "The most frequent names; 0 for all.", 500),
           Parameter("least", "number", "Articles of a pair, at least.", 1, least=1),
           Parameter("limit", "number", "Pairs; 0 for all.", 0)),
          "Network", ("json", "csv", "gexf", "graphml")),
    Route("marks", "/api/marks", "The marks, and how many articles have each.", (), "MarkCounts"),
    Route("alerts", "/api/alerts", "The saved searches.", (), "Alert"),
    Route("alert", "/api/alerts/{name}", "One saved search.", (NAME,), "Alert"),
    Route("news", "/api/alerts/{name}/news",
          "What a run of a saved search would tell now, which stays to be told.",
          (NAME,), "Delivery", ("jsonl",)),
    Route("explain", "/api/explain", "How a query is understood.", QUESTION, "Explanation"),
    Route("stats", "/api/stats", "What the archive holds.", (), "Stats"),
)  # fmt: skip
"""Every address of the API, in the order of the documentation."""


class Change(NamedTuple):
    """An address that changes something, where that is allowed and the key is sent along."""

    name: str
    method: str
    path: str
    help: str
    kind: str
    """The type of its result."""
    body: tuple[Parameter, ...] = ()
    """What its body has, as a JSON object."""
    needed: tuple[str, ...] = ()
    """What of that there has to be."""
    status: int = 200
    either: tuple[str, ...] = ()
    """Of which there has to be one, and no other."""


CHANGES = (
    Change("mark", "POST", "/api/marks", "Put a mark or a note on an article, or take it off.",
           "Marking", MARK, ("id",), either=("mark", "note")),
    Change("save", "POST", "/api/alerts", "Save a search under a name.", "Alert", SAVED,
           ("name",), 201),
    Change("remove", "DELETE", "/api/alerts/{name}",
           "Take out a saved search, and what is kept for it.", "Alert"),
)  # fmt: skip
"""Every address that changes something."""

BY_NAME = {route.name: route for route in ROUTES}
