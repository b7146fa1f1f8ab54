"""Half of the articles in a folder, half on a cluster: as if all were in one folder."""

from __future__ import annotations

import dataclasses
import json
import secrets
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from alike import (
    CLOSE,
    agree_around,
    agree_in_digests,
    agree_in_order,
    agree_on,
    agree_with_itself_in_pages,
    different,
)
from conftest import Command
from halved import seeds_and_more
from oracle import corpora

from newsgrep import Archive, Request
from newsgrep.engines.joint.snapshot import JointSnapshot
from newsgrep.engines.opensearch import store as stores
from newsgrep.errors import NewsgrepError, NoIndexFound, UsageError
from newsgrep.request import SORTS
from newsgrep.search import suggestions
from newsgrep.search.analysis.results import Audit
from opensearch.articles import stored_alike

__all__ = ["stored_alike"]
QUESTIONS = 80
WAYS: tuple[dict[str, object], ...] = (
    {"mode": "all", "expand": False, "copies": "show"},
    {},
    {"rank": "prominence", "mode": "any"},
    {"rank": "recency", "offset": 3, "limit": 7},
)
real = pytest.mark.skipif(corpora.corpora() is None, reason=corpora.MISSING)


class Mixed:
    """The same articles in one folder, and in halves of which at least one is on a cluster."""

    def __init__(
        self,
        base: Path,
        address: Callable[[], str],
        articles: Iterable[tuple[str, bytes]],
        local: bool = True,
    ) -> None:
        """``local``: the first half is in a folder. Near-copies are put into one half."""
        self.whole = Archive(base / "elsewhere" / "whole")
        folder = base / "articles"
        for name, content in articles:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert self.whole.index([folder]).failed == 0
        halves: tuple[list[str], list[str]] = [], []
        of_cluster: dict[int, int] = {}
        for number, (match, article) in enumerate(self.whole.snapshot.everything()):
            half = number % 2
            if match.cluster:
                half = of_cluster.setdefault(match.cluster, half)
            halves[half].append(article.path)
        # A file of many articles is in the half of its first.
        first = dict.fromkeys(halves[0])
        second = [path for path in dict.fromkeys(halves[1]) if path not in first]
        self.indexes = [str(base / "elsewhere" / "half") if local else address(), address()]
        for index, paths in zip(self.indexes, (list(first), second), strict=True):
            with Archive(index) as archive:
                assert archive.index(paths).failed == 0
        self.mixed = Archive(self.indexes)
        assert isinstance(self.mixed.snapshot, JointSnapshot)


def _addresses(hosts: str) -> Callable[[], str]:
    return lambda: (
        f"{hosts}/newsgrep-test-half-{secrets.token_hex(4)}?shards=2&replicas=0&timeout=120"
    )


@pytest.fixture(scope="module", params=["folder and cluster", "two on the cluster"])
def both(
    request: pytest.FixtureRequest, hosts: str, tmp_path_factory: pytest.TempPathFactory
) -> Mixed:
    local = request.param == "folder and cluster"
    return Mixed(tmp_path_factory.mktemp("both"), _addresses(hosts), seeds_and_more(), local)


def test_random_questions_are_answered_as_by_one_folder(both: Mixed) -> None:
    assert different(both.whole, both.mixed, 23, QUESTIONS, WAYS) == {}


