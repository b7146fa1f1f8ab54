"""Lines of a printed page to running text: columns, running heads, paragraphs, hyphens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsgrep.text.divided_words import DIVISIONS, seam, whole_within, words_of
from newsgrep.text.lazy_regex import regex


class Line(NamedTuple):
    """A run of text on a page; the origin is at the lower left, units are points."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    paragraph: int = 0
    """Its number, where what recognised the line has told paragraphs apart."""


def merged(runs: Iterator[Line]) -> list[Line]:
    """Runs that stand behind one another on one line, as one."""
    lines: list[Line] = []
    for run in runs:
        last = lines[-1] if lines else None
        height = run.top - run.bottom
        beside = last is not None and abs(last.bottom - run.bottom) < 0.3 * height
        if last is not None and beside and 0 <= run.left - last.right < height:
            lines[-1] = Line(
                last.left, min(last.bottom, run.bottom), run.right, max(last.top, run.top),
                f"{last.text} {run.text}",
            )  # fmt: skip
        else:
            lines.append(run)
    return lines


def joined(runs: list[Line]) -> list[Line]:
    """Runs that stand beside each other on one line, as one."""
    lines: list[Line] = []
    for run in _line_by_line(runs):
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
            lines[-1] = Line(
                last.left, min(last.bottom, run.bottom), run.right, max(last.top, run.top),
                last.text + gap + run.text,
            )  # fmt: skip
        else:
            lines.append(run)
    return lines


def _line_by_line(runs: list[Line]) -> Iterator[Line]:
    """Runs from the top of a page to its foot, those of one line from left to right.

    Those in bold or in another size begin lower or end higher than what they stand beside.
    """
    line: list[Line] = []
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        if line and not _is_level(line[0], run):
            yield from sorted(line, key=lambda one: one.left)
            line = []
        line.append(run)
    yield from sorted(line, key=lambda one: one.left)


def _middle(run: Line) -> float:
    return (run.top + run.bottom) / 2


def _is_level(one: Line, other: Line) -> bool:
    return abs(_middle(one) - _middle(other)) <= _BESIDE * (one.top - one.bottom)


_BESIDE = 0.4
"""The share of a run's height by which one on its line may be lower."""


def in_columns(lines: list[Line], width: float) -> list[Line]:
    """Lines column by column, where a gutter parts most of them."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return list(_line_by_line(lines))
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter - 4 and line.right > gutter + 4:
            # A line across both columns, as a headline is, ends what stands above it.
            ordered += _two_columns(band, gutter)
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + _two_columns(band, gutter)


def _two_columns(band: list[Line], gutter: float) -> list[Line]:
    left = [line for line in band if line.right <= gutter + 4]
    right = [line for line in band if line.right > gutter + 4]
    inner = _gutter(right, 0) if len(right) > 20 else None
    return left + (in_columns(right, 0) if inner is not None else right)


def _gutter(lines: list[Line], width: float) -> float | None:
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
    return _strip(lines) if width else None


def _strip(lines: list[Line]) -> float | None:
    """Where columns of prose are parted though the second has lines set in its middle.

    A strip that next to no line crosses, with a third of the lines on either side.
    """
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    for left in dict.fromkeys(lefts):
        before = bisect_right(rights, left - _NARROWEST)
        behind = len(lines) - bisect_left(lefts, left)
        across = len(lines) - before - behind
        if across > _ACROSS * len(lines) or min(before, behind) < len(lines) / 3:
            continue
        sides = (
            [line.text for line in lines if line.right <= left - _NARROWEST],
            [line.text for line in lines if line.left >= left],
        )
        if all(sum(map(len, side)) > _PROSE * len(side) for side in sides):
            return left - _NARROWEST / 2
    return None


_NARROWEST = 6.0
"""Points between two columns."""
_ACROSS = 0.1
_PROSE = 25
"""Characters of a line of prose, where a table has fewer."""


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Without the first and last lines that pages repeat, and page numbers."""
    if len(pages) < 3:
        return [[line for line in page if not _is_number(line.text)] for page in pages]
    pages = [[_kept_apart(line) for line in page] for page in pages]
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
                if line.paragraph == APART
                or not (line in edges and (_shape(line.text) in repeated or _is_number(line.text)))
            ]
        )
    return kept


APART = -1
"""The paragraph of a line that begins an article of an export, and stands alone."""
_COUNTER = regex(r"\s*\d[\d,.]* (?:of|von|de|sur|di|van) \d[\d,.]* do[ck]ument\w*\s*", re.I)


def _kept_apart(line: Line) -> Line:
    """A line; one that counts the articles of an export is no running head, though it looks it."""
    return line._replace(paragraph=APART) if _COUNTER.fullmatch(line.text) else line


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


def flowing(pages: list[list[Line]]) -> str:
    """Paragraphs of running text: lines joined, hyphens at their ends taken out."""
    paragraphs: list[str] = []
    last: Line | None = None

    @cache
    def words() -> frozenset[str]:
        return words_of("\n".join(line.text for page in pages for line in page))

    for page in pages:
        edges = _edges(page)
        for line in page:
            text = whole_within(" ".join(line.text.split()), words)
            edge = (
                max((edges.get(_column(last) + n, 0.0) for n in (-1, 0, 1)), default=0.0)
                if last
                else 0.0
            )
            divided = last is not None and last.text.rstrip().endswith(DIVISIONS)
            broken = last is not None and not divided and _is_broken_off(last, line, edge)
            goes_on = divided or (last is not None and not broken and _goes_on(last, line))
            if paragraphs and goes_on:
                paragraphs[-1] = "".join((*seam(paragraphs[-1], text, words), text))
            else:
                paragraphs.append(text)
            last = line
    return "\n\n".join(paragraphs)


def _column(line: Line) -> int:
    """What the lines of one column have in common: their left edge, coarsely."""
    return round(line.left / 24)


def _edges(page: list[Line]) -> dict[int, float]:
    """How far the lines of each column reach to the right."""
    edges: dict[int, float] = {}
    for line in page:
        edges[_column(line)] = max(edges.get(_column(line), 0.0), line.right)
    return edges


def _is_broken_off(last: Line, line: Line, edge: float) -> bool:
    """Whether a line ends though the next one's first word had room behind it.

    So the lines of a head end, and the last line of a paragraph. Headlines are set freely: what
    goes on in small letters is not broken off.
    """
    first = line.text.split(maxsplit=1)[0]
    width = (line.right - line.left) * (len(first) + 2) / max(len(line.text), 1)
    return last.right + width < edge - (line.top - line.bottom) and not first[:1].islower()


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if APART in (line.paragraph, last.paragraph):
        return False
    if line.paragraph and line.paragraph == last.paragraph:
        return True
    height, before = line.top - line.bottom, last.top - last.bottom
    if last.text.rstrip().endswith(":") and line.left >= last.right and _is_level(last, line):
        return True  # who speaks, set apart from what is said
    if not line.paragraph and abs(height - before) > 0.25 * max(height, before):
        return False  # another size: a headline, a caption
    below = last.bottom - line.top
    same_column = abs(line.left - last.left) < 3 * max(height, 1)
    if not line.paragraph and same_column and -height < below < 0.9 * height:
        return not (
            line.left - last.left > 0.8 * height and re.search(r"[.!?”\"]$", last.text.rstrip())
        )
    # From the foot of a column to the head of the next, in the middle of a sentence.
    return not re.search(r"[.!?:”\"]$", last.text.rstrip()) and line.text.lstrip()[:1].islower()
