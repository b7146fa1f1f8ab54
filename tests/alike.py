"""Whether two archives of the same articles answer alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from oracle.drawing import Drawing
from oracle.known import Known
from oracle.questions import written

from newsgrep import Archive, Request
from newsgrep.errors import NewsgrepError
from newsgrep.results import Results
from newsgrep.search.request_tree import query_of

CLOSE = 1e-4
FIRST = 50
"""Hits that are compared."""


def asked(query: str, way: Mapping[str, object]) -> Request:
    """A question for the first hits, asked in some way."""
    return Request(query, limit=FIRST, snippets=0).but(**way)


def answered(archive: Archive, request: Request) -> Results | str:
    """What an archive answers, or how it refuses."""
    try:
        return archive.search(request)
    except NewsgrepError as error:
        return error.message


def differences(one: Archive, other: Archive, request: Request) -> list[str]:
    """How the answers differ; scores by less than a ten-thousandth are the same."""
    ours, theirs = answered(one, request), answered(other, request)
    if isinstance(ours, str) or isinstance(theirs, str):
        return [] if ours == theirs else [f"{ours!r} and {theirs!r}"]
    found = []
    if (ours.total, ours.partial) != (theirs.total, theirs.partial):
        found.append(f"{ours.total}+{ours.partial} and {theirs.total}+{theirs.partial}")
    if ours.notes != theirs.notes:
        found.append(f"{ours.notes} and {theirs.notes}")
    if len(ours.hits) != len(theirs.hits):
        found.append(f"{len(ours.hits)} hits and {len(theirs.hits)}")
    for hit, same in zip(ours.hits, theirs.hits, strict=False):
        apart = abs(hit.score - same.score) > CLOSE + 1e-9
        if apart or (hit.id, hit.match) != (same.id, same.match):
            # Scores that differ by the last digit of a float may change places.
            if not apart and any(h.id == hit.id for h in theirs.hits):
                continue
            found.append(f"{hit.rank}: {hit.path} {hit.score} and {same.path} {same.score}")
            break
    return found


def different(
    one: Archive, other: Archive, seed: int, questions: int, ways: Sequence[Mapping[str, object]]
) -> dict[tuple[str, str], list[str]]:
    """Of random questions about the articles of ``one`` those answered differently, and how."""
    drawing = Drawing(Known([article for _, article in one.snapshot.everything()]), seed)
    found = {}
    for _ in range(questions):
        query = written(drawing.question())
        for way in ways:
            told = differences(one, other, asked(query, way))
            if told:
                found[query, str(way)] = told
    return found


def agree_on(one: Archive, other: Archive, query: str) -> None:
    """Asserts that a question gets the same hits, counts, notes, highlighting and files."""
    for copies in ("collapse", "show", "only"):
        assert differences(one, other, asked(query, {"copies": copies})) == []
    assert one.count(query) == other.count(query)
    assert one.notes(query) == other.notes(query)
    assert one.highlighting(query) == other.highlighting(query)
    assert sorted(one.paths(query)) == sorted(other.paths(query))


def agree_in_order(one: Archive, other: Archive, sort: str) -> None:
    """Asserts that hits stand in the same order, all of them and the first."""
    for query in ("wombat", "*"):
        for limit in (None, 7):
            request = asked(query, {"sort": sort, "limit": limit})
            ours, theirs = one.search(request), other.search(request)
            assert [hit.id for hit in ours.hits] == [hit.id for hit in theirs.hits]


def agree_around(one: Archive, other: Archive) -> None:
    """Asserts that facets, timelines, terms, concordances, acronyms and plans are the same."""
    names = ("source", "author", "year", "person", "lang")
    for query in ("*", "wombat", "guzman OR border"):
        assert one.facets(query, names) == other.facets(query, names)
        for by in ("day", "week", "month", "year"):
            assert one.timeline(query, by) == other.timeline(query, by)
        assert one.terms(query) == other.terms(query)
        assert sorted(one.kwic(query), key=str) == sorted(other.kwic(query), key=str)
    assert one.acronyms() == other.acronyms()
    assert one.explain("wombat US border") == other.explain("wombat US border")


def agree_in_digests(one: Archive, other: Archive) -> None:
    """Asserts that questions come to the same numbers, dates and best article."""
    for query in ("wombat", "*", "zzzz", "is:copy", "wombat border"):
        question = query_of(Request(query))
        ours, theirs = (archive.snapshot.digest(question) for archive in (one, other))
        assert ours._replace(best=None) == theirs._replace(best=None)
        if ours.best is not None and theirs.best is not None:
            best = one.snapshot.article(ours.best)
            assert best == other.snapshot.article(theirs.best)


def agree_with_itself_in_pages(archive: Archive) -> None:
    """Asserts that pages, one after the other, are the longer page."""
    whole = [hit.id for hit in archive.search("wombat border", limit=20).hits]
    pages = [archive.search("wombat border", limit=5, offset=at).hits for at in (0, 5, 10, 15)]
    assert len(whole) == 20
    assert [hit.id for page in pages for hit in page] == whole
