"""Two folders asked as parts of a whole: what the local engine answers that joins them itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from alike import (
    agree_around,
    agree_in_digests,
    agree_in_order,
    agree_on,
    agree_with_itself_in_pages,
    different,
)
from halved import seeds_and_more
from oracle import corpora

from newsgrep import Archive, Request
from newsgrep.engines.columnar.engine import ColumnarEngine
from newsgrep.engines.columnar.snapshot import ColumnarSnapshot
from newsgrep.engines.joint.ranking import in_order
from newsgrep.engines.joint.snapshot import JointSnapshot
from newsgrep.engines.matches import Candidate
from newsgrep.errors import ArticleAmbiguous, UsageError
from newsgrep.request import SORTS
from newsgrep.search.request_tree import query_of

QUESTIONS = 100
WAYS: tuple[dict[str, object], ...] = (
    {"mode": "all", "expand": False, "copies": "show"},
    {},
    {"rank": "prominence", "mode": "any"},
    {"rank": "recency", "copies": "only"},
    {"rank": "recency", "offset": 3, "limit": 7},
)
real = pytest.mark.skipif(corpora.corpora() is None, reason=corpora.MISSING)


class Halves:
    """The same two indexes, joined by their engine and as parts of a whole."""

    def __init__(self, base: Path, articles: list[tuple[str, bytes]]) -> None:
        self.indexes = []
        for number in (0, 1):
            folder = base / f"half{number}"
            for name, content in articles[number::2]:
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            self.indexes.append(base / f"index{number}" / "made")
            assert Archive(self.indexes[number]).index([folder]).failed == 0
        self.joined = Archive(self.indexes)
        assert isinstance(self.joined.snapshot, ColumnarSnapshot)
        self.parted = parted(self.indexes)


def parted(indexes: list[Path]) -> Archive:
    """The indexes as an archive in which each is a part by itself."""
    archive = Archive(indexes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ColumnarEngine, "joins", lambda self, other: False)
        assert isinstance(archive.snapshot, JointSnapshot)
    return archive


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> Halves:
    return Halves(tmp_path_factory.mktemp("halves"), seeds_and_more())


def test_random_questions_are_answered_as_by_the_engine_that_joins(halves: Halves) -> None:
    assert different(halves.joined, halves.parted, 11, QUESTIONS, WAYS) == {}


@real
def test_and_those_of_thousands_of_real_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = corpora.corpora()
    assert folder is not None
    two = Halves(tmp_path, list(corpora.texts(folder)))
    assert different(two.joined, two.parted, 5, QUESTIONS, WAYS) == {}


@pytest.mark.parametrize(
    "query",
    [
        "wombat border", '"anti plorn"', "antiplorn", "US", "us", "WHO", "=wombat", "wom*",
        "plrn~1", "/w.mbat/", 'quote:"not now"', "title:wombat", "lead:wombat", "body:wombat",
        "wombat W/3 plorn", "who W/s was", "wombat W/p knew", "(wombat W/5 border) W/9 number",
        "atleast3(wombat)", 'source:"Plorn Post" wombat', "date:2019-03", "words:>50",
        "has:source", "no:date", "path:*.json", "path:plorn", "is:copy", "wombat^3 border",
        "lang:en", "lang:de", "wombat -border", "NOT wombat", "*", "PBA", "plorn border authority",
        "person:guzman", "guerra trade", "zzzz",
    ],
)  # fmt: skip
def test_every_kind_of_question(halves: Halves, query: str, both_ways: str) -> None:
    agree_on(halves.joined, halves.parted, query)


@pytest.mark.parametrize("sort", SORTS)
def test_every_order(halves: Halves, sort: str) -> None:
    agree_in_order(halves.joined, halves.parted, sort)


def test_pages_make_the_longer_page(halves: Halves) -> None:
    agree_with_itself_in_pages(halves.parted)


def test_a_hit_is_the_same_to_its_snippets_and_reasons(halves: Halves) -> None:
    asked = Request("wombat border PBA", explain=True)
    ours, theirs = halves.joined.search(asked), halves.parted.search(asked)
    assert len(ours.hits) == 10
    assert all(hit.reasons and hit.snippets for hit in theirs.hits)
    assert ours.hits == theirs.hits


def test_what_is_asked_around_a_search(halves: Halves) -> None:
    one, other = halves.joined, halves.parted
    agree_around(one, other)
    assert {d.acronym for d in other.acronyms()} >= {"PBA"}
    assert one.audit() == other.audit()
    assert one.stats() == other.stats()
    assert one.snapshot.span() == other.snapshot.span()


def test_what_a_question_comes_to(halves: Halves) -> None:
    agree_in_digests(halves.joined, halves.parted)


def test_one_article_its_copies_and_those_like_it(halves: Halves) -> None:
    one, other = halves.joined, halves.parted
    hit = other.search("title:again wombat").hits[0]
    assert hit.copies is not None and hit.copies.others == 1
    assert one.article(hit.id) == other.article(hit.id) == other.article(hit.id[:9])
    assert one.article(hit.path) == other.article(hit.path)
    assert one.story(hit.id) == other.story(hit.id)
    assert len(other.story(hit.id)) == 2
    similar, same = one.similar(hit.id), other.similar(hit.id)
    assert [(s.id, round(s.score, 9)) for s in similar] == [(s.id, round(s.score, 9)) for s in same]
    several = next(d for d in "0123456789abcdef" if len(one.snapshot.find(d)) > 1)
    with pytest.raises(ArticleAmbiguous):
        other.match(several)


@pytest.mark.parametrize("query", ["wombta", "source:plorm wombat", "wombat AND zzz", "bordr"])
def test_nothing_found_is_helped_alike(halves: Halves, query: str) -> None:
    ours, theirs = halves.joined.search(query), halves.parted.search(query)
    assert theirs.suggestions
    assert ours.suggestions == theirs.suggestions


def test_batches_and_what_newsrooms_make(halves: Halves) -> None:
    one, other = halves.joined.newsroom, halves.parted.newsroom
    queries = ["wombat", "border PBA", "zzzz", "(", "plorn border authority"]
    assert list(one.batch(queries)) == list(other.batch(queries))
    assert one.first("wombat") == other.first("wombat")
    assert sorted(one.quotes("*"), key=str) == sorted(other.quotes("*"), key=str)
    assert one.network("*") == other.network("*")
    receipt = other.receipt("wombat")
    assert {**one.receipt("wombat"), "made": "", "sha256": ""} == {
        **receipt, "made": "", "sha256": ""
    }  # fmt: skip
    assert other.verify(receipt).holds


def test_a_mark_is_on_the_article_whichever_index_has_it(tmp_path: Path) -> None:
    two = Halves(tmp_path, seeds_and_more())
    first, second = (Archive(index).search("wombat").hits[0] for index in two.indexes)
    for hit in (first, second):
        two.parted.newsroom.mark(hit.id, "key", notes=[f"about {hit.title}"])
    assert {hit.id for hit in two.parted.search("is:key").hits} == {first.id, second.id}
    assert [hit.id for hit in two.parted.search(f'note:"about {second.title}"').hits] == [second.id]
    # Each beside the index that its article is of.
    assert [hit.id for hit in Archive(two.indexes[1]).search("is:key").hits] == [second.id]


def test_what_is_indexed_goes_to_the_first(tmp_path: Path) -> None:
    two = Halves(tmp_path, seeds_and_more())
    (tmp_path / "new.txt").write_text("Zonked\n\nA zonkulous wombat.", encoding="utf-8")
    before = two.parted.count("*")
    two.parted.index([tmp_path / "new.txt"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ColumnarEngine, "joins", lambda self, other: False)
        two.parted.refresh()
        assert two.parted.count("zonkulous") == 1
        assert two.parted.count("*") == before + 1
    assert [Archive(index).count("zonkulous") for index in two.indexes] == [1, 0]


def test_three_indexes_of_which_two_are_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for name in ("a", "b", "c"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / f"{name}.txt").write_text(f"Quokka {name}\n\nA quokka of {name}{name}.\n")
        made.append(folder / "index")
        Archive(folder / "index").index([folder])
    apart: list[ColumnarEngine] = []
    monkeypatch.setattr(
        ColumnarEngine, "joins", lambda self, other: self not in apart and other not in apart
    )
    archive = Archive(made)
    apart.append(archive._engines[1])  # type: ignore[arg-type]
    snapshot = archive.snapshot
    assert isinstance(snapshot, JointSnapshot)
    rows = snapshot.search(query_of(Request("quokka"))).rows
    sources = {snapshot.article(row).title: snapshot.source(row) for row in rows}
    assert sources == {"Quokka a": 0, "Quokka b": 1, "Quokka c": 2}
    for number, name in enumerate("abc"):
        match = archive.match(str(tmp_path / name / f"{name}.txt"))
        assert (snapshot.source(match), archive.article(archive.shown(match)).title) == (
            number, f"Quokka {name}",
        )  # fmt: skip


def test_scores_of_two_engines_that_differ_by_a_last_digit_are_a_tie() -> None:
    def row(score: float, date: int) -> Candidate:
        return Candidate(0, date, score, 0, date, f"{date:012x}")

    def dates(*rows: Candidate) -> list[int]:
        return [one.date for one in in_order(rows, 1e-5 / 3)]

    # The newer first where the scores are the same, and the better one where they are not.
    assert dates(row(3.000001, 1), row(3.0, 2), row(2.999999, 3)) == [3, 2, 1]
    assert dates(row(3.0002, 1), row(3.0001, 2), row(3.0, 3)) == [1, 2, 3]
    # Many that are close to the next do not become one tie from the first to the last.
    assert dates(*(row(3 - n * 6e-6, n) for n in range(6))) == [1, 0, 3, 2, 5, 4]


def test_what_cannot_be_a_part_is_an_error(halves: Halves) -> None:
    from newsgrep.engines.joint.snapshot import joint

    class Other:
        """Searches, and no more."""

    with pytest.raises(UsageError, match="not searched as one"):
        joint([halves.joined.snapshot, Other()], [[0], [1]])  # type: ignore[list-item]
