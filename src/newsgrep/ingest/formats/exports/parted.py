"""Articles that somebody gathered in one text, parted by lines of dashes or by date and address.

No program's format: where a rule parts them each has its date in its first lines; where none
does, each opens with a date alone on a line and its address on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_RULE = regex(r"^[ \t]*([-=_*~#])\1{7,200}[ \t]*$\n?", re.MULTILINE)
_SHORTEST_RULES = tuple(sign * 8 for sign in "-=_*~#")
_DATE_AND_ADDRESS = regex(
    r"^[ \t]*[^\n]{6,40}\n[ \t]*https?://[^\s/]+/\S{3,400}[ \t]*$", re.MULTILINE
)
_FEWEST = 3
_MOST_WITHOUT = 0.2
"""The share of parts that may have no date of their own."""
_HEAD_LINES = 5
_LONGEST_LINE = 60
_BESIDE = 14
"""Letters that may stand beside a date: ``Publicat:``, a weekday."""
_SAMPLED = 200
_LEAST = 200
_LOOKED_AT = 12
_SECTIONS, _SECTION = 1, 3
"""Lines of a section between headline and date, and their words."""
_LONGEST_TITLE = 300


def wrote(sample: str) -> bool:
    """Whether a text that begins so is several articles, each with its date where it opens."""
    return bool(_by_rules(sample, whole=False) or _by_addresses(sample))


def split(text: str) -> Iterator[RawDocument]:
    """The articles of such a text; a short part without a date is of the one above it."""
    cuts = _by_rules(text, whole=True) or _by_addresses(text)
    for number, (start, end) in enumerate(pairwise([*cuts, len(text)]), start=1):
        content = _RULE.sub("", text[start:end]).strip("\n")
        claims, body = _with_head(content)
        form = Form.PROSE if claims else Form.TEXT
        yield RawDocument(form, body, claims, number, f"characters {start}-{end}")


def _with_head(content: str) -> tuple[tuple[Claim, ...], str]:
    """Headline, section and date of an article that opens with them, and the text below.

    Nothing where other lines stand among them: they are read as any text's then.
    """
    lines = content.split("\n")
    head = [at for at, line in enumerate(lines[:_LOOKED_AT]) if line.strip()][:_HEAD_LINES]
    date = next((number for number, at in enumerate(head) if _is_date(lines[at])), 0)
    between = [" ".join(lines[at].split()) for at in head[1:date]]
    if not 1 <= date <= _SECTIONS + 1 or any(len(line.split()) > _SECTION for line in between):
        return (), content
    title = " ".join(lines[head[0]].split())
    if len(title.split()) < _FEWEST or len(title) > _LONGEST_TITLE:
        return (), content
    found = next(find_dates(" ".join(lines[head[date]].split())))
    claims = [Claim("title", title, "above date and rule", 0.9)]
    claims += [Claim("section", line, "between headline and date", 0.7) for line in between[:1]]
    claims.append(date_claim(found, "below the headline", 0.93))
    return tuple(claims), "\n".join([*between[1:], *lines[head[date] + 1 :]]).strip("\n")


def _by_rules(text: str, *, whole: bool) -> list[int]:
    """Where articles between rules begin; empty where most have no date in their first lines."""
    if not any(rule in text for rule in _SHORTEST_RULES):
        return []
    rules = list(_RULE.finditer(text))
    if len(rules) < _FEWEST:
        return []
    starts = [0, *(rule.end() for rule in rules)]
    ends = [*(rule.start() for rule in rules), len(text)]
    parts = [
        (start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()
    ]
    # The last part of a sample is cut off, and what stands behind the last rule may be a note.
    sample = parts[:_SAMPLED] if whole else parts[:-1][:_SAMPLED]
    dated = sum(_is_dated(text[start:end]) for start, end in sample)
    if dated < _FEWEST or dated < (1 - _MOST_WITHOUT) * len(sample):
        return []
    first = parts[0][0]
    return [start for start, end in parts if start == first or _opens(text[start:end])]


def _opens(part: str) -> bool:
    """Whether a part is an article: it has a date, or a first line that may be a headline."""
    first = part.strip()[: _LONGEST_TITLE + 1].split("\n")[0]
    return _is_dated(part) or (len(part.strip()) >= _LEAST and len(first) <= _LONGEST_TITLE)


def _is_dated(part: str) -> bool:
    """Whether a date stands in the first lines of a part, beside a headline and above a text."""
    lines = [line for line in part[:3000].split("\n") if line.strip()]
    head = lines[: _HEAD_LINES + 1]
    if len(head) < _FEWEST:
        return False
    return any(_is_date(line) for line in head[:_HEAD_LINES])


def _is_date(line: str) -> bool:
    line = line.strip()
    found = next(find_dates(line), None) if 6 <= len(line) <= _LONGEST_LINE else None
    if found is None:
        return False
    beside = line[: found.start] + line[found.end :]
    return sum(map(str.isalpha, beside)) <= _BESIDE


def _by_addresses(text: str) -> list[int]:
    """Where articles begin that open with a date and an address; empty where that is no rule."""
    if "://" not in text:
        return []
    found = [
        match for match in _DATE_AND_ADDRESS.finditer(text) if _is_date(match[0].split("\n")[0])
    ]
    first = next(islice((line for line in text.split("\n") if line.strip()), 1), "")
    opens = found and found[0][0].split("\n")[0].strip() == first.strip()
    return [match.start() for match in found] if opens and len(found) >= _FEWEST else []
