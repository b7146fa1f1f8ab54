"""Markdown to plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsgrep.ingest.extract.body.templates import without_templates
from newsgrep.ingest.extract.head.head_words import BY, is_furniture
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(source: str) -> tuple[list[str], tuple[Claim, ...]]:
    """The paragraphs of a Markdown text, without its marks; its first heading as the title."""
    tokens = _tokens(_EMBEDDED.sub("", without_templates(source)))
    tags = [token.tag for token in tokens if token.type == "heading_open"]
    # "### For Immediate Release", and the headline below it.
    is_second = tags.count("h1") == 1 and tokens[0].type == "heading_open"
    paragraphs: list[str] = []
    claims: list[Claim] = []
    pictured: list[str] = []
    heading = ""
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline":
            text = _inline(token.children or [])
            pictured += _captions(token.children or [])
            if heading and not paragraphs and _leads_back(token.children or []):
                continue
            above = not paragraphs or (is_second and _is_of_head(paragraphs))
            of_head = heading == "h1" and not claims and above
            if of_head and not is_furniture(text):
                claims.append(Claim("title", text, "first heading", 0.9))
            elif text.strip():
                if len(paragraphs) < _FIRST:
                    text = _with_byline_apart(text)
                parts = text.split("\n\n")
                paragraphs.extend(part.replace("\n", " ") for part in parts if part.strip())
        elif token.type in ("fence", "code_block"):
            paragraphs += [
                part.strip() for part in _EMPTY_LINES.split(token.content) if part.strip()
            ]
        elif token.type == "html_block":
            from newsgrep.ingest.formats.documents.markup import text_of_fragment

            text = text_of_fragment(token.content)
            if text:
                paragraphs.append(text)
    known = letters(" ".join([*paragraphs, *(claim.value for claim in claims)]))
    paragraphs += [one for one in dict.fromkeys(pictured) if letters(one) not in known]
    return paragraphs, tuple(claims)


def _captions(children) -> list[str]:  # type: ignore[no-untyped-def]
    """What pictures say that are shown: words, and no file's name. They stand below the text."""
    said = (" ".join(c.content.split()) for c in children if c.type == "image")
    return [one for one in said if one.count(" ") >= _CAPTION_WORDS - 1]


_CAPTION_WORDS = 4


def _is_of_head(paragraphs: list[str]) -> bool:
    """Whether what stands above a heading are a few lines, as of a press release."""
    return len(paragraphs) < _FIRST and max(map(len, paragraphs)) <= _LONGEST_BYLINE


def _tokens(source: str) -> list[Token]:
    """A text parsed. The parser drops what is nested deeper than a limit, and all below it."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    tokens = parser.parse(source)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        tokens = parser.parse(_DEEP.sub(r"\1", source))
    return tokens


_DEEPEST = 200
"""Levels of blocks: a list is one, and each of its items."""
_DEEP = regex(
    r"^((?:[> \t]|[-*+][ \t]|\d{1,3}[.)][ \t]){50})(?:[> \t]|[-*+][ \t]|\d{1,3}[.)][ \t])+",
    re.MULTILINE,
)
"""Marks at the beginning of a line that are more than anybody reads as levels."""


def _leads_back(children) -> bool:  # type: ignore[no-untyped-def]
    """Whether a heading above a text is nothing but a link to another page of its site."""
    inside = children[1:-1]
    if not inside or children[0].type != "link_open" or children[-1].type != "link_close":
        return False
    address = children[0].attrGet("href") or ""
    one = not any(child.type == "link_open" for child in inside)
    return one and "//" not in address and _PAGE_OF_SITE.search(address) is not None


_PAGE_OF_SITE = regex(
    r"^/?(?:\.\.?/)*(?:readme|index|home)?(?:\.md|\.html?|/)?(?:#.*)?$", re.IGNORECASE
)
"""The page that lists the others: ``README.md``, ``../``, ``index.html``."""
_EMPTY_LINES = regex(r"\n[ \t]*\n")
_EMBEDDED = regex(r"!\[\[[^\[\]\n]{1,300}\]\]")
"""A picture, or another note, that Obsidian shows in the place of its name."""


_FIRST = 6
"""Paragraphs among which a byline may stand."""
_LONGEST_BYLINE, _MOST_WORDS = 80, 8


def _with_byline_apart(text: str) -> str:
    """A paragraph whose first line says who wrote it, with that as a paragraph of its own."""
    first, end, rest = text.partition("\n")
    is_byline = BY.match(first) is not None and len(first) <= _LONGEST_BYLINE
    if end and is_byline and first.count(" ") < _MOST_WORDS and first[-1:] not in ".,:;":
        return f"{first}\n\n{rest}"
    return text


def _inline(children) -> str:  # type: ignore[no-untyped-def]
    pieces: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append("\n")
        elif child.type == "hardbreak":
            pieces.append("\n\n")
    return "".join(pieces)
