"""The head of a plain text: what stands above its body, and below it, read by evidence.

Every line above the body is read as a part of a head (:mod:`head_lines`) and as a headline; the
reading of them all that has most for it is taken. What of a head is not understood stays in the
text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsgrep.ingest.extract.body.trailer import is_trailer
from newsgrep.ingest.extract.head.byline_lines import with_bylines_joined
from newsgrep.ingest.extract.head.dateline import opens_story, read_dateline
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.foot import is_credit, read_foot
from newsgrep.ingest.extract.head.head_claims import cost_above, deck_of, lowered, once
from newsgrep.ingest.extract.head.head_lines import (
    NOTHING,
    LineReading,
    is_clause,
    is_picture_credit,
    is_prose,
    is_shouted_clause,
    read_line,
)
from newsgrep.ingest.extract.head.head_mail import MailHead, read_mail_head
from newsgrep.ingest.extract.head.head_words import BY
from newsgrep.ingest.extract.head.headline import (
    Headline,
    headline_in,
    is_of_the_head,
    is_simple,
    may_be_of_the_head,
)
from newsgrep.ingest.extract.head.label_block import opened_text, opens_text, read_block
from newsgrep.ingest.extract.head.origin import of_the_site, origin_claims
from newsgrep.ingest.extract.head.page_lines import is_of_page, is_stamp, is_titled
from newsgrep.ingest.extract.head.pieces import bare
from newsgrep.ingest.extract.head.plain_opening import opens_plainly
from newsgrep.ingest.extract.head.prepared import prepared
from newsgrep.ingest.extract.head.saved_page import (
    SavedPage,
    with_labels_joined,
    without_navigation,
)
from newsgrep.ingest.extract.head.stated import stated_lines
from newsgrep.ingest.extract.head.unheard import (
    LONGEST,
    is_alone_below_deck,
    is_author_above,
    is_unheard,
    may_name_somebody,
)
from newsgrep.ingest.extract.head.wrapped_headline import with_headline_joined
from newsgrep.ingest.extract.head.wrapped_text import begins_paragraph, is_wrapped
from newsgrep.ingest.raw_document import Claim

MAX_DECK = 400
LONGEST_DECK, LONGEST_BYLINE = 700, 160
"""Characters of a paragraph that stands above the byline, and of that."""
WINDOW = 14
"""Lines with words in which a head is looked for."""
MAX_WAITING = 6
"""Lines of a word or two that may stand between a headline and its byline."""
SECOND = 0.7
"""What a head's line says for the headline two lines above it; 1 for the one right above."""


@dataclass(frozen=True, slots=True)
class Head:
    """The claims of an article's head and foot, and the text between them."""

    claims: tuple[Claim, ...]
    body: str


def read_head(text: str) -> Head:
    """Split a plain text into its head and its body.

    Where nothing looks like a headline, no title is claimed. Lines that are not understood stay
    in the body.
    """
    lines = text.split("\n")
    page = SavedPage(lines)
    mail, start = None, 0
    plain = opens_plainly(lines)
    if plain:
        lines = with_labels_joined(lines)
    else:
        page = without_navigation(prepared(lines))
        lines = with_bylines_joined(with_labels_joined(page.lines))
        mail, start = read_mail_head(lines)
        lines = with_headline_joined(lines, start)
    reader = _Reader(lines, start, page.headline, plain=plain)
    if not reader.filled:
        claims = mail.claims(()) if mail else []
        return Head(tuple(claims), "")
    claims, kept, end = reader.head(mail)
    foot, said = read_foot(lines, end, {claim.field for claim in claims})
    claims = [*claims, *foot]
    claims += origin_claims(lines, end, claims)
    if page.site:
        claims.append(Claim("source", page.site, "behind the page's title", 0.72))
    if mail is not None:
        claims += mail.claims(claims)
    below = [line for at, line in enumerate(lines[end:], end) if at not in said]
    return Head(tuple(of_the_site(claims)), "\n".join([*kept, *opened_text(below)]))


