"""Which of the first lines is the headline, by all that stands above and below each.

Most texts begin with it. Pages, lists and programs put lines of their own above it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsgrep.ingest.extract.head.bare_line import bare
from newsgrep.ingest.extract.head.clauses import is_prose
from newsgrep.ingest.extract.head.head_claims import cost_above
from newsgrep.ingest.extract.head.head_lines import NOTHING
from newsgrep.ingest.extract.head.head_mail import MailHead
from newsgrep.ingest.extract.head.headline import (
    Headline,
    headline_in,
    is_of_the_head,
    is_simple,
    is_stopped,
    may_be_of_the_head,
    may_be_parted,
)
from newsgrep.ingest.extract.head.opening import ABOVE, NEAR, SECOND, Opening
from newsgrep.ingest.extract.head.page_lines import is_credited, is_of_page, is_stamp, is_titled
from newsgrep.ingest.extract.head.paragraphs_first import is_paragraph, without_place
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import find_dates

_TOP = 8
"""Lines among which a page's own words are taken for a headline."""
_LOOKED_AT = 8
_SHORT, _FEW = 80, 3
_LONGEST_LABEL = 16
_LABELLED = 8.0
"""The weight of a headline that something says to be one."""
_MOST, _MARKED, _PARTED = 4.0, 1.5, 1.0
"""And the most that a line below the first one has: for itself and by the line below it, for a
mark of headings, for what else it says."""
_MOST_ABOVE = 0.4
"""The most that a line above a headline says for it."""
_HEADLINE_FIRST = frozenset("a an how why what when who where is are no not my our".split())
"""What a headline of a few words may begin with, and no name does."""
_APART = tuple(":]|/-–—>»")
"""What parts a headline from what stands before it."""
_DAY_ALONE = re.compile(r"[\d./-]+")
_AGAIN, _LEAST_AGAIN = 12, 15
"""Lines with words within which a headline may be repeated, and its characters at least."""


def chosen_headline(opening: Opening, mail: MailHead | None) -> Headline | None:
    """The likeliest headline: what it has for itself, and what the lines above have."""
    alone = _alone(opening) if mail is None else None
    if alone is not None:
        return alone
    best = _likeliest(opening, mail)
    if best is not None and best.place < _TOP and best.weight < _LABELLED:
        best = _below_page(opening, best) or best
        best = _said_again(opening, best) or best
    return best


def _said_again(opening: Opening, best: Headline) -> Headline | None:
    """The headline alone, where a line above it has it with a section or a paper around it."""
    value = best.claim.value
    for place in range(best.place + 1, min(_AGAIN, len(opening.filled) - 1)):
        line = bare(opening.line(place))
        before = value.removesuffix(line).rstrip()
        apart = before[-1:] in _APART or _DAY_ALONE.fullmatch(before) is not None
        if len(line) >= _LEAST_AGAIN and before != value.rstrip() and apart:
            reading = opening.reading(place, standing=ABOVE)
            found = headline_in(opening.lines, opening.filled[place], place, reading, "")
            if found is not None and not reading.is_head:
                return replace(found, beside=(*best.beside, *found.beside))
    return None


def _below_page(opening: Opening, best: Headline) -> Headline | None:
    """The headline below what a page, a list or a program put above it; else None."""
    if not is_of_page(opening.line(best.place)):
        return None
    stamped = is_stamp(opening.line(best.place))
    if not stamped and _tells_whose(opening, best.place + 1):
        return None
    for place in range(best.place + 1, len(opening.filled) - 1):
        line = opening.line(place)
        reading = opening.reading(place, standing=opening.standing_above(place))
        if reading.is_head or is_of_page(line) or _is_dated(line):
            continue
        after = opening.follows(place, reading)
        if opening.is_text(place) and after < 1:
            return None
        told = opening.reading(place - 1, standing=ABOVE)
        stands = told.is_head and told.claims and opening.opens_story(place + 1)
        if not is_titled(line) or not (after or stands):
            continue
        if not stamped and place == best.place + 1 and _may_be_decked(opening, best, place):
            return None
        return headline_in(opening.lines, opening.filled[place], place, reading, "")
    return None


def _is_dated(line: str) -> bool:
    """Whether a short line has a day, as none of a headline's: ``Posted on 5/3/2019 by quay73``."""
    return len(line) <= _SHORT and next(find_dates(line), None) is not None


def _tells_whose(opening: Opening, place: int) -> bool:
    """Whether the line at ``place`` says who wrote what stands above it, or when."""
    if place >= len(opening.filled) or opening.filled[place] in opening.labelled:
        return False
    return bool(opening.reading(place, standing=NEAR).fields & {"authors", "date"})


def _may_be_decked(opening: Opening, best: Headline, place: int) -> bool:
    """Whether a few words are a headline and the line right below its deck.

    A masthead, a person or a department has each word in capitals, and no article before them;
    and in German, papers set a kicker above each headline.
    """
    below = opening.line(place + 1).lstrip()
    words = best.claim.value.split()
    told = words[0].lower() in _HEADLINE_FIRST or any(word[0].islower() for word in words)
    return 1 < len(words) <= _FEW and told and not below.startswith(("Von ", "von "))


