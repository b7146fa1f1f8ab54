"""Which module reads a file: picked by its first bytes and its name.

A format is a module with ``NAMES`` (the endings of its files' names, in small letters),
``matches(head, name)`` (whether a file that begins with the bytes ``head`` is of it) and
``read(stream, name)``, which gives the raw documents of a file and raises
:class:`UnreadableFile`. See :data:`CONTAINERS` for what is packed in another file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers import (
    compressed,
    epub,
    mail,
    tar_archive,
    warc,
    zip_archive,
)
from newsgrep.ingest.formats.data import csv_table, json_records, parquet
from newsgrep.ingest.formats.documents import (
    alto,
    any_xml,
    docx,
    html,
    jats,
    markdown,
    odt,
    olive,
    org,
    page_xml,
    pdf,
    picture,
    plain,
    rtf,
    subtitles,
    tei,
)
from newsgrep.ingest.formats.encoding import in_one_encoding, is_binary
from newsgrep.ingest.formats.exports import (
    collections,
    dow_jones,
    endnote,
    europresse,
    evernote,
    factiva_page,
    factiva_xml,
    nexis_page,
    proquest_page,
    ris,
    wmt_sets,
)
from newsgrep.ingest.formats.unread_kinds import refuse_unread, unknown_kind
from newsgrep.ingest.formats.wire import (
    digitalwires,
    feed,
    iptc7901,
    newsml,
    newsml1,
    ninjs,
    nitf,
    wordpress,
)
from newsgrep.ingest.raw_document import RawDocument, Unreadable

FORMATS: tuple[ModuleType, ...] = (
    picture, warc, compressed, docx, odt, epub, zip_archive, tar_archive, pdf, rtf, parquet,
    wordpress, feed, nitf, newsml, newsml1, factiva_xml, wmt_sets, dow_jones, collections, alto,
    page_xml, olive, tei, jats, evernote, endnote,
    factiva_page, europresse, nexis_page, proquest_page, html, digitalwires, ninjs,
    json_records, iptc7901, ris, mail, any_xml, org, subtitles, csv_table, markdown, plain,
)  # fmt: skip
"""In the order in which they are asked; a new format is a module and a place in this list."""

CONTAINERS: tuple[ModuleType, ...] = (compressed, zip_archive, tar_archive)
"""Those of them whose members are of any format: they are handed what opens one."""

HEAD = 8192


@lru_cache(maxsize=256)
def _opened_by(byte: bytes) -> tuple[ModuleType, ...]:
    """The formats of files whose first byte that is no blank is ``byte``.

    A format says in ``OPENS`` which one that must be, if it need be one: most texts are then
    asked for by half of them.
    """
    return tuple(format for format in FORMATS if getattr(format, "OPENS", byte) == byte)


ARTICLE_NAMES = tuple(name for format in FORMATS for name in format.NAMES)
"""Endings of names that hold articles."""

_BLANK = b"\xef\xbb\xbf \t\r\n"


def read_stream(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    """The raw documents of a stream, in order.

    ``stream`` has ``peek``; ``name`` is its file's name, in any case. Raises
    :class:`UnreadableFile` where it cannot be read (further).
    """
    lowered = name.lower()
    head = bytes(stream.peek(HEAD)[:HEAD])  # type: ignore[attr-defined]
    if not head:
        raise UnreadableFile("empty file")
    head = in_one_encoding(head)
    refuse_unread(head, lowered)
    for format in _opened_by(head.lstrip(_BLANK)[:1]):
        if format.matches(head, lowered):
            if format in CONTAINERS:
                yield from format.read(stream, lowered, read_stream)
            else:
                yield from format.read(stream, lowered)
            return
    raise unknown_kind(lowered, binary=is_binary(head), article_names=ARTICLE_NAMES)


def read_bytes(data: bytes, name: str) -> Iterator[RawDocument | Unreadable]:
    """The raw documents in ``data``; see :func:`read_stream`."""
    return read_stream(io.BufferedReader(io.BytesIO(data), HEAD), name)
