"""Corpora with a line or an element a word, and its lemma and tags beside it.

Stanford CoreNLP writes ``<token><word>…</word><lemma>…</lemma>…``; corpora for CWB and Sketch
Engine have a word, a tab and its tags a line (*vertical text*). Words are text, the rest is none.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.formats.data.column_names import ALIKE, field_of, rank_of
from newsgrep.ingest.formats.documents.words_in_xml import is_line, paragraphs_of_words
from newsgrep.ingest.formats.xml import local, text_at
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.normal_dates import normal_date

_FEWEST = 20
_SHARE = 0.9
_SIGNS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": "“", "''": "”",
}  # fmt: skip
"""What the Penn Treebank writes for brackets and quotation marks."""
_WITHIN = frozenset("ref hi name date time emph w sic q figure g foreign corr ne ner".split())
"""Elements of vertical text that are parts of a line."""
_FACTS = frozenset(("title", "authors", "date", "source", "url", "section", "language"))


def annotated_text(root: Any) -> list[str] | None:
    """The paragraphs of a document whose words have their annotation beside them, or None."""
    return _of_tokens(root) or _of_lines(root)


def facts_of_attributes(root: Any) -> tuple[Claim, ...]:
    """What the attributes of a corpus's text say: ``<text title="…" dateCreated="…">``."""
    found: dict[str, tuple[int, Claim]] = {}
    for element in (root, *(child for child in root if isinstance(child.tag, str))):
        for name, value in element.attrib.items():
            field, rank = field_of(name), rank_of(name)
            if field not in _FACTS or rank >= ALIKE or not value.strip():
                continue
            if field == "date" and normal_date(value) is None:
                continue
            if field not in found or rank < found[field][0]:
                found[field] = rank, Claim(field, value, f"XML attribute {name}", 0.8)
    return tuple(claim for _, claim in found.values())


def _of_tokens(root: Any) -> list[str] | None:
    """The text of CoreNLP's tokens, with blanks where their offsets leave room."""
    tokens = [one for one in root.iter("token") if one.find("word") is not None]
    if len(tokens) < _FEWEST or not any(one.find("lemma") is not None for one in tokens):
        return None
    paragraphs: list[list[str]] = [[]]
    end = -1
    for token in tokens:
        word = html.unescape(token.findtext("word") or "")
        begin = text_at(token, "CharacterOffsetBegin")
        gap = int(begin) - end if begin.isdecimal() and end >= 0 else 1
        if gap > 1 and paragraphs[-1]:
            paragraphs.append([])
        elif gap == 1:
            paragraphs[-1].append(" ")
        paragraphs[-1].append(_SIGNS.get(word, word))
        last = text_at(token, "CharacterOffsetEnd")
        end = int(last) if last.isdecimal() else -1
    return [text for words in paragraphs if (text := "".join(words).strip())]


def _of_lines(root: Any) -> list[str] | None:
    """The text of lines with tabs, a word each."""
    lines = [line for piece in root.itertext() for line in piece.split("\n") if line.strip()]
    tabbed = sum("\t" in line for line in lines)
    if tabbed < _FEWEST or tabbed < _SHARE * len(lines):
        return None
    return list(paragraphs_of_words(_words(root)))


def _words(root: Any) -> Iterator[tuple[Any, str]]:
    """The words of vertical text in order, each with the line or the block that it stands in."""
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        piece = element.text if event == "start" else element.tail
        holder = _holder(element if event == "start" else element.getparent())
        for line in (piece or "").split("\n"):
            word, tab, _ = line.partition("\t")
            if tab and word.strip():
                yield holder, _SIGNS.get(word.strip(), word.strip())


def _holder(element: Any) -> Any:
    """The sentence that an element stands in; else the nearest block."""
    if element is None:
        return None
    line = next((one for one in (element, *element.iterancestors()) if is_line(one)), None)
    while line is None and local(element).lower() in _WITHIN and element.getparent() is not None:
        element = element.getparent()
    return element if line is None else line
