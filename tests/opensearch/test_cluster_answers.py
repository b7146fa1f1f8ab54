"""A folder and a cluster are asked the same: the same articles, order, scores and counts."""

from __future__ import annotations

import dataclasses
import secrets
from pathlib import Path
from typing import Any

import alike
import pytest
from alike import CLOSE, answered
from oracle import corpora
from oracle.drawing import Drawing
from oracle.judge import Judge
from oracle.known import Known
from oracle.questions import written

from newsgrep import Archive, Request
from newsgrep.engines.opensearch import asking
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.request import SORTS
from newsgrep.results import Results
from newsgrep.search import suggestions
from newsgrep.search.request_tree import query_of
from opensearch.articles import PLORN, copied, stored_alike

FIRST = 50
QUESTIONS = 150
__all__ = ["stored_alike"]
real = pytest.mark.skipif(corpora.corpora() is None, reason=corpora.MISSING)


class Both:
    """The same articles in a folder and on a cluster."""

    def __init__(self, base: Path, articles: Path, address: str) -> None:
        self.folder = Archive(base / "elsewhere" / "index")
        self.cluster = Archive(address)
        for archive in (self.folder, self.cluster):
            assert archive.index([articles]).failed == 0

    def asked(self, request: Request) -> tuple[Results | str, Results | str]:
        """What both answer, or how they refuse."""
        return answered(self.folder, request), answered(self.cluster, request)


@pytest.fixture(scope="module")
def both(hosts: str, tmp_path_factory: pytest.TempPathFactory) -> Both:
    base = tmp_path_factory.mktemp("both")
    name = f"newsgrep-test-both-{secrets.token_hex(4)}"
    return Both(base, copied(base, PLORN), f"{hosts}/{name}?shards=3&replicas=0&timeout=120")


def differences(both: Both, request: Request) -> list[str]:
    """How the answers differ; scores by less than a ten-thousandth are the same."""
    return alike.differences(both.folder, both.cluster, request)


def test_a_cluster_answers_the_oracles_questions_as_a_folder_does(both: Both) -> None:
    known = Known([article for _, article in both.folder.snapshot.everything()])
    drawing = Drawing(known, 17)
    found = {}
    for _ in range(QUESTIONS):
        query = written(drawing.question())
        for way in (
            {"mode": "all", "expand": False, "copies": "show"},
            {},
            {"rank": "prominence", "mode": "any"},
            {"rank": "recency"},
        ):
            request = Request(query, limit=FIRST, snippets=0).but(**way)
            told = differences(both, request)
            if told:
                found[query, str(way)] = told
    assert found == {}


@pytest.mark.parametrize("query", ["anti-plorn", "antiplorn", "anti*", "wombat", "border", "US"])
def test_places_of_words_are_counted_alike(both: Both, query: str) -> None:
    request = Request(query, explain=True, limit=FIRST, snippets=0)
    ours, theirs = both.asked(request)
    assert isinstance(ours, Results)
    assert isinstance(theirs, Results)
    told = [{hit.id: [r.detail for r in hit.reasons] for hit in one.hits} for one in (ours, theirs)]
    assert told[0] == told[1]


