"""ALTO: the text of scanned newspaper pages (Library of Congress, versions 1 to 4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.running_text import lines_joined
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import every, local, must_end, opens_with, parsed
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()

MAX_PAGE = 64_000_000
_ROOT = regex(rb"<(?:\w+:)?alto[\s>]")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream, MAX_PAGE, "a page")
    root = parsed(data)
    parted = next(root.iter("{*}SP"), None) is not None
    texts = (_block(block, parted=parted) for block in every(root, "TextBlock"))
    blocks = [text for text in texts if text]
    if not blocks:
        raise UnreadableFile("a scanned page without text")
    yield RawDocument(Form.TEXT, "\n\n".join(blocks))
    must_end(data, root)


def _block(block: Any, *, parted: bool) -> str:
    """The lines of a block as running text; words that a hyphen parts are put together.

    Lines in capitals above others are a headline. ``parted`` tells whether the page says where
    blanks are; where it does not, its words' places do.
    """
    text = last = ""
    lines: list[str] = []
    for line in every(block, "TextLine"):
        words = "".join(_pieces(line) if parted else _pieces_by_place(line)).strip()
        if words:
            if last.isupper() and not words.isupper():
                text, lines = f"{text}{lines_joined(lines)}\n\n", []
            lines.append(words)
            last = words
    return text + lines_joined(lines)


def _pieces(line: Any) -> Iterator[str]:
    for element in line:
        if local(element) == "SP":
            yield " "
        elif local(element) == "String":
            yield _word(element)
        elif local(element) == "HYP":
            yield _hyphen(element)


def _pieces_by_place(line: Any) -> Iterator[str]:
    """Words with a blank wherever there is room between two; signs stand right at theirs."""
    end: float | None = None
    for element in line:
        if local(element) == "HYP":
            yield _hyphen(element)
        if local(element) != "String":
            continue
        word = _word(element)
        start = _number(element, "HPOS")
        width, height = _number(element, "WIDTH"), _number(element, "HEIGHT")
        if end is not None and start is not None and height is not None:
            yield " " if start - end >= _NARROW * height else ""
        else:
            yield "" if word[:1] in _SIGNS else " "
        yield word
        end = start + width if start is not None and width is not None else None


_NARROW = 0.15
"""The room between two words, of a word's height, that is none."""
_SIGNS = frozenset(",.;:!?)]»”’")


def _number(element: Any, name: str) -> float | None:
    try:
        return float(element.get(name))
    except (TypeError, ValueError):
        return None


def _word(element: Any) -> str:
    kind, whole = element.get("SUBS_TYPE"), element.get("SUBS_CONTENT")
    if kind == "HypPart2" and (whole or _is_given(element)):
        return ""  # with the first part
    return (whole if kind == "HypPart1" else None) or element.get("CONTENT") or ""


def _is_given(second: Any) -> bool:
    """Whether the first part of a word says the whole."""
    before = second.xpath("preceding::*[local-name()='String'][1]")
    return bool(before and before[0].get("SUBS_CONTENT"))


def _hyphen(element: Any) -> str:
    """The hyphen at the end of a line, where the word before it is not given as a whole."""
    divided = element.getprevious()
    while divided is not None and local(divided) == "SP":
        divided = divided.getprevious()
    if divided is None or divided.get("SUBS_CONTENT"):
        return ""
    if not (divided.get("CONTENT") or "")[-1:].isalnum():
        return ""
    return element.get("CONTENT") or "-"
