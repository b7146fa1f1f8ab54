"""WordPress exports (WXR): a post, page or the like an article, drafts too, read as a stream.

Comments are none of an article, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, BinaryIO

from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.wire.shortcodes import without_shortcodes
from newsgrep.ingest.formats.xml import elements, local, text_at
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".wxr",)


def matches(head: bytes, name: str) -> bool:
    return b"wordpress.org/export" in head


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    number = 0
    names: dict[str, str] = {}
    for item in elements(stream, "item", "author"):
        if local(item) == "author":
            login, shown = text_at(item, "author_login"), text_at(item, "author_display_name")
            names[login] = shown or login
            continue
        number += 1
        values: dict[str, str] = {}
        tags: list[Claim] = []
        for child in item:
            key = _key(child)
            if key == "postmeta":
                if field_of(text_at(child, "meta_key")) == "deck":
                    values.setdefault("subtitle", text_at(child, "meta_value"))
                continue
            text = _inner(child)
            if key == "category":
                text = unescape(text).replace(";", ",")
                field = "tags" if child.get("domain") == "post_tag" else "section"
                tags.append(
                    Claim(field, text, f"WordPress {child.get('domain') or 'category'}", 0.85)
                )
            elif key not in values:
                values[key] = text
        kind = values.get("post_type", "post")
        if _OF_WORDPRESS.fullmatch(kind) or not values.get("encoded", "").strip():
            continue
        if values.get("status") in _LEFT_OUT:
            continue
        if values.get("status") in _UNPUBLISHED:
            tags.append(Claim("tags", values["status"], "WordPress status", 0.9))
        if values.get("creator") in names:
            values["creator"] = names[values["creator"]]
        claims = [*_claims(values), *tags]
        text = _text(values["encoded"])
        if values.get("subtitle"):
            text = with_other_texts(text, [text_of_fragment(values.get("excerpt", ""))])
        if text:
            yield RawDocument(Form.PROSE, text, tuple(claims), number, f"item {number}")


def _inner(element: Any) -> str:
    """The markup in an element, also where nobody escaped it."""
    from lxml import etree

    below = (etree.tostring(child, encoding="unicode") for child in element)
    return "".join([element.text or "", *below])


def _text(markup: str) -> str:
    """The text of a post, without what its theme and its plugins put in its place."""
    markup = _COMMENT.sub("", markup)
    is_marked = _PARAGRAPH.search(markup) is not None
    if "[" in markup:
        markup = without_shortcodes(markup)
    # WordPress makes a paragraph of each blank line when it shows a post.
    return text_of_fragment(markup if is_marked else re.sub(r"\n\s*\n", "<p>", markup))


_COMMENT = regex(r"<!--.*?-->", re.DOTALL)
_PARAGRAPH = regex(r"<p[\s>]")
_OF_WORDPRESS = regex(
    r"attachment|nav_menu_item|revision|custom[_-]css|safecss|customize_changeset|oembed_cache"
    r"|user_request|wp_\w+|acf-.+|guest-author|feedback|amp_validated_url|scheduled-action"
    r"|(?:.+[_-])?(?:contact_form|forms?|templates?|layouts?|library|menu|orders?|refund|coupons?"
    r"|popup|slider)"
)
"""Kinds of posts that are no texts: parts of WordPress itself and of its plugins."""
_LEFT_OUT = frozenset(("trash", "auto-draft", "inherit"))
_UNPUBLISHED = frozenset(("draft", "pending", "future"))
"""What was not, or not yet, published, which its tag tells."""


def _key(element: Any) -> str:
    # Two elements are called "encoded": the text's, and the excerpt's.
    name = local(element)
    return "excerpt" if name == "encoded" and "excerpt" in element.tag else name


def _claims(values: dict[str, str]) -> Iterator[Claim]:
    for key, field, confidence in (
        ("title", "title", 0.95),
        ("creator", "authors", 0.7),
        ("link", "url", 0.9),
        ("post_date", "date", 0.95),
        ("pubDate", "date", 0.9),
        ("post_modified", "modified", 0.85),
    ):
        value = values.get(key, "").strip()
        if value and not value.startswith("0000"):
            yield Claim(field, value, f"WordPress {key}", confidence)
    if values.get("subtitle"):
        yield Claim("deck", text_of_fragment(values["subtitle"]), "WordPress subtitle", 0.75)
    elif values.get("excerpt", "").strip():
        yield Claim("deck", text_of_fragment(values["excerpt"]), "WordPress excerpt", 0.7)
