"""``Archive.quotes``: who said what, near-copies once, and what they changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, NewsgrepError, Request
from newsgrep.newsroom.answers import Quotation, Wanted

Make = Callable[..., Archive]

BODY = (
    "The ferry of Orlo was sold on Monday to a firm from Tarn. {first} The quay was closed at"
    " noon, and nobody could say when the ferry would sail again, or under which name. The town"
    " has had a ferry for two hundred years, and the fishermen of the bay had hoped to keep it."
    " {last}"
)
FIRST = "“We sold it to save the harbour,” said Joan Quill, the mayor."
CHANGED = "“We sold it to save the old harbour,” said Joan Quill, the mayor."
LAST = "Edna Roe, a fisherwoman, called it “a very sad day for Orlo”."


@pytest.fixture
def wire(archive_from: Make) -> Archive:
    """A story that three papers ran, one with a word more in a quotation, one shortened."""
    return archive_from(
        {"title": "Ferry sold", "source": "Seed Wire", "date": "2020-01-02T08:00:00",
         "text": BODY.format(first=FIRST, last=LAST)},
        {"title": "Ferry is sold", "source": "Orlo Daily", "date": "2020-01-03",
         "text": BODY.format(first=CHANGED, last=LAST)},
        {"title": "Ferry gone", "source": "Tarn Post", "date": "2020-01-04",
         "text": BODY.format(first=FIRST, last="")},
        {"title": "Bridge", "source": "Tarn Post", "date": "2020-02-01",
         "text": "A bridge will be built. “We need it,” Edna Roe said. It is called “the bow”."},
    )  # fmt: skip


def test_who_said_what(wire: Archive) -> None:
    (one,) = wire.quotes("bridge")
    assert (one.speaker, one.text, one.named) == ("Edna Roe", "We need it", True)
    assert one.sure > 0.9
    assert (one.source, one.date, one.title) == ("Tarn Post", "2020-02-01", "Bridge")
    text = wire.article(one.id).text
    assert text[one.start : one.end] == "We need it,"


def test_near_copies_have_a_quotation_once_with_what_they_changed(wire: Archive) -> None:
    mayor, roe = wire.quotes("ferry")
    assert (mayor.speaker, mayor.source) == ("Joan Quill", "Seed Wire")
    daily, post = mayor.copies
    assert (daily.source, post.source) == ("Orlo Daily", "Tarn Post")
    assert ("added", "old ") in daily.changes
    assert post.changes == ()
    assert [copy.source for copy in roe.copies] == ["Orlo Daily"]


def test_only_the_copies_that_match_are_read(wire: Archive) -> None:
    (one,) = wire.quotes(Request("ferry", source="Tarn Post"))
    assert (one.source, one.copies) == ("Tarn Post", ())


def test_what_one_person_said_anywhere(wire: Archive) -> None:
    said = list(wire.quotes("", Wanted(said="roe")))
    assert {one.speaker for one in said} == {"Edna Roe"}
    assert {one.text for one in said} == {"We need it", "a very sad day for Orlo"}
    assert list(wire.quotes("", Wanted(said="Edna Quill"))) == []


def test_only_quotations_with_the_words(wire: Archive) -> None:
    def texts(query: str) -> list[str]:
        return [one.text for one in wire.quotes(query, Wanted(matching=True))]

    assert texts("harbour") == ["We sold it to save the harbour"]
    assert texts("quay") == []


def test_also_what_nobody_is_told_to_say(wire: Archive) -> None:
    told = [(one.speaker, one.text) for one in wire.quotes("bridge", Wanted(everyone=True))]
    assert told == [("Edna Roe", "We need it"), ("", "the bow")]


def test_how_sure_at_least(wire: Archive) -> None:
    every = list(wire.quotes(""))
    sure = list(wire.quotes("", Wanted(sure=0.95)))
    assert 0 < len(sure) < len(every)
    assert all(one.sure >= 0.95 for one in sure)


def test_an_interrupted_sentence_is_one_quotation(archive_from: Make) -> None:
    archive = archive_from(
        {"title": "Bridge", "text": "“We need,” said Edna Roe, “a longer bridge.” It was late."}
    )
    (one,) = archive.quotes("bridge")
    assert one.text == "We need, a longer bridge."


def test_a_quotation_over_paragraphs(archive_from: Make) -> None:
    text = "Edna Roe said: “We need it.\n\n“A bridge is no luxury.”\n\nThen she left the town hall."
    (one,) = archive_from({"title": "Bridge", "text": text}).quotes("bridge")
    assert one.text == "We need it.\n\nA bridge is no luxury."


@pytest.mark.parametrize("wanted", [Wanted(sure=1.5), Wanted(said="…")])
def test_what_cannot_be_wanted(wire: Archive, wanted: Wanted) -> None:
    with pytest.raises(NewsgrepError):
        wire.quotes("ferry", wanted)


def test_quotations_are_records(wire: Archive) -> None:
    assert all(isinstance(one, Quotation) for one in wire.quotes("ferry"))
