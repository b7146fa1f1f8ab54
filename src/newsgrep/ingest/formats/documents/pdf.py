"""PDF: columns in their order, hyphens joined, running heads dropped; or an export of many.

Scanned pages are recognised where that is asked for. Needs ``pypdfium2``
(``pip install 'newsgrep[pdf]'``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, BinaryIO
from unicodedata import category

from newsgrep.errors import Scanned, UnreadableFile
from newsgrep.ingest.formats.documents.drawn_twice import letters_once
from newsgrep.ingest.formats.documents.glyph_numbers import letters_of, may_have_numbers
from newsgrep.ingest.formats.documents.page_lines import Line, in_columns, joined, merged
from newsgrep.ingest.formats.documents.pdf_export import articles_on
from newsgrep.ingest.formats.documents.recognition import MAX_PIXELS, Pages, current
from newsgrep.ingest.formats.documents.tesseract import Grey
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.exports.text_exports import articles_of, not_told_apart
from newsgrep.ingest.formats.extras import without_extra
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable

NAMES = (".pdf",)

MAX_PDF = 512_000_000
MAX_PAGES = 3000
MAX_RECTS = 20_000
"""Runs of text on a page that are looked at."""
GLYPH_BY_GLYPH = 0.25
"""Runs a character from which on a page is taken for one that sets each glyph by itself."""
STAMP = 200
"""Characters that may be stamped on a scanned page: who gave it out, and when."""
COVERED = 0.5
"""Of a page; a picture over more of it is the page."""
DOTS = 300
"""An inch; what tesseract reads best."""


def matches(head: bytes, name: str) -> bool:
    return b"%PDF-" in head[:1024]


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    try:
        import pypdfium2
    except ImportError:
        raise without_extra("a PDF", "pdf") from None

    data = read_document(stream, MAX_PDF, "a PDF")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted" if "password" in str(error).lower() else f"damaged ({error})"
        raise UnreadableFile(f"a PDF that is {reason}") from None
    try:
        beyond = max(0, len(document) - MAX_PAGES)
        count = len(document) - beyond
        pages, scans, garbled = _pages(document, count)
        claims = _claims(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"a damaged PDF ({error})") from None
    finally:
        document.close()
    text = pages.text()
    several = articles_on(pages.lines) or articles_of(text)
    if several is not None:
        for document in several:
            yield replace(document, claims=(*document.claims, *pages.claims()))
    elif text.strip():
        # Who made the file is its author, and need not be the article's: a typist, a clerk.
        told = [c for c in claims if c.field != "authors" or c.value in text]
        yield RawDocument(Form.TEXT, text[:MAX_DOCUMENT], (*told, *pages.claims()))
        note = not_told_apart(text)
        if note is not None:
            yield note
    elif scans and current() is None:
        raise Scanned(f"{_unread(garbled, scans)}: --ocr reads it")
    elif not pages.failed:
        raise UnreadableFile("a PDF without text")
    if scans and current() is None:
        what = _unread(garbled, scans)
        of = f"{scans} of {count} pages {what}" if count > 1 else f"{what}, but for a stamp"
        yield Unreadable(0, f"{of}: --ocr reads it", scanned=True)
    for reason in pages.failed:
        yield Unreadable(0, reason)
    if several is None and len(text) > MAX_DOCUMENT:
        yield Unreadable(0, f"the text behind its first {MAX_DOCUMENT // 1_000_000} MB")
    if beyond:
        yield Unreadable(0, f"{beyond:,} pages after the first {MAX_PAGES:,}")


def _unread(garbled: int, scans: int) -> str:
    """Why pages cannot be read without recognition."""
    return "with letters that stand for others" if garbled == scans else "scanned"


def _pages(document: Any, count: int) -> tuple[Pages, int, int]:
    """The first pages of a document, how many of them are to be recognised, and how many of
    those have a text of other letters.
    """
    ocr = current()
    pages, scans, garbled = Pages(ocr), 0, 0
    for number in range(count):
        page = document[number]
        textpage = page.get_textpage()
        characters = textpage.count_chars()
        text = textpage.get_text_range()
        numbered = letters_of(textpage) if may_have_numbers(text) else None
        letters = numbered if numbered is not None else letters_once(textpage, text)
        if letters is None and are_other_letters(text):
            scans += 1
            garbled += 1
            if ocr is not None:
                pages.scan(_grey(page))
        elif characters < STAMP and _is_scanned(page, characters):
            scans += 1
            if ocr is not None:
                pages.scan(_grey(page))
            else:
                pages.add(_lines_of(page, textpage, text, letters))
        else:
            pages.add(_lines_of(page, textpage, text, letters))
        textpage.close()
        page.close()
    return pages, scans, garbled


def are_other_letters(text: str) -> bool:
    """Whether a page's letters stand for others: its fonts do not say which letters they draw.

    Then symbols, controls and letters for private use stand within its words.
    """
    words = [word.strip(_BESIDE) for word in text[:_SAMPLE].split()]
    words = [word for word in words if len(word) > 2]
    odd = sum(any(map(_is_odd, word)) for word in words)
    return len(words) >= _FEWEST and odd > _ODD * len(words)


def _is_odd(letter: str) -> bool:
    return letter < " " or (letter > "\x7f" and category(letter) in ("Co", "So", "Sm", "Cn"))


_BESIDE = "•·–—-→←↑↓©®™°■□▪▫●○★☆✓✔"
_SAMPLE, _FEWEST, _ODD = 4000, 20, 0.4


def _is_scanned(page: Any, characters: int) -> bool:
    """Whether a page with little or no text shows some: a picture of it, or letters drawn."""
    if not characters:
        return next(iter(page.get_objects(max_depth=3)), None) is not None
    from pypdfium2.raw import (
        FPDF_PAGEOBJ_IMAGE,
        FPDF_PAGEOBJ_TEXT,
        FPDF_TEXTRENDERMODE_INVISIBLE,
        FPDFTextObj_GetTextRenderMode,
    )

    for text in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=3):
        if FPDFTextObj_GetTextRenderMode(text.raw) == FPDF_TEXTRENDERMODE_INVISIBLE:
            return False  # what was recognised before lies behind the picture
    whole = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > COVERED * whole:
            return True
    return False


def _grey(page: Any) -> Grey:
    """A page as it is seen, at 300 dots an inch, or as many as there is room for."""
    width, height = max(page.get_width(), 1.0), max(page.get_height(), 1.0)
    scale = min(DOTS / 72, (MAX_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    across, stride = bitmap.width, bitmap.stride
    pixels = b"".join(rows[at * stride : at * stride + across] for at in range(bitmap.height))
    grey = Grey(across, bitmap.height, pixels)
    bitmap.close()
    return grey


def _lines_of(page: Any, textpage: Any, text: str, letters: Sequence[str] | None) -> list[Line]:
    """The lines of a page in the order of reading: column by column, top to bottom.

    ``text`` is what PDFium has of it, and ``letters`` are those of its characters where that does
    not tell them.
    """
    count = min(textpage.count_rects(), MAX_RECTS)
    if letters is not None:
        lines = list(_runs_of_glyphs(textpage, letters))
    elif count > GLYPH_BY_GLYPH * textpage.count_chars():
        lines = merged(_runs_of_glyphs(textpage, text[: textpage.count_chars()]))
    else:
        lines = joined(_runs(textpage, text, count))
    return in_columns(lines, page.get_width())


def _runs(textpage: Any, whole: str, count: int) -> list[Line]:
    """Runs of text as the page sets them; those that PDFium has as one word are one."""
    runs: list[Line] = []
    at = 0
    for number in range(count):
        left, bottom, right, top = textpage.get_rect(number)
        text = (
            textpage.get_text_bounded(left, bottom, right, top).replace("\r", "").replace("\n", " ")
        )
        bare = text.strip()
        if not bare:
            continue
        last = runs[-1] if runs else None
        if last is not None and bare in _DIVISIONS and _is_divided(last, whole):
            runs[-1] = _divided(last)
            continue
        found = whole.find(bare, at, at + len(bare) + 40)
        # A hyphen is often a run of its own, and no higher than it is thick.
        height = top - bottom if last is None else max(top - bottom, last.top - last.bottom)
        near = last is not None and -1 < left - last.right < height
        if found < 0 and last is not None and _overlaps(last, left, bottom, height):
            # The box of a run may have letters of the one before: of "To", set closer.
            rest = bare[_shared(last.text.rstrip(), bare) :].strip()
            if not rest:
                continue
            if rest in _DIVISIONS and _is_divided(last, whole):
                runs[-1] = _divided(last)
                continue
            if rest != bare and (found := whole.find(rest, at, at + len(rest) + 40)) >= 0:
                bare = text = rest
                near = True
        if found >= 0 and last is not None and whole[at:found].strip() == _DIVIDED:
            runs[-1] = last = _divided(last)
        if found >= 0 and last is not None and near and whole[at:found] in ("", " "):
            runs[-1] = Line(
                last.left, min(last.bottom, bottom), right, max(last.top, top),
                last.text.rstrip() + whole[at:found] + bare,
            )  # fmt: skip
        else:
            runs.append(Line(left, bottom, right, top, text))
        at = found + len(bare) if found >= 0 else at
    return runs


def _is_divided(last: Line, whole: str) -> bool:
    """Whether a run ends in the page's text with a word that was divided."""
    return f"{last.text.rstrip()[-_NEAR:]}{_DIVIDED}" in whole


