"""Lists of records under keys that say nothing (``t``, ``d``, ``u``), told by their values.

As the rows of a table without names: an address, a day, a headline, a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.data.headerless import names_by

_FEWEST, _SAMPLED, _DEEPEST = 3, 50, 4
_TOLD = frozenset(("url", "date"))
"""What tells records of articles beside a headline and a text."""


def records_by_values(value: Any) -> list[Any] | None:
    """The longest list of such records in a document, with names that are known; else None."""
    found = (named for records in _lists(value, 0) if (named := _named(records)) is not None)
    return max(found, key=len, default=None)


def _lists(value: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    if depth > _DEEPEST:
        return
    are_many = isinstance(value, list) and len(value) >= _FEWEST
    if are_many and all(isinstance(member, dict) for member in value):
        yield value
        return
    members = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    )
    for member in members:
        yield from _lists(member, depth + 1)


def _named(records: list[dict[str, Any]]) -> list[Any] | None:
    """The records with a name for each key whose values tell what it is; None for no articles."""
    sample = records[:: -(-len(records) // _SAMPLED)]
    counts = Counter(
        str(key) for one in sample for key, cell in one.items() if isinstance(cell, str) and cell
    )
    keys = [key for key, count in counts.items() if 2 * count >= len(sample)]
    if not keys or any(map(field_of, keys)):
        return None
    whole = [one for one in sample if all(isinstance(one.get(key), str) for key in keys)]
    columns = [tuple(one[key] for one in whole) for key in keys]
    names = dict(zip(keys, names_by(columns), strict=True)) if whole else {}
    titles = [
        key
        for key, column in zip(keys, columns, strict=True)
        if names.get(key) in ("", "title") and _are_titles(column)
    ]
    # The first of them: what stands behind it, as a summary, may be as short.
    names |= {key: "" for key, name in names.items() if name == "title"}
    names |= dict.fromkeys(titles[:1], "title")
    told = set(names.values())
    if "title" not in told or not told & _TOLD or not any(map(_are_sentences, columns)):
        return None
    return [_renamed(one, names) for one in records]


def _renamed(record: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """A record with its keys named; the same object, which its document has."""
    named = {names.get(str(key)) or key: cell for key, cell in record.items()}
    record.clear()
    record.update(named)
    return record


def _are_titles(cells: tuple[str, ...]) -> bool:
    """Whether cells are headlines, some of a word or two: not long, and most but once."""
    spaced = sum(" " in cell.strip() for cell in cells)
    length = sum(map(len, cells)) / len(cells)
    different = 2 * len(set(cells)) > len(cells)
    return different and spaced >= len(cells) / 2 and _SHORTEST <= length <= _LONGEST


def _are_sentences(cells: tuple[str, ...]) -> bool:
    """Whether cells are sentences, or what opens them."""
    filled = [cell for cell in cells if cell]
    spaced = sum(" " in cell.strip() for cell in filled)
    return spaced >= _MOSTLY * len(filled) and sum(map(len, filled)) >= _OF_TEXT * len(filled) > 0


_OF_TEXT = 80
"""Characters of a text, on average."""
_MOSTLY, _SHORTEST, _LONGEST = 0.8, 8, 150