@real
def test_and_those_of_thousands_of_real_articles(
    hosts: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = corpora.corpora()
    assert folder is not None
    base = tmp_path_factory.mktemp("real")
    for name, content in corpora.texts(folder):
        path = base / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    name = f"newsgrep-test-real-{secrets.token_hex(4)}"
    two = Both(base, base / "articles", f"{hosts}/{name}?shards=3&replicas=0&timeout=300")
    known = Known([article for _, article in two.folder.snapshot.everything()])
    drawing, judge = Drawing(known, 3), Judge(known)
    numbers = {path: number for number, path in enumerate(known.numbers)}
    for _ in range(QUESTIONS):
        node = drawing.question()
        query = written(node)
        assert (query, differences(two, Request(query, limit=FIRST, snippets=0))) == (query, [])
        every = Request(query, mode="all", limit=None, expand=False, copies="show")
        given = {numbers[path] for path in two.cluster.paths(every) if path in numbers}
        sure, perhaps = judge.bounds(node)
        assert sure <= given <= perhaps, query


@pytest.mark.parametrize(
    "query",
    [
        "wombat border", '"anti plorn"', "antiplorn", "US", "us", "WHO", "=wombat", "wom*",
        "plrn~1", "/w.mbat/", 'quote:"not now"', "title:wombat", "lead:wombat", "body:wombat",
        "wombat W/3 plorn", "who W/s was", "wombat W/p knew", "(wombat W/5 border) W/9 number",
        "atleast3(wombat)", "atleast2(wombat OR plorn)", 'source:"Plorn Post" wombat',
        "date:2019-03", "words:>50", "has:source", "no:date", "path:*.jsonl", "path:plorn",
        "is:copy", "wombat^3 border", "lang:en", "wombat -border", "NOT wombat", "*", "ICIJ",
        "person:guzman", "zzzz",
    ],
)  # fmt: skip
def test_every_kind_of_question(both: Both, query: str) -> None:
    for copies in ("collapse", "show", "only"):
        assert differences(both, Request(query, limit=FIRST).but(copies=copies)) == []
    assert both.folder.count(query) == both.cluster.count(query)


@pytest.mark.parametrize("sort", SORTS)
def test_every_order(both: Both, sort: str) -> None:
    for query in ("wombat", "*"):
        request = Request(query, sort=sort, limit=None, snippets=0)
        ours, theirs = both.asked(request)
        assert isinstance(ours, Results) and isinstance(theirs, Results)
        assert [hit.id for hit in ours.hits] == [hit.id for hit in theirs.hits]


def test_pages_make_the_longer_page(both: Both) -> None:
    whole = [hit.id for hit in both.cluster.search("wombat border", limit=20).hits]
    pages = [both.cluster.search("wombat border", limit=5, offset=at).hits for at in (0, 5, 10, 15)]
    assert [hit.id for page in pages for hit in page] == whole


def test_closeness_is_asked_for_at_once_where_that_is_little(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    request = Connection.request

    def counted(self: Connection, method: str, path: str, *rest: Any, **more: Any) -> Any:
        asked.append(path.rpartition("/")[2])
        return request(self, method, path, *rest, **more)

    monkeypatch.setattr(Connection, "request", counted)
    for way in ({}, {"rank": "recency"}, {"copies": "show"}, {"limit": 3}, {"limit": None}):
        for query in ("wombat border", "wombat number crossed", "plorn wombat border"):
            wanted = Request(query, limit=20, snippets=0).but(**way)
            together = both.cluster.snapshot.search(query_of(wanted)).rows
            asked.clear()
            assert both.cluster.snapshot.search(query_of(wanted)).rows == together
            at_once = list(asked)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(asking, "MOST_CLOSE", 0)
                asked.clear()
                apart = both.cluster.snapshot.search(query_of(wanted)).rows
            assert [row[:2] for row in apart] == [row[:2] for row in together]
            assert [row.score for row in apart] == pytest.approx([r.score for r in together])
            assert len(asked) > len(at_once)
            if query == "wombat border" and way == {"copies": "show"}:
                assert (at_once, asked) == (["_msearch"], ["_msearch", "_search"])


def test_a_hit_is_the_same_to_its_snippets(both: Both) -> None:
    ours, theirs = both.asked(Request("wombat border", explain=True))
    assert isinstance(ours, Results) and isinstance(theirs, Results)
    for one, other in zip(ours.hits, theirs.hits, strict=True):
        same = {"score": 0.0, "reasons": ()}
        assert _but(one, same) == _but(other, same)
        assert [reason.what for reason in one.reasons] == [r.what for r in other.reasons]
        assert [reason.detail for reason in one.reasons] == [r.detail for r in other.reasons]
        for ours_, theirs_ in zip(one.reasons, other.reasons, strict=True):
            assert ours_.score == pytest.approx(theirs_.score, abs=CLOSE)


def _but(hit: object, fields: dict[str, object]) -> dict[str, object]:
    from newsgrep.records import values_of

    return {**values_of(hit), **fields}


def test_what_is_asked_around_a_search(both: Both) -> None:
    one, other = both.folder, both.cluster
    names = ("source", "author", "year", "person", "lang")
    for query in ("*", "wombat"):
        assert one.facets(query, names) == other.facets(query, names)
        for by in ("day", "week", "month", "year"):
            assert one.timeline(query, by) == other.timeline(query, by)
        assert one.terms(query) == other.terms(query)
        assert list(one.kwic(query)) == list(other.kwic(query))
    assert one.acronyms() == other.acronyms()
    assert one.explain("wombat US border") == other.explain("wombat US border")
    assert one.audit() == other.audit()


def test_articles_copies_and_the_archive(both: Both) -> None:
    one, other = both.folder, both.cluster
    hit = one.search("title:again wombat").hits[0]
    assert hit.copies is not None
    assert one.article(hit.id) == other.article(hit.id) == other.article(hit.id[:9])
    assert one.story(hit.id) == other.story(hit.id)
    similar = zip(one.similar(hit.id), other.similar(hit.id), strict=True)
    assert all(a.id == b.id for a, b in similar)
    ours, theirs = one.stats(), other.stats()
    assert ours.totals == dataclasses.replace(theirs.totals, terms=ours.totals.terms)
    assert ours.totals.terms <= theirs.totals.terms
    assert (ours.files, ours.failures, ours.missing) == (theirs.files, theirs.failures, ())


def test_what_a_question_comes_to_and_marks(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    one, other = both.folder, Archive(both.cluster.folder.name)
    for query in ("wombat", "*", "zzzz", "is:copy"):
        ours, theirs = (
            archive.snapshot.digest(query_of(Request(query))) for archive in (one, other)
        )
        assert ours._replace(best=None) == theirs._replace(best=None)
        if ours.best is not None and theirs.best is not None:
            assert one.snapshot.article(ours.best) == other.snapshot.article(theirs.best)
    hit = other.search("wombat border").hits[0]
    other.newsroom.mark(hit.id, "key", notes=["the one"])
    marked = other.search("is:key")
    assert [found.id for found in marked.hits] == [hit.id]
    assert [found.id for found in other.search('note:"the one"').hits] == [hit.id]


def test_nothing_found_is_helped_as_in_a_folder(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Suggestions are looked for as long as a reader waits gladly; a busy machine has more time.
    monkeypatch.setattr(suggestions, "MAX_SECONDS", 60.0)
    for query in ("wombta", "source:plorm wombat", "wombat AND zzz"):
        ours, theirs = both.asked(Request(query))
        assert isinstance(ours, Results) and isinstance(theirs, Results)
        assert ours.suggestions == theirs.suggestions
