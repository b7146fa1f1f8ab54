"""Articles of one text that each open with their address, alone on a line, and a headline below.

Lists of references and links among paragraphs look alike: each article has a text of some length,
an empty line above its address, and its headline in the address or the site of the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters
from newsgrep.text.web_address import host_of

_ADDRESS = regex(r"^[\ufeff \t]*<?(https?://[^\s/<>]+/[^\s<>]{3,400})>?[ \t]*$", re.MULTILINE)
_FEWEST, _MOST_WITHOUT = 3, 0.1
"""Articles of such a text, and the share of addresses alone that may be none of theirs."""
_LONGEST_HEADLINE, _SHORTEST_STORY = 200, 300
_TITLE_WORDS, _TITLE_SIGNS = 2, 8
"""Words of a headline, and signs of one in a script without blanks."""
_SHORTEST_WORD = 4
_BEGINNING, _BLANKS = 20, 40
"""Characters among which the first address begins, and above an address that are looked at."""
_EMPTY = "\ufeff \t\n"
_STOPS = (".", "。", ",", ";", "।")


class _Opening(NamedTuple):
    start: int
    address: str
    headline: str


def wrote(sample: str) -> bool:
    """Whether a text that begins so is several articles, an address above each."""
    opened = sample[:_BEGINNING].lstrip("\ufeff \t\n<")
    if not opened.startswith(("http://", "https://")) or sample.count("://") < _FEWEST:
        return False
    alone = sum(1 for _ in _ADDRESS.finditer(sample))
    found = list(_openings(sample))
    if len(found) < _FEWEST or len(found) < (1 - _MOST_WITHOUT) * alone:
        return False
    return not sample[: found[0].start].strip(_EMPTY) and _are_articles(found, sample)


def split(text: str) -> Iterator[RawDocument]:
    """The articles of such a text, each from its address on.

    What has an address and little text is of the one above it.
    """
    found = list(_openings(text))
    long = [one.start for one, size in _sizes(found, text) if size >= _SHORTEST_STORY]
    cuts = [0, *(start for start in long if start > found[0].start)]
    for number, (start, end) in enumerate(pairwise([*cuts, len(text)]), start=1):
        content = text[start:end].strip(_EMPTY)
        yield RawDocument(Form.TEXT, content, (), number, f"characters {start}-{end}")


def _openings(text: str) -> Iterator[_Opening]:
    """The addresses alone on a line, below an empty one, that have a headline below them."""
    for address in _ADDRESS.finditer(text):
        start, end = address.span()
        above = text[max(0, start - _BLANKS) : start]
        if above.strip(_EMPTY) and not above.rstrip(" \t").endswith("\n\n"):
            continue
        lines = text[end : end + 2 * _LONGEST_HEADLINE].split("\n")[1:3]
        headline = next(filter(None, map(str.strip, lines)), "")
        worded = len(headline.split()) >= _TITLE_WORDS or len(letters(headline)) >= _TITLE_SIGNS
        ended = headline.endswith(_STOPS) or len(headline) > _LONGEST_HEADLINE
        if worded and not ended and "://" not in headline:
            yield _Opening(start, address[1], headline)


def _sizes(found: list[_Opening], text: str) -> Iterator[tuple[_Opening, int]]:
    """Each article's opening, and the characters of its text."""
    ends = [*(opening.start for opening in found[1:]), len(text)]
    for opening, end in zip(found, ends, strict=True):
        yield opening, end - opening.start - len(opening.address) - len(opening.headline)


def _are_articles(found: list[_Opening], text: str) -> bool:
    """Whether each has a text below it, and an address of its own that goes with the headline."""
    sites = Counter(host_of(opening.address) for opening in found)
    long = sum(size >= _SHORTEST_STORY for _, size in _sizes(found, text))
    fits = sum(sites[host_of(opening.address)] >= _FEWEST or _is_told(opening) for opening in found)
    enough = (1 - _MOST_WITHOUT) * len(found)
    others = len({opening.address for opening in found}) == len(found)
    # The last article of a sample is cut off.
    return others and long + 1 >= enough and long >= _FEWEST - 1 and fits >= enough


def _is_told(opening: _Opening) -> bool:
    """Whether a word of the headline stands in the address."""
    words = opening.headline.casefold().split()
    address = opening.address.casefold()
    return any(len(word) >= _SHORTEST_WORD and word in address for word in words)
