"""Keyword in context: what stands where, and in which order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, Request
from newsgrep.errors import UsageError


@pytest.fixture
def archive(archive_from: Callable[..., Archive]) -> Archive:
    return archive_from(
        {"title": "The wall of Orlo", "text": "A wall fell.\n\nNobody saw the Walls fall.",
         "date": "2017-02-20", "source": "Orlo Courier"},
        {"title": "Zebra", "text": "Behind a wall stood apes.", "date": "2017-02-21"},
    )  # fmt: skip


def test_every_place_in_the_order_of_articles(archive: Archive) -> None:
    lines = list(archive.kwic(Request("wall", sort="date"), width=12))
    assert [(line.left, line.match, line.right, line.zone, line.record) for line in lines] == [
        ("The ", "wall", " of Orlo", "title", 1),
        ("A ", "wall", " fell.  Nobo", "text", 1),
        ("ody saw the ", "Walls", " fall.", "text", 1),
        ("Behind a ", "wall", " stood apes.", "text", 2),
    ]
    assert (lines[0].source, lines[0].date) == ("Orlo Courier", "2017-02-20")
    assert archive.article(lines[0].id).title == "The wall of Orlo"


def test_sorted_by_what_stands_beside(archive: Archive) -> None:
    rights = [line.right for line in archive.kwic("wall", width=6, sort="right")]
    assert rights == [" fell.", " of Or", " stood", " fall."], "wall…, then walls…"
    lefts = [line.left for line in archive.kwic("wall", width=8, sort="left")]
    assert lefts == ["A ", "ehind a ", "The ", "saw the "], "by the last letters first"


def test_phrases_are_one_place(archive: Archive) -> None:
    (line,) = archive.kwic('"wall fell"')
    assert (line.left, line.match) == ("A ", "wall fell")


def test_as_many_articles_as_asked_for(archive: Archive) -> None:
    lines = list(archive.kwic(Request("wall", sort="-date", limit=1)))
    assert {line.record for line in lines} == {2}
    assert list(archive.kwic("submarine")) == []


@pytest.mark.parametrize(("width", "sort"), [(0, ""), (1001, ""), (20, "up")])
def test_widths_and_orders_that_there_are_not(archive: Archive, width: int, sort: str) -> None:
    with pytest.raises(UsageError):
        archive.kwic("wall", width=width, sort=sort)
