"""CSV and TSV: an article a row."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.column_names import ALIKE, field_of, has_texts, rank_of
from newsgrep.ingest.formats.data.headerless import ADDRESS, layout_of, names_by
from newsgrep.ingest.formats.data.odd_values import unnamed_texts
from newsgrep.ingest.formats.data.record_document import document_from
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.data.table_rows import Rows, joined
from newsgrep.ingest.formats.data.text_columns import with_text_columns
from newsgrep.ingest.formats.encoding import decode, is_binary
from newsgrep.ingest.formats.rejoined import rejoined
from newsgrep.ingest.formats.undeclared_encoding import undeclared
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".csv", ".tsv", ".tab")

_SAMPLE = 1 << 16
_DELIMITERS = ",;\t|"
_DELIMITER_BYTES = tuple(c.encode() for c in _DELIMITERS)
_LONGEST_HEADER = 4000
_MOST_WORDS = 5
"""Words of a column's name."""
_MISSING = regex(rb"\t(?:NULL|\\N)(?:\t|$)")
"""How databases export a value that is missing."""
_COUNTED = regex(r"\"?(?:\d{1,3}|Unnamed: ?\d+|)\"?")
"""What programs name columns that have no name: their numbers."""


def matches(head: bytes, name: str) -> bool:
    if is_binary(head):
        return False
    if name.endswith(NAMES):
        return True
    line, *below = re.split(rb"[\r\n]+", head, maxsplit=2)
    # A header has delimiters and no sentences; most texts are told by their first line.
    if not any(line.count(c) for c in _DELIMITER_BYTES) or len(line) > _LONGEST_HEADER:
        return False
    if _MISSING.search(line) is not None:
        # A database's table without a line of names; its rows may be longer than what is seen.
        width = line.count(b"\t")
        *whole, cut = below or [b""]
        alike = all(row.count(b"\t") == width for row in whole) and cut.count(b"\t") <= width
        return alike and _MISSING.search(whole[0] if whole else cut) is not None
    header = _header(decode(line))
    # A text whose head is labels in cells has a label and its value there: "Title:<tab>…".
    if len(_known(header)) < 2 or not all(map(_may_be_named, header)):
        return False
    if len({*map(field_of, header)} - {""}) < 2:
        # One name that is known, as "Article text", may stand in a sentence with a comma.
        delimiter = max(_DELIMITER_BYTES, key=line.count)
        if not below or below[0].count(delimiter) < line.count(delimiter):
            return False
    return has_texts(header)


def _header(text: str) -> list[str]:
    line = text.lstrip("\ufeff").split("\n", 1)[0].strip()
    delimiter = max(_DELIMITERS, key=line.count)
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _known(header: list[str]) -> list[str]:
    fields = [field_of(name) for name in header if len(name) < 40 and rank_of(name) < ALIKE]
    return fields if "text" in fields or "title" in fields else []


def _may_be_named(column: str) -> bool:
    """Whether a cell may be the name of a column: no sentence, and no label of what follows."""
    name = column.strip()
    return len(name.split()) <= _MOST_WORDS and not name.endswith((":", "：", ".", "!", "?", "…"))


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    head = stream.read(_SAMPLE)
    encoding = _encoding(head)
    rows = io.TextIOWrapper(rejoined(head, stream), encoding, errors="replace", newline="")
    sample = decode(head).lstrip("\ufeff")
    above = _lines_above(sample)
    sample = "\n".join(sample.split("\n")[above:])
    header_line = sample.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header_line.count)
    csv.field_size_limit(MAX_DOCUMENT)
    header = _header(header_line)
    # A text may have the name of a column between two commas.
    named = any(map(field_of, header)) and all(map(_may_be_named, header))
    whole = sample.split("\n")[: -1 if len(head) == _SAMPLE else None]
    is_counted = header != [] and all(map(_COUNTED.fullmatch, header))
    layout = None if named else layout_of(whole[1:] if is_counted else whole)
    lines = (line.replace("\x00", "") for line in itertools.islice(rows, above, None))
    if layout is None and not named and _MISSING.search(head.partition(b"\n")[0]) is not None:
        text = rows.read(MAX_DOCUMENT + 1)
        if len(text) > MAX_DOCUMENT:
            raise UnreadableFile(f"one article of more than {MAX_DOCUMENT // 1_000_000} MB")
        yield RawDocument(Form.TEXT, text)
        return
    if layout is not None:
        if is_counted:
            next(lines, "")
        reader = Rows(lines, layout.delimiter, layout.mark)
        reader.columns = len(layout.names)
        yield from _articles(reader, layout.names, reader)
        return
    reader = Rows(lines, delimiter)
    try:
        header = [column.strip() for column in next(reader, [])]
    except csv.Error as error:
        raise UnreadableFile(f"not a table: {error}") from None
    if _has_row_names(sample, len(header), delimiter):
        header = [_ROW_NAME, *header]
    fields = {field_of(column) for column in header}
    first: list[list[str]] = []
    if not fields & {"title", "text"} and any(map(ADDRESS.fullmatch, header)):
        # No column is named like an address: the names are missing.
        first, header = [header], names_by([(cell,) for cell in header])
    if not has_texts(header) and not (
        fields & _OF_ARTICLES and _has_unnamed(sample, header, delimiter)
    ):
        shown = ", ".join(header[:8])
        raise UnreadableFile(f"no column of texts in the table (columns: {shown})")
    reader.columns = len(header)
    yield from _articles(itertools.chain(first, reader), header, reader)