def _likeliest(opening: Opening, mail: MailHead | None) -> Headline | None:
    """The line with most for it among the first ones."""
    best: Headline | None = None
    cost = 0.0
    above: list[str] = []
    prose = 0
    has_more = len(opening.filled) > 1 or mail is not None
    for place in range(min(_LOOKED_AT, len(opening.filled))):
        at = opening.filled[place]
        reading = opening.reading(place, standing=opening.standing_above(place))
        found = headline_in(opening.lines, at, place, reading, mail.subject if mail else "")
        if at == opening.known_headline and (found is None or found.weight < _LABELLED):
            origin = f"line {at + 1}, as the page's title"
            claim = Claim("title", bare(opening.lines[at]), origin, 0.9)
            found = Headline(place, claim, (), _LABELLED)
        if found is not None and has_more:
            follows = opening.follows(place, reading)
            weight = found.weight + cost + follows
            if place == 0 and follows == SECOND and is_stopped(found.claim.value):
                weight -= 2.5  # a remark, and the headline below it
            if mail is not None and mail.subject and not mail.forwarded:
                weight -= 6.0 if found.weight < 6 else 0.0
            if best is None or weight > best.weight:
                best = Headline(place, found.claim, found.beside, weight)
            if place == 0 and weight >= 3.0 and not reading.is_head and opening.opens_story(1):
                return best  # a headline and its text, as most files are
        cost += cost_above(reading, opening.lines[at], above)
        if best is not None and mail is None and _is_unbeaten(opening, place, best.weight - cost):
            break
        above += reading.fields if reading.is_head else ()
        prose += len(opening.lines[at]) > 120 and is_prose(opening.lines[at])
        prose += place > 0 and opening.begins_text(place)
        if prose > 1 or len(opening.lines[at]) > 400:
            break
    if (best is None or best.weight <= 0) and mail is None and _is_of_sentences(opening):
        claim = Claim("title", bare(opening.line(0)), "first line, above deck and byline", 0.8)
        return Headline(0, claim, (), 1.0)
    if best is not None and best.weight <= 0:
        own = opening.reading(0, standing=ABOVE)
        is_first = best.place == 0 and not own.anchored and mail is None and opening.is_text(1)
        # A story's first paragraph, with its dateline, is no headline for want of another.
        is_first = is_first and not (len(opening.line(0)) > _SHORT and opening.is_dateline(0))
        first = opening.line(0)
        is_first = is_first and not _is_sentence(first) and not is_credited(first)
        return best if is_first else None
    return best


def _is_sentence(line: str) -> bool:
    """Whether a long line is running text that ends in a full stop: a story's first paragraph."""
    if is_paragraph(line):
        return True
    least = _SENTENCE_OF_SIGNS if line.rstrip().endswith("。") else _SENTENCE
    said = without_place(line)
    return len(line) > least and _STOPPED.search(line) is not None and is_prose(said)


_SENTENCE, _SENTENCE_OF_SIGNS = 95, 24
_STOPPED = re.compile(r"\w[”\"’')]{0,2}[.。][”\"’']?\s*$")


def _is_of_sentences(opening: Opening) -> bool:
    """Whether the first line is a headline of sentences with capitals: ``It Left. It Is Back.``

    Right above a byline, or above the deck and a byline.
    """
    words = opening.line(0).split()
    large = sum(word[0].isupper() for word in words)
    return (
        _FEW < len(words) <= _MOST_WORDS
        and words[-1].endswith((".", "?", "!"))
        and large >= _CAPITALS * len(words)
        and any(map(opening.is_byline, (1, 2)))
    )


_MOST_WORDS, _CAPITALS = 20, 0.7
"""Words of such a headline, and the share of them that begin with a capital."""


def _is_unbeaten(opening: Opening, place: int, ahead: float) -> bool:
    """Whether no line below the one at ``place`` can be likelier than the likeliest so far.

    ``ahead`` is what that one has more than the lines down to there say for one below them.
    """
    if ahead <= _MOST:
        return False
    for number, below in enumerate(range(place + 1, min(_LOOKED_AT, len(opening.filled)))):
        at = opening.filled[below]
        line = opening.lines[at]
        if at == opening.known_headline or at in opening.labelled or ":" in line:
            return False  # something may say that it is the headline
        own = _MOST + (_MARKED if "#" in line else 0.0) + (_PARTED if may_be_parted(line) else 0.0)
        if own + number * _MOST_ABOVE >= ahead:
            return False
    return True


def _alone(opening: Opening) -> Headline | None:
    """The only line above a story, where it is a headline and nothing else can be one."""
    line = opening.line(0).strip()
    if opening.filled[0] in opening.labelled:
        return None  # it says what it is
    if ":" in line[:_LONGEST_LABEL]:
        claims = opening.reading(0, standing=ABOVE).claims
        if any(claim.origin.startswith("label") for claim in claims if claim.field == "title"):
            return None  # "Title: …", and nothing else
    if opening.is_text(1) and is_simple(line):
        return Headline(0, Claim("title", line, "first line", 0.9), (), 4.0)
    if not opening.is_dateline(1) or is_credited(line):
        return None
    only = headline_in(opening.lines, opening.filled[0], 0, NOTHING, "")
    if only is None or only.weight <= 0:
        return None
    if not may_be_of_the_head(only.claim.value):
        return only
    first = opening.reading(0, standing=ABOVE)
    return None if is_of_the_head(only.claim.value, first) else only
