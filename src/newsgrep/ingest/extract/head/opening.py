"""The first lines of a text that have words, each read once as a part of a head."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.asked_often import asked_often
from newsgrep.ingest.extract.head.clauses import is_clause, is_prose, is_shouted_clause
from newsgrep.ingest.extract.head.dateline import opens_story
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.foot import is_credit
from newsgrep.ingest.extract.head.head_lines import NOTHING, LineReading, read_line
from newsgrep.ingest.extract.head.head_words import BY
from newsgrep.ingest.extract.head.label_block import opens_text, read_block
from newsgrep.ingest.extract.head.page_lines import is_picture_credit
from newsgrep.ingest.extract.head.stated import stated_lines
from newsgrep.ingest.extract.head.unheard import (
    is_author_above,
)
from newsgrep.ingest.extract.head.wrapped_text import begins_paragraph, is_wrapped

WINDOW = 14
"""Lines with words in which a head is looked for."""
FARTHEST = 6
"""Lines below a headline among which a byline or a date speaks for it."""
SECOND = 0.7
"""What a head's line says for the headline two lines above it; 1 for the one right above."""
ABOVE = Standing(above=True, near=True)
NEAR = Standing(near=True)
_FIGURE = re.compile(r"\d|(?i:day)\b|[^\x00-\x7f]")
"""What a line with a date has."""
_COMPARED = re.compile(r"\d (?:[a-z]+ ){0,2}vs\.? ")
"""What the lines of a company's results have: ``Revs 38.0 mln vs 31.6 mln``."""


class Opening:
    """The lines of a head, each read once."""

    def __init__(self, lines: list[str], start: int, headline: int, *, plain: bool) -> None:
        self.lines = lines
        self.known_headline = headline
        self.is_plain_text = plain
        self.filled: list[int] = []
        for at in range(start, len(lines)):
            if lines[at].strip():
                self.filled.append(at)
                if len(self.filled) > WINDOW + 1:
                    break
        self.labelled: dict[int, LineReading] = {}
        if not plain:
            self.labelled = read_block(lines, self.filled) | stated_lines(lines, self.filled)
        self._plain: dict[int, bool] = {}
        self._readings: dict[tuple[int, Standing], LineReading] = {}

    def line(self, place: int) -> str:
        """The line at ``place`` among the filled ones."""
        return self.lines[self.filled[place]]

    def reading(self, place: int, *, standing: Standing) -> LineReading:
        """How the line at ``place`` among the filled ones is read as part of a head."""
        labelled = self.labelled.get(self.filled[place])
        if labelled is not None:
            return labelled
        if self.is_plain(place):
            return NOTHING
        known = (place, standing)
        if known not in self._readings:
            at = self.filled[place]
            self._readings[known] = read_line(self.lines[at], at + 1, standing)
        return self._readings[known]

    def is_plain(self, place: int) -> bool:
        """Whether the line at ``place`` is text or a headline, wherever it stands."""
        known = self._plain.get(place)
        if known is None and self.filled[place] in self.labelled:
            return False
        if known is None:
            line = self.line(place)
            known = len(line) > 240 or is_wrapped(self.lines, self.filled[place])
            known = known or _COMPARED.search(line) is not None
            known = known or self.begins_text(place) or is_shouted_clause(line)
            known = known or is_prose(line) or is_clause(line)
            known = known or opens_story(line.strip()) or is_credit(line) or opens_text(line)
            self._plain[place] = known
        return known

    def is_text(self, place: int) -> bool:
        """Whether the line at ``place`` is a paragraph, or begins one with hard line ends."""
        line = self.line(place) if place < len(self.filled) else ""
        return (len(line) > 100 and is_prose(line)) or self.begins_text(place)

    def opens_story(self, place: int) -> bool:
        """Whether the text begins at ``place`` beyond doubt."""
        return self.is_text(place) or self.is_dateline(place)

    def is_dateline(self, place: int) -> bool:
        """Whether the line at ``place`` opens a story with its dateline."""
        return place < len(self.filled) and opens_story(self.line(place).strip())

    def begins_text(self, place: int) -> bool:
        """Whether a paragraph with hard line ends begins at ``place``."""
        return place < len(self.filled) and begins_paragraph(self.lines, self.filled[place])

    def standing_above(self, place: int) -> Standing:
        """Where a line stands if it is above the headline."""
        if place == 0 and is_author_above(self.lines, self.filled) and self.is_head(2):
            return Standing(above=True, near=True, unheard=True)
        for other in (place - 1, place + 1):
            if 0 <= other < len(self.filled) and _may_be_dated(self.line(other)):
                beside = self.reading(other, standing=ABOVE)
                if beside.is_head and "date" in beside.fields:
                    return Standing(above=True, near=True, date_next=True)
        return ABOVE

    def follows(self, place: int, own: LineReading) -> float:
        """What the lines right below a headline say for it."""
        weak = place == 0 and not own.anchored
        twice = (own.fields & {"authors", "source"}) if weak and own.strength < 4.5 else frozenset()
        if place + 1 >= len(self.filled):
            return 0.0
        passed = 0
        for after in range(place + 1, min(place + FARTHEST, len(self.filled))):
            reading = self.reading(after, standing=NEAR)
            if reading.is_head and reading.claims:
                again = 4.0 if twice & reading.fields else 0.0  # no head says it twice
                return again + (1.0 if after == place + 1 else SECOND)
            passed += not reading.is_head and not is_picture_credit(self.line(after))
            if passed > 2 or (passed > 1 and not self.is_byline(after + 1)):
                break
        return 0.0

    def is_byline(self, place: int) -> bool:
        """Whether the line at ``place`` begins with a word for authors."""
        return place < len(self.filled) and BY.match(self.line(place)) is not None

    def is_head(self, place: int) -> bool:
        """Whether the line at ``place`` says something as a line below a headline."""
        if place >= len(self.filled):
            return False
        reading = self.reading(place, standing=NEAR)
        return reading.is_head and bool(reading.claims)


@asked_often
def _may_be_dated(line: str) -> bool:
    return _FIGURE.search(line) is not None
