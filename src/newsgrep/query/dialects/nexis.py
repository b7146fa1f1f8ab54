"""Nexis: ``hlead(cartel) w/5 (wall or tunnel) and not byline(doe) and date aft 2017``."""

from __future__ import annotations

import re

from newsgrep.query.dialects.pieces import calls, outside_quotes, phrases

_FIELDS = {
    "headline": "title", "hd": "title", "head": "title", "title": "title", "hlead": "lead",
    "lead": "lead", "body": "body", "text": "body", "byline": "author", "author": "author",
    "publication": "source", "pub": "source", "source": "source", "section": "section",
    "dateline": "place", "subject": "tag", "terms": "tag", "person": "person",
    "company": "org", "organization": "org", "geographic": "location", "language": "lang",
    "length": "words", "allcaps": "", "caps": "", "nocaps": "", "plural": "", "singular": "",
}  # fmt: skip
_DATES = (
    (re.compile(r"\bdate\s*(?:\(\s*)?(?:geq|>=)\s*([\w/-]+)\s*\)?", re.I), "date:>={}"),
    (re.compile(r"\bdate\s*(?:\(\s*)?(?:leq|<=)\s*([\w/-]+)\s*\)?", re.I), "date:<={}"),
    (re.compile(r"\bdate\s*(?:\(\s*)?(?:aft(?:er)?|>)\s*([\w/-]+)\s*\)?", re.I), "date:>{}"),
    (re.compile(r"\bdate\s*(?:\(\s*)?(?:bef(?:ore)?|<)\s*([\w/-]+)\s*\)?", re.I), "date:<{}"),
    (re.compile(r"\bdate\s*(?:\(\s*)?(?:is|=)\s*([\w/-]+)\s*\)?", re.I), "date:{}"),
)
_OPERATORS = (
    (re.compile(r"\band\s+not\b", re.I), "AND NOT"),
    (re.compile(r"\bnot\s+(?:w|pre)/\w+", re.I), "AND NOT"),
    (re.compile(r"\b(and|or|not)\b", re.I), None),
    (re.compile(r"\bw/seg\b", re.I), "AND"),
    (re.compile(r"\b(?:w|near)/(\d+|s|p)\b", re.I), r"w/\1"),
    (re.compile(r"\bonear/(\d+)\b", re.I), r"pre/\1"),
    (re.compile(r"\bpre/(\d+|s|p)\b", re.I), r"pre/\1"),
    (re.compile(r"\batleast\s*(\d+)\s*(?=\()", re.I), r"atleast/\1 "),
)
_TRUNCATED = re.compile(r"(\w+)!")


def translate(query: str) -> str:
    """A query of Nexis as ours. Raises :class:`QueryError` for what has no counterpart."""
    for rule, form in _DATES:
        query = rule.sub(lambda match, form=form: form.format(match[1]), query)  # type: ignore[misc]
    query = calls(query, _FIELDS, "Nexis")
    query = re.sub(r"\bwords:\(\s*([<>]=?\s*)?(\d+)\s*\)", r"words:\1\2", query).replace(
        "words:> ", "words:>"
    )
    query = re.sub(r"\blang:\(\s*(\w+)\s*\)", r"lang:\1", query)
    return outside_quotes(query, _plain)


def _plain(text: str) -> str:
    for rule, form in _OPERATORS:
        text = rule.sub(form if form is not None else lambda m: m.group().upper(), text)
    # Words side by side are a phrase there; * stands for one letter.
    text = re.sub(r"(?<=\w)\*(?=\w)", "?", text)
    return phrases(_TRUNCATED.sub(r"\1*", text))