def rows_in_bars(text: str) -> Iterator[RawDocument | Unreadable] | None:
    """The articles of a text that is a table without names, its cells parted by bars or tabs.

    None where the lines are no such rows, each with a headline, a day or an author, and a text.
    """
    first = text.lstrip("\ufeff\n").partition("\n")[0]
    delimiter = max("|\t", key=first.count)
    if first.count(delimiter) < _FEWEST_BARS:
        return None
    lines = [line for line in text.lstrip("\ufeff").split("\n") if line.strip()]
    counts = set(map(str.count, lines, itertools.repeat(delimiter)))
    layout = layout_of(lines[:_SAMPLE_ROWS]) if len(counts) == 1 else None
    if layout is None or layout.delimiter != delimiter:
        return None
    if "title" not in layout.names or not {"date", "authors"} & set(layout.names):
        return None
    rows = Rows(iter([f"{line}\n" for line in lines]), delimiter, layout.mark)
    rows.columns = len(layout.names)
    return _articles(rows, layout.names, rows)


_FEWEST_BARS, _SAMPLE_ROWS = 2, 50


def _lines_above(sample: str) -> int:
    """How many lines stand above the names of columns: Excel's ``sep=;``, what a program says.

    0 where the names are not there among the first lines.
    """
    lines = sample.split("\n")[:_PREAMBLE]
    if _SEPARATOR.match(lines[0]) is not None:
        return 1
    for at, line in enumerate(lines):
        delimiter = max(_DELIMITERS, key=line.count)
        names = _header(line) if delimiter in line else []
        known = set(map(field_of, names)) - {""}
        if len(known) >= _FEWEST_KNOWN and has_texts(names) and all(map(_may_be_named, names)):
            return at
        if at == 0 and any(map(field_of, names)):
            return 0
    return 0


_SEPARATOR = regex(r"\W{0,2}sep=.\W{0,3}$", re.IGNORECASE)
_PREAMBLE, _FEWEST_KNOWN = 8, 3
"""Lines among which the names of columns are looked for, and how many of them are to be known."""


_OF_ARTICLES = frozenset(("title", "url", "date", "source", "authors"))
"""Fields beside which a column of words of any name is the text."""


def _has_unnamed(sample: str, header: list[str], delimiter: str) -> bool:
    """Whether a column whose name says nothing has a text in the first rows."""
    try:
        rows = list(csv.reader(sample.split("\n")[1:], delimiter=delimiter))[:_LOOKED_AT]
    except csv.Error:
        return False
    return any(unnamed_texts(_named(header, row)) for row in rows)


def _has_row_names(sample: str, columns: int, delimiter: str) -> bool:
    """Whether the first rows have one cell more than the header has names: the row's own.

    So R writes a table with the names of its rows, and none for their column.
    """
    try:
        rows = list(csv.reader(sample.split("\n")[1:-1], delimiter=delimiter))[:_LOOKED_AT]
    except csv.Error:
        return False
    rows = [row for row in rows if row]
    if len(rows) < 2 or any(len(row) != columns + 1 for row in rows):
        return False
    names = {row[0] for row in rows}
    return len(names) == len(rows) and all(map(_IS_ROW_NAME.fullmatch, names))


_ROW_NAME = "row name"
_LOOKED_AT = 20
_IS_ROW_NAME = regex(r"[A-Za-z_.-]{0,20}\d{1,12}")


class _Row(NamedTuple):
    """A row: its number, its cells by their columns, what ought to be said of it."""

    number: int
    values: dict[str, str] | None
    told: str = ""


def _articles(
    rows: Iterator[list[str]], header: list[str], reader: Rows
) -> Iterator[RawDocument | Unreadable]:
    for row, worded in with_text_columns(_rows(rows, header, reader), lambda row: row.values):
        if row.values is not None:
            try:
                yield document_from(row.values, row.number, "column", worded)
            except UnreadableFile as error:
                yield Unreadable(row.number, error.message)
                continue
        if row.told:
            yield Unreadable(row.number, row.told)


def _rows(rows: Iterator[list[str]], header: list[str], reader: Rows) -> Iterator[_Row]:
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield _Row(number, None, f"not a row: {error}")
            continue
        if not any(cell.strip() for cell in row) or [cell.strip() for cell in row] == header:
            number -= 1  # nothing, or the names of the columns again
            continue
        odd = reader.told
        if any(cell.strip() for cell in row[len(header) :]):
            row = joined(row, [field_of(column) for column in header], reader.delimiter)
            odd = odd or "more cells than the table has columns: those too many are joined"
        yield _Row(number, _named(header, row), odd)


def _named(header: list[str], row: list[str]) -> dict[str, str]:
    """The cells of a row by their columns' names; those of columns of one name together."""
    values = dict(zip(header, row, strict=False))
    if len(values) == min(len(header), len(row)):
        return values
    values.clear()
    for name, cell in zip(header, row, strict=False):
        before = values.get(name, "")
        if not before.strip():
            values[name] = cell
        elif cell.strip() and cell.strip() not in before:
            between = "; " if field_of(name) in ("authors", "tags") else "\n\n"
            values[name] = f"{before}{between}{cell}"
    return values


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return undeclared(head)
    return "utf-8-sig"
