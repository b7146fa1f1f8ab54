"""XML with an element a word, or a letter: words joined to lines, lines to paragraphs.

So write TETML (PDFlib), ABBYY FineReader, transcripts of broadcasts and tokenized corpora.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from newsgrep.ingest.formats.documents.running_text import lines_joined, words_joined
from newsgrep.ingest.formats.xml import local
from newsgrep.text.lazy_regex import regex

_FEWEST = 30
_SHARE = 0.9
_OF_TEXT = 0.4
"""Of a document's text that its words or letters have at least; where a word stands as a whole
beside its letters, each has half."""
_FEWEST_BESIDE = 3
_LINES = regex(r"(?:text)?lines?|l|rows?|s|sent|sents|sentence|phrase|zeile|ligne|u", re.IGNORECASE)
"""Elements that are less than a paragraph."""
_WHOLE = frozenset(("text", "string", "form"))
"""Where a word stands as a whole beside its letters, or what else is said of it."""
_BOXES = frozenset(("box", "formatting", "glyphs"))
"""What holds letters of a word or a line and is neither."""

_VARIANTS = frozenset(("charRecVariants", "charRecVariant", "wordRecVariants"))
"""What FineReader may have read a letter or a word as."""


def words_in(root: Any) -> list[str] | None:
    """The paragraphs of a document that has an element a word or a letter; None for others."""
    leaves = [(e, text) for e in root.iter() if isinstance(e.tag, str) and (text := _own(e))]
    names = Counter(local(leaf) for leaf, _ in leaves)
    name, count = max(names.items(), key=lambda each: each[1], default=("", 0))
    if count < _FEWEST:
        return None
    named = [(leaf, text) for leaf, text in leaves if local(leaf) == name]
    if sum(len(text.split()) > 1 for _, text in named) > (1 - _SHARE) * count:
        return None
    whole = sum(len(text.strip()) for text in root.itertext())
    whole -= sum(len(e.text or "") for e in root.iter() if local(e) == "charRecVariant")
    if sum(len(text.strip()) for _, text in named) < _OF_TEXT * whole:
        return None
    if sum(len(text.strip()) <= 1 for _, text in named) >= _SHARE * count:
        return list(paragraphs_of_words(_spelled(named)))
    if name.lower() in _WHOLE:
        return list(paragraphs_of_words((leaf.getparent(), text) for leaf, text in named))
    if count < _FEWEST_BESIDE * len({_block(leaf.getparent()) for leaf, _ in named}):
        return None  # not side by side: values of records
    return list(paragraphs_of_words(named))


def _own(element: Any) -> str:
    """The text of an element without others in it, but for what it may have been read as."""
    if len(element) == 0:
        return "" if local(element) in _VARIANTS else element.text or ""
    if any(local(child) not in _VARIANTS for child in element) or local(element) in _VARIANTS:
        return ""
    pieces = [element.text or "", *(child.tail or "" for child in element)]
    return "".join(pieces).strip("\n\t") or " "


def _spelled(letters: list[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
    """The words or lines that letters spell, each with its element."""
    units: dict[Any, list[str]] = {}
    for letter, text in letters:
        unit = letter.getparent()
        if local(unit).lower() in _BOXES and unit.getparent() is not None:
            unit = unit.getparent()
        units.setdefault(unit, []).append(text)
    for unit, spelled in units.items():
        whole = next((e.text for e in unit if local(e).lower() in _WHOLE and e.text), None)
        yield unit, whole or "".join(spelled)


def _block(line: Any) -> Any:
    """What a line stands in that is no line itself."""
    while line is not None and _LINES.fullmatch(local(line)):
        line = line.getparent()
    return line


def is_line(element: Any) -> bool:
    """Whether an element is a line or a sentence, by its name."""
    return _LINES.fullmatch(local(element)) is not None


def paragraphs_of_words(words: Iterable[tuple[Any, str]]) -> Iterator[str]:
    """Words that stand in one line joined, and lines that stand in one paragraph."""
    blocks: dict[Any, dict[Any, list[str]]] = {}
    for element, word in words:
        line = element if _LINES.fullmatch(local(element)) else element.getparent()
        blocks.setdefault(_block(line), {}).setdefault(line, []).append(word)
    for lines in blocks.values():
        paragraph = lines_joined(words_joined(line) for line in lines.values())
        if paragraph:
            yield paragraph
