"""More like this."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive
from newsgrep.errors import UsageError

HARBOUR = (
    "The harbour of Orlo bought a second crane on Monday from the shipyard in Venn, and the "
    "dockers' union said that the crane would cost forty jobs on the quay before summer."
)


@pytest.fixture
def archive(archive_from: Callable[..., Archive]) -> Archive:
    return archive_from(
        {"title": "Second crane", "text": HARBOUR, "date": "2017-02-20", "source": "Courier"},
        {"title": "Second crane", "text": HARBOUR, "date": "2017-02-21", "source": "Wire"},
        {"title": "Dockers strike", "date": "2017-03-01",
         "text": "Dockers left the quay of Orlo: their union fears the crane of the harbour."},
        {"title": "Recipe", "date": "2017-03-02",
         "text": "Take four eggs and some flour, and stir them well for a while."},
    )  # fmt: skip


def test_the_most_alike_first_and_copies_said(archive: Archive) -> None:
    copy, strike = archive.similar(archive.search("eggs OR crane", sort="date").hits[0].id)
    assert (copy.title, copy.source, copy.copy) == ("Second crane", "Wire", True)
    assert (strike.title, strike.copy) == ("Dockers strike", False)
    assert copy.likeness == 1 > strike.likeness > 0.15
    assert copy.score > strike.score


def test_like_a_text_that_is_not_in_the_archive(archive: Archive) -> None:
    found = archive.similar("", text="The dockers' union and the crane on the quay", limit=5)
    assert {hit.title for hit in found} == {"Second crane", "Dockers strike"}
    assert archive.similar("", text="Four eggs and flour to stir", limit=5)[0].title == "Recipe"
    assert len(archive.similar("", text=HARBOUR, limit=1)) == 1


def test_like_nothing(archive: Archive) -> None:
    with pytest.raises(UsageError, match="no words in it that any article has"):
        archive.similar("", text="Qwxyz zzyxw")
