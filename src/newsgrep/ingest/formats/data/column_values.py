"""What the values of columns and keys are: texts, names, moments, as programs write them."""

from __future__ import annotations

import ast
import html
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from newsgrep.ingest.formats.data.python_values import python_value
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date
from newsgrep.text.placeholders import is_no_value

_TAG = regex(
    r"</?(?:p|br|div|a|em|strong|h[1-6]|[uod]l|li|b|i|span|blockquote|table|t[rhd]|section|article"
    r"|figure|details|summary|select|button)\b[^>]*>",
    re.I,
)
_EPOCH_LIMIT = 253_402_300_800
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000
"""Days since 30 December 1899, as spreadsheets count them: 1954 to 2064."""


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: ``""``, ``N/A``, an empty list."""
    if isinstance(value, str):
        return is_no_value(value)
    return value is None or value == []


def is_number(value: Any) -> bool:
    """Whether a value is a number, and no flag."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def has_tags(text: str) -> bool:
    """Whether a text has markup near its beginning."""
    return _TAG.search(text[:4000]) is not None or _STYLED.match(text) is not None


_STYLED = regex(r"\s*(?:<!--[^<>]{0,80}-->\s*)?<(?:style|script)\b[^<>]*>", re.IGNORECASE)
"""What stands before the text of a page that was made in an editor."""


def is_weight(value: Any) -> bool:
    """Whether a value is a number with a fraction, as programs weigh words."""
    return isinstance(value, float) or (
        isinstance(value, str) and _WEIGHT.fullmatch(value.strip()) is not None
    )


_WEIGHT = regex(r"-?\d+\.\d{3,}(?:[eE]-?\d+)?")


def is_page(text: str) -> bool:
    """Whether a text is a whole page of HTML."""
    return bool(re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", text, re.I))


def without_tags(text: str) -> str:
    """The text of a fragment of HTML."""
    from newsgrep.ingest.formats.documents.markup import text_of_fragment

    return text_of_fragment(text)


_BYTES = regex(r"b(['\"]).*\\x[0-9a-f]{2}.*\1", re.DOTALL)


def unwrapped(value: Any) -> Any:
    """A value as it is meant, where a program wrote it as Python writes it.

    Bytes, ``b'Sm\\xc3\\xb8r'``, lists and mappings, ``['Ann Poe', 'John Roe']``.
    """
    if not isinstance(value, str):
        return value
    if (found := python_value(value)) is not None:
        return found
    if not value.startswith("b") or not _BYTES.fullmatch(value):
        return value
    try:
        found = ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return value
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else value


_ESCAPED = regex(
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|quot|apos|lt|gt|nbsp|[lr][sd]?a?quo|hellip|[mn]dash);", re.I
)


def unescaped(text: str) -> str:
    """A text whose signs were escaped for a page, once or twice, as they are meant."""
    for _ in range(3):
        if _ESCAPED.search(text) is None:
            break
        text = html.unescape(text)
    return text


def moment_of(value: Any) -> str:
    """A moment as text; of a number what it counts. Empty where it is no date.

    CSL has a date in parts: ``{"date-parts": [[2012, 4, 6]]}``.
    """
    if isinstance(value, dict) and isinstance(value.get("date-parts"), list):
        return _of_parts(value["date-parts"])
    strings = strings_in(value)
    if is_number(value):
        return _counted(float(value))
    text = strings[0].strip() if strings else ""
    spaced = _SPACED.fullmatch(text)
    text = "/".join(spaced.groups()) if spaced else text
    if re.fullmatch(r"\d{5}(?:\.\d+)?|\d{10}|\d{13}", text):
        return _counted(float(text))
    return text if text and normal_date(text) is not None else ""


_SPACED = regex(r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)")
"""A day written with blanks: ``26 11 2025``."""


def _of_parts(parts: list[Any]) -> str:
    """The first of CSL's dates, as precise as it is."""
    first = parts[0] if parts and isinstance(parts[0], list) else []
    numbers = [str(part).strip().zfill(2) for part in first[:3]]
    iso = "-".join(numbers)
    return iso if normal_date(iso) is not None else ""


def _counted(value: float) -> str:
    """A Unix time in seconds or milliseconds, a spreadsheet's day or a year, as ISO 8601."""
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        moment = datetime(1899, 12, 30) + timedelta(days=value)
        iso = moment.isoformat(timespec="seconds")
        return iso.removesuffix("T00:00:00")
    seconds = value / 1000 if abs(value) > 100_000_000_000 else value
    if not 0 < seconds < _EPOCH_LIMIT:
        return ""
    if seconds < 10_000:
        return str(int(seconds))
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


_SHOWN = (
    "value", "name", "title", "text", "#text", "label", "main", "basic", "original", "rendered",
    "Text", "Value", "Name", "Title",
    "default", "fullname", "full_name", "display_name", "webTitle", "literal", "raw",
    "nome", "nombre", "nom", "naam", "navn", "namn", "название", "имя", "名称", "名前", "이름",
)  # fmt: skip
"""Keys of an object that hold what it shows."""


def strings_in(value: Any, depth: int = 0) -> list[str]:
    """A value as strings: of a list its members, of an object its name."""
    if depth > 5:
        return []
    match value:
        case str():
            return [value]
        case bool() | None:
            return []
        case int() | float():
            return [str(value)]
        case list():
            return [string for member in value for string in strings_in(member, depth + 1)]
        case dict():
            if value.get("type") == "contributor":
                return []  # the Guardian tags its articles with their authors, too
            for key in _SHOWN:
                if isinstance(value.get(key), str) and value[key].strip():
                    return [value[key]]
            whole = _name_of_parts(value)
            return [whole] if whole else []
    return []


_GIVEN = (("firstname", "middlename"), ("firstName",), ("first_name",), ("given",), ("first",))
_FAMILY = ("lastname", "lastName", "last_name", "family", "last")


def _name_of_parts(value: dict[str, Any]) -> str:
    """The name of a person that has its parts apart; empty for editors and for none."""
    if value.get("creatorType", "author") not in ("author", "reporter", "journalist"):
        return ""
    for given, family in zip(_GIVEN, _FAMILY, strict=True):
        if isinstance(value.get(family), str) and isinstance(value.get(given[0]), str):
            names = (*given, "non-dropping-particle", family)
            parts = [value.get(key) for key in names]
            return " ".join(part for part in parts if isinstance(part, str) and part)
    return ""
