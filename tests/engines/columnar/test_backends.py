"""The two backends: one protocol, the same answers, over segments with deletions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newsgrep import Archive
from newsgrep.engines.columnar.search import filters
from newsgrep.engines.columnar.search.backends.interface import Backend
from newsgrep.engines.columnar.search.backends.numpy_arrays import NumPyArrays
from newsgrep.engines.columnar.search.backends.pure_python import PurePython
from newsgrep.engines.columnar.search.evaluation import Evaluation, evaluated
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
from newsgrep.engines.columnar.search.expansion import TermExpander
from newsgrep.engines.columnar.search.multi_reader import MultiReader
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN
from newsgrep.engines.columnar.segment.doc_values import NO_DATE
from newsgrep.engines.columnar.snapshot import ColumnarSnapshot
from newsgrep.query.parser import parse

AnyBackend = Backend[Any, Any]
"""A test does not look into the sets and postings of either."""

FIRST = {
    "a": "Harbour strike\n\nBy Ana Lopez\nMay 3, 2019\n\nDockers struck at the harbour again.",
    "b": "Tide tables\n\nThe tide is high at noon.",
}
SECOND = {
    "c": "Wages\n\nHarbour wages rise; the harbour dockers rejoice, and the tide turns.",
    "d": "Weather\n\nIt rains on the harbour.",
}


@pytest.fixture
def snapshot(tmp_path: Path, archive_of: Callable[..., Archive]) -> ColumnarSnapshot:
    """Two segments, of two articles each; of the second segment, the second is deleted."""
    archive_of(**FIRST)
    archive = archive_of(**SECOND)
    (tmp_path / "articles" / "d.txt").unlink()
    archive.index([tmp_path / "articles"])
    opened = archive.snapshot
    assert isinstance(opened, ColumnarSnapshot)
    assert [(s.count, set(s.deleted)) for s in opened.segments] == [(2, set()), (2, {1})]
    return opened


@pytest.fixture(params=[PurePython, NumPyArrays])
def backend(request: pytest.FixtureRequest, snapshot: ColumnarSnapshot) -> AnyBackend:
    reader = MultiReader(snapshot.segments)
    if request.param is PurePython:
        return PurePython(snapshot.segments, lambda: reader)
    return NumPyArrays(reader)


def word(*keys: str, zone: str = "") -> ExpandedTerm:
    return ExpandedTerm("text", zone, ((Slot(keys),),))


A, B, C = (0, 0), (0, 1), (1, 0)
"""The addresses of the undeleted articles."""


def test_sets_are_joined_and_counted(backend: AnyBackend) -> None:
    harbour, tide = backend.holding(word("harbour")), backend.holding(word("tide"))
    assert sorted(harbour) == [A, C]
    assert sorted(tide) == [B, C]
    assert sorted(harbour & tide) == [C]
    assert sorted(harbour | tide) == [A, B, C]
    assert sorted(harbour - tide) == [A]
    assert len(harbour) == 2
    assert len(backend.nothing()) == 0


def test_everything_is_without_the_deleted(backend: AnyBackend) -> None:
    everything = backend.everything()
    assert sorted(everything) == [A, B, C]
    assert sorted(everything - backend.holding(word("tide"))) == [A]
    assert sorted(everything & backend.holding(word("tide"))) == [B, C]


def test_postings_have_the_documents_and_how_often_a_word_counts(backend: AnyBackend) -> None:
    harbour = backend.postings(word("harbour"), PLAIN)
    assert harbour.doc_freq == 2
    assert sorted(backend.documents(harbour)) == [A, C]
    # In the headline and the first paragraph of one; twice in the first paragraph of the other.
    assert harbour.weight(A) == pytest.approx(2 + PLAIN.title + PLAIN.lead)
    assert harbour.weight(C) == pytest.approx(2 + 2 * PLAIN.lead)
    assert harbour.weight(B) == harbour.weight((1, 1)) == 0.0


def test_a_zone_narrows_what_a_document_holds(backend: AnyBackend) -> None:
    assert sorted(backend.holding(word("harbour", zone="title"))) == [A]
    assert sorted(backend.holding(word("harbour", zone="body"))) == [A, C]


def test_filters_are_asked_of_columns_and_segments(backend: AnyBackend) -> None:
    assert sorted(backend.between("words", 9, 100)) == [C]
    assert sorted(backend.between("words", 8, 11)) == [A, B]
    assert sorted(backend.between("dates", NO_DATE + 1, 1 << 62)) == [A]
    assert sorted(filters.dated(backend, date(2019, 5, 3), date(2019, 5, 4))) == [A]
    assert sorted(filters.having(backend, "author")) == [A]
    assert sorted(filters.path_like(backend, "*c.txt")) == [C]
    assert sorted(backend.where(lambda segment: range(segment.count))) == [A, B, C]


def test_numbers_over_all_segments_and_groups_become_sets(backend: AnyBackend) -> None:
    assert sorted(backend.spanned(lambda reader: [1, 2, 3])) == [B, C]
    groups = memoryview(b"\0\0\0\0\7\0\0\0").cast("I")
    assert sorted(backend.grouped(lambda segment: groups if segment == 0 else None)) == [B]


def test_scores_are_of_the_documents_asked_for(backend: AnyBackend) -> None:
    terms = [(backend.postings(word(key), PLAIN), 1.0) for key in ("harbour", "tide")]
    scores = backend.scores(backend.holding(word("harbour")), terms, 10.0)
    assert {address for _, address in scores.best(None)} == {A, C}
    assert scores.of(C) > scores.of(A) > 0
    assert (scores.of(C), C) in scores.best(1)
    before = scores.of(A), scores.of(C)
    scores.scale(lambda seconds: 0.25 if seconds == NO_DATE else 1.0)
    assert (scores.of(A), scores.of(C)) == (before[0], before[1] / 4)


def test_positions_are_of_some_documents_and_not_of_too_many(backend: AnyBackend) -> None:
    slots = [Slot(("harbour", "tide"))]
    found = backend.positions(slots, [A, B], 1000)
    assert {address: len(places) for address, places in found.items()} == {A: 2, B: 2}
    assert all(places == sorted(places) for places in found.values())
    assert backend.positions(slots, [A, B], 1) == {}


def test_the_foremost_by_a_column_are_among_the_candidates(backend: AnyBackend) -> None:
    everything = backend.everything()
    assert C in set(backend.foremost(everything, "words", 1, down=True))
    assert B in set(backend.foremost(everything, "words", 1, down=False))
    assert sorted(backend.foremost(everything, None, 1, down=False)) == [A, B, C]


def test_values_and_days_are_counted(backend: AnyBackend) -> None:
    everything = backend.everything()
    assert backend.count_values(everything, "author") == {"Ana Lopez": 1}
    assert backend.count_values(backend.holding(word("tide")), "author") == {}
    day = (date(2019, 5, 3) - date(1970, 1, 1)).days
    assert backend.count_days(everything, 0) == {day: 1}


def test_the_backend_is_chosen_by_the_postings_that_are_to_be_read(
    snapshot: ColumnarSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.engines.columnar.search import evaluation

    plan = QueryPlan(parse("harbour tide", date.today()), TermExpander(snapshot.vocabulary))
    chosen = []
    for few in (5, 4):  # harbour stands in three articles, the deleted one among them, tide in two
        monkeypatch.setattr(evaluation, "FEW_WHEN_LOADED", few)
        made = evaluated(
            plan, snapshot.segments, lambda: MultiReader(snapshot.segments), snapshot.clusters
        )
        assert isinstance(made, Evaluation)
        chosen.append(evaluation.needs_arrays(plan, snapshot.segments, to_score=True))
    assert chosen == [False, True]


def test_a_process_that_stays_up_loads_numpy_before_long(
    snapshot: ColumnarSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.engines.columnar.search import evaluation

    # As in a process that has not loaded it.
    monkeypatch.setattr(evaluation, "sys", SimpleNamespace(modules={}))
    monkeypatch.setattr(evaluation, "_read_plainly", 0)
    monkeypatch.setattr(evaluation, "FEW_IN_ALL", 14)
    plan = QueryPlan(parse("harbour tide", date.today()), TermExpander(snapshot.vocabulary))
    chosen = [evaluation.needs_arrays(plan, snapshot.segments, to_score=True) for _ in range(4)]
    assert chosen == [False, False, True, True]  # five postings a time
