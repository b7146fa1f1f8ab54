"""How much of the postings is decoded for what is asked: no more than it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from newsgrep import Archive
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm
from newsgrep.engines.columnar.search.expansion import TermExpander, TermNode
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays
from newsgrep.engines.columnar.segment.postings import Postings
from newsgrep.engines.interface import Snapshot
from newsgrep.engines.matches import Query
from newsgrep.query.ast import describe
from newsgrep.request import Request
from newsgrep.search.request_tree import query_of
from newsgrep.storage.section_file import SectionFile

ARTICLES = {
    "a": "Harbour strike\n\nDockers of the harbour went on strike over wages on Monday.",
    "b": "Wages rise\n\nThe wages of dockers rise, as the strike at the harbour has ended.",
    "c": "Fishing fleet\n\nThe fishing fleet left the harbour on Tuesday with the tide.",
}


class Decoded:
    """Counts the posting lists whose documents, codes and positions are decoded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._counts: Counter[str] = Counter()
        for kind in (Postings, PostingArrays):
            for stream in ("docs", "codes", "positions_bytes"):
                self._watch(monkeypatch, kind, stream)

    def _watch(self, monkeypatch: pytest.MonkeyPatch, kind: type, stream: str) -> None:
        decode = getattr(kind, stream)

        def counted(postings: Postings | PostingArrays) -> object:
            lists = len(postings) if isinstance(postings, PostingArrays) else 1
            self._counts[stream.removesuffix("_bytes")] += lists
            return decode(postings)

        monkeypatch.setattr(kind, stream, counted)

    def by(self, ask: Callable[[], object]) -> dict[str, int]:
        """The lists that are decoded while ``ask`` is called."""
        self._counts.clear()
        ask()
        return dict(self._counts)


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> Decoded:
    return Decoded(monkeypatch)


@pytest.fixture
def snapshot(archive_of: Callable[..., Archive], both_ways: str) -> Snapshot:
    return archive_of(**ARTICLES).snapshot


def asked(query: str, **fields: object) -> Query:
    return query_of(Request(query=query).but(**fields))


def test_what_a_question_highlights_is_told_without_a_posting_list(
    snapshot: Snapshot, decoded: Decoded
) -> None:
    query = asked('harbour strike dockers wag* "rise of wages" NEAR/5 tide')
    assert decoded.by(lambda: snapshot.highlighting(query)) == {}
    (pattern,) = snapshot.highlighting(asked("harbour")).patterns
    assert pattern.slots == (frozenset({"harbour"}),)


def test_notes_are_told_without_a_posting_list(snapshot: Snapshot, decoded: Decoded) -> None:
    notes: list[str] = []
    assert decoded.by(lambda: notes.extend(snapshot.notes(asked("TIDE wag?")))) == {}
    assert notes == [
        "TIDE is no acronym in this index; searched as the word tide",
        "wag?: the ? stands for one more letter; leave it out for the word itself",
    ]


def test_counting_decodes_which_documents_hold_a_word_and_no_more(
    snapshot: Snapshot, decoded: Decoded
) -> None:
    assert decoded.by(lambda: snapshot.count(asked("harbour"))) == {"docs": 1}
    assert decoded.by(lambda: snapshot.count(asked("strike dockers wages"))) == {"docs": 3}
    assert snapshot.count(asked("strike dockers wages")) == 2


def test_facets_and_periods_decode_no_more_than_a_count(
    snapshot: Snapshot, decoded: Decoded
) -> None:
    assert decoded.by(lambda: snapshot.facets(asked("tide"), ("source", "lang"))) == {"docs": 1}
    assert decoded.by(lambda: snapshot.periods(asked("fleet"), "month")) == {"docs": 1}


def test_how_many_articles_hold_each_word_is_told_by_their_documents(
    snapshot: Snapshot, decoded: Decoded
) -> None:
    query = asked("harbour OR tide")
    assert decoded.by(lambda: snapshot.words(query)) == {"docs": 2}
    assert [(word.text, word.articles) for word in snapshot.words(query)] == [
        ("harbour", 3), ("tide", 1),
    ]  # fmt: skip


def test_a_search_decodes_frequencies_of_what_is_scored_alone(
    snapshot: Snapshot, decoded: Decoded
) -> None:
    found = decoded.by(lambda: snapshot.search(asked("fleet NOT wages")))
    assert found == {"docs": 2, "codes": 1}


def test_positions_are_decoded_where_words_stand_side_by_side(
    snapshot: Snapshot, decoded: Decoded
) -> None:
    found = decoded.by(lambda: snapshot.count(asked('"fishing fleet"')))
    assert found["positions"] == 2
    assert "positions" not in decoded.by(lambda: snapshot.count(asked("title:fleet")))


def test_a_question_is_planned_once_for_its_hits_its_notes_and_its_counts(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned: list[str] = []
    expand = TermExpander.expanded

    def counted(self: TermExpander, node: TermNode, scope: str) -> ExpandedTerm:
        planned.append(describe(node))
        return expand(self, node, scope)

    monkeypatch.setattr(TermExpander, "expanded", counted)
    query = asked("harbour wages")
    for ask in (snapshot.search, snapshot.notes, snapshot.count, snapshot.highlighting):
        ask(query)
    snapshot.facets(query, ("source",))
    snapshot.parts(query, snapshot.search(query).rows)
    assert planned == ["harbour", "wages"]
    snapshot.search(asked("harbour wages", expand=False))
    assert planned == ["harbour", "wages"] * 2


def test_in_two_languages_the_documents_of_a_word_tell_once_which_it_is_in(
    archive_from: Callable[..., Archive], decoded: Decoded
) -> None:
    archive = archive_from(
        {"text": "The dockers went on strike at the harbour.", "language": "en"},
        {"text": "Los estibadores del puerto van a la huelga.", "language": "es"},
    )
    snapshot = archive.snapshot
    first = decoded.by(lambda: snapshot.highlighting(asked("huelga")))
    assert set(first) == {"docs"}
    assert decoded.by(lambda: snapshot.highlighting(asked("huelga", expand=False))) == {}


def test_facets_and_totals_are_counted_from_columns(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()
    section = SectionFile.read

    def noted(self: SectionFile, name: str, *where: int) -> memoryview:
        read.add(name)
        return section(self, name, *where)

    monkeypatch.setattr(SectionFile, "read", noted)
    totals = snapshot.totals()
    counts = snapshot.facets(asked("harbour"), ("source", "lang", "year"))
    assert (totals.articles, totals.languages) == (3, {"en": 3})
    assert counts == (3, {"source": {}, "lang": {"en": 3}, "year": {}})
    assert {"facet.lang", "column.date", "column.words"} <= read
    assert not any(name.startswith(("records", "texts", "files")) for name in read)
