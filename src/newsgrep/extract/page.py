"""Web pages: the article in them, and what they say of it."""

from __future__ import annotations

import logging
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.extract.page_claims import page_claims
from newsgrep.raw import Claim
from newsgrep.sources.markup import page_root

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
    return [Claim("date", found, "htmldate", 0.55)] if found else []


_DEAD = (
    "//script[not(contains(@type, 'ld+json'))] | //style | //svg | //iframe | //template"
    " | //link | //select | //object"
)


def _lighten(root: Any) -> None:
    """Take out what holds no text, so that nothing below has to pass over it time and again."""
    for element in root.xpath(_DEAD):
        if element.getparent() is not None:
            element.drop_tree()
