"""Where a text quotes: the spans inside quotation marks.

A mark is taken for an opening or a closing one by its kind and, where its kind does not tell
(``"`` and, in Swedish and Finnish, ``”``), by what stands on either side of it. Each paragraph is
read by itself, so that a mark too many or too few never reaches beyond its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from newsgrep.text.sentences import paragraphs
from newsgrep.text.words import has_words

Span = tuple[int, int]

_CLOSING_OF = {
    "“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”', "”": '”"', "「": "」", "『": "』",
    "‚": "‘’", "‹": "›", "``": "''",
}  # fmt: skip
_OPENS_ALWAYS = frozenset(("“", "„", "«", "「", "『", "‚", "‹", "``"))
# Each begins with the marks themselves, which makes the search for them quick.
_MARK = re.compile(
    "[“„«»”\"「」『』‚‹›‘’`'](?:(?<=[‘’])(?<=\\S.)(?!\\w)|(?<!['‘’`])|(?<=`)`|(?<=')')"
)
_OPENS_SINGLE = re.compile(r"['‘](?<![\w’'.,;:!?)\]].)(?:(?<=‘)(?=[\w([])|(?<=')(?=[^\W\d_]))")
_CLOSES_SINGLE = re.compile(r"[’'](?!\w)(?<=[\w.,!?…)\]—–].)")
_ELIDED = re.compile(r".(?:tis|twas|til|em|cause|round|n|bout)\b", re.IGNORECASE)
_IN_HEBREW_WORD = re.compile(r"(?<=[א-ת])\"(?=[א-ת])")
_ANY = '“"«»”„「『‘‚‹`'
MAX_UNCLOSED = 6000
"""Characters of a paragraph up to which a quotation that it does not close reaches its end."""


@lru_cache(maxsize=4)
def quotations(text: str) -> Sequence[Span]:
    """Character spans of what stands inside quotation marks, in order, without the marks.

    They do not overlap: what is quoted within a quotation is part of it. A quotation that is not
    closed by the end of its paragraph ends there; where the next paragraph opens with a mark of
    its own, as long quotations do, that is quoted as well.
    """
    # Kept for the next who asks: an article's speakers, and then its index.
    has_single = "'" in text
    if not has_single and not any(mark in text for mark in _ANY):
        return ()
    found: list[Span] = []
    reversed_guillemets = _are_reversed(text)
    goes_on = False
    marks = [
        mark
        for mark in _MARK.finditer(text)
        if not (mark.group() == '"' and _IN_HEBREW_WORD.match(text, mark.start()))
    ]
    singles = [*_OPENS_SINGLE.finditer(text)] if has_single or "‘" in text else []
    first = single = 0
    for start, end in paragraphs(text):
        own = first
        while first < len(marks) and marks[first].start() < end:
            first += 1
        if own < first:
            spans, goes_on = _in_paragraph(
                text, start, end, marks[own:first], reversed_guillemets, goes_on
            )
            found += spans
        else:
            goes_on = False
        own = single
        while single < len(singles) and singles[single].start() < end:
            single += 1
        found += _singles(text, singles[own:single], end)
    return tuple(span for span in _united(found) if has_words(text[span[0] : span[1]]))


def _are_reversed(text: str) -> bool:
    """Whether guillemets point inward, »so«, as German books have it."""
    if "»" not in text:
        return False
    first = re.search("[«»]", text)
    return (
        first is not None and first.group() == "»" and text[first.end() : first.end() + 1].isalnum()
    )


def _in_paragraph(
    text: str,
    start: int,
    end: int,
    marks: list[re.Match[str]],
    reversed_guillemets: bool,
    goes_on: bool,
) -> tuple[list[Span], bool]:
    """The quotations of one paragraph with these marks, and whether its last one is left open.

    ``goes_on`` tells whether that of the paragraph before was.
    """
    found: list[Span] = []
    nests = _is_balanced([mark.group() for mark in marks])
    opened: list[tuple[int, str]] = []
    for number, match in enumerate(marks):
        mark, at = match.group(), match.start()
        if goes_on and at == start and mark == "»":
            # In French and Spanish, a closing mark begins each paragraph of a long quotation.
            opened.append((match.end(), "»"))
        elif opened and mark in opened[-1][1] and not _must_open(text, match, opened[-1][1]):
            found.append((opened.pop()[0], at))
        elif (
            opened
            and (mark in '"”' or not nests)
            and _opens(text, match, end, reversed_guillemets, True)
        ):
            # Its beginning was never closed: a new quotation ends it.
            found.append((opened.pop()[0], at))
            opened.append((match.end(), _CLOSING_OF[mark]))
        elif _opens(text, match, end, reversed_guillemets, number + 1 < len(marks)):
            opened.append((match.end(), _CLOSING_OF[mark]))
    left_open = bool(opened) and end - opened[0][0] <= MAX_UNCLOSED
    if left_open:
        found.append((opened[0][0], end))
    return found, left_open


def _is_balanced(marks: list[str]) -> bool:
    """Whether marks that tell their direction open and close equally often."""
    return marks.count("“") == marks.count("”") or "„" in marks


def _sides(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind a mark; a blank where there is none."""
    return text[match.start() - 1 : match.start()] or " ", text[
        match.end() : match.end() + 1
    ] or " "


def _must_open(text: str, match: re.Match[str], closing: str) -> bool:
    """Whether a mark that could close stands where only an opening one can."""
    if match.group() not in '"”':
        return False
    before, after = _sides(text, match)
    return (before.isspace() or before in "([—–") and after.isalnum()


def _opens(
    text: str, match: re.Match[str], end: int, reversed_guillemets: bool, more: bool
) -> bool:
    """Whether a mark opens a quotation; ``more`` tells whether another mark follows it."""
    mark = match.group()
    before, after = _sides(text, match)
    if mark in ("»", "«"):
        return (mark == "»") == reversed_guillemets
    if mark in _OPENS_ALWAYS:
        return not (
            mark == "“" and not before.isspace() and before not in "([—–-:,.!?" and after.isspace()
        )
    if mark not in '"”' or match.end() >= end:
        return False
    if before.isdigit():
        # A mark right behind a digit is one of inches or seconds.
        return False
    if after.isspace():
        # Marks with a space on either side, as tokenizers leave them, come in twos.
        return before.isspace() and more and mark == '"'
    return after not in ".,;:!?)]" and (
        before.isspace() or not before.isalnum() or (mark == "”" and after.isalnum())
    )


def _singles(text: str, openings: list[re.Match[str]], end: int) -> Iterator[Span]:
    """Quotations in single marks: ‘so’ and 'so', told from apostrophes by what is beside them.

    ``openings`` are the marks of a paragraph that may open one, ``end`` is where it ends.
    """
    for opening, following in zip_longest(openings, openings[1:]):
        at = opening.end()
        if _ELIDED.match(text, opening.start()):
            continue
        stop = following.start() if following else end
        closings = [
            match
            for match in _CLOSES_SINGLE.finditer(text, at, stop)
            if match.group() == ("’" if opening.group() == "‘" else "'")
        ]
        if not closings:
            continue
        # After a comma or a full stop it closes for sure; after a letter it may be a plural's.
        closing = next((m for m in closings if text[m.start() - 1] in ".,!?…"), closings[0])
        yield at, closing.start()


def _united(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        elif end > start:
            united.append((start, end))
    return united
