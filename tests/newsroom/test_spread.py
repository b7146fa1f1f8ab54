"""``Archive.first``: the earliest article of each source, its lag, and the copies behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, QueryError, Request
from newsgrep.newsroom.answers import First

Make = Callable[..., Archive]

STORY = (
    "The ferry of Orlo was sold on Monday to a firm from Tarn. The quay was closed at noon, and"
    " nobody could say when the ferry would sail again, or under which name. The town has had a"
    " ferry for two hundred years, and the fishermen of the bay had hoped to keep it."
)


def told(source: str, date: str, text: str = "", title: str = "Ferry") -> dict[str, object]:
    """A record of an article; of the one story where it has no text of its own."""
    return {"title": title, "source": source, "date": date, "text": text or STORY}


@pytest.fixture
def archive(archive_from: Make) -> Archive:
    return archive_from(
        told("Orlo Daily", "2020-01-02T20:30:00+01:00"),
        told("Seed Wire", "2020-01-02T08:00:00+01:00"),
        told("Seed Wire", "2020-01-05T08:00:00+01:00", "The ferry is not sold after all."),
        told("Tarn Post", "2020-01-04"),
        told("Bay Radio", "2020-01", "A ferry is for sale in the bay."),
        told("Nowhere", "", "The ferry again, without a date."),
        told("Hill Herald", "2019-12-01", "A bridge is sold.", "Bridge"),
    )


def by_source(archive: Archive, query: str | Request) -> dict[str, First]:
    return {one.source: one for one in archive.first(query).firsts}


def test_the_first_of_each_source_in_order(archive: Archive) -> None:
    found = archive.first("ferry")
    assert [one.source for one in found.firsts] == [
        "Seed Wire", "Orlo Daily", "Tarn Post", "Bay Radio",
    ]  # fmt: skip
    assert (found.total, found.undated) == (6, 1)


def test_lags_are_hours_as_exact_as_the_dates(archive: Archive) -> None:
    found = by_source(archive, "ferry")
    assert (found["Seed Wire"].lag, found["Seed Wire"].exact) == (0.0, True)
    assert (found["Orlo Daily"].lag, found["Orlo Daily"].exact) == (12.5, True)
    assert (found["Tarn Post"].lag, found["Tarn Post"].exact) == (48.0, False)
    assert (found["Bay Radio"].lag, found["Bay Radio"].exact) == (None, False)


def test_copies_behind_it_and_what_it_copies(archive: Archive) -> None:
    found = by_source(archive, "ferry")
    first = found["Seed Wire"]
    assert (first.copies, first.copy_of, first.articles) == (2, "", 2)
    assert (found["Orlo Daily"].copies, found["Orlo Daily"].copy_of) == (1, first.id)
    assert (found["Bay Radio"].copies, found["Bay Radio"].copy_of) == (0, "")


def test_only_what_matches_counts(archive: Archive) -> None:
    found = by_source(archive, Request("ferry", since="2020-01-03"))
    assert [*found] == ["Tarn Post", "Seed Wire"]
    assert found["Tarn Post"].copy_of == ""


def test_hours_are_compared_across_zones(archive_from: Make) -> None:
    archive = archive_from(
        told("East", "2020-01-02T09:00:00+09:00"), told("West", "2020-01-01T20:00:00-05:00")
    )
    first, second = archive.first("ferry").firsts
    assert (first.source, second.source, second.lag) == ("East", "West", 1.0)


def test_an_hour_comes_before_a_day_without_one(archive_from: Make) -> None:
    archive = archive_from(told("Day", "2020-01-02"), told("Hour", "2020-01-02T22:00:00"))
    first, second = archive.first("ferry").firsts
    assert (first.source, second.source, second.lag, second.exact) == ("Hour", "Day", 0.0, False)


def test_nothing_found_and_nothing_asked(archive: Archive) -> None:
    assert archive.first("zeppelin").firsts == ()
    with pytest.raises(QueryError):
        archive.first("")
