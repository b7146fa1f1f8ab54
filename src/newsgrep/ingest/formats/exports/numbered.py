"""Records of a program in one text: a number alone on a line, the headline, the text, the day.

``76859``, ``A headline``, a paragraph or several, a line with the day, one with the sections and
perhaps ``tags: …``. Lists and the paragraphs of a law are numbered as well, and have no day each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import FoundDate, find_dates
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

_NUMBER = regex(r"^[ \t]*(\d{3,10})[ \t]*$\n?", re.MULTILINE)
_NUMBER_FIRST = regex(r"\A[\ufeff\s]*\d{3,10}[ \t]*\n")
_FEWEST = 2
_LONGEST_HEADLINE, _SHORTEST_STORY = 250, 150
_LONGEST_LINE, _BESIDE = 60, 14
"""Characters of a line with a day, and letters that may stand beside the day."""
_TITLE_SIGNS = 8
_BLANKS = 40
"""Characters above a number that are looked at."""
_EMPTY = "\ufeff \t\n"
_YEARS = range(1500, 2101)
"""Numbers above the parts of a chronicle."""
_LABEL = regex(r"\s*(tags?|keywords?|topics?)\s*[:：]\s*(.*)", re.IGNORECASE)
_SECTIONS = 60
"""Characters of a line of sections below the day."""


def wrote(sample: str) -> bool:
    """Whether a text that begins so is several of these records.

    The last one of a sample may be cut off.
    """
    if _NUMBER_FIRST.match(sample) is None:
        return False
    found = _numbers(sample)
    numbers = {match[1] for match in found}
    if (
        len(found) < _FEWEST
        or len(numbers) < len(found)
        or sample[: found[0].start()].strip(_EMPTY)
    ):
        return False
    if all(int(number) in _YEARS for number in numbers):
        return False
    dated = [_is_dated(sample[a:b]) for a, b in _between(found, sample)]
    return all(dated[:-1]) and (dated[-1] or len(dated) > _FEWEST)


def split(text: str) -> Iterator[RawDocument]:
    """The articles of such a text; what has a number and no day is of the one above it."""
    records = list(_between(_numbers(text), text))[1:]
    cuts = [0, *(start for start, end in records if _is_dated(text[start:end]))]
    for number, (start, end) in enumerate(pairwise([*cuts, len(text)]), start=1):
        claims, body = _read(text[start:end])
        yield RawDocument(Form.PROSE, body, claims, number, f"characters {start}-{end}")


def _numbers(text: str) -> list[re.Match[str]]:
    """The numbers above what may be a record."""
    return [m for m in _NUMBER.finditer(text) if _opens(text, m.start(), m.end())]


def _between(found: list[re.Match[str]], text: str) -> Iterator[tuple[int, int]]:
    """Where each record begins and ends."""
    return pairwise([*(match.start() for match in found), len(text)])


def _is_dated(record: str) -> bool:
    """Whether a record has its day."""
    return _day_in(record.split("\n")) is not None


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a number has an empty line above it, and a headline with a text below it."""
    above = text[max(0, start - _BLANKS) : start]
    if above.strip(_EMPTY) and not above.rstrip(" \t").endswith("\n\n"):
        return False
    lines = [line for line in text[end : end + 4 * _LONGEST_HEADLINE].split("\n") if line.strip()]
    if len(lines) < 2:
        return False
    headline = lines[0].strip()
    return (
        len(headline) <= _LONGEST_HEADLINE
        and len(letters(headline)) >= _TITLE_SIGNS
        and headline[-1] not in ".。।,;"
        and sum(map(len, lines[1:])) >= _SHORTEST_STORY
    )


def _day_in(lines: list[str]) -> tuple[int, FoundDate] | None:
    """The last line of a record that is a day and little else, and the day."""
    for at in range(len(lines) - 1, 0, -1):
        line = lines[at].strip()
        if not 6 <= len(line) <= _LONGEST_LINE:
            continue
        day = next(find_dates(line), None)
        if day is None:
            continue
        if sum(map(str.isalpha, line[: day.start] + line[day.end :])) <= _BESIDE:
            return at, day
    return None


def _read(record: str) -> tuple[tuple[Claim, ...], str]:
    """What a record says of its article, and the text."""
    lines = [line.strip() for line in _NUMBER.sub("", record.lstrip(_EMPTY), 1).split("\n")]
    while lines and not lines[0]:
        del lines[0]
    claims = [Claim("title", lines[0], "below the record's number", 0.92)]
    body: list[str] = lines[1:]
    found = _day_in(body)
    if found is not None:
        at, day = found
        claims.append(date_claim(day, "day of the record", 0.93))
        below = [line for line in body[at + 1 :] if line]
        body = body[:at]
        if below and len(below[0]) <= _SECTIONS and _LABEL.fullmatch(below[0]) is None:
            claims.append(Claim("section", below.pop(0), "below the day", 0.8))
        for line in below:
            label = _LABEL.fullmatch(line)
            if label is None:
                body.append(line)
            else:
                claims += [
                    Claim("tags", tag.strip(), f"{label[1].lower()}:", 0.85)
                    for tag in label[2].split(",")
                    if tag.strip()
                ]
    return tuple(claims), "\n".join(body).strip("\n")
