"""Web archives (WARC and ARC, packed or not): the pages in them, by content type."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import charset_of, decode
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable

NAMES = (".warc", ".warc.gz", ".arc", ".arc.gz")

_PAGES = ("text/html", "application/xhtml+xml")


def matches(head: bytes, name: str) -> bool:
    return head.startswith((b"WARC/", b"filedesc://")) or name.endswith((".warc.gz", ".arc.gz"))


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # It would write to stderr of addresses with blanks, which it mends.
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    number = 0
    records = ArchiveIterator(stream, arc2warc=True)
    records.INC_RECORD = ""  # what it writes to stderr of a record that is longer than it says
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            found = _page(record)
            if found is None:
                continue
            number += 1
            data, kind = found
            offset = records.get_record_offset()
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            # Length is only known when the rest of the record was read.
            records.read_to_end(record)
            part = f"bytes {offset}-{offset + records.get_record_length()}"
            missing = getattr(record.raw_stream, "limit", 0)
        except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError) as error:
            reason = " ".join(str(error).split()).partition(". ")[0][:120]
            raise UnreadableFile(f"damaged web archive after page {number}: {reason}") from None
        if len(data) > MAX_DOCUMENT:
            yield Unreadable(number, f"a page of more than {MAX_DOCUMENT // 1_000_000} MB")
            continue
        claims = (Claim("url", address.strip("<>"), "WARC-Target-URI", 0.88),) if address else ()
        charset = charset_of(data) or _charset_in(kind)
        yield RawDocument(Form.PAGE, decode(data, charset), claims, number, part, optional=True)
        if missing > 0:
            yield Unreadable(number, f"a page that is cut off: {missing} bytes of it are missing")


def _page(record: Any) -> tuple[bytes, str] | None:
    """The bytes and the content type of a record that is a page, else None."""
    headers = record.rec_headers
    if record.rec_type == "response" and record.http_headers is not None:
        if not record.http_headers.get_statuscode().startswith("2"):
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        kind = headers.get_header("Content-Type") or ""
    else:
        return None
    if not kind.lower().strip().startswith(_PAGES):
        return None
    return record.content_stream().read(MAX_DOCUMENT + 1), kind


def _charset_in(kind: str) -> str:
    _, _, value = kind.lower().partition("charset=")
    return value.split(";")[0].strip(" \"'")
