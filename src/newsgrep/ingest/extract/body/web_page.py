"""Web pages: the article in them, and what they say of it."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterable
from html import unescape
from itertools import islice
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.extract.body.furniture import without_furniture
from newsgrep.ingest.extract.body.page_address import saved_from
from newsgrep.ingest.extract.body.page_blocks import (
    are_left_out,
    body_below_headline,
    body_pieces,
    join,
    with_blocks_beside,
    with_paragraphs_wrapped,
)
from newsgrep.ingest.extract.body.page_claims import page_claims
from newsgrep.ingest.extract.body.page_deck import completes, shown_deck
from newsgrep.ingest.extract.body.page_ends import is_filler, signed_alone, without_ends
from newsgrep.ingest.extract.body.page_entries import text_of_entries
from newsgrep.ingest.extract.body.page_footnotes import with_footnotes
from newsgrep.ingest.extract.body.page_fronts import is_front_without_headlines, says_article
from newsgrep.ingest.extract.body.page_further import without_further_stories
from newsgrep.ingest.extract.body.page_gaps import with_gaps
from newsgrep.ingest.extract.body.page_hidden import without_hidden
from newsgrep.ingest.extract.body.page_like_blocks import with_like_blocks
from newsgrep.ingest.extract.body.page_links import all_text, linked_headlines
from newsgrep.ingest.extract.body.page_of_mail import is_mail, text_of_mail
from newsgrep.ingest.extract.body.page_outer import with_outer_paragraphs
from newsgrep.ingest.extract.body.page_signs import is_elsewhere
from newsgrep.ingest.extract.body.page_subheads import with_subheads
from newsgrep.ingest.extract.body.page_updates import with_updates
from newsgrep.ingest.extract.body.page_zone import date_in_zone
from newsgrep.ingest.formats.documents.markup import page_root
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.clean import clean_line
from newsgrep.text.dates import find_dates
from newsgrep.text.letters import letters

MIN_TEXT = 40
"""A page of which less than this many characters are left has no article in it."""


def read_page(markup: str, *, keep_all: bool = False) -> tuple[list[str], tuple[Claim, ...]]:
    """The paragraphs of the article in a page, and the page's claims.

    With ``keep_all`` all of the page's text that is not navigation. Raises
    :class:`UnreadableFile` where there is no article in it.
    """
    try:
        return _read_page(markup, keep_all=keep_all)
    except UnreadableFile:
        plain = _CONTROLS.sub(" ", markup)
        if plain == markup:
            raise
        # Looked for only now, as nearly no page has any.
        return _read_page(plain, keep_all=keep_all)


def _read_page(markup: str, *, keep_all: bool) -> tuple[list[str], tuple[Claim, ...]]:
    from lxml import html
    from lxml.etree import ElementDefaultClassLookup, LxmlError

    try:
        # Huge is what lies in more than 256 boxes; the parser leaves off at 2,048.
        parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
        # Of one class: lxml.html asks a function in Python for that of each element, each time.
        parser.set_element_class_lookup(ElementDefaultClassLookup(element=html.HtmlElement))
        root = page_root(markup, parser)
        if len(root.text_content()) < min(_SHORT, len(markup) // 3):
            closed = _UNCLOSED.sub(r'\1">', markup)
            root = page_root(closed, parser) if closed != markup else root
        claims = page_claims(root)
        if not any(claim.field == "url" for claim in claims):
            claims += saved_from(markup)
        _lighten(root)
        _as_known(root)
        without_hidden(root)
        if not keep_all:
            without_further_stories(root)
        with_paragraphs_wrapped(root)
        of_mail = is_mail(markup, root)
        text = text_of_mail(root) if of_mail else all_text(root) if keep_all else _body(root)
        url = next((claim.value for claim in claims if claim.field == "url"), "")
        if not (of_mail or keep_all) and is_front_without_headlines(root, text, url):
            whole = all_text(root)
            keep_all, text = (True, whole) if len(whole) > len(text) else (False, text)
        text = with_updates(text, root)
    except (LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise UnreadableFile(f"not a readable page: {error}") from None
    if len(text) < MIN_TEXT:
        raise UnreadableFile("a page without an article's text in it")
    if not any(claim.field == "date" for claim in claims):
        claims += date_in_zone(root) or _searched_date(root)
    text = _NAMED_SIGN.sub(lambda match: unescape(match[0]), text)
    paragraphs = [line for line in map(clean_line, text.split("\n")) if line]
    if not keep_all:
        authors = [claim.value for claim in claims if claim.field == "authors"]
        titles = [claim.value for claim in claims if claim.field == "title"]
        paragraphs, more = without_ends(paragraphs, titles)
        claims += more
        if not any(claim.field == "authors" for claim in claims):
            claims += signed_alone(paragraphs)
        if all(map(is_filler, paragraphs)):
            # What is left is what readers without a subscription are shown.
            paragraphs = [claim.value for claim in claims if claim.field == "deck"][:1]
        decks = [claim for claim in claims if claim.field == "deck"]
        best = max(decks, key=lambda claim: claim.confidence, default=None)
        told = best.value if best is not None else ""
        deck = shown_deck(root, titles, "\n".join(paragraphs), told)
        if best is not None and completes(deck, told):
            claims.append(best._replace(value=deck))
            claims.remove(best)
            deck = ""
        # A newsletter's links to its site are what it is about.
        links = frozenset() if of_mail else linked_headlines(root, url, paragraphs)
        paragraphs = without_furniture(paragraphs, authors, links)
        if deck and told:
            paragraphs = [deck, *paragraphs]
        elif deck:
            claims.append(Claim("deck", deck, "below the headline", 0.7))
    return paragraphs, tuple(claims)


_SHORT = 1000
"""Characters of a page's text below which it is looked whether a mark of quotation was left open:
all behind it would be part of one tag."""
_UNCLOSED = re.compile(r'(<[a-zA-Z][^<>"]*+(?:"[^"<>]*+"[^<>"]*+)*+"[^"<>]*+)>(?=[^"<]*+<)')
_NAMED_SIGN = re.compile(
    r"&(?:percnt|comma|period|colon|semi|excl|quest|lpar|rpar|lsqb|rsqb|num|dollar|ast|plus|equals"
    r"|sol|bsol|commat|lowbar|grave|verbar|apos|hyphen|dash|half|hearts|check|star|bull|nbsp);"
)
"""Names of signs that HTML 5 gave, which the parser does not know."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
"""What no tree of elements can have, and what of a text is a blank at most."""


