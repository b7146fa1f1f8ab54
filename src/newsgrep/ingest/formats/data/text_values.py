"""What the value of a column of texts says: a string, a list, sections, pieces with their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare, field_of, part_of_text
from newsgrep.ingest.formats.data.column_values import strings_in
from newsgrep.ingest.formats.data.structured_text import text_of_blocks
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.text.lazy_regex import regex

_PIECE_FIELDS = {"kicker": "section", "title": "title", "byline": "authors", "deck": "deck"}
_OTHER_PIECES = frozenset((*_PIECE_FIELDS, "date", "author_info"))
"""Kinds of pieces that are facts, and no text."""
_IN_SENTENCES = frozenset(("sentences", "sents"))


def has_text(value: Any) -> bool:
    """Whether a value of a column of texts says anything."""
    return bool(strings_in(value) or (isinstance(value, dict | list) and text_of_blocks(value)))


_ENDED = regex(r"[.!?…。！？।][\"”’'»)]*$")
_IN_LISTS = frozenset(("paragraphs", *_IN_SENTENCES))


def text_of_value(value: Any, name: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a value, and what else it says where it is in sections or typed pieces.

    ``name`` is that of its column: sentences are joined to one paragraph where they have their
    full stops, as are lists within a list of paragraphs.
    """
    match value:
        case str():
            return value, []
        case dict():
            deck = " ".join(strings_in(value.get("summary"))) if "sections" in value else ""
            text = text_of_blocks(value) or _of_strings(value) or "\n\n".join(strings_in(value))
            return text, [("deck", deck)] if deck else []
        case list() if any(isinstance(piece, dict) for piece in value):
            return _of_pieces(value)
        case list() if bare(name) in _IN_LISTS:
            return _of_sentences(value, bare(name) in _IN_SENTENCES), []
    return "\n\n".join(strings_in(value)), []


def own_text(values: Mapping[str, Any]) -> str:
    """The longest text among the columns of a record that are called one."""
    texts = (text_of_value(v, str(n))[0] for n, v in values.items() if field_of(str(n)) == "text")
    return max(texts, key=len, default="")


def with_parts_joined(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Texts by the names of their columns, those that are parts of one joined.

    ``text1``, ``text2``, … are one in their order. So are a text and the updates or sections in a
    column of another name, which say more.
    """
    whole: list[str] = []
    below: list[str] = []
    parts: dict[str, list[tuple[int, str]]] = {}
    for name, text in texts:
        series, number = part_of_text(name)
        if series and text.strip():
            parts.setdefault(series, []).append((number, text))
        elif field_of(name) == "text":
            whole.append(text)
        else:
            below.append(text)
    whole += ["\n\n".join(text for _, text in sorted(part)) for part in parts.values()]
    longest, more = (max(some, key=len, default="") for some in (whole, below))
    if not longest.strip() or len(more) <= len(longest):
        return whole + below
    if with_other_texts(more, [longest]) == more:
        return whole + below
    return [f"{longest}\n\n{more}", *(one for one in whole + below if one not in (longest, more))]


def _of_pieces(pieces: list[Any]) -> tuple[str, list[tuple[str, str]]]:
    """The text of pieces of several kinds, and the facts that some of them are."""
    texts: list[Any] = []
    facts: list[tuple[str, str]] = []
    for piece in pieces:
        kind = str(piece.get("type", "")) if isinstance(piece, dict) else ""
        if kind not in _OTHER_PIECES:
            texts.append(piece)
        elif kind in _PIECE_FIELDS and isinstance(content := piece.get("content"), str):
            facts.append((_PIECE_FIELDS[kind], content))
    return text_of_blocks(texts) or "\n\n".join(strings_in(texts)), facts


def _of_sentences(members: list[Any], are_sentences: bool) -> str:
    joined = [" ".join(strings_in(m)) if isinstance(m, list) else m for m in members]
    parts = [part.strip() for part in joined if isinstance(part, str) and part.strip()]
    ended = sum(_ENDED.search(part) is not None for part in parts)
    return (" " if are_sentences and 2 * ended > len(parts) else "\n\n").join(parts)


def _of_strings(value: dict[str, Any]) -> str:
    """The text of a mapping with nothing but strings, and no key that is known: ``{"p1": "…"}``.

    Keys of several letters are headings.
    """
    if strings_in(value) or not all(isinstance(part, str) for part in value.values()):
        return ""
    if 2 * sum(_WORD_ALONE.fullmatch(part) is not None for part in value.values()) > len(value):
        return ""  # addresses, moments and tags of a page's metadata
    parts: list[str] = []
    for name, part in value.items():
        if part.strip():
            parts += [str(name), part] if _HEADING_KEY.fullmatch(str(name)) else [part]
    return "\n\n".join(parts)


_WORD_ALONE = regex(r"\s*[!-~]*\s*")
_HEADING_KEY = regex(r"[A-ZÀ-Ý][^\W\d_]{2,}(?: [\w’'-]+){0,12}")
