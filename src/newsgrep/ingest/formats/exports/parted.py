"""Articles that somebody gathered in one text, parted by lines of signs or by date and address.

No program's format: where a long rule parts them each has its date in its first lines; where a
short one does (``###``, ``* * *``), each has a headline with its byline, day, address or labels
below it; where none does, each opens with a date alone on a line and its address on the next, or
with labels, below a line that counts them (``Article 3:``) or without, or each below a headline in
brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from newsgrep.ingest.formats.exports.openings_alike import (
    LABEL,
    are_counted,
    cuts_by_openings,
    without_opening,
)
from newsgrep.ingest.formats.exports.rules import RULE, between, may_have_rules
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

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
_WHO = regex(
    r"\s*(?:by|von|par|por|di|da|door|af|av|di|oleh|przez|автор|作者|文|記者|记者)\b[ :：]|.*\d.*\|"
    r"|.*\|.*\d|[A-ZÀ-Ý][\w.’'-]+ [A-ZÀ-Ý][\w.’'-]+$", re.IGNORECASE,
)  # fmt: skip
"""A line that names somebody, or parts who from when."""


def wrote(sample: str) -> bool:
    """Whether a text that begins so is several articles, each with its date where it opens."""
    return bool(_cuts(sample, whole=False))


def split(text: str) -> Iterator[RawDocument]:
    """The articles of such a text; a short part without a date is of the one above it."""
    cuts = _cuts(text, whole=True)
    counted = are_counted(text)
    for number, (start, end) in enumerate(pairwise([*cuts, len(text)]), start=1):
        content = RULE.sub("", text[start:end]).strip("\n")
        content = without_opening(_SIGNS_LAST.sub("", content), counted=counted)
        claims, body = _with_head(content)
        form = Form.PROSE if claims else Form.TEXT
        yield RawDocument(form, body, claims, number, f"characters {start}-{end}")


def _cuts(text: str, *, whole: bool) -> list[int]:
    """Where the articles begin; empty where a text is not several in any of these ways."""
    return (
        _by_rules(text, whole=whole)
        or _by_signs(text)
        or _by_addresses(text)
        or _by_headlines(text)
        or cuts_by_openings(text)
    )


def _with_head(content: str) -> tuple[tuple[Claim, ...], str]:
    """Headline, section and date of an article that opens with them, and the text below.

    Nothing where other lines stand among them: they are read as any text's then.
    """
    lines = content.split("\n")
    head = [at for at, line in enumerate(lines[:_LOOKED_AT]) if line.strip()][:_HEAD_LINES]
    date = next((number for number, at in enumerate(head) if _is_date(lines[at])), 0)
    if any(LABEL.match(lines[at]) for at in head):
        return (), content
    between = [" ".join(lines[at].split()) for at in head[1:date]]
    if not 1 <= date <= _SECTIONS + 1 or any(len(line.split()) > _SECTION for line in between):
        return (), content
    if any(_WHO.match(line) for line in (*between, lines[head[date]])):
        return (), content  # what names somebody is read as any head
    title = " ".join(lines[head[0]].split())
    if len(title.split()) < _FEWEST or len(title) > _LONGEST_TITLE:
        return (), content
    found = next(find_dates(" ".join(lines[head[date]].split())))
    claims = [Claim("title", title, "above date and rule", 0.9)]
    claims += [Claim("section", line, "between headline and date", 0.7) for line in between[:1]]
    claims.append(date_claim(found, "below the headline", 0.93))
    below = lines[head[date] + 1 :]
    if below and (address := _ADDRESS.fullmatch(below[0])) is not None:
        claims.append(Claim("url", address[0].strip(" \t<>"), "below the date", 0.9))
        below = below[1:]
    return tuple(claims), "\n".join([*between[1:], *below]).strip("\n")


def _by_rules(text: str, *, whole: bool) -> list[int]:
    """Where articles between rules begin; empty where most have no date in their first lines."""
    if not may_have_rules(text):
        return []
    rules = list(RULE.finditer(text))
    if len(rules) < _FEWEST:
        return []
    parts = [(start, end) for start, end in between(rules, text) if text[start:end].strip()]
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
    if _is_dated(part) or (len(part.strip()) >= _LEAST and len(first) <= _LONGEST_TITLE):
        return True
    lines = [line for line in part.split("\n", _HEAD_LINES) if line.strip()]
    return len(lines) == 2 and len(first.split()) >= _FEWEST and _is_date(lines[1])  # no text


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


_OF_SIGNS = r"(?:(?P<sign>[-=_*~#—–+•])(?:[ \t]?(?P=sign)){2,200}|[-—–#][ \t]?30[ \t]?[-—–#])"
"""Three of a sign and more, and what newsrooms end a story with."""
_SIGNS = regex(rf"^[ \t]*{_OF_SIGNS}[ \t]*$\n?", re.MULTILINE)
_SIGNS_LAST = regex(rf"\n[ \t]*{_OF_SIGNS}[ \t\n]*\Z")
_BYLINE = regex(
    r"[ \t]*(?:By|BY|Von|VON|Por|POR|Par|PAR|Door|Di|Av|Af)\s+[A-ZÀ-Ý][^\n.!?:;]{3,80}(?:\n|$)"
)
_ADDRESS = regex(r"[ \t]*<?https?://\S{4,400}>?[ \t]*$")
_THIRTY = "30"
_FEWEST_LABELS = 2
_TITLE_WORDS = 2
_SHORTEST = 100
"""Characters of an article."""


def _by_signs(text: str) -> list[int]:
    """Where articles between rules of one sign begin, of any length; empty where most of the parts
    have no head of their own: a section of a feature opens with text."""
    rules: dict[str, list[re.Match[str]]] = {}
    for rule in _SIGNS.finditer(text):
        if not _underlines(text, rule):
            rules.setdefault(rule["sign"] or _THIRTY, []).append(rule)
    for found in sorted(rules.values(), key=len, reverse=True):
        parts = [(a, b) for a, b in between(found, text) if text[a:b].strip()]
        # A cover above them and a note below are none.
        told = [(a, b) for a, b in parts if b - a >= _LEAST or _is_headed(text[a:b])][:_SAMPLED]
        first = text[parts[0][0] : parts[0][1]] if parts else ""
        boxed = _is_signed(first) and _paragraphs(first) >= _LONG
        headed = sum(_is_headed(text[a:b]) and not (boxed and _is_box(text[a:b])) for a, b in told)
        if headed >= 2 and headed >= (1 - _MOST_WITHOUT) * len(told):
            return [
                a
                for a, b in parts
                if a == parts[0][0] or _opens(text[a:b]) or _is_headed(text[a:b])
            ]
    return []


def _is_signed(part: str) -> bool:
    """Whether a byline stands in the first lines of a part."""
    lines = [line for line in part[:3000].split("\n") if line.strip()][:_HEAD_LINES]
    return any(_BYLINE.match(line) for line in lines)


def _is_box(part: str) -> bool:
    """Whether a part is of the signed article above it: a box of a paragraph, signed by nobody."""
    return not _is_signed(part) and _paragraphs(part) <= _OF_BOX


def _paragraphs(part: str) -> int:
    return len(_EMPTY_LINES.findall(part.strip())) + 1


_EMPTY_LINES = regex(r"\n[ \t]*\n")
_LONG, _OF_BOX = 4, 2
"""Paragraphs of an article that may have boxes, and of a box, the lines above the text counted."""
_QUESTION = regex(r"[^\W\d_][\w.’' -]{1,40}: .*[?？]")
"""What somebody asks in an interview."""


def _underlines(text: str, rule: re.Match[str]) -> bool:
    """Whether a rule stands right below a headline, which it underlines, and not below a text."""
    above = text[max(0, rule.start() - _LONGEST_TITLE) : rule.start()]
    line = above.rstrip("\n").rpartition("\n")[2].strip()
    return above.endswith("\n") and not above.endswith("\n\n") and line[-1:].isalnum()


def _is_headed(part: str) -> bool:
    """Whether a part opens with a headline that has a byline, a day or an address below it.

    Or with labels, or with day and byline in another order.
    """
    lines = [line for line in part[:3000].split("\n") if line.strip()][: _HEAD_LINES + 1]
    if len(lines) < _FEWEST or len(part.strip()) < _SHORTEST:
        return False
    head = lines[:_HEAD_LINES]
    if sum(LABEL.match(line) is not None for line in head) >= _FEWEST_LABELS:
        return True
    if head[0].strip().isupper() and len(head[0].split()) <= _SECTION:
        head = head[1:]  # a kicker
    dated = [_is_date(line) for line in head]
    signed = [_BYLINE.match(line) is not None for line in head]
    first = head[0].strip()
    if dated[0] or signed[0]:
        return any(dated) and any(signed)
    is_title = len(first.split()) >= _TITLE_WORDS and len(first) <= _LONGEST_TITLE
    told = any(dated) or any(signed) or any(_ADDRESS.match(line) for line in head[1:])
    return is_title and first[-1] not in ".,:;" and not _QUESTION.fullmatch(first) and told


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


_ADDRESS_ALONE = regex(r"^[ \t]*https?://[^\s/]+/\S{3,400}[ \t]*$", re.MULTILINE)
_ABOVE_ADDRESS = 2
"""Lines above an address: the headline, and the paper."""
_LONGEST_HEADLINE, _SHORTEST_STORY = 150, 120


def _by_headlines(text: str) -> list[int]:
    """Where articles begin that are a headline, perhaps a paper, their address, and a long text.

    Empty where that is not so of all addresses that stand alone, and the first opens the text.
    """
    if text.count("://") < _FEWEST:
        return []
    addresses = list(_ADDRESS_ALONE.finditer(text))
    if len(addresses) < _FEWEST:
        return []
    return _headed(text, addresses) or _headed(text, addresses, apart=True)


def _headed(text: str, addresses: list[re.Match[str]], *, apart: bool = False) -> list[int]:
    """Where such articles begin; where empty lines stand between headline and paper, ``apart``."""
    cuts: list[int] = []
    last = long = 0
    for address in addresses:
        start = _head_above(text, last, address.start(), apart=apart)
        if start is None:
            return []
        below = text[address.end() : address.end() + 2000].lstrip().partition("\n")[0]
        long += len(below) >= _SHORTEST_STORY
        cuts.append(start)
        last = address.end()
    if long < (1 - _MOST_WITHOUT) * len(addresses):
        return []
    return cuts if not text[: cuts[0]].strip("\ufeff \t\r\n") else []


def _head_above(text: str, start: int, end: int, *, apart: bool) -> int | None:
    """Where the lines of a head above an address begin; None for none.

    Above them is an empty line, or a paragraph of the article before.
    """
    lines = text[start:end].split("\n")
    at, found = len(lines) - 1, 0
    while at >= 0 and not lines[at].strip():
        at -= 1
    while at >= 0 and lines[at].strip() and len(lines[at]) <= _LONGEST_HEADLINE:
        if found == _ABOVE_ADDRESS:
            break
        if lines[at].rstrip().endswith((".", "。")):
            return None
        found += 1
        at -= 1
        while apart and found < _ABOVE_ADDRESS and at >= 0 and not lines[at].strip():
            at -= 1
    if not found or (at < 0 and start) or (apart and found < _ABOVE_ADDRESS):
        return None
    return start + sum(len(line) + 1 for line in lines[: at + 1])