def _overlaps(last: Line, left: float, bottom: float, height: float) -> bool:
    """Whether a run begins where the one before it on its line has not ended, or right there."""
    on_line = abs(bottom - last.bottom) < height / 2
    return on_line and last.left < left < last.right + height / 4


def _shared(before: str, text: str) -> int:
    """How many characters at the end of a run stand at the beginning of the next one, too."""
    most = min(len(before), len(text), _MOST_SHARED)
    return next((size for size in range(most, 0, -1) if before.endswith(text[:size])), 0)


_MOST_SHARED = 40
_DIVIDED = "\ufffe"
_DIVISIONS, _NEAR = ("\x02", _DIVIDED), 12
"""What PDFium has in the place of a hyphen at which a word was divided, behind its last letters;
``\\x02`` is other signs, too."""


def _divided(run: Line) -> Line:
    """A run that ends with such a hyphen."""
    return run._replace(text=f"{run.text.rstrip().rstrip(_DIVIDED)}{_DIVIDED}")


def _runs_of_glyphs(textpage: Any, text: Sequence[str]) -> Iterator[Line]:
    """Runs of a page by its glyphs, as of one that sets each by itself, as browsers print.

    ``text`` has a letter for each. Between which of them a word ends PDFium tells, by the spaces
    in its text of the page; a line, by its line ends.
    """
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for at, letter in enumerate(text):
        if not letter:
            continue  # drawn before
        if letter not in "\r\n":
            letters.append(letter)
            if not letter.isspace():
                boxes.append(textpage.get_charbox(at, loose=True))
            continue
        if boxes:
            yield _boxed(boxes, " ".join("".join(letters).split()))
        letters, boxes = [], []
    if boxes:
        yield _boxed(boxes, " ".join("".join(letters).split()))


def _boxed(boxes: list[tuple[float, float, float, float]], text: str) -> Line:
    left, bottom, right, top = zip(*boxes, strict=True)
    return Line(min(left), min(bottom), max(right), max(top), text)


def _claims(document: Any) -> list[Claim]:
    claims: list[Claim] = []
    values = document.get_metadata_dict(skip_empty=True)
    title = " ".join(values.get("Title", "").split())
    if len(title) > 12 and " " in title and not re.search(r"\.\w{2,4}$|^Microsoft Word", title):
        claims.append(Claim("title", title, "PDF title", 0.5))
    author = " ".join(values.get("Author", "").split())
    if " " in author:
        claims.append(Claim("authors", author, "PDF author", 0.4))
    return claims
