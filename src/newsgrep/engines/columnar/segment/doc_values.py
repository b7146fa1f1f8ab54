"""Columns: one fixed-size number a document, read in place."""

from __future__ import annotations

from typing import Any

from newsgrep.storage.section_file import SectionFile

TYPES = {"words": "I", "title_end": "I", "lead_end": "I", "date": "q", "file": "I"}
"""Column names and their types, as the ``array`` module writes them (little-endian)."""

NO_DATE = -(1 << 63)
"""The date of an article without one."""

ID_BYTES = 6


def section(name: str) -> str:
    """The section that holds column ``name``."""
    return f"column.{name}"


def column(file: SectionFile, name: str) -> memoryview[int]:
    """A column's numbers, indexed by document."""
    letter: Any = TYPES[name]
    numbers: memoryview[int] = file.read(section(name)).cast(letter)
    return numbers
