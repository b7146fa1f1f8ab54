"""What is particular to the Guardian's Content API: tags beside articles, texts in blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def is_label(values: Mapping[str, Any]) -> bool:
    """Whether an object is a tag, a section or an edition, which have a title and an address."""
    return "webTitle" in values and "webPublicationDate" not in values and "apiUrl" in values


def with_text(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """An article whose text stands in blocks, or in their elements, with that as its body."""
    blocks = values.get("blocks")
    fields = values.get("fields")
    if "webTitle" not in values or not isinstance(blocks, dict):
        return values
    if isinstance(fields, dict) and isinstance(fields.get("body"), str) and fields["body"]:
        return values
    body = blocks.get("body")
    texts = [_of_block(b) for b in body if isinstance(b, dict)] if isinstance(body, list) else []
    text = "\n".join(filter(None, texts))
    rest = {name: value for name, value in values.items() if name != "blocks"}
    return {**rest, "bodyHtml": text} if text else values


def _of_block(block: Mapping[str, Any]) -> str:
    """The markup of a block: as it is shown, else that of its elements of text."""
    title = block.get("title")
    headed = f"<h2>{title}</h2>\n" if isinstance(title, str) and title else ""
    shown = block.get("bodyHtml")
    if isinstance(shown, str) and shown:
        return headed + shown
    elements = block.get("elements")
    texts = [
        data["html"]
        for element in (elements if isinstance(elements, list) else ())
        if isinstance(element, dict)
        and isinstance(data := element.get("textTypeData"), dict)
        and isinstance(data.get("html"), str)
    ]
    return headed + "\n".join(texts)
