"""Counts by value and by time, on five articles that can be counted by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, Request
from newsgrep.errors import UsageError

FERRY = {
    "title": "Ferry to Orlo", "text": "The ferry to Orlo was late.", "date": "2016-12-31",
    "source": "Orlo Courier", "author": "Ida Brandt", "language": "en",
}  # fmt: skip
RECORDS = (
    FERRY,
    {**FERRY, "title": "Ferry sold", "text": "A bank bought the ferry.", "date": "2017-02-20"},
    {**FERRY, "title": "Ferry sails", "text": "The ferry sails at six.", "date": "2017-02-26",
     "source": "Delta Wire", "author": "Ida Brandt; Tom Weller"},
    {**FERRY, "title": "Bridge opens", "text": "A bridge opened at Orlo.", "date": "2017-04-02"},
    {"title": "Ferry song", "text": "A song about a ferry, undated."},
)  # fmt: skip


@pytest.fixture
def archive(archive_from: Callable[..., Archive], both_ways: str) -> Archive:
    return archive_from(*RECORDS)


def test_facets_count_the_articles_that_match(archive: Archive) -> None:
    counts = archive.facets("ferry", ["source", "author", "year", "lang"])
    assert (counts.query, counts.total) == ("ferry", 4)
    assert counts.fields["source"] == {"Orlo Courier": 2, "Delta Wire": 1}
    assert list(counts.fields["source"]) == ["Orlo Courier", "Delta Wire"], "the most first"
    assert counts.fields["author"] == {"Ida Brandt": 3, "Tom Weller": 1}
    assert counts.fields["year"] == {"2017": 2, "2016": 1}


def test_facets_of_all_and_of_none(archive: Archive) -> None:
    assert archive.facets("*", ["source"]).fields["source"] == {
        "Orlo Courier": 3,
        "Delta Wire": 1,
    }
    nothing = archive.facets("submarine", ["source"])
    assert (nothing.total, nothing.fields) == (0, {"source": {}})


def test_facets_of_a_field_that_is_not_counted(archive: Archive) -> None:
    with pytest.raises(UsageError) as refused:
        archive.facets("ferry", ["sorce"])
    assert refused.value.message == "--by sorce: not counted by that"
    assert "did you mean source?" in refused.value.hint


@pytest.mark.parametrize(
    ("by", "counts", "periods"),
    [
        ("day", {"2016-12-31": 1, "2017-02-20": 1, "2017-02-26": 1}, 58),
        ("week", {"2016-W52": 1, "2017-W08": 2}, 9),
        ("month", {"2016-12": 1, "2017-02": 2}, 3),
        ("year", {"2016": 1, "2017": 2}, 2),
    ],
)
def test_timeline(archive: Archive, by: str, counts: dict[str, int], periods: int) -> None:
    timeline = archive.timeline(["ferry"], by)
    (series,) = timeline.series
    assert (series.total, series.undated, series.counts) == (4, 1, counts)
    assert len(timeline.periods) == periods, "those without articles too"
    assert list(timeline.periods) == sorted(timeline.periods)
    assert (timeline.periods[0], timeline.periods[-1]) == (min(counts), max(counts))


def test_timelines_side_by_side_reach_from_the_first_to_the_last_of_all(archive: Archive) -> None:
    timeline = archive.timeline([Request("ferry"), Request("bridge"), Request("*")], "month")
    assert timeline.periods == ("2016-12", "2017-01", "2017-02", "2017-03", "2017-04")
    ferry, bridge, everything = timeline.series
    assert bridge.counts == {"2017-04": 1}
    assert everything.counts == timeline.archive == {"2016-12": 1, "2017-02": 2, "2017-04": 1}
    assert [timeline.share(ferry, period) for period in timeline.periods] == [1, 0, 1, 0, 0]
    assert timeline.share(bridge, "2017-02") == 0


def test_a_timeline_of_nothing_has_no_periods(archive: Archive) -> None:
    timeline = archive.timeline(["submarine"], "week")
    assert timeline.periods == ()
    assert timeline.series[0].counts == {}


def test_a_timeline_by_what_there_is_not(archive: Archive) -> None:
    with pytest.raises(UsageError, match="--by decade"):
        archive.timeline(["ferry"], "decade")


def test_deleted_articles_are_not_counted(archive: Archive) -> None:
    archive.index([archive.folder.root / "records.jsonl"])
    (archive.folder.root / "records.jsonl").write_text(
        '{"title": "Ferry sunk", "text": "The ferry sank.", "date": "2018-01-01",'
        ' "source": "Delta Wire"}\n'
    )
    archive.index([archive.folder.root / "records.jsonl"])
    archive.refresh()
    assert archive.facets("ferry", ["source"]).fields == {"source": {"Delta Wire": 1}}
    assert archive.timeline(["ferry"], "year").series[0].counts == {"2018": 1}
