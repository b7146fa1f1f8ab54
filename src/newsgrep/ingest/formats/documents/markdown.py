"""Markdown, and any text that opens with front matter in YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.ingest.formats.data.record_document import document_from
from newsgrep.ingest.formats.documents.saved_markdown import saved_facts
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.exports.text_exports import (
    FEWEST_HEADS,
    heads_by_labels,
    not_told_apart,
)
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".md", ".markdown", ".mdown")

_FRONT = regex(
    r"\ufeff?(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)"
    r"[ \t]*(?:\n|$)",
    re.DOTALL,
)
_MAX_FRONT = 1 << 16


def matches(head: bytes, name: str) -> bool:
    return name.endswith(NAMES) or head.lstrip(b"\xef\xbb\xbf").startswith((b"---\n", b"+++\n"))


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    text = decode(read_document(stream)).replace("\r\n", "\n")
    claims, body = split_front_matter(text)
    form = Form.MARKDOWN if name.endswith(NAMES) else Form.PROSE if claims else Form.TEXT
    if form is Form.MARKDOWN:
        saved, body = saved_facts(body)
        claims += saved
    yield RawDocument(form, body, claims)
    if heads_by_labels(body) >= FEWEST_HEADS and (note := not_told_apart(body)) is not None:
        yield note


def split_front_matter(text: str) -> tuple[tuple[Claim, ...], str]:
    """The claims of a text's front matter, and the text below it.

    Front matter that cannot be read is left in the text, so that nothing is lost.
    """
    match = _FRONT.match(text)
    if match is None or match.end() > _MAX_FRONT:
        return (), text
    values = _toml(match["toml"]) if match["toml"] is not None else _yaml(match["yaml"])
    if not values:
        return (), text
    claims = document_from(values, 0, "front matter", need_text=False).claims
    return tuple(map(_unlinked, claims)), text[match.end() :]


def _unlinked(claim: Claim) -> Claim:
    """A claim without the links of note programs: ``[[Ann Poe]]``; a source that is an address."""
    value = _LINK.sub(r"\1", claim.value) if "[[" in claim.value else claim.value
    if claim.field == "source" and _ADDRESS.match(value) is not None:
        return claim._replace(field="url", value=value)
    return claim._replace(value=value)


_LINK = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_ADDRESS = regex(r"https?://[^\s/]+/\S")


def _toml(source: str) -> dict[str, Any]:
    import tomllib

    try:
        return {key: _plain(value) for key, value in tomllib.loads(source).items()}
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _yaml(source: str) -> dict[str, Any]:
    import yaml

    # Anchors are how a small document becomes a large one; front matter has no use for them.
    loader = yaml.SafeLoader(source)
    try:
        events = list(yaml.parse(source, Loader=yaml.SafeLoader))
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            return {}
        values = loader.get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        return {}
    return {str(key): _plain(value) for key, value in values.items()}


def _plain(value: Any) -> Any:
    """Dates as ISO text, members of lists likewise."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return value
