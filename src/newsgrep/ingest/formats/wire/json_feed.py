"""JSON Feed: the facts and the text of its items, whatever types their values have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.formats.json_faults import fault_of
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.raw_document import FEED_TITLE, Claim

_FACTS = (
    ("title", "title"), ("date_published", "date"), ("date_modified", "modified"),
    ("url", "url"), ("language", "language"),
)  # fmt: skip


def json_items(data: bytes) -> Iterator[tuple[list[Claim], str]]:
    """The claims and the text of each item of a feed. Raises :class:`UnreadableFile`."""
    try:
        feed = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"not valid JSON: {fault_of(error)}") from None
    for item in _listed(feed.get("items")):
        if isinstance(item, dict):
            yield _claims(item, feed), _text(item)


def _claims(item: dict[str, Any], feed: dict[str, Any]) -> list[Claim]:
    claims = [
        Claim(field, value, f"feed {key}", 0.92)
        for key, field in _FACTS
        if (value := _value(item.get(key)))
    ]
    for author in _listed(item.get("authors") or item.get("author")):
        name = _value(author.get("name") if isinstance(author, dict) else author)
        if name:
            claims.append(Claim("authors", name, "feed author", 0.9))
    for tag in _listed(item.get("tags")):
        if _value(tag):
            claims.append(Claim("tags", _value(tag), "feed tags", 0.8))
    if _value(feed.get("title")):
        claims.append(Claim("source", _value(feed["title"]), FEED_TITLE, 0.75))
    if _value(feed.get("home_page_url")):
        claims.append(Claim("site", _value(feed["home_page_url"]), "feed link", 0.6))
    if _value(item.get("summary")) and _own_text(item):
        claims.append(Claim("deck", _value(item["summary"]), "feed summary", 0.6))
    return claims


def _text(item: dict[str, Any]) -> str:
    """The text of an item; of one without a text its summary, or its headline."""
    summary = "\n\n".join(_texts(item.get("summary")))
    return _own_text(item) or summary or _value(item.get("title"))


def _own_text(item: dict[str, Any]) -> str:
    """The text of an item as markup or plain, and what the other says besides."""
    markup = "\n\n".join(map(text_of_fragment, _texts(item.get("content_html"))))
    plain = "\n\n".join(_texts(item.get("content_text")))
    return with_other_texts(markup, [plain]) if markup.strip() else plain


def _listed(value: Any) -> list[Any]:
    """A list as it is, and what should be one and is none as a list of it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _value(value: Any) -> str:
    """A value in words or a number; empty for flags, lists and the like."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _texts(value: Any) -> list[str]:
    """The texts in a value, which should be one and may be a list of them."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [each for one in inner if isinstance(one, str) for each in _texts(one)]
