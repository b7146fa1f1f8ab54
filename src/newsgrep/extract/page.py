"""Web pages: the article in them, and what they say of it."""

from __future__ import annotations

import logging
import re
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.extract.page_claims import page_claims
from newsgrep.raw import Claim, date_claim
from newsgrep.sources.markup import page_root
from newsgrep.text.dates import find_dates

MIN_TEXT = 40
"""A page of which less than this many characters are left has no article in it."""


def read_page(markup: str) -> tuple[list[str], tuple[Claim, ...]]:
    """The paragraphs of the article in a page, and the page's claims.

    Raises :class:`UnreadableFile` where there is no article in it.
    """
    import trafilatura
    from lxml import html
    from lxml.etree import LxmlError

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        parser = html.HTMLParser(remove_comments=True, remove_pis=True)
        root = page_root(markup, parser)
        claims = page_claims(root)
        _lighten(root)
        found = trafilatura.bare_extraction(
            root, fast=True, with_metadata=False, include_comments=False, include_tables=False
        )
    except (LxmlError, ValueError, AssertionError, RecursionError) as error:
        raise UnreadableFile(f"not a readable page: {error}") from None
    text = (getattr(found, "text", None) or "").strip()
    if len(text) < MIN_TEXT:
        raise UnreadableFile("a page without an article's text in it")
    if not any(claim.field == "date" for claim in claims):
        claims += _searched_date(root)
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    return paragraphs, tuple(claims)


def _searched_date(root: Any) -> list[Claim]:
    """The date that htmldate finds on a page that claims none; it costs a millisecond and more."""
    from htmldate import find_date

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
