"""What a web page has and does not show: texts that its buttons copy, copies for other screens."""

from __future__ import annotations

import re
from typing import Any

_SHOWN = 0.5
"""A page that hides more than this share of its text shows it in time, by a script."""


def without_hidden(root: Any) -> None:
    """Take out what a page marks as hidden, where most of its text is not."""
    hidden = [
        element
        for element in root.xpath("descendant-or-self::*[@hidden or @aria-hidden]")
        if _is_hidden(element)
        and element.tag not in ("html", "body")
        and len(element.text_content().split()) > 1
        and not _waits(element)
    ]
    if not hidden:
        return
    inside = set(hidden)
    outermost = [one for one in hidden if inside.isdisjoint(one.iterancestors())]
    whole = _letters(root)
    # What is shown of markup that is to be copied is tags: it says more than it has words.
    kept = whole - sum(_letters(one) for one in outermost if not _is_markup(one))
    if kept < _SHOWN * whole:
        outermost = [one for one in outermost if _is_markup(one)]
    for element in outermost:
        element.drop_tree()


def _is_hidden(element: Any) -> bool:
    said = element.get("hidden")
    if said is not None and said not in ("false", "until-found"):
        return True
    said = element.get("aria-hidden")
    return said is not None and said.lower() == "true"


def _waits(element: Any) -> bool:
    """Whether an element is the part of an article that is shown when somebody has paid for it."""
    told = _PAID.search(element.get("class") or "") is not None
    paragraphs = sum(len(p.text_content()) >= _PARAGRAPH for p in element.iter("p")) if told else 0
    return paragraphs > 1


_PAID = re.compile(
    r"\bpaywall(?:ed)?\b|\bpremium[-_]?content\b|\bpaid[-_]?content\b", re.IGNORECASE
)
_PARAGRAPH = 80


def _is_markup(element: Any) -> bool:
    """Whether an element's text is the markup of another page, as it is copied."""
    return int(element.text_content().count("</")) > 1


def _letters(element: Any) -> int:
    return len("".join(element.text_content().split()))