class _Reader:
    """The lines of a head, each read once."""

    def __init__(self, lines: list[str], start: int, headline: int, *, plain: bool) -> None:
        self.lines = lines
        self.known_headline = headline
        self._is_plain_text = plain
        self.filled: list[int] = []
        for at in range(start, len(lines)):
            if lines[at].strip():
                self.filled.append(at)
                if len(self.filled) > WINDOW + 1:
                    break
        self._labelled: dict[int, LineReading] = {}
        if not plain:
            self._labelled = read_block(lines, self.filled) | stated_lines(lines, self.filled)
        self._plain: dict[int, bool] = {}
        self._readings: dict[tuple[int, Standing], LineReading] = {}

    def reading(self, place: int, *, standing: Standing) -> LineReading:
        """How the line at ``place`` among the filled ones is read as part of a head."""
        labelled = self._labelled.get(self.filled[place])
        if labelled is not None:
            return labelled
        if self._is_plain(place):
            return NOTHING
        known = (place, standing)
        if known not in self._readings:
            at = self.filled[place]
            self._readings[known] = read_line(self.lines[at], at + 1, standing)
        return self._readings[known]

    def _is_plain(self, place: int) -> bool:
        """Whether the line at ``place`` is text or a headline, wherever it stands."""
        known = self._plain.get(place)
        if known is None and self.filled[place] in self._labelled:
            return False
        if known is None:
            line = self.lines[self.filled[place]]
            known = len(line) > 240 or is_wrapped(self.lines, self.filled[place])
            known = known or _COMPARED.search(line) is not None
            known = known or self._begins_text(place) or is_shouted_clause(line)
            known = known or is_prose(line) or is_clause(line)
            known = known or opens_story(line.strip()) or is_credit(line) or opens_text(line)
            self._plain[place] = known
        return known

    def head(self, mail: MailHead | None) -> tuple[list[Claim], list[str], int]:
        """The claims of the head, the lines of it that are text, and where the body begins."""
        best = self._headline(mail)
        if best is not None and best.place == 0 and self._is_plain_text:
            return [best.claim, *best.beside], [], self.filled[0] + 1
        first, claims, kept = 0, [], []
        end = self.filled[0]
        if best is not None:
            above = [self.reading(n, standing=self._above(n)) for n in range(best.place)]
            for number, reading in enumerate(above):
                if reading.is_head:
                    claims += lowered(reading.claims)
                if not reading.is_head or len(reading.unknown) > 2:
                    kept.append(self.lines[self.filled[number]])
            claims.append(best.claim)
            claims += best.beside
            end = self.filled[best.place] + 1
            first = best.place + 1
        more, text, end = self._below(first, claims, end)
        if any(claim.field == "authors" for claim in more):
            # Who is named above the headline without a byline is whom it is about.
            claims = [c for c in claims if c.field != "authors" or c.confidence >= 0.9]
        return [*claims, *more], [*kept, *text], end

    def _headline(self, mail: MailHead | None) -> Headline | None:
        """The likeliest headline: what it has for itself, and what the lines above have."""
        alone = self._alone() if mail is None else None
        if alone is not None:
            return alone
        best = self._likeliest(mail)
        if best is not None and best.place < _TOP and best.weight < _LABELLED:
            best = self._below_page(best) or best
            best = self._said_again(best) or best
        return best

    def _said_again(self, best: Headline) -> Headline | None:
        """The headline alone, where a line above it has it with a section or a paper around it."""
        value = best.claim.value
        for place in range(best.place + 1, min(_AGAIN, len(self.filled) - 1)):
            line = bare(self.lines[self.filled[place]])
            before = value.removesuffix(line).rstrip()
            apart = before[-1:] in _APART or _DAY_ALONE.fullmatch(before) is not None
            if _LEAST_AGAIN <= len(line) and before != value.rstrip() and apart:
                reading = self.reading(place, standing=ABOVE)
                found = headline_in(self.lines, self.filled[place], place, reading, "")
                if found is not None and not reading.is_head:
                    return replace(found, beside=(*best.beside, *found.beside))
        return None

    def _below_page(self, best: Headline) -> Headline | None:
        """The headline below what a page, a list or a program put above it; else None."""
        if not is_of_page(self.lines[self.filled[best.place]]):
            return None
        stamped = is_stamp(self.lines[self.filled[best.place]])
        if not stamped and self._tells_whose(best.place + 1):
            return None
        for place in range(best.place + 1, len(self.filled) - 1):
            line = self.lines[self.filled[place]]
            reading = self.reading(place, standing=self._above(place))
            if reading.is_head or is_of_page(line):
                continue
            after = self._follows(place, reading)
            if not is_titled(line) or (self._is_text(place) and after < 1):
                return None
            told = self.reading(place - 1, standing=ABOVE)
            if not after and not (told.is_head and told.claims and self._opens_story(place + 1)):
                return None
            if not stamped and place == best.place + 1 and self._may_be_decked(best, place):
                return None
            found = headline_in(self.lines, self.filled[place], place, reading, "")
            return found
        return None

    def _tells_whose(self, place: int) -> bool:
        """Whether the line at ``place`` says who wrote what stands above it, or when."""
        if self.filled[place] in self._labelled:
            return False
        return bool(self.reading(place, standing=NEAR).fields & {"authors", "date"})

    def _may_be_decked(self, best: Headline, place: int) -> bool:
        """Whether a few words are a headline and the line right below its deck.

        A masthead, a person or a department has each word in capitals; and in German, papers set
        a kicker above each headline.
        """
        below = self.lines[self.filled[place + 1]].lstrip()
        words = best.claim.value.split()
        small = len(words) > 1 and any(word[0].islower() for word in words)
        return small and not below.startswith(("Von ", "von "))

    def _likeliest(self, mail: MailHead | None) -> Headline | None:
        """The line with most for it among the first ones."""
        best: Headline | None = None
        cost = 0.0
        above: list[str] = []
        prose = 0
        has_more = len(self.filled) > 1 or mail is not None
        for place in range(min(8, len(self.filled))):
            at = self.filled[place]
            reading = self.reading(place, standing=self._above(place))
            found = headline_in(self.lines, at, place, reading, mail.subject if mail else "")
            if at == self.known_headline and (found is None or found.weight < _LABELLED):
                origin = f"line {at + 1}, as the page's title"
                claim = Claim("title", bare(self.lines[at]), origin, 0.9)
                found = Headline(place, claim, (), _LABELLED)
            if found is not None and has_more:
                follows = self._follows(place, reading)
                weight = found.weight + cost + follows
                if place == 0 and follows == SECOND and found.claim.value.endswith("."):
                    weight -= 2.5  # a remark, and the headline below it
                if mail is not None and mail.subject and not mail.forwarded:
                    weight -= 6.0 if found.weight < 6 else 0.0
                if best is None or weight > best.weight:
                    best = Headline(place, found.claim, found.beside, weight)
                if place == 0 and weight >= 3.0 and not reading.is_head and self._opens_story(1):
                    return best  # a headline and its text, as most files are
            cost += cost_above(reading, self.lines[at], above)
            above += reading.fields if reading.is_head else ()
            prose += len(self.lines[at]) > 120 and is_prose(self.lines[at])
            prose += place > 0 and self._begins_text(place)
            if prose > 1 or len(self.lines[at]) > 400:
                break
        if best is not None and best.weight <= 0:
            own = self.reading(0, standing=ABOVE)
            is_first = best.place == 0 and not own.anchored and mail is None and self._is_text(1)
            return best if is_first else None
        return best

    def _alone(self) -> Headline | None:
        """The only line above a story, where it is a headline and nothing else can be one."""
        line = self.lines[self.filled[0]].strip()
        if self._is_text(1) and is_simple(line):
            return Headline(0, Claim("title", line, "first line", 0.9), (), 4.0)
        if not self._is_dateline(1):
            return None
        only = headline_in(self.lines, self.filled[0], 0, NOTHING, "")
        if only is None or only.weight <= 0:
            return None
        if not may_be_of_the_head(only.claim.value):
            return only
        first = self.reading(0, standing=ABOVE)
        return None if is_of_the_head(only.claim.value, first) else only

    def _is_text(self, place: int) -> bool:
        """Whether the line at ``place`` is a paragraph, or begins one with hard line ends."""
        line = self.lines[self.filled[place]] if place < len(self.filled) else ""
        return (len(line) > 100 and is_prose(line)) or self._begins_text(place)

    def _opens_story(self, place: int) -> bool:
        """Whether the text begins at ``place`` beyond doubt."""
        return self._is_text(place) or self._is_dateline(place)

    def _is_dateline(self, place: int) -> bool:
        return place < len(self.filled) and opens_story(self.lines[self.filled[place]].strip())

    def _begins_text(self, place: int) -> bool:
        """Whether a paragraph with hard line ends begins at ``place``."""
        return place < len(self.filled) and begins_paragraph(self.lines, self.filled[place])

    def _has_text(self, place: int) -> bool:
        """Whether text follows from ``place`` on: without it, what came before is the text."""
        return len(self.filled) > WINDOW or any(
            not self.reading(n, standing=NEAR).is_head and not is_trailer(self.lines[at].strip())
            for n, at in enumerate(self.filled)
            if n >= place
        )

    def _above(self, place: int) -> Standing:
        """Where a line stands if it is above the headline."""
        if place == 0 and is_author_above(self.lines, self.filled) and self._is_head(2):
            return Standing(above=True, near=True, unheard=True)
        for other in (place - 1, place + 1):
            if 0 <= other < len(self.filled) and _FIGURE.search(self.lines[self.filled[other]]):
                beside = self.reading(other, standing=ABOVE)
                if beside.is_head and "date" in beside.fields:
                    return Standing(above=True, near=True, date_next=True)
        return ABOVE

    def _follows(self, place: int, own: LineReading) -> float:
        """What the lines right below a headline say for it."""
        weak = place == 0 and not own.anchored
        twice = (own.fields & {"authors", "source"}) if weak and own.strength < 4.5 else frozenset()
        if place + 1 >= len(self.filled):
            return 0.0
        for after in range(place + 1, min(place + 4, len(self.filled))):
            reading = self.reading(after, standing=NEAR)
            if after == place + 3 and not is_picture_credit(self.lines[self.filled[after - 1]]):
                break
            if reading.is_head and reading.claims:
                again = 4.0 if twice & reading.fields else 0.0  # no head says it twice
                return again + (1.0 if after == place + 1 else SECOND)
        return 0.0

    def _below(
        self, first: int, claims: list[Claim], end: int
    ) -> tuple[list[Claim], list[str], int]:
        """The claims below the headline, the lines that are text after all, the body's begin."""
        found: list[Claim] = []
        kept: list[str] = []
        waiting: list[int] = []
        decked = False
        for place in range(first, min(first + WINDOW, len(self.filled))):
            line = self.lines[self.filled[place]]
            reading = self._reading_below(place, found or claims, bool(waiting))
            certain = not waiting or self._is_certain(place, reading, line)
            if len(waiting) > 2:  # furniture, and perhaps the text
                certain = bool(reading.claims) and (reading.anchored or BY.match(line) is not None)
            certain = certain or (
                len(waiting) == 1
                and reading.fields == {"authors"}
                and not self._is_head(place + 1)
                and is_alone_below_deck(self.lines, self.filled[place], [*claims, *found])
            )
            if reading.is_head and certain and (not waiting or self._has_text(place + 1)):
                between = [self.lines[self.filled[n]] for n in waiting]
                deck = () if decked else deck_of(between)
                if deck and (claims or found):
                    text = " ".join(line.strip() for line in deck)
                    found.append(Claim("deck", bare(text), "between headline and byline", 0.7))
                    decked = True
                    between = between[len(deck) :]
                kept += between
                waiting = []
                if len(reading.unknown) > 2:
                    kept.append(line)
                found += once(reading.claims, [*claims, *found])
                end = self.filled[place] + 1
                continue
            waiting.append(place)
            size = sum(len(self.lines[self.filled[n]]) for n in waiting)
            several = sum(not is_of_page(self.lines[self.filled[n]]) for n in waiting) > 2
            long = size > MAX_DECK or read_dateline(line.strip()) is not None
            if long and waiting == [place] and self._is_deck(place):
                continue
            if several or len(waiting) > MAX_WAITING or long:
                break
        return found, kept, end

    def _is_deck(self, place: int) -> bool:
        """Whether a paragraph right below the headline has the byline and the day below it."""
        if len(self.lines[self.filled[place]]) > LONGEST_DECK or place + 2 >= len(self.filled):
            return False
        line = self.lines[self.filled[place + 1]]
        reading = self.reading(place + 1, standing=NEAR)
        if len(line) <= LONGEST and not reading.anchored and may_name_somebody(line.strip()):
            line = self.lines[self.filled[place + 2]]
            reading = self.reading(place + 2, standing=NEAR)
        told = reading.is_head and reading.anchored and bool(reading.fields & {"authors", "date"})
        return told and len(line) <= LONGEST_BYLINE

    def _reading_below(self, place: int, claims: list[Claim], waiting: bool) -> LineReading:
        """How a line below the headline is read, a name by whether the text has it too."""
        if self._is_plain(place):
            return NOTHING
        standing = self._standing(place, claims, waiting)
        reading = self.reading(place, standing=standing)
        at = self.filled[place]
        name = reading.unknown.strip(_FIGURES)
        if not name or "authors" in reading.fields or len(self.lines[at]) > LONGEST:
            return reading
        if not may_name_somebody(name) or not is_unheard(name, self.lines, at):
            return reading
        standing = standing._replace(unheard=True, signed=self._is_signed(place))
        again = self.reading(place, standing=standing)
        return again if again.is_head else reading

    def _is_head(self, place: int) -> bool:
        """Whether the line at ``place`` says something as a line below a headline."""
        if place >= len(self.filled):
            return False
        reading = self.reading(place, standing=NEAR)
        return reading.is_head and bool(reading.claims)

    def _is_signed(self, place: int) -> bool:
        """Whether a name stands twice, or with its account, or the next line is its role."""
        line = self.lines[self.filled[place]].strip()
        following = [self.lines[at].strip().casefold() for at in self.filled[place + 1 : place + 3]]
        if "@" in line or "follow" in following:
            return True
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(self.filled)]
        if any(self.lines[self.filled[n]].strip() == line for n in beside):
            return True
        return place + 1 < len(self.filled) and self.reading(place + 1, standing=NEAR).has_role

    def _is_certain(self, place: int, reading: LineReading, line: str) -> bool:
        """Whether a line is of the head even where other text came between."""
        if len(line) > 120 and self.filled[place] not in self._labelled:
            return False
        if reading.anchored or (reading.has_role and "authors" in reading.fields):
            return True
        if not reading.claims or place + 1 >= len(self.filled):
            return False
        following = self.reading(place + 1, standing=NEAR)
        return following.is_head and bool(following.claims)

    def _standing(self, place: int, claims: list[Claim], waiting: bool) -> Standing:
        """Where a line below the headline stands."""
        before = claims[-1].field if claims else ""
        dated = before == "date"
        if not dated and place + 1 < len(self.filled):
            following = self.reading(place + 1, standing=NEAR)
            dated = following.is_head and bool(following.fields & {"date", "day"})
        fields = {claim.field for claim in claims}
        sourced = "source" in fields
        if not sourced and place + 1 < len(self.filled):
            following = self.reading(place + 1, standing=NEAR)
            sourced = following.is_head and following.fields == {"source"}
        return Standing(
            near=not waiting,
            date_next=dated,
            author_beside="authors" in fields and before in ("authors", "date", "modified"),
            source_beside=sourced,
        )


_FIGURES = " 0123456789"
"""What counters beside a name are made of."""
_APART = tuple(":]|/-–—>»")
"""What parts a headline from what stands before it."""
_DAY_ALONE = re.compile(r"[\d./-]+")
_TOP = 4
"""Lines among which a page's own words are taken for a headline."""
_AGAIN, _LEAST_AGAIN = 12, 15
"""Lines with words within which a headline may be repeated, and its characters at least."""
_LABELLED = 8.0
"""The weight of a headline that something says to be one."""
_FIGURE = re.compile(r"\d|(?i:day)\b|[^\x00-\x7f]")
"""What a line with a date has."""
_COMPARED = re.compile(r"\d (?:[a-z]+ ){0,2}vs\.? ")
"""What the lines of a company's results have: ``Revs 38.0 mln vs 31.6 mln``."""
ABOVE = Standing(above=True, near=True)
NEAR = Standing(near=True)
