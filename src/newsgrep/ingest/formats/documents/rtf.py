"""RTF: an article, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.rtf_charsets import know_charsets, with_known_code_page
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".rtf",)

MAX_RTF = 64_000_000


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"{\\rtf")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    from striprtf.striprtf import rtf_to_text

    data = read_document(stream, MAX_RTF, "RTF")
    know_charsets()
    markup = _with_charsets(with_known_code_page(data.decode("latin-1")))
    try:
        text = rtf_to_text(markup, errors="replace")
        notes = [rtf_to_text(note, errors="replace") for note in _notes(markup)]
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"not readable RTF: {error}") from None
    several = articles_of(text)
    if several:
        yield from several
        return
    yield RawDocument(Form.TEXT, with_other_texts(text, map(str.strip, notes)))


def _with_charsets(markup: str) -> str:
    """``markup`` whose fonts each say in which characters they are.

    The parser takes those of one font for the font before it, where that says nothing.
    """
    start = markup.find("{\\fonttbl", 0, _HEAD)
    if start < 0:
        return markup
    end = next(_ends(markup, start), start)
    return markup[:start] + _FONT.sub(r"\g<0>\\fcharset9999", markup[start:end]) + markup[end:]


_HEAD = 4000
_FONT = regex(r"\\f\d+(?=[^;{}]*;)(?![^;{}]*\\fcharset)")
"""A font without a set of characters; what the number given stands for is that of the document."""


def _ends(markup: str, start: int) -> Iterator[int]:
    """Where the group that begins at ``start`` ends, if it does."""
    depth = 0
    for brace in _BRACE.finditer(markup, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            yield brace.start()
            return


_NOTE = regex(r"\{\\(?:\*\\)?(?:footnote|annotation|shptxt)\b")
_CODE_PAGE = regex(r"\\ansicpg\d{3,5}")
_BRACE = regex(r"\\[\\{}]|[{}]")


def _notes(markup: str) -> Iterator[str]:
    """Footnotes, comments and text in boxes, each as a document of its own.

    The parser passes over their groups (Rich Text Format 1.9.1, footnotes).
    """
    page = _CODE_PAGE.search(markup, 0, _HEAD)
    for match in _NOTE.finditer(markup):
        for end in _ends(markup, match.start()):
            head = f"{{\\rtf1\\ansi{page[0] if page is not None else ''} "
            yield f"{head}{markup[match.end() : end]}}}"
