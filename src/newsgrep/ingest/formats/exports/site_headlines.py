"""Articles between rules that each open with the title of their page: ``A headline : News : Site``.

No date tells them apart, but the same site stands behind the first line of nearly every part. It
is the source of each, and what stands before it is the headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from newsgrep.ingest.formats.exports.rules import RULE, between, may_have_rules
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.given_names import is_given_name
from newsgrep.text.lazy_regex import regex

_SEPARATOR = regex(r"\s+(?:[-–—|·•»:>]|::|--)\s+|\s*[|｜_]\s*")
_FEWEST, _MOST_WITHOUT = 3, 0.1
"""Parts of a text that is told so, and the share of them that may have no site behind."""
_LONGEST, _LONGEST_SITE = 250, 40
"""Characters of a page's title, and of the site in it."""
_SHORTEST_HEADLINE, _SHORTEST_STORY = 8, 150
_DIFFERENT = 0.5
"""The share of headlines that are others: the chapters of a book differ in their numbers alone."""
_NUMBERED = regex(
    r"\W*(?:chapter|part|section|page|lesson|unit|volume|episode|kapitel|teil|seite|chapitre|partie"
    r"|cap[íi]tulo|parte|capitolo|глава|часть|第)\W*[\dIVXLivxl一二三四五六七八九十]",
    re.IGNORECASE,
)
"""What opens a chapter of something that is one text."""
_SECTION_WORDS = 3


class _Part(NamedTuple):
    start: int
    end: int
    site: str
    rest: str
    """The first line without the site."""


def wrote(sample: str) -> bool:
    """Whether a text that begins so is several articles, with one site behind each headline."""
    if not may_have_rules(sample):
        return False
    parts = _parts(sample)
    # The last part of a sample may be cut off, and so may the last of a text stop short.
    return bool(_site(parts) or _site(parts[:-1]))


def split(text: str) -> Iterator[RawDocument]:
    """The articles of such a text.

    A part without the site behind its first line is of the one above it.
    """
    parts = _parts(text)
    site = _site(parts) or Counter(part.site for part in parts if part.site).most_common(1)[0][0]
    cuts = [at for at, part in enumerate(parts) if not at or part.site == site]
    shared = _shared(part.rest for part in parts if part.site == site)
    for number, at in enumerate(cuts, start=1):
        part = parts[at]
        end = parts[cuts[number] - 1].end if number < len(cuts) else parts[-1].end
        content = RULE.sub("", text[part.start : end]).strip("\n")
        claims: tuple[Claim, ...] = ()
        if part.site == site:
            headline = _without(part.rest, shared) if shared else part.rest
            claims = (Claim("source", site, "behind each headline", 0.8),)
            _, _, below = content.lstrip().partition("\n")
            content = f"{headline}\n\n{below.strip()}"
        place = f"characters {part.start}-{end}"
        yield RawDocument(Form.TEXT, content, claims, number, place)


def _parts(text: str) -> list[_Part]:
    """What stands between the rules of a text, each part with the site behind its first line."""
    rules = list(RULE.finditer(text))
    if len(rules) < _FEWEST - 1:
        return []
    parts: list[_Part] = []
    for start, end in between(rules, text):
        content = text[start:end].strip("\ufeff \t\r\n")
        if not content:
            continue
        first, _, below = content.partition("\n")
        first = first.strip()
        site, rest = "", first
        marks = list(_SEPARATOR.finditer(first)) if len(first) <= _LONGEST else []
        if marks and len(below.strip()) >= _SHORTEST_STORY:
            rest, behind = first[: marks[-1].start()].strip(), first[marks[-1].end() :].strip()
            if _is_site(behind) and len(rest) >= _SHORTEST_HEADLINE:
                site = behind
        parts.append(_Part(start, end, site, rest))
    return parts


def _is_site(text: str) -> bool:
    """Whether a text may be what a site is called."""
    if not 1 < len(text) <= _LONGEST_SITE or not any(map(str.isalpha, text)) or text[-1] in ".?!,":
        return False
    words = text.split()
    # Somebody's pieces have a name behind their titles, and may be the parts of one text.
    return not (
        len(words) in _NAME_WORDS
        and is_given_name(words[0])
        and _OF_PAPERS.fullmatch(words[-1]) is None
    )


_NAME_WORDS = (2, 3)
_OF_PAPERS = regex(
    r"(?:[\w-]*(?:times|post|news|mail|press|star|sun)|herald|tribune|journal|gazette|globe|pilot"
    r"|today|online|daily|weekly|magazine|review|media|tv|radio|fm|\S+\.\w+)",
    re.IGNORECASE,
)
"""What papers called after a place that is a given name as well end in: ``Jordan Times``."""


def _site(parts: list[_Part]) -> str:
    """The site that stands behind the first line of nearly all parts; empty for none."""
    if len(parts) < _FEWEST:
        return ""
    site, times = Counter(part.site for part in parts).most_common(1)[0]
    if not site or times < _FEWEST or times < (1 - _MOST_WITHOUT) * len(parts):
        return ""
    rests = [part.rest for part in parts if part.site == site]
    if any(_NUMBERED.match(rest) is not None for rest in rests):
        return ""
    others = {"".join(sign for sign in rest if sign.isalpha()) for rest in rests}
    return site if len(others) >= _DIFFERENT * len(rests) else ""


def _shared(rests: Iterator[str]) -> str:
    """What stands behind every headline beside the site: ``News``; empty for nothing."""
    last = set()
    for rest in rests:
        marks = list(_SEPARATOR.finditer(rest))
        last.add(rest[marks[-1].end() :].strip() if marks else "")
    word = last.pop() if len(last) == 1 else ""
    return word if len(word.split()) <= _SECTION_WORDS else ""


def _without(rest: str, shared: str) -> str:
    """A headline without what stands behind all of them."""
    marks = list(_SEPARATOR.finditer(rest))
    return rest[: marks[-1].start()].strip() or rest if rest.endswith(shared) and marks else rest
