"""Heads as corpora of many languages keep them: number, language, day and address, a line each.

``pl-3``, ``pl``, ``2018-11-03``, ``https://…``, and then the headline: so the corpora of the
BSNLP's shared tasks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.page_lines import is_titled
from newsgrep.text.language import language_code

_NUMBER = re.compile(r"[\w.-]{0,16}\d[\w.-]{0,8}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://\S+")
_NO_DATE = "1970-01-01"
"""What a program writes that knows no day."""


def with_corpus_head_read(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines of a text with those of such a head labelled; others are as they were.

    The day may be missing.
    """
    if len(filled) < _FEWEST:
        return lines
    number, language, *rest = [lines[at].strip() for at in filled[:_MOST]]
    if _NUMBER.fullmatch(number) is None or _LANGUAGE.fullmatch(language) is None:
        return lines
    dated = _DATE.fullmatch(rest[0]) is not None
    address = rest[dated]
    if not language_code(language) or _ADDRESS.fullmatch(address) is None:
        return lines
    told = list(lines)
    told[filled[0]] = ""
    told[filled[1]] = f"language: {language}"
    if dated:
        told[filled[2]] = f"date: {rest[0]}" if rest[0] != _NO_DATE else ""
    told[filled[2 + dated]] = f"url: {address}"
    if len(filled) > 3 + dated and is_titled(lines[below := filled[3 + dated]]):
        told[below] = f"title: {lines[below].strip()}"
    return told


_FEWEST, _MOST = 4, 5
"""Lines with words: of the head, and the headline."""
