"""Fragments of HTML as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote section article tr table figure".split()
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DROPPED = frozenset(["script", "style", "noscript", "template", "iframe", "svg"])


def page_root(markup: str, parser: Any = None) -> Any:
    """The root element of a page; what it cannot parse lxml raises."""
    from lxml import html

    # A declaration of an encoding is for bytes; lxml refuses it in a string.
    return html.document_fromstring(_DECLARATION.sub("", markup), parser=parser)


def text_of_fragment(markup: str) -> str:
    """The text of an HTML fragment, its blocks as paragraphs; scripts and styles left out."""
    from lxml import html
    from lxml.etree import ParserError

    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (ParserError, ValueError):
        return re.sub(r"<[^>]*>", " ", markup)
    pieces: list[str] = []
    for event, element in _walk(root):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                pieces.append("\n\n")
            if tag and tag not in _DROPPED:
                pieces.append(element.text or "")
        else:
            if tag in _BLOCKS:
                pieces.append("\n\n")
            pieces.append(element.tail or "")
    text = "".join(pieces)
    return re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", text).strip()


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of each element in document order, without recursion."""
    from lxml.etree import iterwalk

    skipped = None
    for event, element in iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                yield event, element
            continue
        if event == "start" and element.tag in _DROPPED:
            skipped = element
            continue
        yield event, element
