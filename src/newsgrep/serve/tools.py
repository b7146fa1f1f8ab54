"""The tools for agents: what each takes, and what it answers within a budget of characters.

These run in a worker. The structured answer is the JSON of the command, the text what it prints; a
cursor goes on where the budget ended.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgrep.newsroom.results import Quotation
from newsgrep.records import values_of
from newsgrep.render.as_json import SCHEMA
from newsgrep.render.forms import renderer, styled, summary
from newsgrep.render.schemas import TEXT, Schema, listed, schema_of, shaped
from newsgrep.results import Highlighting, Results
from newsgrep.search.analysis.results import Definition, FacetCounts, Similar, Timeline
from newsgrep.serve.answers import Values, wanted_of
from newsgrep.serve.asking import asked, kept, searched
from newsgrep.serve.budget import Answered, Part, cursor_at, digest, fitted, place_of
from newsgrep.serve.parameters import (
    COPIES,
    FILTERS,
    MODE,
    QUESTION,
    QUOTED,
    SEARCH,
    Parameter,
    pairs_of,
)
from newsgrep.serve.parameters import read as read_parameters

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.article import Article

LEAST, USUAL, MOST = 1_000, 20_000, 400_000
"""Characters that an answer may be told to have at most, and has where nothing is said."""

CURSOR = Parameter("cursor", "text", "Go on where an answer ended: its next_cursor.", "")
BUDGET = Parameter(
    "max_chars", "number", "Characters of the answer; the rest comes with its next_cursor.",
    None, least=LEAST, most=MOST,
)  # fmt: skip
_NOT_SEARCHED = ("limit", "offset", "format")


class ToolKind(NamedTuple):
    """A tool: its name, which is that of its command, what it takes, and what it gives."""

    name: str
    title: str
    help: str
    parameters: tuple[Parameter, ...]
    kind: str
    answer: Callable[[Archive, Values, int], Answered]

    @property
    def all_parameters(self) -> tuple[Parameter, ...]:
        """What it takes, the cursor and the budget among it."""
        return (*self.parameters, CURSOR, BUDGET)

    def input_schema(self) -> Schema:
        """The schema of what it takes."""
        from newsgrep.serve.openapi import schema_of_parameter

        needed = [one.name for one in self.parameters if one.name == "id"]
        return {
            "type": "object",
            "properties": {
                one.name: {**schema_of_parameter(one), "description": one.help}
                for one in self.all_parameters
            },
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }

    def output_schema(self) -> Schema:
        """The schema of what it gives."""
        whole = _quotations_schema() if self.kind == "Quotation" else schema_of(self.kind)
        return {**whole, "properties": {**whole["properties"], "next_cursor": TEXT}}


def _json_of(kind: type, *answer: object) -> dict[str, Any]:
    values: dict[str, Any] = json.loads("".join(renderer(kind, "json")(*answer)))
    return values


def _text_of(kind: type, *answer: object, drawn: tuple[object, ...] = ()) -> str:
    lines = [line.plain() for line in styled(kind)(*answer, *drawn)]
    return "\n".join([*lines, *summary(kind)(answer[0])]).strip("\n")


def search(archive: Archive, values: Values, at: int) -> Answered:
    """The articles that answer a question."""
    from newsgrep.render.lines import suggestion_lines

    limit = values["limit"]
    results = searched(archive, {**values, "limit": limit + 1}, offset=at)
    hits = results.hits[:limit]

    def part(count: int) -> Part:
        given = Results(**{**values_of(results), "hits": hits[:count]})
        told = [_text_of(Results, given), *results.notes, *suggestion_lines(results.suggestions)]
        return Part(_json_of(Results, given), "\n".join(told))

    return Answered(len(hits), part, len(results.hits) > limit)


def show(archive: Archive, values: Values, at: int) -> Answered:
    """One article; its text from a character on."""
    from newsgrep.article import Article
    from newsgrep.search.highlighter import marked

    match = archive.match(values["id"])
    article = archive.snapshot.article(match)
    path = archive.shown(match)
    if not values["why"]:
        article = replace(article, facts={})
    budget = values["max_chars"] or USUAL
    if at:
        article = _with_names(article, 0)  # They were told with the beginning.
    elif len(json.dumps(_json_of(Article, replace(article, text=""), path))) > budget // 2:
        article = _with_names(article, budget // 400)

    def part(count: int) -> Part:
        given = replace(article, text=article.text[at : at + count])
        text = given.text if at else _text_of(Article, given, path, drawn=(_unmarked(given),))
        return Part(_json_of(Article, given, path), text)

    def _unmarked(given: Article) -> Any:
        return marked(given, Highlighting())

    return Answered(max(len(article.text) - at, 0), part)


_LISTED = ("people", "organizations", "places", "speakers", "tags", "acronyms")


def _with_names(article: Article, most: int) -> Article:
    """An article with the first ``most`` of all that it lists: some have hundreds of names."""
    return replace(article, **{name: getattr(article, name)[:most] for name in _LISTED})


def facets(archive: Archive, values: Values, at: int) -> Answered:
    """How many articles have each value; the values of all fields in one row of rows."""
    names = [name.strip() for name in values["by"].split(",") if name.strip()]
    found = archive.facets(asked(archive, values, query=values["q"] or "*"), names)
    most = values["limit"] or None
    rows = [
        (name, value, count)
        for name, counts in found.fields.items()
        for value, count in list(counts.items())[:most]
    ][at:]

    def part(count: int) -> Part:
        fields: dict[str, dict[str, int]] = {} if at else {name: {} for name in found.fields}
        for name, value, articles in rows[:count]:
            fields.setdefault(name, {})[value] = articles
        given = FacetCounts(found.query, found.total, fields)
        return Part(_json_of(FacetCounts, given, 0), _text_of(FacetCounts, given, 0, drawn=(72,)))

    return Answered(len(rows), part)


def timeline(archive: Archive, values: Values, at: int) -> Answered:
    """How many articles match, period by period."""
    requests = [asked(archive, {**values, "q": query}) for query in values["q"] or ["*"]]
    found = archive.timeline(requests, values["by"])
    periods = found.periods[at:]

    def part(count: int) -> Part:
        kept = set(periods[:count])
        is_whole = len(kept) == len(found.periods)
        everyone = {name: n for name, n in found.archive.items() if is_whole or name in kept}
        given = Timeline(found.by, periods[:count], found.series, everyone)
        drawn = _text_of(Timeline, given, values["share"], drawn=(72,))
        return Part(_json_of(Timeline, given, values["share"]), drawn)

    return Answered(len(periods), part)


def acronyms(archive: Archive, values: Values, at: int) -> Answered:
    """Acronyms and what they stand for."""
    found = archive.acronyms(values["acronym"])[at:]

    def part(count: int) -> Part:
        given = found[:count]
        return Part(_json_of(Definition, given), _text_of(Definition, given))

    return Answered(len(found), part)


def similar(archive: Archive, values: Values, at: int) -> Answered:
    """Articles like one."""
    found = archive.similar(values["id"], values["limit"])[at:]

    def part(count: int) -> Part:
        given = found[:count]
        return Part(_json_of(Similar, given), _text_of(Similar, given))

    return Answered(len(found), part)


def quotes(archive: Archive, values: Values, at: int) -> Answered:
    """Who said what."""
    found = archive.newsroom.quotes(asked(archive, values, limit=10), wanted_of(values))
    more = list(islice(found, at, at + values["limit"] + 1))
    given = more[: values["limit"]]

    def part(count: int) -> Part:
        lines = "".join(renderer(Quotation, "json")(given[:count])).splitlines()
        quotations = [
            {name: value for name, value in json.loads(line).items() if name != "schema"}
            for line in lines
        ]
        values = {"schema": SCHEMA, "quotations": quotations}
        return Part(values, _text_of(Quotation, given[:count]))

    return Answered(len(given), part, len(more) > len(given))


def _quotations_schema() -> Schema:
    """That of quotations in a list, which the command prints a line each."""
    one = schema_of("Quotation")
    properties = {name: held for name, held in one["properties"].items() if name != "schema"}
    needed = [name for name in one["required"] if name != "schema"]
    return shaped(
        schema={"const": SCHEMA},
        quotations=listed({**one, "properties": properties, "required": needed}),
    )


def stats(archive: Archive, values: Values, at: int) -> Answered:
    """What the archive holds; its sources by the row."""
    from newsgrep.stats import Stats

    found = archive.stats()
    sources = list(found.totals.sources.items())[at:]

    def part(count: int) -> Part:
        given = replace(found, totals=replace(found.totals, sources=dict(sources[:count])))
        return Part(_json_of(Stats, given), _text_of(Stats, given))

    return Answered(len(sources), part)


_ID = Parameter("id", "text", "The id of an article, or the start of one, as search gives it.", "")
_LIMIT = Parameter("limit", "number", "Hits.", 10, least=1, most=100)

TOOLS = (
    ToolKind(
        "search", "Search articles",
        "Find news articles; the best come first, those with all the words before those with some "
        "of them. The query is words, \"phrases\", word*, AND, OR, NOT, -word, (groups), "
        "field:value (title lead body quote said author source place person org location lang "
        "date path words is has no), \"near words\"~5, wall w/5 border, w/s (one sentence), "
        "atleast/3 word, =exact, guzman~1. Dates: date:2017-02, date:2016..2017, date:\"last "
        "week\". US in capitals is the acronym. Gives ids, which show takes.",
        (*(one for one in SEARCH if one.name not in _NOT_SEARCHED), _LIMIT), "Results", search,
    ),
    ToolKind(
        "show", "Read an article",
        "One article, whole: headline, text, who wrote it, when, for whom, and whom it names. "
        "With why, also where each of these facts came from and how sure it is.",
        (_ID, Parameter("why", "switch", "Whether to tell where facts came from.", False)),
        "Article", show,
    ),
    ToolKind(
        "facets", "Count by field",
        "How many of the articles that match a query (all without one) have each author, source, "
        "person, org, location, place, section, tag, said, lang or year.",
        (*QUESTION, MODE, COPIES,
         Parameter("by", "text", "Fields to count by, with commas.", "source,author,year"),
         Parameter("limit", "number", "Values of each field; 0 for all.", 10)),
        "FacetCounts", facets,
    ),
    ToolKind(
        "timeline", "Count by time",
        "How many articles match each of some queries in each day, week, month or year.",
        (Parameter("q", "text", "A query; several are counted side by side.", (), several=True,
                   attribute="query"),
         *FILTERS, MODE, COPIES,
         Parameter("by", "text", "The periods.", "month", ("day", "week", "month", "year")),
         Parameter("share", "switch", "Whether shares of all articles are given too.", False)),
        "Timeline", timeline,
    ),
    ToolKind(
        "acronyms", "Look up acronyms",
        "What the articles themselves say that an acronym stands for (all acronyms without one).",
        (Parameter("acronym", "text", "One acronym.", ""),), "Definition", acronyms,
    ),
    ToolKind(
        "quotes", "Find quotations",
        "Who said what in the articles that match a query, or in all: the words, the speaker, how "
        "sure it is that it is theirs, and the article.",
        (*QUESTION, *QUOTED, Parameter("limit", "number", "How many.", 20, least=1, most=100)),
        "Quotation", quotes,
    ),
    ToolKind(
        "similar", "Find similar articles", "Articles like one, and its near-copies.",
        (_ID, Parameter("limit", "number", "How many.", 10, least=1, most=100)),
        "Similar", similar,
    ),
    ToolKind(
        "stats", "Describe the archive",
        "What the archive holds: articles, words, days, sources and languages.", (), "Stats", stats,
    ),
)  # fmt: skip
"""Every tool, in the order of the documentation."""

BY_NAME = {tool.name: tool for tool in TOOLS}


def answer(archive: Archive, name: str, arguments: Mapping[str, Any], usual: int) -> dict[str, Any]:
    """What a tool answers: ``structured`` and ``text``, in ``usual`` characters if none are said.

    Raises :class:`UsageError`, :class:`QueryError` and :class:`ArticleNotFound`.
    """
    tool = BY_NAME[name]
    values = read_parameters(tool.all_parameters, list(pairs_of(arguments)))
    most = values["max_chars"] or usual
    asked = digest(name, {k: v for k, v in values.items() if k not in ("cursor", "max_chars")})
    commits = digest(archive.commits(), kept(archive))
    at = place_of(values["cursor"], asked, commits) if values["cursor"] else 0
    answered = tool.answer(archive, values, at)
    count, part = fitted(answered, most)
    if count < answered.rows or (answered.goes_on and count):
        cursor = cursor_at(at + count, asked, commits)
        part.values["next_cursor"] = cursor
        more = f"(there is more: ask again, with cursor {cursor})"
        part = Part(part.values, f"{part.text}\n{more}")
    if lacking := archive.lacking():
        told = [one for one in lacking if one not in part.text]
        part = Part({**part.values, "unanswered": lacking}, "\n".join([part.text, *told]))
    return {"structured": part.values, "text": part.text}
