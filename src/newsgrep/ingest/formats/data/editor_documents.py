"""Documents as editors of pages save them, with nothing around them, or as a string in a record.

Lexical, Slate, Portable Text (Sanity), Quill and ProseMirror.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsgrep.ingest.formats.data.structured_text import text_of_blocks

_MOST = 0.6
"""The share of a list's members that are blocks, where it is a document."""
_ROOT = '{"root"'
"""What a document of Lexical begins with, as a string."""


def editor_text(value: Any) -> str:
    """The text of such a document; empty for any other value."""
    match value:
        case {"root": {"children": list()} as root}:
            return text_of_blocks(root)
        case {"ops": [{"insert": _}, *_]} | {"type": "doc", "content": list()}:
            return text_of_blocks(value)
        case [dict(), *_]:
            blocks = sum(isinstance(one, dict) and _is_block(one) for one in value)
            return text_of_blocks(value) if blocks >= _MOST * len(value) else ""
    return ""


def _is_block(value: Mapping[str, Any]) -> bool:
    """Whether an object is a block with runs of text in it, and says nothing besides."""
    runs = value.get("children")
    kind = value.get("type", value.get("_type"))
    worded = isinstance(runs, list) and all(isinstance(run, dict) for run in runs)
    return worded and isinstance(kind, str) and "title" not in value


def with_editors_read(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record, with the texts of documents that stand in it as strings."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, str) and value.startswith(_ROOT):
            try:
                found[name] = editor_text(json.loads(value)) or value
            except (ValueError, RecursionError):
                continue
    return {**values, **found} if found else values
