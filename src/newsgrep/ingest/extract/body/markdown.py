"""Markdown to plain text."""

from __future__ import annotations

from newsgrep.ingest.extract.body.templates import without_templates
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex


def read_markdown(source: str) -> tuple[list[str], tuple[Claim, ...]]:
    """The paragraphs of a Markdown text, without its marks; its first heading as the title."""
    from markdown_it import MarkdownIt

    bare = _EMBEDDED.sub("", without_templates(source))
    tokens = MarkdownIt("commonmark").enable("table").parse(bare)
    paragraphs: list[str] = []
    claims: list[Claim] = []
    heading = ""
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline":
            text = _inline(token.children or [])
            if heading == "h1" and not claims and not paragraphs:
                claims.append(Claim("title", text, "first heading", 0.9))
            elif text.strip():
                paragraphs.extend(line for line in text.split("\n\n") if line.strip())
        elif token.type in ("fence", "code_block"):
            paragraphs.append(token.content.strip())
        elif token.type == "html_block":
            from newsgrep.ingest.formats.documents.markup import text_of_fragment

            text = text_of_fragment(token.content)
            if text:
                paragraphs.append(text)
    return paragraphs, tuple(claims)


_EMBEDDED = regex(r"!\[\[[^\[\]\n]{1,300}\]\]")
"""A picture, or another note, that Obsidian shows in the place of its name."""


def _inline(children) -> str:  # type: ignore[no-untyped-def]
    pieces: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append(" ")
        elif child.type == "hardbreak":
            pieces.append("\n\n")
    return "".join(pieces)
