"""The rows of a table whose quotation marks and delimiters are perhaps not what they seem.

A quotation mark that opens a cell and is never closed takes all rows behind it into that cell; a
comma that should stand within marks makes a cell too many. Neither may lose any text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from itertools import chain

from newsgrep.text.normal_dates import normal_date

UNCLOSED = "a quotation mark that is not closed in its row: read as a sign like others"
CUT_OFF = "the table ends within quotation marks: its last row may be cut off"


class Rows:
    """Iterates over the rows of a table; those with a mark left open are read line by line.

    Raises :class:`csv.Error`.
    """

    def __init__(self, lines: Iterator[str], delimiter: str, mark: str = '"') -> None:
        self.delimiter = delimiter
        self._mark = mark
        self.columns = 0
        """How many cells a row should have; 0 while that is not known."""
        self.told = ""
        """What ought to be said of the last row."""
        self._lines = lines
        self._taken: list[str] = []
        self._is_over = False
        self._reader = csv.reader(self._each(), delimiter=delimiter, quotechar=mark)

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        self.told = ""
        self._taken = []
        row = next(self._reader)
        if len(self._taken) < 2:
            # The end of the file closes a cell as well as a mark does.
            self.told = CUT_OFF if self._is_left_open(row) else ""
            return row
        if not self._is_left_open(row):
            return row
        first, *rest = self._taken
        self.told = UNCLOSED
        self._lines = chain(rest, self._lines)
        self._is_over = False
        self._reader = csv.reader(self._each(), delimiter=self.delimiter, quotechar=self._mark)
        return self._as_it_stands(first)

    def _each(self) -> Iterator[str]:
        for line in self._lines:
            self._taken.append(line)
            yield line
        self._is_over = True

    def _is_left_open(self, row: list[str]) -> bool:
        """Whether a row of several lines is one and others that an open mark took into it."""
        if self._is_over and sum(line.count(self._mark) for line in self._taken) % 2:
            return True
        # A mark that opens a cell of a later row closes it: what stands behind that mark is no
        # delimiter, and the last line is a row of its own.
        if len(self._taken) < 2:
            return False
        last = self._taken[-1]
        if not last.startswith(self._mark) and self.delimiter + self._mark not in last:
            return False
        fits = self.columns in (0, len(row)) and self._is_strict()
        return not fits and len(self._alone(last)) == self.columns

    def _is_strict(self) -> bool:
        try:
            list(
                csv.reader(self._taken, delimiter=self.delimiter, quotechar=self._mark, strict=True)
            )
        except csv.Error:
            return False
        return True

    def _alone(self, line: str) -> list[str]:
        return next(csv.reader([line], delimiter=self.delimiter, quotechar=self._mark), [])

    def _as_it_stands(self, line: str) -> list[str]:
        line = line.rstrip("\r\n")
        return next(csv.reader([line], delimiter=self.delimiter, quoting=csv.QUOTE_NONE), [])


def joined(row: Sequence[str], fields: Sequence[str], delimiter: str) -> list[str]:
    """A row with as many cells as there are columns: a text that was cut at delimiters is whole.

    ``fields`` are the columns' fields. It is the column that leaves dates where they belong.
    """
    more = len(row) - len(fields)
    columns = [fields.index(name) for name in ("text", "title", "deck") if name in fields]
    found = []
    for at in [*columns, len(fields) - 1]:
        whole = delimiter.join(row[at : at + more + 1])
        found.append([*row[:at], whole, *row[at + more + 1 :]])
    dates = [at for at, name in enumerate(fields) if name in ("date", "modified")]
    fits = (one for one in found if all(normal_date(one[at].strip()) for at in dates))
    return next(fits, found[0])