def _body(root: Any) -> str:
    """The article in a page, a paragraph or a row of a table a line, as trafilatura finds it.

    Its quick way first; its other ways, which take a third longer, where that looks wrong.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

    def extracted(fast: bool) -> str:
        found = trafilatura.bare_extraction(
            root, fast=fast, with_metadata=False, include_comments=False, include_tables=True
        )
        return (getattr(found, "text", None) or "").strip()

    text = extracted(fast=True)
    said = sentences_in(root)
    pieces = body_pieces(root)
    if pieces and (len(text) < _PART * said or are_left_out(pieces, text)):
        join(pieces)
        text = max(text, extracted(fast=True), key=len)
    if looks_wrong(text, said):
        text = extracted(fast=False) or text
    elif len(text) < _MOST * said and with_blocks_beside(root, text):
        text = max(text, extracted(fast=True), key=len)
    lacks = len(text) < _MOST * said
    if (lacks or not says_article(root)) and (entries := text_of_entries(root, text)):
        return entries
    if lacks and _is_beside(root, text):
        return all_text(root)
    if len(text) < _HALF * said and (whole := _text_of_whole(root, text, said)):
        return whole
    text = with_gaps(with_subheads(body_below_headline(root, text) or text, root), root)
    if lacks:
        text = with_outer_paragraphs(text, root)
    text = with_footnotes(text, root)
    if len(text) < _MOST * said:
        text = with_like_blocks(text, root)
    return all_text(root) if _is_old(root) and _lacks_lines(root, text) else text


def _text_of_whole(root: Any, text: str, said: int) -> str:
    """All text of the one element that a page has for its article, where half of it is missing.

    ``said`` is how many characters of sentences the page has: nearly all are in it. Empty for other
    pages.
    """
    found = list(root.iter("article")) or list(root.iter("main"))
    if len(found) != 1:
        return ""
    pieces = list(map(str, found[0].xpath(f".{_SENTENCES}[not(parent::script)]")))
    lacked, own = _missing(pieces, text)
    if lacked < _HALF * own or sum(map(len, pieces)) < _NEARLY_ALL * said:
        return ""
    return all_text(found[0])


def _is_beside(root: Any, text: str) -> bool:
    """Whether a text is beside the page's articles: it has next to none of their sentences."""
    pieces = list(map(str, root.xpath(f"{_SENTENCES}[not(parent::script)]")))
    if len(text) >= _MOST * sum(map(len, pieces)):
        return False
    missing, said = _missing(pieces, text)
    return missing > _FEWEST_MISSING and missing > _NEARLY_ALL * said


