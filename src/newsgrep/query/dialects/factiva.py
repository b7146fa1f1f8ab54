"""Factiva: ``hd=cartel and (wall near5 tunnel) same border* not by=doe and wc>500``."""

from __future__ import annotations

import re

from newsgrep.errors import QueryError
from newsgrep.query.dialects.pieces import outside_quotes, phrases

_FIELDS = {
    "hd": "title", "hlp": "lead", "lp": "lead", "td": "body", "by": "author", "sn": "source",
    "se": "section", "sc": "source", "rst": "source", "la": "lang", "ns": "tag", "co": "org",
    "re": "location", "pd": "date", "dln": "place", "fds": "org", "hl": "title",
}  # fmt: skip
_FIELD = re.compile(r"\b([a-z]{2,4})\s*=\s*", re.I)
_OPERATORS = (
    (re.compile(r"\bsame\b", re.I), "w/p"),
    # Its w/n keeps the order of the words, which is our pre/n.
    (re.compile(r"\b(?:w|adj)/?(\d+)\b", re.I), r"pre/\1"),
    (re.compile(r"\b(?:near|n)/?(\d+)\b", re.I), r"w/\1"),
    (re.compile(r"\bw/([sp])\b", re.I), r"w/\1"),
    (re.compile(r"/F(\d+)/", re.I), ""),
    (re.compile(r"\bwc\s*([<>]=?)\s*(\d+)", re.I), r"words:\1\2"),
    (re.compile(r"\bdate\s+from\s+([\w/-]+)\s+to\s+([\w/-]+)", re.I), r"date:\1..\2"),
    (re.compile(r"\bdate\s+(?:after|from)\s+([\w/-]+)", re.I), r"date:>=\1"),
    (re.compile(r"\bdate\s+before\s+([\w/-]+)", re.I), r"date:<\1"),
    (re.compile(r"\batleast\s*(\d+)\s+", re.I), r"atleast/\1 "),
    (re.compile(r"(\w)\$(\d?)", re.I), r"\1*"),
)
_WORDS = re.compile(r"\b(and|or|not)\b", re.I)


def translate(query: str) -> str:
    """A query of Factiva as ours. Raises :class:`QueryError` for fields that are not known."""
    return outside_quotes(query, lambda text: _plain(text, query))


def _plain(text: str, query: str) -> str:
    def field(match: re.Match[str]) -> str:
        name = _FIELDS.get(match[1].lower())
        if name is None:
            at = max(query.find(match.group()), 0)
            raise QueryError(
                query, at, at + len(match[1]), f"Factiva's field {match[1]}= is not known here",
                f"(known: {', '.join(f'{known}=' for known in sorted(_FIELDS))})",
            )  # fmt: skip
        return f"{name}:"

    text = _FIELD.sub(field, text)
    for rule, form in _OPERATORS:
        text = rule.sub(form, text)
    return phrases(_WORDS.sub(lambda match: match.group().upper(), text))
