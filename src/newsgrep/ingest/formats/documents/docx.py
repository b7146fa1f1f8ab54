"""Word documents (DOCX): an article, or a Nexis export of many."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.zip_archive import checked
from newsgrep.ingest.formats.documents.docx_package import without_missing_parts
from newsgrep.ingest.formats.documents.docx_text import paragraphs_of
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument

NAMES = (".docx", ".docm")


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (
        name.endswith(NAMES) or (b"[Content_Types].xml" in head and b"word/" in head)
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    file = checked(stream)
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = _opened(file)
        lines = list(paragraphs_of(document))
        claims = tuple(_claims(document.core_properties)) if _has_properties(document) else ()
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        SyntaxError,
    ) as error:
        raise UnreadableFile(f"not a readable Word document: {error}") from None
    text = "\n\n".join(lines)
    yield from articles_of(text) or [RawDocument(Form.TEXT, text, claims)]


def _opened(file: BinaryIO) -> Any:
    import docx

    try:
        return docx.Document(file)
    except KeyError:  # a part that the package names and does not have
        return docx.Document(without_missing_parts(file))


def _has_properties(document: Any) -> bool:
    """Whether a document tells of itself; of one that does not, python-docx invents a title."""
    relations = document.part.package.rels.values()
    return any(relation.reltype.endswith("/core-properties") for relation in relations)


def _claims(properties: Any) -> Iterator[Claim]:
    if properties.title and len(properties.title) > 8:
        yield Claim("title", properties.title, "document properties", 0.4)
    if properties.author and " " in properties.author:
        yield Claim("authors", properties.author, "document properties", 0.3)
