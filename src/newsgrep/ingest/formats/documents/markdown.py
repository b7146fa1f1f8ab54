"""Markdown, and any text that opens with front matter in YAML or TOML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.ingest.formats.documents.digest import articles_in_digest
from newsgrep.ingest.formats.documents.front_matter import (
    opens_front_matter,
    split_front_matter,
    split_labels,
)
from newsgrep.ingest.formats.documents.label_table import without_label_table
from newsgrep.ingest.formats.documents.saved_markdown import linked_headline, saved_facts
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.exports.text_exports import (
    FEWEST_HEADS,
    heads_by_labels,
    not_told_apart,
)
from newsgrep.ingest.raw_document import Form, RawDocument, Unreadable

NAMES = (".md", ".markdown", ".mdown", ".mdx", ".qmd", ".rmd")


def matches(head: bytes, name: str) -> bool:
    return name.endswith(NAMES) or opens_front_matter(head)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    text = decode(read_document(stream)).replace("\r\n", "\n")
    claims, body = split_front_matter(text)
    if not claims and name.endswith(NAMES):
        claims, body = split_labels(body)
    form = Form.MARKDOWN if name.endswith(NAMES) else Form.PROSE if claims else Form.TEXT
    if form is Form.MARKDOWN:
        several = articles_in_digest(body, claims)
        if several is not None:
            yield from several
            return
        saved, body = saved_facts(body)
        labelled, body = without_label_table(body)
        claims += saved + labelled + linked_headline(body, claims)
    yield RawDocument(form, body, claims)
    if heads_by_labels(text) >= FEWEST_HEADS and (note := not_told_apart(text)) is not None:
        yield note