def _missing(pieces: Iterable[str], text: str) -> tuple[int, int]:
    """How many letters pieces of a page have that a text lacks, and how many they have."""
    found, said = letters(text), list(map(letters, pieces))
    lacked = sum(len(piece) for piece in said if piece[:_PROBE] not in found)
    return lacked, sum(map(len, said))


_PROBE, _FEWEST_MISSING, _NEARLY_ALL = 40, 5000, 0.93


def _is_old(root: Any) -> bool:
    """Whether a page is laid out as those of the nineties are: nothing in it has a name."""
    blocks = root.iter("div", "section", "article", "main")
    return not any(block.get("class") or block.get("id") for block in blocks)


def _lacks_lines(root: Any, text: str) -> bool:
    """Whether a text lacks more than a few of a page's lines, as they stand between its tags."""
    missing, said = _missing(map(str, root.xpath(_LINES)), text)
    return missing > max(_FEW_MISSING, _SHARE_MISSING * said)


_LINES = "//text()[string-length(normalize-space(.)) > 40][not(ancestor::a or parent::script)]"
_FEW_MISSING, _SHARE_MISSING = 100, 0.03
"""Letters that a text may lack of its page, and their share."""


def sentences_in(root: Any) -> int:
    """How many characters a page has in sentences that are no links."""
    return sum(len(piece.strip()) for piece in root.xpath(_SENTENCES))


def looks_wrong(text: str, said: int) -> bool:
    """Whether a text is a menu, one paragraph run together, or little of what its page says.

    ``said`` is what :func:`sentences_in` gives of the page.
    """
    lines = [line for line in text.split("\n") if line]
    if len(text) > _RUN_TOGETHER * max(1, len(lines)):
        return True
    if len(lines) >= _MENU and sum(len(line) < 40 for line in lines) > 0.7 * len(lines):
        return True
    return len(text) < _LITTLE * said


_RUN_TOGETHER = 3000
"""Characters a paragraph beyond which its line breaks were lost."""
_MENU = 30
"""Lines from which on a text of short ones is taken for a menu."""
_PART = 0.6
"""A text of less than this share of a page's sentences may be one piece of its article."""
_HALF = 0.5
"""A text of less than this share lacks most of an article in one element."""
_MOST = 0.7
"""A text of less than this share may lack blocks that stand beside its paragraphs."""
_LITTLE = 0.2
"""A text of less than this share of a page's sentences is not its article, or not all of it."""
_SENTENCES = "//text()[string-length(normalize-space(.)) > 80][not(ancestor::a)]"


def _searched_date(root: Any) -> list[Claim]:
    """The date that htmldate finds on a page that claims none; it costs a millisecond and more."""
    from htmldate import find_date

    # dateutil, which it asks, warns of each zone that it does not know.
    warnings.filterwarnings("ignore", "tzname .* identified", RuntimeWarning)
    for element in [*root.iter("time"), *root.iterfind(".//meta[@itemprop]")]:
        if is_elsewhere(element) and element.getparent() is not None:
            element.drop_tree()
    try:
        found = find_date(root, extensive_search=False, original_date=True)
    except (ValueError, TypeError, RecursionError):
        return []
    return [_as_written(root, found)] if found else []


