"""Fragments of HTML as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.text.lazy_regex import regex

_BLOCKS = frozenset(
    """p div br hr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 hgroup blockquote pre section article aside
    header footer main nav address center table caption thead tbody tfoot tr td th figure figcaption
    details summary dialog form fieldset legend label select optgroup option button textarea
    menu dir""".split()
)
_CELLS = ("td", "th")
_DECLARATION = regex(r"^\s*<\?xml[^>]*\?>")
_PAGE = regex(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())
_OFTEN_OPEN = frozenset(
    "p li dt dd td th tr tbody thead tfoot option body html head colgroup rp rt".split()
)
"""Elements that may lack a closing tag."""
_OF_PARTS = frozenset("ol ul dl table".split())
_PAIRED = frozenset(
    """a abbr acronym address article aside audio b bdi bdo big blockquote button canvas caption
    center cite code data del details dfn dir div dl em fieldset figcaption figure font footer form
    h1 h2 h3 h4 h5 h6 header hgroup i iframe ins kbd label legend main map mark menu nav noscript
    object ol pre picture q s samp script section select small span strike strong style sub summary
    sup svg table template textarea time title tt u ul var video""".split()
)
_ANGLE = regex(
    r"<(?:(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9]*(?::[A-Za-z]+)?)(?P<attributes>[^<>]*)>|(?P<other>[!?][^<>]*>))?"
)
_ATTRIBUTES = regex(
    r"""(?:\s+[\w:@.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+)|\s+[a-z-]+(?=\s*/?$))*\s*/?"""
)
_DROPPED = frozenset(["script", "style", "noscript", "template", "iframe", "svg"])


def page_root(markup: str, parser: Any = None) -> Any:
    """The root element of a page; what it cannot parse lxml raises."""
    from lxml import html

    # A declaration of an encoding is for bytes; lxml refuses it in a string. What stands behind an
    # end of the page it drops, and some pages end before they begin: "</head></html><body>".
    markup = _END_OF_PAGE.sub("", _DECLARATION.sub("", markup))
    return html.document_fromstring(markup, parser=parser)


_END_OF_PAGE = regex(r"</(?:html|body)\s*>(?!\s*(?:</html\s*>\s*)?\Z)", re.IGNORECASE)


def text_of_fragment(markup: str) -> str:
    """The text of an HTML fragment, its blocks as paragraphs; scripts and styles left out."""
    from lxml import html
    from lxml.etree import ParserError

    if "<!" in markup or "<?" in markup:
        markup = without_comments(markup)
    try:
        if _PAGE.match(markup):
            page = page_root(markup)
            body = page.find("body")
            root = page if body is None else body
        else:
            markup = _with_signs_kept(markup)
            root = html.fragment_fromstring(markup, create_parent="div")
    except (ParserError, ValueError, AssertionError):
        return re.sub(r"<[^>]*>", " ", markup)
    return _GAP.sub("\n\n", _text(root)).strip()


def without_comments(markup: str) -> str:
    """``markup`` without comments and instructions, and with what is marked as characters.

    A tree has them as nodes of their own, behind which it keeps the text that follows them.
    """
    pieces: list[str] = []
    unended: set[str] = set()
    at = 0
    while (start := markup.find("<!", at)) >= 0:
        kind = next((kind for kind in _ENDS_OF if markup.startswith(kind, start)), "")
        known = kind and kind not in unended
        end = markup.find(_ENDS_OF[kind], start + len(kind)) if known else -1
        if end < 0:
            unended.add(kind)  # nor is any behind it
        pieces.append(markup[at : start if end >= 0 else start + 2])
        if end >= 0 and kind == _CHARACTERS:
            pieces.append(markup[start + len(kind) : end])
        at = end + len(_ENDS_OF[kind]) if end >= 0 else start + 2
    return _INSTRUCTION.sub("", "".join([*pieces, markup[at:]]))


_CHARACTERS = "<![CDATA["
_ENDS_OF = {"<!-->": "", "<!--->": "", "<!--": "-->", _CHARACTERS: "]]>", "<![": ">"}
_INSTRUCTION = regex(r"<\?[a-zA-Z][^<>]{0,400}>")
_GAP = regex(r"[ \t]*\n\s*\n\s*")


def _text(root: Any) -> str:
    """The text in an element, with empty lines around its blocks; a row of a table is a line."""
    pieces: list[str] = []
    for event, element in _walk(root):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            pieces.append("\n\n")
        if event == "start":
            pieces.append(element.text or "" if tag else "")
            continue
        if tag == "tr" and (row := _row(element)):
            pieces.append(f"{row}\n\n")
        if element is not root:
            pieces.append(element.tail or "")
    return "".join(pieces)


def _row(element: Any) -> str:
    """A row of a table as a line, its cells parted by bars.

    Empty where it has no several cells, or a cell of several paragraphs: such tables are laid out
    in columns, and their cells are blocks.
    """
    cells = [cell for cell in element if cell.tag in _CELLS]
    if len(cells) < 2 or any(cell.find(".//table") is not None for cell in cells):
        return ""
    parts = [_GAP.split(_text(cell).strip()) for cell in cells]
    if max(map(len, parts)) > _MOST_IN_CELL or sum(part != [""] for part in parts) < 2:
        return ""
    return " | ".join(" ".join(" ".join(part).split()) for part in parts if part != [""])


_MOST_IN_CELL = 3
"""Lines of a cell up to which it is one of a table, and no column of a page."""


def _with_signs_kept(markup: str) -> str:
    """``markup`` in which angle brackets that make no tag of HTML stand for themselves.

    Agencies write <Sale Tilney Plc> and <I> for what the exchange calls a company.
    """
    closed = {name.lower() for name in re.findall(r"</([A-Za-z][A-Za-z0-9]*)", markup)}

    def kept(match: re.Match[str]) -> str:
        return match.group() if _is_tag(match, closed) else "&lt;" + match.group()[1:]

    return _ANGLE.sub(kept, markup)


def _is_tag(match: re.Match[str], closed: set[str]) -> bool:
    if match["other"] is not None:
        return True
    if match["name"] is None:
        return False
    name = match["name"].lower()
    if ":" in name:
        return True  # "<o:p>" of a word processor
    if match["close"]:
        return name in _PAIRED or name in _OFTEN_OPEN or name in _VOID or name in closed
    if not _ATTRIBUTES.fullmatch(match["attributes"]):
        return False
    if name in _VOID or name in _OFTEN_OPEN:
        return True
    if name in _OF_PARTS and match.string.startswith("<", match.end()):
        return True  # cut off before its end
    return name in closed or (name in _PAIRED and "=" in match["attributes"])


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
        if event == "start" and (
            element.tag in _DROPPED
            or (element is not root and element.tag == "tr" and _row(element))
        ):
            skipped = element
            continue
        yield event, element
