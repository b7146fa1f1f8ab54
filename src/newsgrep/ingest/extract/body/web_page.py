"""Web pages: the article in them, and what they say of it."""

from __future__ import annotations

import logging
import re
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.extract.body.furniture import without_furniture
from newsgrep.ingest.extract.body.page_claims import is_of_another, page_claims
from newsgrep.ingest.extract.body.page_links import all_text, linked_headlines
from newsgrep.ingest.extract.body.page_updates import with_updates
from newsgrep.ingest.formats.documents.markup import page_root
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.clean import clean_line
from newsgrep.text.dates import find_dates

MIN_TEXT = 40
"""A page of which less than this many characters are left has no article in it."""


def read_page(markup: str, *, keep_all: bool = False) -> tuple[list[str], tuple[Claim, ...]]:
    """The paragraphs of the article in a page, and the page's claims.

    With ``keep_all`` all of the page's text that is not navigation. Raises
    :class:`UnreadableFile` where there is no article in it.
    """
    from lxml import html
    from lxml.etree import LxmlError

    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        root = page_root(markup, parser)
        claims = page_claims(root)
        _lighten(root)
        text = with_updates(all_text(root) if keep_all else _body(root), root)
    except (LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise UnreadableFile(f"not a readable page: {error}") from None
    if len(text) < MIN_TEXT:
        raise UnreadableFile("a page without an article's text in it")
    if not any(claim.field == "date" for claim in claims):
        claims += _searched_date(root)
    paragraphs = [line for line in map(clean_line, text.split("\n")) if line]
    if not keep_all:
        authors = [claim.value for claim in claims if claim.field == "authors"]
        url = next((claim.value for claim in claims if claim.field == "url"), "")
        paragraphs = without_furniture(paragraphs, authors, linked_headlines(root, url))
    return paragraphs, tuple(claims)


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
    if looks_wrong(text, root):
        text = extracted(fast=False) or text
    return "\n".join([text, *_left_out(root, text)]) if text else text


_BODY = (
    "//div[contains(@class, 'article__body') or contains(@class, 'articleBody')"
    " or contains(@class, 'article-body') or contains(@class, 'story-body')"
    " or contains(@class, 'article-content') or contains(@itemprop, 'articleBody')]"
)
_MOST_BODIES = 60


def _left_out(root: Any, text: str) -> list[str]:
    """The paragraphs of an article whose body the page parts, as round advertisements, that come
    behind those that were found.

    The parts are divisions of one class in one article, with no other headline between them.
    """
    alike: dict[str, list[Any]] = {}
    for body in root.xpath(_BODY)[:_MOST_BODIES]:
        alike.setdefault(" ".join(sorted((body.get("class") or "").split())), []).append(body)
    for name, bodies in alike.items():
        if not name or len(bodies) < 2 or any(body.xpath(".//h1") for body in bodies):
            continue
        within = {next((a for a in b.iterancestors("article", "main")), None) for b in bodies}
        if len(within) > 1 or any(a in bodies for b in bodies for a in b.iterancestors()):
            continue
        paragraphs = [
            [" ".join(p.text_content().split()) for p in body.iter("p")] for body in bodies
        ]
        known = [any(len(p) > MIN_TEXT and p[:200] in text for p in each) for each in paragraphs]
        if known[0] and not all(known):
            return [
                p
                for each, is_known in zip(paragraphs, known, strict=True)
                if not is_known
                for p in each
                if p and p[:200] not in text
            ]
    return []


def looks_wrong(text: str, root: Any) -> bool:
    """Whether a text is little of what its page says, a menu, or one paragraph run together."""
    lines = [line for line in text.split("\n") if line]
    if len(text) > _RUN_TOGETHER * max(1, len(lines)):
        return True
    if len(lines) >= _MENU and sum(len(line) < 40 for line in lines) > 0.7 * len(lines):
        return True
    return len(text) < _LITTLE * sum(len(piece.strip()) for piece in root.xpath(_SENTENCES))


_RUN_TOGETHER = 3000
"""Characters a paragraph beyond which its line breaks were lost."""
_MENU = 30
"""Lines from which on a text of short ones is taken for a menu."""
_LITTLE = 0.2
"""A text of less than this share of a page's sentences is not its article, or not all of it."""
_SENTENCES = "//text()[string-length(normalize-space(.)) > 80][not(ancestor::a)]"


def _searched_date(root: Any) -> list[Claim]:
    """The date that htmldate finds on a page that claims none; it costs a millisecond and more."""
    from htmldate import find_date

    for element in [*root.iter("time"), *root.iterfind(".//meta[@itemprop]")]:
        if is_of_another(element) and element.getparent() is not None:
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


_DEAD = (
    "//script[not(contains(@type, 'ld+json'))] | //style | //svg | //iframe | //template"
    " | //link | //select | //object"
)


def _lighten(root: Any) -> None:
    """Take out what holds no text, so that nothing below has to pass over it time and again."""
    for element in root.xpath(_DEAD):
        if element.getparent() is not None:
            element.drop_tree()
