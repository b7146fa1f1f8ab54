"""Exports of a space of Contentful: its entries, whose fields have a value for each language.

``{"contentTypes": […], "entries": [{"sys": {…}, "fields": {"title": {"en-US": …}}}]}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsgrep.ingest.formats.data.structured_text import text_of_blocks

_LOCALE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2}")
_FEWEST_WORDS = 4
"""Words of a value that makes an entry more than a category or a person."""
_NAMES = ("name", "fullName", "title", "displayName")
_DAYS = ("firstPublishedAt", "publishedAt")


def entries_in(value: Any) -> list[dict[str, Any]] | None:
    """The entries of such an export as records, one for each language; None for other values.

    Entries of a word or two, as categories, are none; linked ones are named where they are linked.
    """
    entries = value.get("entries") if isinstance(value, dict) else None
    if not isinstance(entries, list) or not entries or not all(map(_is_entry, entries)):
        return None
    names = {entry["sys"].get("id"): _name_of(entry) for entry in entries}
    found = (record for entry in entries for record in _records(entry, names))
    return [record for record in found if _is_worded(record)]


def _is_entry(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and isinstance(value.get("sys"), dict)
        and isinstance(value.get("fields"), dict)
        and all(map(_is_localized, value["fields"].values()))
    )


def _is_localized(value: Any) -> bool:
    return isinstance(value, dict) and all(_LOCALE.fullmatch(str(key)) for key in value)


def _name_of(entry: Mapping[str, Any]) -> str:
    """What an entry is called where another one links it."""
    values = (entry["fields"].get(name) for name in _NAMES)
    named = (next(iter(value.values()), "") for value in values if value)
    return next((name for name in named if isinstance(name, str)), "")


def _records(entry: Mapping[str, Any], names: Mapping[Any, str]) -> Iterator[dict[str, Any]]:
    """An entry as a record in each language that a text of it is in."""
    fields: Mapping[str, Mapping[str, Any]] = entry["fields"]
    languages: dict[str, None] = {}
    for values in fields.values():
        languages |= dict.fromkeys(tag for tag, one in values.items() if _is_text(one))
    dated = next((entry["sys"][day] for day in _DAYS if entry["sys"].get(day)), None)
    for language in languages:
        record = {
            name: _plain(values.get(language, next(iter(values.values()), None)), names)
            for name, values in fields.items()
            if language in values or not any(map(_is_long, values.values()))
        }
        yield {**record, "language": language, **({"publishedAt": dated} if dated else {})}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and "nodeType" in value)


def _is_long(value: Any) -> bool:
    """Whether a value is a text that another language has by itself, and no headline."""
    return _is_text(value) and (not isinstance(value, str) or len(value) > _LONGEST_TITLE)


_LONGEST_TITLE = 200


def _plain(value: Any, names: Mapping[Any, str]) -> Any:
    """A value, rich text as its text and a link to an entry as that one's name."""
    match value:
        case {"nodeType": str()}:
            return text_of_blocks(value)
        case {"sys": {"type": "Link", "id": linked}}:
            return names.get(linked, "")
        case list():
            return [one for one in (_plain(member, names) for member in value) if one]
    return value


def _is_worded(record: Mapping[str, Any]) -> bool:
    worded = (value for name, value in record.items() if name != "language")
    return any(isinstance(one, str) and one.count(" ") >= _FEWEST_WORDS - 1 for one in worded)
