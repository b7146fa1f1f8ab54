"""Bulk exports as running text: which database wrote it, and where one article ends.

Nexis, Factiva and ProQuest give many articles in one file, as text, RTF or Word. Whatever the
file, its text comes here, and each format's module splits it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsgrep.ingest.formats.exports import clippings, factiva, nexis, proquest
from newsgrep.ingest.raw_document import RawDocument

SAMPLE = 40_000
"""Characters that are looked at to tell what wrote a text."""

_SPLITTERS: tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[RawDocument]]], ...] = (
    (nexis.wrote, nexis.split),
    (proquest.wrote, proquest.split),
    (factiva.wrote, factiva.split),
    (clippings.wrote, clippings.split),
)


def articles_of(text: str) -> Iterator[RawDocument] | None:
    """The articles of a bulk export, or None where ``text`` is none."""
    sample = text[:SAMPLE]
    for wrote, split in _SPLITTERS:
        if wrote(sample):
            return split(text)
    return None
