"""PDF: an article a file; columns in their order, hyphens joined, running heads dropped.

Needs ``pypdfium2`` (``pip install 'newsgrep[pdf]'``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.raw_document import Claim, Form, RawDocument

NAMES = (".pdf",)

MAX_PDF = 512_000_000
MAX_PAGES = 3000
MAX_TEXT = 8_000_000
MAX_RECTS = 20_000
"""Runs of text on a page that are looked at."""
GLYPH_BY_GLYPH = 0.25
"""Runs a character from which on a page is taken for one that sets each glyph by itself."""


class _Line(NamedTuple):
    """A run of text on a page; the origin is at the lower left, units are points."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def matches(head: bytes, name: str) -> bool:
    return b"%PDF-" in head[:1024]


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableFile("a PDF; to read it: pip install 'newsgrep[pdf]'") from None

    data = read_document(stream, MAX_PDF, "a PDF")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted" if "password" in str(error).lower() else f"damaged ({error})"
        raise UnreadableFile(f"a PDF that is {reason}") from None
    try:
        pages = [_lines_of(document, number) for number in range(min(len(document), MAX_PAGES))]
        claims = tuple(_claims(document))
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"a damaged PDF ({error})") from None
    finally:
        document.close()
    text = _flowing(_without_running_heads(pages))
    if not text.strip():
        raise UnreadableFile("a PDF without text (a scan?)")
    yield RawDocument(Form.TEXT, text[:MAX_TEXT], claims)


def _lines_of(document: Any, number: int) -> list[_Line]:
    """The lines of a page in the order of reading: column by column, top to bottom."""
    page = document[number]
    width = page.get_width()
    textpage = page.get_textpage()
    count = min(textpage.count_rects(), MAX_RECTS)
    if count > GLYPH_BY_GLYPH * textpage.count_chars():
        lines = _merged(_runs_of_glyphs(textpage))
    else:
        lines = _joined(_runs(textpage, count))
    textpage.close()
    page.close()
    return _in_columns(lines, width)


def _runs(textpage: Any, count: int) -> list[_Line]:
    """Runs of text as the page sets them; those that PDFium has as one word are one."""
    whole = textpage.get_text_range()
    runs: list[_Line] = []
    at = 0
    for number in range(count):
        left, bottom, right, top = textpage.get_rect(number)
        text = (
            textpage.get_text_bounded(left, bottom, right, top).replace("\r", "").replace("\n", " ")
        )
        bare = text.strip()
        if not bare:
            continue
        found = whole.find(bare, at, at + len(bare) + 40)
        last = runs[-1] if runs else None
        near = last is not None and -1 < left - last.right < top - bottom
        if found >= 0 and last is not None and near and whole[at:found] in ("", " "):
            runs[-1] = _Line(
                last.left, min(last.bottom, bottom), right, max(last.top, top),
                last.text.rstrip() + whole[at:found] + bare,
            )  # fmt: skip
        else:
            runs.append(_Line(left, bottom, right, top, text))
        at = found + len(bare) if found >= 0 else at
    return runs


def _runs_of_glyphs(textpage: Any) -> Iterator[_Line]:
    """Runs of a page that sets each glyph by itself, as browsers print.

    Between which glyphs a word ends PDFium tells, by the spaces in its text of the page; a line,
    by its line ends.
    """
    text = textpage.get_text_range()
    letters: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for at, letter in enumerate(text[: textpage.count_chars()]):
        if letter not in "\r\n":
            letters.append(letter)
            if not letter.isspace():
                boxes.append(textpage.get_charbox(at, loose=True))
            continue
        if boxes:
            yield _boxed(boxes, "".join(letters).strip())
        letters, boxes = [], []
    if boxes:
        yield _boxed(boxes, "".join(letters).strip())


def _boxed(boxes: list[tuple[float, float, float, float]], text: str) -> _Line:
    left, bottom, right, top = zip(*boxes, strict=True)
    return _Line(min(left), min(bottom), max(right), max(top), text)


def _merged(runs: Iterator[_Line]) -> list[_Line]:
    """Runs that stand behind one another on one line, as one."""
    lines: list[_Line] = []
    for run in runs:
        last = lines[-1] if lines else None
        height = run.top - run.bottom
        beside = last is not None and abs(last.bottom - run.bottom) < 0.3 * height
        if last is not None and beside and 0 <= run.left - last.right < height:
            lines[-1] = _Line(
                last.left, min(last.bottom, run.bottom), run.right, max(last.top, run.top),
                f"{last.text} {run.text}",
            )  # fmt: skip
        else:
            lines.append(run)
    return lines


def _joined(runs: list[_Line]) -> list[_Line]:
    """Runs that stand beside each other on one line, as one."""
    lines: list[_Line] = []
    for run in sorted(runs, key=lambda run: (-round(run.bottom), run.left)):
        height = run.top - run.bottom
        last = lines[-1] if lines else None
        if (
            last is not None
            and abs(last.bottom - run.bottom) < 0.5 * max(height, 1)
            and -0.5 * height < run.left - last.right < 1.0 * height
        ):
            gap = (
                " " if run.left - last.right > 0.15 * height and not last.text.endswith(" ") else ""
            )
            lines[-1] = _Line(
                last.left, min(last.bottom, run.bottom), run.right, max(last.top, run.top),
                last.text + gap + run.text,
            )  # fmt: skip
        else:
            lines.append(run)
    return lines


