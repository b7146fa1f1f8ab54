"""PAGE XML: the text of scanned pages, as Transkribus, OCR-D and eScriptorium write it.

Who made the transcription, and when, stands in its ``Metadata`` and says nothing of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.running_text import lines_joined, words_joined
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import every, local, must_end, opens_with, parsed
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

MAX_PAGE = 64_000_000
_ROOT = regex(rb"<(?:\w+:)?PcGts[\s>]")
_REGIONS = ("TextRegion", "TableCell")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream, MAX_PAGE, "a page")
    root = parsed(data)
    blocks = [block for block in map(_block, _in_order(root)) if block]
    if not blocks:
        raise UnreadableFile("a scanned page without text")
    yield RawDocument(Form.TEXT, "\n\n".join(blocks))
    must_end(data, root)


def _in_order(root: Any) -> list[Any]:
    """The regions in the order of reading, those that it does not name where they stand."""
    regions = every(root, *_REGIONS)
    order = {
        reference.get("regionRef"): at
        for at, reference in enumerate(every(root, "RegionRefIndexed", "RegionRef"))
    }
    at = -1
    ranked = []
    for region in regions:
        at = order.get(region.get("id"), at)
        ranked.append((at, region))
    return [region for _, region in sorted(ranked, key=lambda pair: pair[0])]


def _block(region: Any) -> str:
    """The text of a region's own lines; regions within it are blocks of their own."""
    lines = [_line(child) for child in region if local(child) == "TextLine"]
    if any(lines):
        return lines_joined(lines)
    return "" if every(region, *_REGIONS)[1:] else " ".join(_own(region).split())


def _line(line: Any) -> str:
    return _own(line) or words_joined(
        _own(word) or "".join(_own(glyph) for glyph in word if local(glyph) == "Glyph")
        for word in line
        if local(word) == "Word"
    )


def _own(element: Any) -> str:
    """The likeliest of the readings that an element gives of itself."""
    readings = [child for child in element if local(child) == "TextEquiv"]
    best = min(readings, key=lambda reading: reading.get("index") or "", default=None)
    texts = every(best, "Unicode") if best is not None else []
    return (texts[0].text or "").strip() if texts else ""
