"""What exports have below a text: captions and notes are read, who took a picture is not."""

from __future__ import annotations

import pytest

from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import RawDocument

NEXIS = """\
                               1 of 1 DOCUMENT

                          The Courier (Orlo)

                          March 4, 2019 Monday

Port to close its quay

BYLINE: Ann Poe

LENGTH: 300 words

The quay of Orlo closes in May, the harbour board told the ferry firms on Monday.

GRAPHIC: {}

NOTES: An earlier report gave another day for the end of the ferry.

LOAD-DATE: March 4, 2019

LANGUAGE: ENGLISH
"""
FACTIVA = """\
SE News
HD Port to close its quay
WC 300 words
PD 4 March 2019
SN The Courier
LA English
LP
The quay of Orlo closes in May.
TD
The board meets in June.
ART A crane on the quay, which is for sale.
RF See page 4.
AN Document CRR0000020190304e5340001
"""


def content(data: str, name: str) -> list[str]:
    (document,) = read_bytes(data.encode(), name)
    assert isinstance(document, RawDocument)
    return [line.strip() for line in document.content.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("caption", "read"),
    [("A crane on the quay, which is for sale from June on", True), ("Photo, Jo Wu", False)],
)
def test_captions_and_notes_of_nexis(caption: str, read: bool) -> None:
    lines = content(NEXIS.format(caption), "a.txt")
    assert lines[-1] == "An earlier report gave another day for the end of the ferry."
    assert (caption in lines) == read


def test_captions_and_references_of_factiva() -> None:
    assert content(FACTIVA, "a.txt")[-2:] == [
        "A crane on the quay, which is for sale.",
        "See page 4.",
    ]
