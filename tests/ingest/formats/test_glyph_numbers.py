"""PDFs whose fonts give the numbers of their glyphs instead of letters."""

from __future__ import annotations

from io import BytesIO

from format_samples import pdf

from newsgrep.ingest.formats.documents.pdf import read
from newsgrep.ingest.raw_document import RawDocument, Unreadable

LINES = [
    "The quay at Orlo was closed for a year; it opens on 3 May (a Friday).",
    "Fishermen had asked for that, and for 2,400 lamps along its wall.",
    "Nobody was told what the works cost, said the keeper of the harbour.",
]


def numbered(text: str) -> str:
    """A text as the numbers of the glyphs that draw it, from 3 for the space on."""
    return "".join(chr(ord(sign) - 29) for sign in text)


def read_page(lines: list[str]) -> list[RawDocument | Unreadable]:
    page = [(60.0, 700.0 - 14 * at, 10.0, line) for at, line in enumerate(lines)]
    return list(read(BytesIO(pdf([page])), "a.pdf"))


def test_numbers_of_glyphs_are_read_as_their_letters() -> None:
    (document,) = read_page([numbered(line) for line in LINES])
    assert isinstance(document, RawDocument)
    assert document.content.split() == " ".join(LINES).split()


def test_letters_are_read_as_they_stand() -> None:
    (document,) = read_page(LINES)
    assert isinstance(document, RawDocument)
    assert document.content.split() == " ".join(LINES).split()
