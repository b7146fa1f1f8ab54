"""Hyphenated words of a question, taken apart where not all of it has to be found."""

from __future__ import annotations

import re

from newsgrep.query.ast import Alike, All, Node, Weighted, Word
from newsgrep.text.words import has_words

_HYPHENS = re.compile(r"[-‐‑]+")


def with_parts(node: Node) -> Node:
    """``node`` with each hyphenated word also meant as its parts, wherever they stand.

    Only words that are written side by side are: one alone, those joined by operators, in
    quotation marks, or with ``=`` before them are asked for as they are.
    """
    if isinstance(node, All) and not node.explicit:
        return All(tuple(_apart(part) for part in node.parts), False, node.span)
    return node


def _apart(node: Node) -> Node:
    if isinstance(node, Weighted):
        return Weighted(_apart(node.part), node.weight, node.span)
    if not isinstance(node, Word) or node.exact:
        return node
    parts = [part for part in _HYPHENS.split(node.text) if has_words(part)]
    if len(parts) < 2:
        return node
    words = tuple(Word(part, False, node.span) for part in parts)
    return Alike((node, All(words, True, node.span)), node.span)
