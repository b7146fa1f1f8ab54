"""People whom a record names beside its authors are found by their names."""

from __future__ import annotations

import pytest

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.record_document import document_from

TEXT = "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said."


@pytest.mark.parametrize(
    ("column", "value", "line"),
    [
        ("translator", "Ada Orlo", "Translator: Ada Orlo"),
        ("transcript_by", "Ada Orlo", "Transcript by: Ada Orlo"),
        ("Speakers", ["Ada Orlo", "Bo Quay", "Ada Orlo"], "Speakers: Ada Orlo, Bo Quay"),
        ("guests", [{"name": "Ada Orlo"}], "Guests: Ada Orlo"),
    ],
)
def test_they_stand_below_the_text(column: str, value: object, line: str) -> None:
    document = document_from({"title": "Ferry sold", "text": TEXT, column: value}, 1, "JSON")
    assert document.content == f"{TEXT}\n\n{line}"
    assert not any(claim.field == "authors" for claim in document.claims)


@pytest.mark.parametrize("value", ["", "N/A", "12", None, [], "x"])
def test_what_is_no_name_is_left_out(value: object) -> None:
    document = document_from({"title": "Ferry sold", "text": TEXT, "host": value}, 1, "JSON")
    assert document.content == TEXT


def test_a_record_that_names_people_alone_is_no_article() -> None:
    with pytest.raises(UnreadableFile, match="no text in it"):
        document_from({"id": 3, "speaker": "Ada Orlo"}, 1, "JSON")