def _in_columns(lines: list[_Line], width: float) -> list[_Line]:
    """Lines column by column, where a gutter parts most of them."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return sorted(lines, key=lambda line: (-line.top, line.left))
    ordered: list[_Line] = []
    band: list[_Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter - 4 and line.right > gutter + 4:
            # A line across both columns, as a headline is, ends what stands above it.
            ordered += _two_columns(band, gutter)
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + _two_columns(band, gutter)


def _two_columns(band: list[_Line], gutter: float) -> list[_Line]:
    left = [line for line in band if line.right <= gutter + 4]
    right = [line for line in band if line.right > gutter + 4]
    inner = _gutter(right, 0) if len(right) > 20 else None
    return left + (_in_columns(right, 0) if inner is not None else right)


def _gutter(lines: list[_Line], width: float) -> float | None:
    """Where a column ends: an x that few lines cross and many end before."""
    if len(lines) < 8:
        return None
    starts = Counter(round(line.left / 6) * 6 for line in lines)
    first = min(starts)
    candidates = [
        x for x, count in starts.items() if x > first + 60 and count >= max(4, 0.15 * len(lines))
    ]
    for x in sorted(candidates):
        at = x - 4.0
        crossing = sum(line.left < at - 2 and line.right > at + 6 for line in lines)
        before = sum(line.right <= at + 2 for line in lines)
        if crossing <= 0.15 * len(lines) and before >= 0.2 * len(lines):
            return at
    return None


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Without the first and last lines that pages repeat, and page numbers."""
    if len(pages) < 3:
        return [[line for line in page if not _is_number(line.text)] for page in pages]
    seen: Counter[str] = Counter()
    for page in pages:
        by_height = sorted(page, key=lambda line: line.top)
        seen.update({_shape(line.text) for line in (*by_height[:2], *by_height[-2:])})
    repeated = {shape for shape, count in seen.items() if count >= max(3, len(pages) // 3)}
    kept = []
    for page in pages:
        by_height = sorted(page, key=lambda line: line.top)
        edges = {*by_height[:2], *by_height[-2:]}
        kept.append(
            [
                line
                for line in page
                if not (line in edges and (_shape(line.text) in repeated or _is_number(line.text)))
            ]
        )
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.lower().split()))


def _is_number(text: str) -> bool:
    return (
        re.fullmatch(
            r"\W*(?:page|p\.?|seite|página)?\s*\d{1,4}(?:\s*(?:/|of|de|von)\s*\d{1,4})?\W*",
            text,
            re.I,
        )
        is not None
    )


def _flowing(pages: list[list[_Line]]) -> str:
    """Paragraphs of running text: lines joined, hyphens at their ends taken out."""
    paragraphs: list[str] = []
    last: _Line | None = None
    for page in pages:
        edges = _edges(page)
        for line in page:
            text = " ".join(line.text.split())
            edge = (
                max((edges.get(_column(last) + n, 0.0) for n in (-1, 0, 1)), default=0.0)
                if last
                else 0.0
            )
            broken = last is not None and _is_broken_off(last, line, edge)
            if last is not None and paragraphs and not broken and _goes_on(last, line):
                before = paragraphs[-1]
                if re.search(r"\w[-\u00ad\ufffe\x02]$", before) and text[:1].islower():
                    paragraphs[-1] = before[:-1] + text
                else:
                    paragraphs[-1] = f"{before} {text}"
            else:
                paragraphs.append(text)
            last = line
    return "\n\n".join(paragraphs)


def _column(line: _Line) -> int:
    """What the lines of one column have in common: their left edge, coarsely."""
    return round(line.left / 24)


def _edges(page: list[_Line]) -> dict[int, float]:
    """How far the lines of each column reach to the right."""
    edges: dict[int, float] = {}
    for line in page:
        edges[_column(line)] = max(edges.get(_column(line), 0.0), line.right)
    return edges


def _is_broken_off(last: _Line, line: _Line, edge: float) -> bool:
    """Whether a line ends though the next one's first word had room behind it.

    So the lines of a head end, and the last line of a paragraph. Headlines are set freely: what
    goes on in small letters is not broken off.
    """
    first = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * (len(first) + 2) / max(len(line.text), 1)
    return last.right + width < edge - (line.top - line.bottom) and not first[:1].islower()


def _goes_on(last: _Line, line: _Line) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    height, before = line.top - line.bottom, last.top - last.bottom
    if abs(height - before) > 0.25 * max(height, before):
        return False  # another size: a headline, a caption
    below = last.bottom - line.top
    same_column = abs(line.left - last.left) < 3 * max(height, 1)
    if same_column and -height < below < 0.9 * height:
        return not (
            line.left - last.left > 0.8 * height and re.search(r"[.!?”\"]$", last.text.rstrip())
        )
    # From the foot of a column to the head of the next, in the middle of a sentence.
    return not re.search(r"[.!?:”\"]$", last.text.rstrip()) and line.text.lstrip()[:1].islower()


def _claims(document: Any) -> Iterator[Claim]:
    values = document.get_metadata_dict(skip_empty=True)
    title = " ".join(values.get("Title", "").split())
    if len(title) > 12 and " " in title and not re.search(r"\.\w{2,4}$|^Microsoft Word", title):
        yield Claim("title", title, "PDF title", 0.5)
    author = " ".join(values.get("Author", "").split())
    if " " in author:
        yield Claim("authors", author, "PDF author", 0.4)