@real
def test_and_those_of_thousands_of_real_articles(
    hosts: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = corpora.corpora()
    assert folder is not None
    base = tmp_path_factory.mktemp("real")
    two = Mixed(base, _addresses(hosts), corpora.texts(folder))
    assert different(two.whole, two.mixed, 29, QUESTIONS, WAYS) == {}


@pytest.mark.parametrize(
    "query",
    [
        "wombat border", '"anti plorn"', "antiplorn", "US", "us", "WHO", "wom*", "plrn~1",
        "/w.mbat/", 'quote:"not now"', "title:wombat", "lead:wombat", "wombat W/3 plorn",
        "wombat W/p knew", "(wombat W/5 border) W/9 number", "atleast3(wombat)",
        'source:"Plorn Post" wombat', "date:2019-03", "has:source", "no:date", "path:*.json",
        "is:copy", "wombat^3 border", "lang:de", "wombat -border", "NOT wombat", "*", "PBA",
        "plorn border authority", "person:guzman", "zzzz",
    ],
)  # fmt: skip
def test_every_kind_of_question(both: Mixed, query: str) -> None:
    agree_on(both.whole, both.mixed, query)


@pytest.mark.parametrize("sort", SORTS)
def test_every_order(both: Mixed, sort: str) -> None:
    agree_in_order(both.whole, both.mixed, sort)


def test_pages_make_the_longer_page(both: Mixed) -> None:
    agree_with_itself_in_pages(both.mixed)


def test_a_hit_is_the_same_to_its_snippets_and_reasons(both: Mixed) -> None:
    asked = Request("wombat border PBA", explain=True)
    ours, theirs = both.whole.search(asked), both.mixed.search(asked)
    assert len(ours.hits) == 10
    for one, other in zip(ours.hits, theirs.hits, strict=True):
        assert (one.id, one.snippets, one.title_highlights, one.copies) == (
            other.id, other.snippets, other.title_highlights, other.copies,
        )  # fmt: skip
        assert [(r.what, r.detail) for r in one.reasons] == [
            (r.what, r.detail) for r in other.reasons
        ]
        for mine, yours in zip(one.reasons, other.reasons, strict=True):
            assert mine.score == pytest.approx(yours.score, abs=CLOSE)


def test_what_is_asked_around_a_search(both: Mixed) -> None:
    one, other = both.whole, both.mixed
    agree_around(one, other)
    assert _in_no_order(one.audit()) == _in_no_order(other.audit())
    ours, theirs = one.stats().totals, other.stats().totals
    assert ours == dataclasses.replace(theirs, terms=ours.terms)
    assert ours.terms <= theirs.terms


def _in_no_order(audit: Audit) -> Audit:
    """Files are named in the order of their indexes."""
    findings = tuple(
        dataclasses.replace(one, files=tuple(sorted(one.files))) for one in audit.findings
    )
    return dataclasses.replace(audit, findings=findings)


def test_one_article_its_copies_and_those_like_it(both: Mixed) -> None:
    one, other = both.whole, both.mixed
    hit = other.search("title:again wombat").hits[0]
    assert hit.copies is not None
    assert hit.copies == one.search("title:again wombat").hits[0].copies
    assert one.article(hit.id) == other.article(hit.id) == other.article(hit.id[:9])
    assert one.article(hit.path) == other.article(hit.path)
    assert one.story(hit.id) == other.story(hit.id)
    similar = zip(one.similar(hit.id), other.similar(hit.id), strict=True)
    assert all(a.id == b.id and abs(a.score - b.score) < CLOSE for a, b in similar)


def test_what_a_question_comes_to(both: Mixed) -> None:
    agree_in_digests(both.whole, both.mixed)
    queries = ["wombat", "border PBA", "zzzz", "("]
    rows, same = (list(archive.newsroom.batch(queries)) for archive in (both.whole, both.mixed))
    assert rows == same


def test_marks_and_receipts(both: Mixed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    archive = Archive(both.indexes)
    of_each = {archive.snapshot.source(m): m for m, _ in archive.snapshot.everything()}
    assert set(of_each) == {0, 1}
    for source, match in of_each.items():
        article = archive.snapshot.article(match)
        archive.newsroom.mark(article.id, "key", notes=[f"of index {source}"])
    assert archive.count("is:key") == 2
    assert archive.count('note:"of index 1"') == 1
    receipt = archive.newsroom.receipt("wombat")
    assert len(receipt["indexes"]) == 2
    assert archive.newsroom.verify(receipt).holds


def test_nothing_found_is_helped_as_in_a_folder(
    both: Mixed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestions, "MAX_SECONDS", 60.0)
    for query in ("wombta", "source:plorm wombat", "wombat AND zzz"):
        ours, theirs = both.whole.search(query), both.mixed.search(query)
        assert theirs.suggestions
        assert ours.suggestions == theirs.suggestions


def test_a_command_asks_both(both: Mixed, newsgrep: Command) -> None:
    indexes = [word for index in both.indexes for word in ("--index", index)]
    found = newsgrep("search", "wombat", "--json", "--limit", "50", *indexes)
    assert found.code == 0, found.err
    hits = json.loads(found.out)["hits"]
    ours = both.whole.search("wombat", limit=50).hits
    assert [hit["id"] for hit in hits] == [hit.id for hit in ours]
    # An option that is for clusters leaves the folders beside them as they are.
    assert newsgrep("search", "wombat", "--timeout", "60", *indexes).code == 0
    refused = newsgrep("forget", both.whole.search("wombat").hits[0].id, *indexes)
    assert (refused.code, "is not done on a cluster" in refused.err) == (2, True)


def test_a_server_asks_both(both: Mixed) -> None:
    pytest.importorskip("starlette")
    from serving import serving

    with (
        serving("--index", both.indexes[0], "--index", both.indexes[1]) as address,
        urllib.request.urlopen(f"{address}api/search?q=wombat&limit=50") as answer,
    ):
        hits = json.loads(answer.read())["hits"]
    ours = both.whole.search("wombat", limit=50).hits
    assert [hit["id"] for hit in hits] == [hit.id for hit in ours]


def test_alerts_are_of_the_first(
    both: Mixed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "kept_here", lambda: tmp_path)
    archive = Archive(both.indexes)
    archive.alerts.add("wombats", "wombat", backlog=True)
    first = Archive(both.indexes[0])
    assert archive.alerts.run() == first.count("wombat") > 0
    assert archive.alerts.run() == 0
    assert [alert.name for alert in first.alerts.all()] == ["wombats"]
    archive.alerts.remove(["wombats"])


def test_an_index_that_is_not_there_is_named(both: Mixed, hosts: str) -> None:
    there = next(index for index in both.indexes if "://" in index)
    with pytest.raises(NoIndexFound, match="newsgrep-test-nothing"):
        Archive([there, f"{hosts}/newsgrep-test-nothing"]).search("wombat")
    with pytest.raises(NewsgrepError):
        Archive([there, "http://localhost:1/press?timeout=2"]).search("wombat")
    with pytest.raises(UsageError, match="is not done on a cluster"):
        Archive(both.indexes).newsroom.forget("wombat")
