"""Which elements of a web page are of its pictures: who took them is no author."""

from __future__ import annotations

import re
from typing import Any

from newsgrep.text.lazy_regex import regex

_CREDIT = regex(
    r"\W*(?:autor )?(?:foto(?:graf\w*)?|photos?(?:graph\w*)?|bild\w*|images?|zdroj"
    r"|source|quelle|credits?|illustrations?|ilustra\w+|infogra\w+|video|gra[fp]hi[ck]s?|fot[oó]grafo|写真|사진)\s?(?::|/|©|by\b)",
    re.IGNORECASE,
)
_OF_PICTURES = regex(
    r"^\s*(?:photos?|fotos?|images?|galler(?:y|ie)|figure|picture)(?:$|[\s_-])"
    r"|(?:^|[\s_-])(?:captions?|credits?|bildunterschrift)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAGS = frozenset(("figure", "figcaption"))
_NEAR = 3
"""Elements above one that may be of a picture."""


def is_of_picture(element: Any) -> bool:
    """Whether an element is of a picture: in its caption, or behind ``Foto:``."""
    if _CREDIT.match(element.text_content()[:80]) is not None:
        return True
    before = element.getprevious()
    beside = (before.tail if before is not None else element.getparent().text) or ""
    if _CREDIT.match(beside.strip()) is not None:
        return True
    for count, part in enumerate((element, *element.iterancestors())):
        if part.tag in _TAGS:
            return True
        is_near = count < _NEAR and part.tag not in ("body", "html", "article", "main")
        if is_near and _OF_PICTURES.search(part.get("class") or "") is not None:
            return True
    return False
