"""The head of a plain text: what stands above its body, and below it, read by evidence.

Every line above the body is read as a part of a head (:mod:`head_lines`) and as a headline; the
reading of them all that has most for it is taken. What of a head is not understood stays in the
text.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsgrep.ingest.extract.head.agency_last import agency_last
from newsgrep.ingest.extract.head.below_headline import below_headline
from newsgrep.ingest.extract.head.byline_lines import with_bylines_joined
from newsgrep.ingest.extract.head.foot import read_foot
from newsgrep.ingest.extract.head.head_claims import lowered
from newsgrep.ingest.extract.head.head_mail import MailHead, read_mail_head, with_cover_behind
from newsgrep.ingest.extract.head.headline_choice import chosen_headline
from newsgrep.ingest.extract.head.label_block import opened_text
from newsgrep.ingest.extract.head.menu_above import begins_with_menu
from newsgrep.ingest.extract.head.opening import Opening
from newsgrep.ingest.extract.head.origin import of_the_site, origin_claims
from newsgrep.ingest.extract.head.papers_around import line_of, paper_around
from newsgrep.ingest.extract.head.plain_opening import opens_plainly
from newsgrep.ingest.extract.head.prepared import prepared
from newsgrep.ingest.extract.head.saved_page import (
    SavedPage,
    with_labels_joined,
    without_navigation,
)
from newsgrep.ingest.extract.head.unheard import is_given_and_family
from newsgrep.ingest.extract.head.wrapped_headline import with_headline_joined
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.letters import letters


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
    lines = whole = text.split("\n")
    page = SavedPage(lines)
    mail, start = None, 0
    plain = opens_plainly(lines)
    if plain:
        lines = with_labels_joined(lines)
    else:
        page = without_navigation(prepared(with_cover_behind(lines)))
        lines = with_bylines_joined(with_labels_joined(page.lines))
        mail, start = read_mail_head(lines)
        lines = with_headline_joined(lines, start)
    opening = Opening(lines, start, page.headline, plain=plain)
    if not opening.filled:
        claims = mail.claims(()) if mail else []
        return Head(tuple(claims), "")
    claims, kept, end = _split(opening, mail)
    if not plain and page.headline < 0 and begins_with_menu(whole):
        kept = [*kept, *(claim.value for claim in claims if _is_item(claim))]
        claims = [claim for claim in claims if not _is_item(claim)]
    foot, said = read_foot(lines, end, {claim.field for claim in claims})
    claims = [*claims, *foot]
    claims += origin_claims(lines, end, claims)
    if not page.site and not any(claim.field == "source" for claim in claims):
        headline = next((c.origin for c in claims if c.field == "title"), "")
        around = paper_around(lines, whole, line_of(headline), end, plain=plain)
        claims += around or agency_last(lines, end)
    if page.site:
        claims.append(Claim("source", page.site, "behind the page's title", 0.72))
    if mail is not None and _is_subject_headline(claims):
        claims += mail.headline()
    unbelieved = _unbelieved(claims)
    if mail is not None:
        claims += mail.claims(claims)
    below = [line for at, line in enumerate(lines[end:], end) if at not in said]
    body = "\n".join([*kept, *unbelieved, *opened_text(below)])
    if not body or body.isspace():
        # All text of a file may be words of buttons: it is kept, and has a headline.
        untold = _untold(opening, claims)
        if len(untold) > 1 and not any(claim.field == "title" for claim in claims):
            claims.append(Claim("title", untold.pop(0).strip(), "first line", 0.5))
        body = "\n".join(untold)
    return Head(tuple(of_the_site(claims)), body)


def _unbelieved(claims: list[Claim]) -> list[str]:
    """Headlines and decks that others are believed more than: they are text, and not lost."""
    found: list[str] = []
    for field in ("title", "deck"):
        own = sorted((c for c in claims if c.field == field), key=lambda c: -c.confidence)
        known = letters(
            " ".join(c.value for c in claims if c.field in _WORDED and c not in own[1:])
        )
        found += [c.value for c in own[1:] if letters(c.value) not in known]
    return found


def _is_subject_headline(claims: list[Claim]) -> bool:
    """Whether what was taken for a headline is the first sentence below a message's head."""
    if any(claim.field in ("authors", "date", "source") for claim in claims):
        return False
    titles = [claim.value for claim in claims if claim.field == "title"]
    return len(titles) == 1 and titles[0].endswith(_STOPS) and " " in titles[0]


_STOPS = (".", "…", "。", ".”", '."', ".’")
_WORDED = frozenset(("title", "deck", "source", "section"))


def _is_item(claim: Claim) -> bool:
    """Whether an author is one by the shape of a line alone: in a menu, ``Smart Money``."""
    shaped = claim.field == "authors" and "shape of a name" in claim.origin
    dated = "next to the date" in claim.origin
    return shaped and not dated and not is_given_and_family(claim.value)


def _untold(opening: Opening, claims: list[Claim]) -> list[str]:
    """The lines that no claim is from."""
    told = {line_of(claim.origin) for claim in claims}
    return [opening.lines[at] for at in opening.filled if at not in told]


def _split(opening: Opening, mail: MailHead | None) -> tuple[list[Claim], list[str], int]:
    """The claims of the head, the lines of it that are text, and where the body begins."""
    best = chosen_headline(opening, mail)
    if best is not None and best.place == 0 and opening.is_plain_text:
        return [best.claim, *best.beside], [], opening.filled[0] + 1
    first, claims, kept = 0, [], []
    end = opening.filled[0]
    if best is not None:
        above = [opening.reading(n, standing=opening.standing_above(n)) for n in range(best.place)]
        for number, reading in enumerate(above):
            if reading.is_head:
                claims += lowered(reading.claims)
            if not reading.is_head or len(reading.unknown) > 2:
                kept.append(opening.line(number))
        claims.append(best.claim)
        claims += best.beside
        end = opening.filled[best.place] + 1
        first = best.place + 1
    more, text, end = below_headline(opening, first, claims, end)
    if any(claim.field == "date" and not claim.origin.startswith("update") for claim in more):
        # A day above the headline is the page's, or that of a copy, where another is below it.
        claims = [
            c._replace(confidence=round(c.confidence * 0.8, 2)) if c.field == "date" else c
            for c in claims
        ]
    if any(claim.field == "authors" for claim in more):
        # Who is named above the headline without a byline is whom it is about.
        claims = [c for c in claims if c.field != "authors" or c.confidence >= 0.9]
    return [*claims, *more], [*kept, *text], end
