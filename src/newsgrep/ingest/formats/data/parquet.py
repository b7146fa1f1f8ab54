"""Parquet: an article a row. Needs ``pyarrow`` (``pip install 'newsgrep[parquet]'``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.nesting import seekable
from newsgrep.ingest.formats.data.column_names import field_of, has_texts
from newsgrep.ingest.formats.data.record_document import document_from
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.raw_document import RawDocument, Unreadable

NAMES = (".parquet", ".pq")

_ROWS = 256


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"PAR1")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise UnreadableFile("Parquet; to read it: pip install 'newsgrep[parquet]'") from None

    try:
        file = parquet.ParquetFile(seekable(stream))
        columns = [column for column in file.schema_arrow.names if field_of(column)]
        if not has_texts(columns):
            shown = ", ".join(file.schema_arrow.names[:8])
            raise UnreadableFile(f"no column of texts in the table (columns: {shown})")
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                try:
                    yield document_from({k: _plain(v) for k, v in row.items()}, number, "column")
                except UnreadableFile as error:
                    yield Unreadable(number, error.message)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise UnreadableFile(f"not readable Parquet: {error}") from None


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
