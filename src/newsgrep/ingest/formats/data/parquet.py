"""Parquet: an article a row. Needs ``pyarrow`` (``pip install 'newsgrep[parquet]'``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.nesting import seekable
from newsgrep.ingest.formats.data.column_names import field_of, has_texts
from newsgrep.ingest.formats.data.record_document import document_from
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.data.text_columns import with_text_columns
from newsgrep.ingest.formats.extras import without_extra
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
        raise without_extra("Parquet", "parquet") from None

    try:
        file = parquet.ParquetFile(seekable(stream))
        # What others say besides stands below the text: pictures and numbers need not be read.
        columns = [one.name for one in file.schema_arrow if field_of(one.name) or _is_text(one)]
        if not has_texts(columns):
            shown = ", ".join(file.schema_arrow.names[:8])
            raise UnreadableFile(f"no column of texts in the table (columns: {shown})")
        for (number, row), worded in with_text_columns(_rows(file, columns), lambda row: row[1]):
            try:
                yield document_from(row, number, "column", worded)
            except UnreadableFile as error:
                yield Unreadable(number, error.message)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise UnreadableFile(f"not readable Parquet: {error}") from None


def _rows(file: Any, columns: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield number, {name: _plain(value) for name, value in row.items()}


def _is_text(column: Any) -> bool:
    return str(column.type) in ("string", "large_string", "string_view")


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value
