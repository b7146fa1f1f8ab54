"""Recognising what stands on scanned pages and pictures, where that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from newsgrep.ingest.formats.documents import recognised_pages, tesseract
from newsgrep.ingest.formats.documents.page_lines import Line, flowing, without_running_heads
from newsgrep.ingest.formats.documents.tesseract import Grey, NotRecognised, Recognised
from newsgrep.ingest.raw_document import Claim, RawDocument, Unreadable
from newsgrep.ingest.time_limit import own_time

PAGE_SECONDS = 60.0
MAX_PIXELS = 60_000_000
"""A page has no more: one of a broadsheet at 300 dots an inch has 33 million."""
UNSURE = 0.7
"""A page whose words are less sure is named."""
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Ocr:
    """How pages without text are recognised."""

    languages: str = ""
    """As tesseract calls them, ``deu+eng``; empty for those that are installed."""
    seconds: float = PAGE_SECONDS
    """What one page may take; 0 for any."""
    folder: str = ""
    """Where pages are kept that were recognised before; empty for nowhere."""


_current: ContextVar[Ocr | None] = ContextVar("ocr", default=None)


def current() -> Ocr | None:
    """How pages are to be recognised here and now; None where they are not."""
    return _current.get()


def recognising(
    documents: Iterator[RawDocument | Unreadable], ocr: Ocr
) -> Iterator[RawDocument | Unreadable]:
    """The documents, read while pages without text are recognised as ``ocr`` says."""
    while True:
        before = _current.set(ocr)
        try:
            document = next(documents, None)
        finally:
            _current.reset(before)
        if document is None:
            return
        yield document


def recognised(page: Grey, ocr: Ocr) -> Recognised:
    """What stands on a page, as it was recognised before or is now.

    Raises :class:`NotRecognised`, and :class:`UsageError` where there is no tesseract.
    """
    _, languages = tesseract.settled(ocr.languages)
    key = recognised_pages.key_of(page, languages) if ocr.folder else ""
    known = recognised_pages.kept(Path(ocr.folder), key) if key else None
    if known is not None:
        return known
    with own_time():
        found = tesseract.recognise(page, ocr.languages, ocr.seconds)
    if key:
        recognised_pages.keep(Path(ocr.folder), key, found)
    return found


class Pages:
    """The pages of one document, some of which are recognised."""

    def __init__(self, ocr: Ocr | None) -> None:
        self._ocr = ocr
        self._pages: list[list[Line]] = []
        self._sure: list[tuple[int, Recognised]] = []
        self.failed: list[str] = []
        """Pages that could not be recognised, and why."""

    def add(self, lines: list[Line]) -> None:
        """Add a page whose text is known."""
        self._pages.append(lines)

    def scan(self, page: Grey) -> None:
        """Add a page that is to be recognised."""
        number = len(self._pages) + 1
        self._pages.append([])
        if self._ocr is None:
            return
        try:
            found = recognised(page, self._ocr)
        except NotRecognised as error:
            self.failed.append(f"page {number}: {error.message}")
            return
        self._sure.append((number, found))
        # Each page counts its paragraphs from one.
        apart = 100_000 * number
        self._pages[-1] = [line._replace(paragraph=apart + line.paragraph) for line in found.lines]

    @property
    def lines(self) -> list[list[Line]]:
        """The lines of each page."""
        return self._pages

    @property
    def words(self) -> int:
        """How many were recognised."""
        return sum(page.words for _, page in self._sure)

    @property
    def confidence(self) -> float:
        """How sure the words are that were recognised, 0 to 1."""
        total = sum(page.confidence * page.words for _, page in self._sure)
        return total / max(self.words, 1)

    def text(self) -> str:
        """The running text of all pages; what they open with where they have nothing else."""
        text = flowing(without_running_heads(self._pages))
        return text if text.strip() else flowing(self._pages)

    def claims(self) -> tuple[Claim, ...]:
        """That the text was recognised, how sure it is, and which pages are not."""
        if self._ocr is None or not self._sure:
            return ()
        _, languages = tesseract.settled(self._ocr.languages)
        scans, pages = len(self._sure), len(self._pages)
        of = f"{scans} of {pages} pages " if scans < pages else ""
        unsure = [
            f"{number} ({page.confidence:.0%})"
            for number, page in self._sure
            if page.words and page.confidence < UNSURE
        ]
        more = f" and {len(unsure) - _MOST_NAMED} more" if len(unsure) > _MOST_NAMED else ""
        listed = ", ".join(unsure[:_MOST_NAMED]) + more
        origin = f"{of}recognised by tesseract, {languages}"
        if unsure and pages > 1:
            origin += f"; unsure: page {listed}"
        return (Claim("text", "", origin, round(self.confidence, 3)),)
