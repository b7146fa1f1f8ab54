"""Where a document of JSON has its articles: one in an object of its own, or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data import guardian
from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.data.record_document import are_alike, fields_in
from newsgrep.ingest.formats.data.structured_text import is_of_sections
from newsgrep.ingest.formats.data.text_values import own_text
from newsgrep.text.lazy_regex import regex

_ITEMS = frozenset("content article item story post result document doc news".split())
"""Names of the object that an answer for one article holds it in."""


_MAX_DEPTH = 5
_SAMPLED = 20
_LEAST = 2.0
"""Lists beside the likeliest are read where their members are at least so much like articles."""
_DESCRIBES = frozenset(("swagger", "openapi", "$schema"))
_MODELS = frozenset(("paths", "definitions", "properties", "components"))
"""Keys of documents that say what others look like: their titles are no headlines."""
_OF_PROGRAM = frozenset(
    """version dependencies devDependencies peerDependencies scripts engines main require autoload
    short_name start_url icons theme_color display""".split()
)
"""Keys of ``package.json``, ``composer.json`` and manifests of web applications."""
_TELLING = frozenset(("title", "text", "deck", "date", "url"))


def article_alone(value: Any, depth: int = 0) -> dict[str, Any] | None:
    """The article that an answer for a single one holds in an object of its own.

    Lists within it or beside it are of its tags, its pictures and the like.
    """
    if not isinstance(value, dict) or depth > _MAX_DEPTH:
        return None
    if depth and len(value) == 1 and isinstance(inner := next(iter(value.values())), dict):
        return article_alone(inner, depth + 1)
    # What an object within it says is not its own.
    own = fields_in(value if depth else _without_headed(value)) & _TELLING
    has_text = "text" in own or bool("title" in own and _text_of(value))
    if depth and "title" in own and (has_text or own >= {"date", "url"}):
        # Without a text of its own it may as well be a list of articles, with its name.
        listed = 0.0 if has_text else _likeness(_likeliest(value))
        return value if listed < len(own) else None
    if "title" in own:
        return None
    for name, member in value.items():
        if not isinstance(member, dict):
            continue
        is_item = len(value) == 1 or str(name).lower() in _ITEMS
        found = article_alone(member, depth + 1) if is_item or _wraps(member) else None
        if found is not None and (is_item or found is not member):
            return found
    return None


def _without_headed(value: dict[str, Any]) -> dict[str, Any]:
    """An object without the objects within it that have a headline."""
    return {
        name: one
        for name, one in value.items()
        if not (isinstance(one, dict) and "title" in fields_in(one))
    }


def _wraps(value: dict[str, Any]) -> bool:
    """Whether an object is what others are wrapped in: ``{"response": {"content": {…}}}``."""
    return any(str(name).lower() in _ITEMS for name in value)


def article_list(value: Any) -> list[Any] | None:
    """The list of articles in a document: itself, or the likeliest one that it holds anywhere.

    None where it is an article itself, or nothing in it looks like articles.
    """
    if isinstance(value, list):
        if any(not isinstance(m, dict) or fields_in(m) & _TELLING for m in value[:_SAMPLED]):
            return value
        best = _likeliest(value)  # its members may be categories, each with a list
        return best if _likeness(best) >= _LEAST and len(best) >= len(value) else value
    if not isinstance(value, dict):
        return None
    if _DESCRIBES & set(value) and _MODELS & set(value):
        raise UnreadableFile("a description of data, without articles")
    if "name" in value and len(_OF_PROGRAM & set(value)) > 1:
        raise UnreadableFile("a description of a program, without articles")
    own = fields_in(value)
    if "webPublicationDate" in value and own >= {"title", "url"}:
        return None  # of the Guardian's articles, with the blocks of their texts
    blocks = "blocks" in value and set(value) <= _OF_EDITOR
    if ("title" in own or blocks) and len(_text_of(value)) >= _LEAST_TEXT:
        return None  # an article, whatever lists it has
    best = _likeliest(value)
    if "title" in own and any(is_of_sections(str(name), v, best) for name, v in value.items()):
        return None
    if "text" in own and any(isinstance(v, str) and len(v) > 20 for v in value.values()):
        return (
            best if len(best) > 1 and _likeness(best) >= 3 and not own & {"title", "date"} else None
        )
    return best if _likeness(best) > len(own & _TELLING) or _likeness(best) >= 2 else None


def _text_of(value: dict[str, Any]) -> str:
    """The text that an object has itself: a list of articles under the name of a text is none."""
    return own_text({name: one for name, one in value.items() if not _are_headed(one)})


def _are_headed(value: Any) -> bool:
    """Whether a value is a list of objects most of which have a headline with more."""
    members = value if isinstance(value, list) else []
    members = [one for one in members[:_SAMPLED] if isinstance(one, dict)]
    headed = [one for one in members if (told := fields_in(one)) & {"title"} and len(told) > 1]
    return 2 * len(headed) > len(members)


_OF_EDITOR = frozenset(("time", "blocks", "version", "entityMap"))
"""What EditorJS and Draft.js have around a text."""
_LEAST_TEXT = 40
"""Characters of a text that an article has itself."""


def _likeliest(value: Any) -> list[Any]:
    """The members most like articles of the lists in a document, and those of lists like theirs.

    Lists of like members at the same depth are one, kept by category.
    """
    found = list(_lists(value))
    depth, best = max(found, key=lambda one: _likeness(one[1]), default=(0, []))
    least, keys = max(_LEAST, _likeness(best) - 2), _keys(best)
    # Within records only some were looked into for the likeliest; for its like all are.
    alike = [
        one
        for at, one in (found if depth == 0 else _lists(value, whole=True))
        if one[0] is best[0] or (at == depth and _likeness(one) >= least and _overlap(keys, one))
    ]
    return [member for one in alike for member in one]


def _keys(records: list[Any]) -> set[str]:
    return {key for member in records[:_SAMPLED] if isinstance(member, dict) for key in member}


def _overlap(keys: set[str], records: list[Any]) -> bool:
    """Whether the members of a list have most of their keys in common with ``keys``."""
    return are_alike(keys, _keys(records))


def _likeness(records: list[Any]) -> float:
    """How much the members of a list are like articles: what they have of headline, text, date
    and address, on average; 0 where they have neither headline nor text."""
    sample = [member for member in records[:_SAMPLED] if isinstance(member, dict)]
    if not sample or all(map(guardian.is_label, sample)) or all(map(_is_file, sample)):
        return 0.0
    found = [fields_in(member) & _TELLING for member in sample]
    worded = sum(bool(fields & {"title", "text", "deck"}) for fields in found)
    # Names of keywords, images and the like have one such key, articles have several.
    return sum(map(len, found)) / len(sample) if worded >= len(sample) / 2 else 0.0


def _is_file(member: dict[str, Any]) -> bool:
    """Whether an object is of a picture, a film or a sound: its address is, and it has no text."""
    addresses = [one for one in member.values() if isinstance(one, str) and "//" in one]
    return (
        bool(addresses)
        and all(_OF_FILE.search(one) is not None for one in addresses)
        and "text" not in fields_in(member)
    )


_OF_FILE = regex(
    r"\.(?:jpe?g|png|gif|webp|svg|tiff?|mp[34]|mpe?g|mov|m3u8|m4[av]|wav|avi|webm|flv|ts)(?:\?|#|$)",
    re.IGNORECASE,
)


def _without_sections(value: dict[str, Any]) -> list[Any]:
    """What an object has, without the sections of its text where it is headed."""
    if not any(field_of(str(name)) == "title" for name in value):
        return list(value.values())
    return [one for name, one in value.items() if not is_of_sections(str(name), one, one)]


def _lists(value: Any, depth: int = 0, *, whole: bool = False) -> Iterator[tuple[int, list[Any]]]:
    """The lists of objects in a document and how deep they are.

    Objects of nothing but objects count as lists. Of records only the first are looked into, but
    where ``whole`` is asked for.
    """
    if depth > _MAX_DEPTH:
        return
    members = _without_sections(value) if isinstance(value, dict) else value
    if len(members) > 0 and all(isinstance(member, dict) for member in members):
        if isinstance(value, list) or len(members) > 1:
            yield depth, members
        if not whole and _likeness(members):  # articles; categories are all looked into
            members = members[:_SAMPLED]
    for member in members:
        if isinstance(member, dict | list):
            yield from _lists(member, depth + 1, whole=whole)
