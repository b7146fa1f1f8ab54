"""What Chinese pages show beside the headline: the paper an article is from, its reporter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.extract.head.chinese import (
    SITE_BEHIND,
    asks_for_source,
    named_source,
    reporters_in,
    source_in,
)
from newsgrep.ingest.raw_document import Claim

_HAN = re.compile("[\u4e00-\u9fff]{3}")
_LABELLED = (
    "//body//text()[contains(., '来源') or contains(., '來源') or contains(., '作者')]"
    "[not(ancestor::script or ancestor::style)]"
)
_LABELS = 12
_LONGEST = 120
_MOST = 30


def chinese_claims(root: Any, title: str) -> Iterator[Claim]:
    """The source and the author that a page of a Chinese title has behind their labels."""
    if _HAN.search(title) is None:
        return
    for element in root.iter("meta"):
        if element.get("name") == "source" and element.get("content"):
            yield Claim("source", named_source(element.get("content")), "meta source", 0.87)
    for text in root.xpath(_LABELLED)[:_LABELS]:
        line = " ".join(text.split())
        if len(line) > _LONGEST:
            continue
        source = source_in(line)
        if not source and asks_for_source(line):
            source = named_source(_behind(text))
        if source and len(source) <= _MOST:
            yield Claim("source", source, "behind its label", 0.86)
        for name in reporters_in(line):
            yield Claim("authors", name, "behind their label", 0.7)
    site = SITE_BEHIND.search(title)
    if site is not None:
        yield Claim("source", site["site"], "behind the page's title", 0.4)


def _behind(text: Any) -> str:
    """What stands behind a text of a page that is a label alone."""
    element = text.getparent()
    following = element.getnext() if text.is_tail else next(iter(element), None)
    if following is None and not text.is_tail:
        following = element.getnext()
    if following is None or not isinstance(following.tag, str):
        return ""
    return " ".join(following.text_content().split())[: _MOST + 1]
