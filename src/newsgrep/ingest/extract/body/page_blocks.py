"""Web pages whose article is not laid out as extractors expect: bare text, a body in pieces."""

from __future__ import annotations

import re
from typing import Any

from newsgrep.text.letters import bare

_INLINE = frozenset(
    "a abbr acronym b bdi big cite code em font i mark q s small span strong sub sup time u".split()
)
_HOLDERS = ("div", "section", "article", "td")
_PARAGRAPHS = 2
"""Paragraphs of its own from which on a block is taken for one of text."""
_BARE = 80
"""Characters from which on text between the paragraphs of a block is one of them."""
_SENTENCE = re.compile(r"[.!?…。][\"'”’»)]*(?:\s|$)")
_BODY = re.compile(
    r"(?:article|story|entry|post)[-_]*(?:body|content|text)\b"
    r"|\bbody__inner-container\b",
    re.IGNORECASE,
)
_PIECES = 50
"""Pieces of a body; of more none is."""


def with_paragraphs_wrapped(root: Any) -> None:
    """Make paragraphs of the sentences that stand bare beside the paragraphs of a block."""
    for holder in list(root.iter(*_HOLDERS)):
        if sum(child.tag in _BESIDE for child in holder) >= _PARAGRAPHS:
            _wrap(holder)
    # Old pages have a sign of paragraph between two only: the first stands bare below a heading.
    for body in root.iter("body"):
        tags = [child.tag for child in body]
        if "p" in tags and tags[0] in _HEADINGS:
            _wrap(body, _BARE_IN_BODY)


_HEADINGS = ("h1", "h2", "h3")
_BESIDE = frozenset(("p", "table", "ul", "ol", "blockquote", "pre", "h2", "h3", "h4"))
"""What stands beside bare sentences in the body of an article."""
_BARE_IN_BODY = 40


def _wrap(holder: Any, least: int = _BARE) -> None:
    runs: list[tuple[Any, list[Any]]] = [(None, [])]
    for child in holder:
        if child.tag in _INLINE:
            runs[-1][1].append(child)
        else:
            runs.append((child, []))
    for before, inline in runs:
        lead = (holder.text if before is None else before.tail) or ""
        bare = lead + "".join(element.tail or "" for element in inline)
        if len(bare.strip()) < least or _SENTENCE.search(bare) is None:
            continue
        paragraph = holder.makeelement("p")
        paragraph.text = lead
        if before is None:
            holder.text = None
            holder.insert(0, paragraph)
        else:
            before.tail = None
            before.addnext(paragraph)
        for element in inline:
            paragraph.append(element)


def with_blocks_beside(root: Any, text: str) -> bool:
    """Make paragraphs of the blocks of bare text that stand beside those which a text has.

    Whether there are any. ``text`` has a page's paragraphs, as far as they were found.
    """
    told = [line[:_TOLD] for line in text.split("\n") if len(line) >= _BARE]
    beside: dict[Any, bool] = {}
    changed = False
    for block in list(root.iter("div")):
        parent = block.getparent()
        if parent is None or parent.tag in ("body", "html") or not _is_paragraph(block):
            continue
        own = " ".join(block.text_content().split())
        if own[:_TOLD] in text:
            continue
        if parent not in beside:
            whole = " ".join(parent.text_content().split())
            beside[parent] = any(" ".join(line.split()) in whole for line in told)
        if beside[parent]:
            block.tag = "p"
            block.text = " ".join((block.text or "").split())
            for child in block:
                child.tail = f" {' '.join((child.tail or '').split())} "
            changed = True
    return changed


def _is_paragraph(block: Any) -> bool:
    """Whether a block has sentences of its own, and nothing in it but words and line breaks."""
    if any(child.tag not in _INLINE and child.tag != "br" for child in block):
        return False
    own = (block.text or "") + "".join(child.tail or "" for child in block)
    return len(own.strip()) >= 2 * _BARE and _SENTENCE.search(own) is not None


