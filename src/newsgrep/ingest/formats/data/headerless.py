"""Tables without a line of names: what their columns are, told by what the rows hold."""

from __future__ import annotations

import csv
from collections.abc import Callable
from itertools import product
from typing import NamedTuple

from newsgrep.text.given_names import is_given_name
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date

ADDRESS = regex(r"https?://\S+\.\S+")
_TEXT = 200
"""Characters from which on a cell is a text, and not a headline."""
_TEXT_ALONE = 120
"""Those in a table that has no other column."""
_DENSE = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Signs of Chinese, Japanese and Korean, of which a text has a third as many."""
_FEWEST_ROWS = 3
_MOST_ROWS = 50
_MOST_COLUMNS = 30
_NEARLY_ALL = 0.9


class Layout(NamedTuple):
    """How the rows of a table are written, and what its columns would be named."""

    delimiter: str
    mark: str
    """The quotation mark around cells."""
    names: list[str]


def layout_of(lines: list[str]) -> Layout | None:
    """The layout of a table by its first lines; None where no column is certain to hold texts.

    The lines are whole. The first is no line of names, as it has a text as well.
    """
    found: list[tuple[int, Layout]] = []
    for delimiter, mark in product(";\t|,", "\"'"):
        rows = _rows(lines, delimiter, mark)
        width = len(rows[0]) if rows else 0
        if len(rows) < _FEWEST_ROWS or not 2 <= width <= _MOST_COLUMNS:
            continue
        if any(len(row) != width for row in rows):
            continue
        columns = list(zip(*rows, strict=True))
        if not any(_share(cells, _is_text) >= _NEARLY_ALL for cells in columns):
            continue
        names = names_by(columns)
        if "text" in names and _is_text(rows[0][names.index("text")]):
            cut = sum(map(_is_cut, (cell for row in rows for cell in row)))
            found.append((cut, Layout(delimiter, mark, names)))
    return min(found, key=lambda one: one[0])[1] if found else _of_one_column(lines)


def _rows(lines: list[str], delimiter: str, mark: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, quotechar=mark))[:_MOST_ROWS]
    except csv.Error:
        return []
    return [row for row in rows if row]


def _of_one_column(lines: list[str]) -> Layout | None:
    """The layout of a table that has nothing but texts, one a row, in quotation marks or not."""
    for delimiter, mark in product(",\t;|", "\"'"):
        rows = _rows(lines, delimiter, mark)
        cells = tuple(row[0] for row in rows)
        if len(rows) < _FEWEST_ROWS or any(len(row) != 1 for row in rows):
            continue
        if 2 * len(set(cells)) <= len(cells) or sum(map(_is_cut, cells)) > len(cells) / 2:
            continue
        # Among texts there are short ones; half a page of them is no list of headlines.
        if _share(cells, is_text) <= 1 / 2 or not is_text(cells[0]):
            continue
        # Rows of several cells whose texts have delimiters as well: no layout fits them.
        if _share(cells, lambda cell: _OTHER_CELL.match(cell) is not None) < 1 / 2:
            return Layout(delimiter, mark, ["text"])
    return None


_OTHER_CELL = regex(r"(?:[\w./:-]{0,40}|\"[^\"]{0,60}\"|https?://[^\s,;|]+)[,;|\t](?! )")
"""The first cell of several: a number, a label, an address."""


def _is_cut(cell: str) -> bool:
    """Whether a cell has a quotation mark whose other one is in another cell."""
    return cell.count('"') % 2 == 1 or cell.startswith("'")


def names_by(columns: list[tuple[str, ...]]) -> list[str]:
    """Names for columns by what nearly all of their cells hold; empty for those of no kind."""
    names = [""] * len(columns)
    for name, holds in (
        ("url", lambda cell: ADDRESS.fullmatch(cell) is not None),
        ("date", lambda cell: len(cell) < 40 and normal_date(cell) is not None),
        ("text", _is_text),
        ("authors", lambda cell: _NAMES.fullmatch(cell.strip()) is not None),
        ("title", lambda cell: cell.count(" ") >= 2),
    ):
        fitting = [
            at
            for at, cells in enumerate(columns)
            if not names[at] and _share(cells, holds) >= _NEARLY_ALL
        ]
        if name in ("text", "title"):
            fitting.sort(key=lambda at: sum(map(len, columns[at])), reverse=True)
        if name == "title":
            # A column of further texts is none of headlines.
            fitting.sort(key=lambda at: sum(map(len, columns[at])) > _TEXT_ALONE * len(columns[at]))
        elif name == "authors":
            fitting.sort(key=lambda at: -_share(columns[at], _is_given))
        if fitting:
            names[fitting[0]] = name
    for at, cells in enumerate(columns):
        if not names[at] and _is_of_sections(cells):
            names[at] = "section"
            break
    return names


def _is_text(cell: str) -> bool:
    return _length(cell) >= _TEXT


def is_text(cell: str) -> bool:
    """Whether a value that has nothing beside it is a text, and no headline."""
    return _length(cell) >= _TEXT_ALONE and (" " in cell or _DENSE.search(cell) is not None)


def _length(cell: str) -> int:
    """The characters of a cell; those of dense scripts count three times."""
    return len(cell) if cell.isascii() else len(cell) + 2 * len(_DENSE.findall(cell))


def _share(cells: tuple[str, ...], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)


def _is_of_sections(cells: tuple[str, ...]) -> bool:
    """Whether cells are words of which some come again, as labels of subjects do."""
    worded = all(_LABEL.fullmatch(cell) is not None for cell in cells)
    return worded and 1 < len(set(cells)) < len(cells)


def _is_given(cell: str) -> bool:
    return is_given_name(cell.strip().partition(" ")[0])


_NAME = r"[A-ZÀ-Ý][\w.’'-]*(?: (?:de|van|von|der|del|la|[A-ZÀ-Ý][\w.’'-]*)){1,3}"
_NAMES = regex(rf"{_NAME}(?:(?:,? and |,? & |, ){_NAME})*")
"""Names of people, as far as their shape tells."""
_LABEL = regex(r"[^\W\d_][\w &/-]{1,30}")
