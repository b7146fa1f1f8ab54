"""Columns: one fixed-size number a document, read in place."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from newsgrep.storage.section_file import SectionFile

TYPES: dict[str, Literal["I", "q", "B"]] = {
    "words": "I", "title_end": "I", "lead_end": "I", "date": "q", "file": "I", "coarse": "B",
}  # fmt: skip
"""Column names and their types, as the ``array`` module writes them (little-endian)."""

SECONDS_A_DAY = 86_400

NO_DATE = -(1 << 63)
"""The date of an article without one."""

DAY, MONTH, YEAR = 0, 1, 2
"""How much of a date is known, in the column ``coarse``: a day and perhaps its time, or less."""

ID_BYTES = 6

HASH_BYTES = 16
"""Bytes of an article's content hash that are kept: its beginning."""

_EPOCH = datetime(1970, 1, 1)


def section(name: str) -> str:
    """The section that holds column ``name``."""
    return f"column.{name}"


def column(file: SectionFile, name: str) -> memoryview[int]:
    """A column's numbers, indexed by document."""
    return file.read(section(name)).cast(TYPES[name])


def seconds_of(date: str) -> int:
    """Seconds since 1970 of an ISO 8601 date, in its own time zone; NO_DATE for none.

    Articles are asked for by the day that they show, so the offset is left out on purpose.
    """
    if not date:
        return NO_DATE
    padded = date if len(date) > 7 else f"{date}-01" if len(date) == 7 else f"{date}-01-01"
    moment = datetime.fromisoformat(padded).replace(tzinfo=None)
    return int((moment - _EPOCH).total_seconds())


def coarseness_of(date: str) -> int:
    """How much of an ISO 8601 date is known: ``DAY``, ``MONTH`` or ``YEAR``."""
    return {4: YEAR, 7: MONTH}.get(len(date), DAY)


def end_of(seconds: int, coarseness: int) -> int:
    """The first second after the day, month or year that begins at ``seconds``."""
    first = _EPOCH + timedelta(seconds=seconds)
    if coarseness == DAY:
        return seconds + SECONDS_A_DAY
    months = 1 if coarseness == MONTH else 12
    after = first.replace(
        year=first.year + (first.month - 1 + months) // 12,
        month=(first.month - 1 + months) % 12 + 1,
    )
    return int((after - _EPOCH).total_seconds())


def known_date(seconds: int, coarseness: int) -> str:
    """A date as far as it is known: a day, a month or a year, in ISO 8601."""
    return day_of(seconds)[: {DAY: 10, MONTH: 7, YEAR: 4}[coarseness]]


def day_of(seconds: int) -> str:
    """The day, in ISO 8601, of a value of the column of dates."""
    return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()
