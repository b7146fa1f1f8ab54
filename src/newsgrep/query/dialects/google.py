"""Google News: ``intitle:cartel source:reuters -wall after:2017-02-01 site:example.com``."""

from __future__ import annotations

import re

from newsgrep.query.dialects.pieces import outside_quotes

_RULES = (
    (re.compile(r"\ballintitle:\s*(.+)$", re.I), lambda m: f"title:({m[1]})"),
    (re.compile(r"\ballintext:\s*(.+)$", re.I), lambda m: f"body:({m[1]})"),
    (re.compile(r"\bintitle:", re.I), lambda m: "title:"),
    (re.compile(r"\bintext:", re.I), lambda m: "body:"),
    (re.compile(r"\binurl:", re.I), lambda m: "url:"),
    (re.compile(r"\bsite:(\S+)", re.I), lambda m: f'url:"{m[1]}"'),
    (re.compile(r"\bsource:(\w+(?:_\w+)+)", re.I), lambda m: f'source:"{m[1].replace("_", " ")}"'),
    (re.compile(r"\blocation:", re.I), lambda m: "location:"),
    (re.compile(r"\bbefore:(\S+)", re.I), lambda m: f"date:<{m[1]}"),
    (re.compile(r"\bafter:(\S+)", re.I), lambda m: f"date:>={m[1]}"),
    (re.compile(r"\bwhen:(\d+)d\b", re.I), lambda m: f'date:"past {m[1]} days"'),
    (re.compile(r"\bwhen:\d+h\b", re.I), lambda m: 'date:"past 1 days"'),
    (re.compile(r"\bwhen:(\d+)m\b", re.I), lambda m: f'date:"past {m[1]} months"'),
    (re.compile(r"\bwhen:(\d+)y\b", re.I), lambda m: f'date:"past {m[1]} years"'),
    (re.compile(r"\bAROUND\((\d+)\)"), lambda m: f"w/{m[1]}"),
    (re.compile(r"(?<=\s)\|(?=\s)"), lambda m: "OR"),
    (re.compile(r"(?<=\S)\s*\.\.\s*(?=\S)"), lambda m: ".."),
)  # fmt: skip


def translate(query: str) -> str:
    """A query of Google News as ours."""
    return outside_quotes(query, _plain)


def _plain(text: str) -> str:
    for rule, form in _RULES:
        text = rule.sub(form, text)
    return text
