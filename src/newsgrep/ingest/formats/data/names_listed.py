"""Names as catalogues and journals list them: ``Poe, A. B., Roe, C.``"""

from __future__ import annotations

import re

from newsgrep.text.lazy_regex import regex

_INITIALS = regex(r"(?:(?![a-z])[^\W\d_]\.[ -]?){1,5}")
_FAMILY = regex(r"[^\W\d_][\w’' -]{1,40}")


def listed_names(value: str) -> list[str]:
    """The names in a list of families and initials, initials first; those parted by strokes.

    Empty for any other value.
    """
    if " / " in value and "//" not in value:
        return [name.strip() for name in value.split(" / ") if name.strip()]
    parts = [part.strip() for part in re.split(r"[,;]", value) if part.strip()]
    families, initials = parts[::2], parts[1::2]
    if not initials or len(families) != len(initials):
        return []
    if not all(map(_FAMILY.fullmatch, families)) or not all(map(_INITIALS.fullmatch, initials)):
        return []
    return [f"{given} {family}" for family, given in zip(families, initials, strict=True)]
