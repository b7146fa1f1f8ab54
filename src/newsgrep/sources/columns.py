"""Names of columns and keys under which people keep the parts of an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.raw import Claim, Form, RawDocument

_NAMES = {
    "title": "title headline head hed heading articletitle titulo titular titre titel titolo",
    "text": "text content body article articlebody articletext bodytext fulltext maintext story"
    " contenttext plaintext contenido texto texte cuerpo testo inhalt contenthtml bodyhtml html",
    "deck": "deck dek subtitle subhead subheadline description summary standfirst abstract lead"
    " excerpt snippet teaser trailtext bajada",
    "authors": "author authors byline creator writer reporter by autor autores auteur writers"
    " bylines dccreator",
    "date": "date published publishedat publisheddate datepublished pubdate publicationdate"
    " publicationdatetime publishdate publishedon firstpublished webpublicationdate articledate"
    " datetime timestamp fecha datum created createdat issued posted postedat",
    "modified": "modified updated updatedat lastmodified datemodified modifieddate modifiedat"
    " dateupdated",
    "source": "source publication publisher outlet newspaper site sitename medium media journal"
    " publicationname sourcename fuente agency provider domain paper",
    "place": "place dateline filedfrom city lugar",
    "section": "section category desk rubric seccion sectionname newsdesk articlesection",
    "language": "language lang idioma locale",
    "url": "url link href permalink canonical canonicalurl uri weburl articleurl sourceurl",
    "tags": "tags keywords topics labels subjects",
    "people": "people persons persona",
    "organizations": "organizations organisations orgs companies",
    "places": "places locations countries geo",
}
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_SEVERAL = frozenset(("authors", "tags", "people", "organizations", "places"))
_TAG = re.compile(r"</?(?:p|br|div|a|em|strong|h[1-6]|ul|li|b|i|span|blockquote)\b[^>]*>", re.I)
_CONFIDENCE = 0.95
_EPOCH_LIMIT = 253_402_300_800


def field_of(name: str) -> str:
    """The article's field that a column of this name holds, or an empty string."""
    return _FIELD_OF.get(re.sub(r"[\W_]+", "", name).lower(), "")


def document_from(
    values: Mapping[str, Any], record: int, kind: str, *, need_text: bool = True
) -> RawDocument:
    """The raw document of one record: a mapping of column names to values.

    Raises :class:`UnreadableFile` where no column holds a text.
    """
    texts: dict[str, str] = {}
    claims: list[Claim] = []
    seen: set[str] = set()
    for name, value in values.items():
        field = field_of(str(name))
        if not field or value is None or value == "":
            continue
        if field == "text":
            text = value if isinstance(value, str) else "\n\n".join(_strings(value))
            texts[str(name)] = text
            continue
        if field in seen:
            continue
        strings = _strings(value) if field in _SEVERAL else _strings(value)[:1]
        if field in ("date", "modified"):
            strings = [_moment(value)] if isinstance(value, int | float) else strings
        claims += [Claim(field, s, f"{kind} {name}", _CONFIDENCE) for s in strings if s.strip()]
        if strings:
            seen.add(field)
    # Where several columns hold text (an excerpt, the whole), the longest is the article.
    text = max(texts.values(), key=len, default="")
    if not text.strip():
        deck = next((c for c in claims if c.field == "deck"), None)
        if deck is not None:
            claims.remove(deck)
            text = deck.value
        elif need_text:
            known = ", ".join(str(name) for name in list(values)[:8]) or "none"
            raise UnreadableFile(f"no text in it (columns: {known})")
    form = Form.PAGE if _is_page(text) else Form.PROSE
    if form is Form.PROSE and len(_TAG.findall(text[:4000])) >= 1:
        text = _without_tags(text)
    return RawDocument(form, text, tuple(claims), record)


def _is_page(text: str) -> bool:
    return bool(re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", text, re.I))


def _without_tags(text: str) -> str:
    from newsgrep.sources.markup import text_of_fragment

    return text_of_fragment(text)


def _moment(value: float) -> str:
    """A Unix time in seconds or milliseconds as ISO 8601; empty where it is neither."""
    seconds = value / 1000 if abs(value) > 100_000_000_000 else value
    if isinstance(value, bool) or not 0 < seconds < _EPOCH_LIMIT:
        return ""
    if seconds < 100_000:
        return str(int(seconds))  # a year, most likely
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _strings(value: Any) -> list[str]:
    """A value as strings: of a list its members, of an object its name."""
    match value:
        case str():
            return [value]
        case bool() | None:
            return []
        case int() | float():
            return [str(value)]
        case list():
            return [string for member in value for string in _strings(member)]
        case dict():
            for key in ("name", "title", "text", "value", "#text", "label"):
                if isinstance(value.get(key), str):
                    return [value[key]]
    return []