def body_pieces(root: Any) -> list[Any]:
    """The pieces of a body that advertisements part; empty for a body in one.

    They are of the same class, that of a body, in the same article, and no headline stands
    between them, as it does between the entries of a blog.
    """
    pieces: dict[str, list[Any]] = {}
    for element in root.iter("div", "section"):
        kind = f"{element.get('class') or ''} {element.get('itemprop') or ''}".strip()
        if _BODY.search(kind) is not None and element.find("p") is not None:
            pieces.setdefault(kind, []).append(element)
    for found in pieces.values():
        if 2 <= len(found) <= _PIECES and _is_one(root, found):
            return found
    return []


def join(pieces: list[Any]) -> None:
    """Put the pieces of a body into its first."""
    for piece in pieces[1:]:
        for child in list(piece):
            pieces[0].append(child)


def are_left_out(pieces: list[Any], text: str) -> bool:
    """Whether a page's text has a body's first piece, and none of a later one's paragraphs."""
    return _is_in(pieces[0], text) and not all(_is_in(piece, text) for piece in pieces[1:])


def _is_in(piece: Any, text: str) -> bool:
    told = [" ".join(paragraph.text_content().split()) for paragraph in piece.iter("p")]
    told = [paragraph for paragraph in told if len(paragraph) >= _BARE]
    return not told or any(paragraph[:_TOLD] in text for paragraph in told)


_TOLD = 200
"""Characters by which a paragraph is known again."""


def _is_one(root: Any, pieces: list[Any]) -> bool:
    within = {next(piece.iterancestors("article", "main"), root) for piece in pieces}
    if len(within) > 1 or any(_within(piece, pieces) for piece in pieces):
        return False
    inside = False
    for element in root.iter("h1", "h2", pieces[0].tag):
        if element in pieces:
            inside = element is not pieces[-1]
        elif inside and element.tag != pieces[0].tag and not _within(element, pieces):
            return False
    return True


def _within(element: Any, pieces: list[Any]) -> bool:
    return any(ancestor in pieces for ancestor in element.iterancestors())


def body_below_headline(root: Any, text: str) -> str:
    """The paragraphs of the largest block of them below a page's headline, where it was not found.

    Empty where the page's ``text`` has any of them, or where they say nothing of what the headline
    does. So it is where teasers of other stories are more than the article.
    """
    headline = next((h for h in root.iter("h1") if h.text_content().strip()), None)
    if headline is None:
        return ""
    above = set(headline.iterancestors()) - {root, root.find("body")}
    blocks: dict[Any, int] = {}
    for paragraph in root.iter("p"):
        size = len(paragraph.text_content())
        block = paragraph.getparent()
        if size >= _BARE and block is not None:
            blocks[block] = blocks.get(block, 0) + size
    best = max(blocks, key=lambda block: blocks[block], default=None)
    if best is None or blocks[best] < _LEAST_BODY or above.isdisjoint(best.iterancestors()):
        return ""
    if any(_OTHERS.search(one.get("class") or "") for one in (best, *best.iterancestors())):
        return ""
    letters = bare(text)
    told = (bare(one.text_content()) for one in best.getparent().iter("p"))
    if any(len(one) >= _KNOWN and one[:_KNOWN] in letters for one in told):
        return ""
    paragraphs = [" ".join(one.text_content().split()) for one in best.iter("p")]
    own = "\n".join(paragraph for paragraph in paragraphs if paragraph)
    words = set(_WORD.findall(headline.text_content().casefold()))
    said = sum(word in own.casefold() for word in words)
    return own if words and said >= _SHARED * len(words) else ""


_KNOWN = 40
"""Letters by which a paragraph is known again, however its lines are broken."""
_OTHERS = re.compile(r"cookie|consent|comment|footer|legal|disclaimer|newsletter|modal", re.I)
_LEAST_BODY = 600
"""Characters in the paragraphs of a block that is an article's."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED = 0.5
"""The share of a headline's words that its article has."""
