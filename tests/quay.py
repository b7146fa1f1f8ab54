"""An article about a quay, around which tests put heads and feet."""

from __future__ import annotations

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

TITLE = "Harbour to close its northern quay for two years"
_FIRST = (
    "The harbour authority said the piles under the quay had rotted through, and that there was"
    " no cheaper way to make it safe before the winter storms.\n\n"
)
BODY = f"{_FIRST}Some 340 people work on it.\n"
LONGER_BODY = (
    f"{_FIRST}Some 340 people work on it, and many of them live in the streets behind the northern"
    " gate.\n"
)


def article_of(text: str) -> Article:
    """The article that a file of plain text is."""
    return article_from(RawDocument(Form.TEXT, text), "a.txt")
