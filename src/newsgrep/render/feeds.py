"""What alerts found as feeds: Atom (RFC 4287) and JSON Feed 1.1.

An entry is known by the content of its article, so a reader shows it once however often the file is
written. A day of publication without time and zone is no date for either format: it is in the text.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from newsgrep.ingest.formats.wire.feed import OWN_FEED
from newsgrep.render.prose import date_for_people
from newsgrep.text.printable import printable_path

if TYPE_CHECKING:
    from newsgrep.newsroom.told import Alert, Delivery
    from newsgrep.results import Hit

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


class _Entry(NamedTuple):
    id: str
    at: str
    hit: Hit
    changed: bool


def _entries(alert: Alert, deliveries: Sequence[Delivery]) -> Iterator[_Entry]:
    names = uuid.UUID(alert.uuid)
    for news in deliveries:
        for content, changed, hit in zip(news.contents, news.changed, news.hits, strict=True):
            yield _Entry(f"urn:uuid:{uuid.uuid5(names, content)}", _zulu(news.at), hit, changed)


def _zulu(at: str) -> str:
    return at.replace("+00:00", "Z")


def _title(alert: Alert) -> str:
    return f"{alert.name}: {alert.request.query or '*'}"


def _summary(entry: _Entry) -> str:
    """What is known of an article, and its first passage."""
    hit = entry.hit
    about = (hit.source, ", ".join(hit.authors), date_for_people(hit.date),
             "changed since it was told" if entry.changed else "")  # fmt: skip
    passages = " … ".join(snippet.text for snippet in hit.snippets)
    return "\n".join(filter(None, (" · ".join(filter(None, about)), passages)))


def _address(hit: Hit) -> str:
    """Where the article is: its page, or else its file."""
    if hit.url.lower().startswith(("http://", "https://")):
        return "".join(
            letter if letter.isascii() and letter not in ' "<>\\^`{|}' else _quoted(letter)
            for letter in hit.url
        )
    return _file(hit.path)


def _quoted(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))


def _file(path: str) -> str:
    try:
        return Path(path).as_uri()
    except (ValueError, UnicodeEncodeError):
        return ""


def _published(hit: Hit) -> str:
    """The date where it has time and zone; else an empty string."""
    return hit.date if _MOMENT.fullmatch(hit.date) else ""


def atom(alert: Alert, deliveries: Sequence[Delivery]) -> Iterator[str]:
    """A feed of the newest ``deliveries``, the newest first."""
    entries = list(_entries(alert, deliveries))
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"  <id>urn:uuid:{alert.uuid}</id>\n  <subtitle>{OWN_FEED}</subtitle>\n"
    yield "  <generator>newsgrep</generator>\n"
    yield f"  <title>{_xml(_title(alert))}</title>\n"
    yield f"  <updated>{entries[0].at if entries else _zulu(alert.made)}</updated>\n"
    yield "  <author><name>newsgrep</name></author>\n"
    if alert.feed:
        yield f'  <link rel="self" href={_attribute(_file(alert.feed))}/>\n'
    for entry in entries:
        yield "".join(f"  {line}\n" for line in _atom_entry(entry))
    yield "</feed>\n"


def _atom_entry(entry: _Entry) -> Iterator[str]:
    hit = entry.hit
    yield "<entry>"
    yield f"  <id>{entry.id}</id>"
    yield f"  <title>{_xml(hit.title or printable_path(hit.path))}</title>"
    yield f"  <updated>{entry.at}</updated>"
    if _published(hit):
        yield f"  <published>{_published(hit)}</published>"
    for author in hit.authors:
        yield f"  <author><name>{_xml(author)}</name></author>"
    address = _address(hit)
    if address:
        yield f'  <link rel="alternate" href={_attribute(address)}/>'
    for term in filter(None, (hit.section,)):
        yield f"  <category term={_attribute(term)}/>"
    yield f"  <content>{_xml(_summary(entry))}</content>"
    yield "</entry>"


def _xml(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", text))


def json_feed(alert: Alert, deliveries: Sequence[Delivery]) -> Iterator[str]:
    """The same as a JSON Feed."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "description": OWN_FEED,
        "title": _title(alert),
        "items": [_json_item(entry) for entry in _entries(alert, deliveries)],
    }
    if alert.feed:
        feed["feed_url"] = _file(alert.feed)
    yield json.dumps(feed, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _json_item(entry: _Entry) -> dict[str, Any]:
    hit = entry.hit
    values: dict[str, Any] = {
        "id": entry.id,
        "url": _address(hit),
        "title": hit.title,
        "content_text": _summary(entry) or printable_path(hit.path),
        "date_published": _published(hit),
        "date_modified": entry.at,
        "authors": [{"name": author} for author in hit.authors],
        "language": hit.language,
        "tags": [hit.section] if hit.section else [],
    }
    return {name: value for name, value in values.items() if value}
