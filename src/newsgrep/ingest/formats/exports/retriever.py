"""Retriever's exports as text: Atekst in Norway, Mediearkivet in Sweden.

A list of what follows (``> Headline, Paper, date``), then article by article, parted by rules of
equals signs: headline, a rule in some editions, ``Paper, 06.05.1946``, who wrote it, ``Side 8``,
``Publisert på trykk.``, the text, and where all of it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

_HOW = r"^Pu ?bli(?:sert|cerat|ceret) (?:på|i) \w+\.?[ ]*$"
_PUBLISHED = regex(_HOW, re.M)
"""How it was published, in print or on the web: in each of them, and in few other texts."""
_FACTS = regex(
    r"^(?P<source>[^\n]{2,80}), (?P<date>\d\d\.\d\d\.\d{4}|\d{4}-\d\d-\d\d)"
    r"(?P<time> \d\d:\d\d)?[ ]*\n"
    rf"(?P<beside>(?:[^\n]{{1,100}}\n){{0,4}}?){_HOW}",
    re.M,
)
_RULE = regex(r"^={40,}[ ]*\n?", re.M)
_DASHES = regex(r"^-{30,}[ ]*\n?", re.M)
_LISTED = regex(r"^> [^\n]*\n", re.M)
_COVER = regex(r"[^\n]{2,100}\n+(?:datum|dato)\s*:? \d[^\n]{5,30}\n(?:.*\n\n)+", re.I | re.S)
"""Who had it made and when, above the first article."""
_LONGEST_TITLE = 300
_LEAST = 200
"""Characters of an article without a head from which on it is told from a cover."""
_PAGE = regex(r"(?:side|sida)\b.{0,20}", re.I)
_SECTION = regex(r"(?:seksjon|sektion)\s*:?\s+(.{2,60})", re.I)
_READ_AT = regex(r"^(?:les|läs|læs|se) [^\n]{3,40} (?P<url>https?://\S+)[ ]*$", re.M | re.I)
_RIGHTS = regex(r"^\s*©[^\n]*$", re.M)
_NAME = regex(r"(?:(?![a-zà-ÿ])[^\W\d_][\w’'.-]* ){1,4}(?![a-zà-ÿ])[^\W\d_][\w’'.-]*")


def wrote(sample: str) -> bool:
    """Whether a text that begins so is such an export."""
    if "Publi" not in sample and "Pu bli" not in sample:
        return False
    return _PUBLISHED.search(sample) is not None and _FACTS.search(sample) is not None


def split(text: str) -> Iterator[RawDocument]:
    """The articles of an export, each with its character range in the text."""
    first = _FACTS.search(text)
    above = first.start() if first is not None else 0
    listed = max((line.end() for line in _LISTED.finditer(text, 0, above)), default=0)
    number = 0
    for start, end in pairwise([listed, *(rule.end() for rule in _RULE.finditer(text)), len(text)]):
        content = _RULE.sub("", text[start:end]).strip()
        facts = _FACTS.search(content)
        # A cover, or what stands behind the last rule.
        if facts is None and len(content) < _LEAST:
            continue
        number += 1
        part = f"characters {start}-{end}"
        if facts is None:
            yield RawDocument(Form.TEXT, content, (), number, part)
        else:
            yield _article(content, facts, number, part)


def _article(content: str, facts: re.Match[str], number: int, part: str) -> RawDocument:
    above = _DASHES.sub("", content[: facts.start()]).strip()
    if _COVER.match(above) is not None:
        above = above[above.rindex("\n\n") :]
    title = " ".join(above.split())
    body = content[facts.end() :]
    if len(title) > _LONGEST_TITLE:
        # Scanned pages have the end of their text before them.
        title, _, rest = above.partition("\n")
        body = f"{rest}\n\n{body}"
    claims = [
        Claim("title", title, "Retriever's headline", 0.95),
        Claim("source", facts["source"].strip(), "Retriever's line of paper and date", 0.95),
        Claim("date", _moment(facts), "Retriever's line of paper and date", 0.95),
        *_beside(facts["beside"], body),
    ]
    read_at = list(_READ_AT.finditer(body))
    if read_at:
        claims.append(Claim("url", read_at[-1]["url"], "Retriever's last line", 0.7))
        body = body[: read_at[-1].start()] + body[read_at[-1].end() :]
    return RawDocument(Form.PROSE, _RIGHTS.sub("", body).strip(), tuple(claims), number, part)


def _moment(facts: re.Match[str]) -> str:
    """The day of an article, as ISO 8601, with its time where it has one."""
    day = facts["date"]
    if "." in day:
        day = "-".join(reversed(day.split(".")))
    return day + (f"T{facts['time'].strip()}" if facts["time"] else "")


def _beside(lines: str, body: str) -> Iterator[Claim]:
    """What stands between a paper and how it was published: who wrote it, page and section."""
    for line in map(str.strip, lines.split("\n")):
        section = _SECTION.fullmatch(line)
        if section is not None:
            yield Claim("section", section[1], "Retriever's section", 0.85)
        elif _PAGE.fullmatch(line) is None and _NAME.fullmatch(line) is not None:
            yield Claim("authors", _as_signed(line, body), "Retriever's byline", 0.85)


def _as_signed(name: str, body: str) -> str:
    """A name as its article has it: above it some papers are listed as ``NORDMANN KARI``."""
    family, *given = name.split()
    turned = " ".join([*given, family])
    return turned if turned.casefold() in body.casefold() else name
