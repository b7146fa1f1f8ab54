"""Where a web page's headline stands, and what stands right below and above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, takewhile
from typing import Any, NamedTuple

from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates

_HEADINGS = 20
_REPEATED = 0.6
_SITE_WORDS = 3
_DENSE = 10
"""Signs of a headline in a script that writes no blanks."""
_BELOW = 600
"""Characters below a headline in which its byline and date are looked for."""
_PARAGRAPH = 90
"""Characters of a paragraph of the text; the second one ends what is around a headline."""
_ABOVE = 40
"""Elements of a headline's own block that may be of its head."""
_TELLING = 20
"""Characters of a title from which on what repeats it is its headline."""
_MOST = 120
_BESIDE_DATE = 30
"""Characters that may stand beside a date: ``Posted on``, a name."""
_OTHER_DATE = re.compile(r"updated|modified|comment|today|copyright|©", re.IGNORECASE)


class Headings(NamedTuple):
    """A page's title, its worded headings, and those of them that the title repeats."""

    title: str
    worded: tuple[tuple[str, Any], ...]
    repeated: tuple[tuple[str, Any], ...]
    lower: tuple[tuple[str, Any], ...] = ()
    """A heading of lower rank that a part of the title is, where it repeats none of the first."""


def headings_of(root: Any) -> Headings:
    """The headings of a page, each with its element."""
    element = next(iter(root.iter("title")), None)
    title = " ".join((element.text or "").split()) if element is not None else ""
    headings = [(" ".join(one.text_content().split()), one) for one in root.iter("h1")]
    worded = tuple((text, one) for text, one in headings[:_HEADINGS] if 8 <= len(text) <= 300)
    repeated = tuple(
        (text, one)
        for text, one in worded
        if _shared(text, title) >= _REPEATED
        and not is_site_behind(text, title)
        and not (title != text and _leads_home(one))
    )
    return Headings(title, worded, repeated, () if repeated else _lower(root, title))


def _leads_home(heading: Any) -> bool:
    """Whether a heading is the name of its site: a link to its first page."""
    link = next(iter(heading.iter("a")), None)
    return link is not None and _HOME.fullmatch((link.get("href") or "").strip()) is not None


_HOME = re.compile(r"(?:https?:)?(?://[^/\s?#]+)?/?(?:index\.\w{3,5})?", re.IGNORECASE)


def _lower(root: Any, title: str) -> tuple[tuple[str, Any], ...]:
    parts = {part.strip() for part in re.split(r"\s+[|·»:–—-]\s+|:\s+", title)} | {title}
    for heading in islice(root.iter("h2", "h3"), _HEADINGS):
        text = " ".join(heading.text_content().split())
        worded = len(text.split()) > _SITE_WORDS or (not text.isascii() and len(text) >= _DENSE)
        if worded and text in parts:
            return ((text, heading),)
    return ()


def is_site_behind(heading: str, title: str) -> bool:
    """Whether a title ends with a heading, and has a headline of more words before it."""
    before = title.removesuffix(heading)
    return before != title and len(before.split()) > max(_SITE_WORDS, len(heading.split()))


def _shared(heading: str, title: str) -> float:
    """How much of a heading's words are in a title; of scripts without spaces, of its signs."""
    words = re.findall(r"\w+", heading.casefold())
    if len(words) <= 2 and not heading.isascii():
        return float(re.sub(r"\W", "", heading) in re.sub(r"\W", "", title)) * (len(heading) > 9)
    if 0 < len(words) <= 2:
        return float(title.casefold().startswith(heading.casefold()))
    own = set(re.findall(r"\w+", title.casefold()))
    return sum(word in own for word in words) / max(1, len(words))


def zone_of(root: Any, headings: Headings) -> list[Any]:
    """The elements around a page's headline, in their order; empty where it has none for sure.

    The headline is the heading that the title repeats, or what else shows the title's words.
    """
    found = next((one for _, one in (*headings.repeated, *headings.lower)), None)
    if found is None:
        found = _shown_otherwise(root, headings.title)
    if found is None and len(headings.worded) == 1:
        text, heading = headings.worded[0]
        found = heading if len(text.split()) > _SITE_WORDS else None
    return [] if found is None else [*_above(found), *_below(found)]


def _shown_otherwise(root: Any, title: str) -> Any:
    """The element of a page, no ``h1``, that shows its title's words."""
    for element in root.iter("h2", "h3", "h4", "span", "div", "p", "strong"):
        text = " ".join((element.text or "").split())
        if len(text) >= _TELLING and title.startswith(text) and 2 * len(text) > len(title):
            return element
    return None


def _above(heading: Any) -> list[Any]:
    """What is above a headline in its own block."""
    block = heading.getparent()
    if block is None or len(block.text_content()) > _BELOW + len(heading.text_content()):
        return []
    before = takewhile(lambda one: one is not heading, block.iterdescendants())
    return [one for one in before if isinstance(one.tag, str)][-_ABOVE:]


def _below(heading: Any) -> Iterator[Any]:
    said = len((heading.tail or "").strip())
    paragraphs = 0
    for number, element in enumerate(following(heading)):
        if said > _BELOW or number > _MOST or paragraphs > 1:
            return
        if element.tag == "p":
            paragraphs += len(element.text_content()) >= _PARAGRAPH
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript"):
            continue
        yield element
        said += len((element.text or "").strip()) + len((element.tail or "").strip())


def following(heading: Any) -> Iterator[Any]:
    """The elements behind one, in the order of the document."""
    at = heading
    while at is not None:
        for sibling in at.itersiblings():
            yield from chain(sibling.iter())
        at = at.getparent()


_OF_LISTS = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{1,2}) (\d\d:\d\d:\d\d)(?: ([A-Z]{3,5}|[+-]\d{4}))?"
    r" ((?:19|20)\d\d)"
)
"""The moment of a message in the archive of a mailing list: ``Fri Aug 27 06:38:54 EDT 2004``."""


def _of_list(match: re.Match[str]) -> Iterator[Claim]:
    day, clock, zone, year = match.groups()
    found = next(find_dates(f"{day}, {year} {clock} {zone or ''}"), None)
    if found is not None:
        yield date_claim(found, "moment of the message", 0.9)


def _is_linked(element: Any) -> bool:
    """Whether an element is part of a link: to another story, with its date."""
    return next(element.iterancestors("a"), None) is not None


def date_in_zone(root: Any) -> list[Claim]:
    """The date in a short line by itself around a page's headline."""
    for element in zone_of(root, headings_of(root)):
        if element.tag in ("h1", "a", "header", "li") or _is_linked(element):
            continue
        text = " ".join(element.text_content().split())
        if not 6 <= len(text) <= 80 or _OTHER_DATE.search(text) is not None:
            continue
        clock = _OF_LISTS.fullmatch(text)
        if clock is not None:
            return list(_of_list(clock))
        found = next(find_dates(text), None)
        if found is not None and len(text) - (found.end - found.start) <= _BESIDE_DATE:
            return [date_claim(found, "date beside the headline", 0.6)]
    return []