def _as_written(root: Any, found: str) -> Claim:
    """The claim of a date that htmldate found, ambiguous where the page writes it in digits.

    htmldate takes the month to come first, or the day, without a word.
    """
    year, month, day = found.split("-")
    order = rf"(?:0?{int(month)}([/.-])0?{int(day)}|0?{int(day)}([/.-])0?{int(month)})"
    written = re.search(rf"(?<![\d/.-]){order}[/.-]{year}(?!\d)", root.text_content())
    numeric = next(find_dates(written[0]), None) if written is not None else None
    if numeric is None:
        return Claim("date", found, "htmldate", 0.55)
    return date_claim(numeric, "htmldate", 0.55)


_DEAD = ("script", "style", "svg", "iframe", "template", "link", "select", "object")


def _as_known(root: Any) -> None:
    """Elements that extractors drop with their words, as those that they know.

    A time within a sentence; what is in the middle of a page, as old ones have it; a form around
    paragraphs; labels, buttons and boxes of forms that are sentences; elements of a page's own.
    """
    for element in root.iter("time"):
        around = next((a for a in islice(element.iterancestors(), 3) if a.tag in _WORDED), None)
        beside = len(element.text_content()) + _BESIDE_TIME
        if around is not None and len(around.text_content().strip()) > beside:
            element.tag = "span"
    for element in root.iter("center", "marquee"):
        element.tag = "div"
    for element in [one for one in root.iter("a") if one.get("href") is None]:
        # A mark that old pages never close, and no link around what follows.
        around = element.getparent()
        long = len(element.text_content()) > _OWN_BLOCK
        if around is not None and (around.tag in _HEADINGS or (long and around.tag in _MARKED)):
            element.drop_tag()
    for element in root.iter("summary"):
        element.tag = "p"
    for element in root.iter("form"):
        if len(element.findall(".//p")) > 1 and len(element.text_content()) > _PAGE_WITHIN:
            element.tag = "div"
    _laid_out(root)
    for element in root.iter("fieldset"):
        element.tag = "div"
    for element in root.iter("label", "button"):
        if _SAID.search(" ".join(element.text_content().split())) is not None:
            element.tag = "p"
    for element in root.iter():
        if "-" in element.tag:
            element.tag = "div" if len(element.text_content()) >= _OWN_BLOCK else "span"


def _laid_out(root: Any) -> None:
    """Make paragraphs of who is quoted, and blocks of tables in which a page is laid out."""
    for footer in root.iter("footer"):
        if next(footer.iterancestors("blockquote"), None) is not None:
            footer.tag = "p"  # who said what is quoted
    for cell in list(root.iter("td")):
        if sum(child.tag in _IN_CELL for child in cell) >= _FEWEST_IN_CELL:
            _unlaid(cell)


def _unlaid(cell: Any) -> None:
    """Make blocks of a table in which a page is laid out, of which a cell has its paragraphs."""
    if len(cell.text_content()) < _PAGE_WITHIN:
        return
    table: Any = next(cell.iterancestors("table"), None)
    if table is None:
        return
    for part in list(table.iter("tbody", "thead", "tr", "td", "th")):
        if next(part.iterancestors("table"), None) is table:
            part.tag = "div"
    table.tag = "div"


_IN_CELL = frozenset(("p", "ul", "ol", "blockquote", "h2", "h3", "pre"))
_FEWEST_IN_CELL = 3
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_MARKED = frozenset(("body", "div", "td", "center", "blockquote"))
"""What marks stand in that run on to the end of a page; in paragraphs they are of footnotes."""
_SAID = re.compile(r"^.{60,}[.!?…。][\"”’»)]*$")
"""A label or a button that is a sentence of the article."""
_OWN_BLOCK = 80
"""Characters of an element of a page's own, ``<x-text>``, that is a block."""
_WORDED = frozenset(("p", "li", "td", "dd", "blockquote"))
_BESIDE_TIME, _PAGE_WITHIN = 50, 2000
"""Characters beside a time in its paragraph, and of a form or a cell that has the page in it."""


def _lighten(root: Any) -> None:
    """Take out what holds no text, so that nothing below has to pass over it time and again."""
    for element in list(root.iter(*_DEAD)):
        if element.tag == "script" and "ld+json" in (element.get("type") or ""):
            continue
        if element.getparent() is not None:
            element.drop_tree()
