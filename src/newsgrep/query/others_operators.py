"""Operators of other search tools, and ours misspelt: errors that say what to write instead."""

from __future__ import annotations

import re

from newsgrep.errors import QueryError
from newsgrep.text.lazy_regex import regex

_SPACE = re.compile(r"\s+")
_LIKE_NEAR = regex(r"(?:NEAR|near|w|W|pre|PRE|adj|ADJ|atleast|ATLEAST)/\S*")
_OTHERS_NEAR = regex(
    r"(?i:(?P<near>within|around)|(?P<pre>onear|before))(?:/(?P<far>\d+|[spSP])|\((?P<around>\d+)\))"
    r"(?=[\s(\"“]|$)"
)
_TWO_AS_ONE = regex(r"(?:AND|OR|NOT)/(?:AND|OR|NOT|\d+)(?=\s|$)")
_OF_OTHERS = regex(r"(?:[NPnp]/\d+|/(?:\d+|[sp])|\+[sp\d]|XOR|ONEAR|ADJ)(?=[\s(\"“]|$)")
"""``N/5`` and ``P/5`` of EBSCO and ProQuest, ``/5`` and ``/s`` of Westlaw."""
WORDS_OF_OTHERS = frozenset(("XOR", "ONEAR", "ADJ"))
"""Those that look like words."""
_OTHERS_OPERATORS = {"|": "OR", "||": "OR", "&&": "AND", "!": "NOT"}
_NOT_SIGN = regex(r"!(?=[\w(\"“])")
_SEGMENT = regex(
    r"(?i:(?P<title>headline|hlead|title|hl)|(?P<author>byline|author)|(?P<source>publication|pub)"
    r"|(?P<section>section)|(?P<body>body)|(?P<lead>lead)|(?P<date>date)|(?P<person>person)"
    r"|(?P<org>company)|(?P<location>geographic))\((?=\S)"
)
"""``headline(wall)`` of Nexis."""
_CODE = regex(
    r"(?:(?P<title>HD|hd|HL|hl|TI|ti)|(?P<author>BY|AU)|(?P<source>SN|PUB|JN)|(?P<lead>LP|HLP)"
    r"|(?P<body>TD)|(?P<section>SE)|(?P<date>PD))=(?=[^\W_])"
)
"""``HD=wall`` of Factiva and Dialog."""
_RANGE = regex(r"[\[{](?P<first>[^\s\]}]+) TO (?P<last>[^\s\]}]+)[\]}]")
"""``[2016 TO 2017]`` of Lucene."""


def token_at(query: str, at: int) -> str:
    """What stands from ``at`` to the next space."""
    space = _SPACE.search(query, at)
    return query[at : space.start() if space else len(query)]


def refuse_others(query: str, at: int) -> None:
    """Raise :class:`QueryError` where an operator of another tool stands, or ours misspelt."""
    token = token_at(query, at)
    ours = _OTHERS_OPERATORS.get(token)
    if ours is not None:
        raise QueryError(
            query, at, at + len(token), f"{token} is no operator here", f"write {ours}"
        )
    if _NOT_SIGN.match(query, at):
        raise QueryError(
            query, at, at + 1, "! is no operator here", f"write -{token[1:]} or NOT {token[1:]}"
        )
    _refuse_segments(query, at)
    if (found := _OTHERS_NEAR.match(query, at)) is not None:
        far = found["far"] or found["around"]
        name = "pre" if found["pre"] else "w" if far.isalpha() else "near"
        raise QueryError(
            query, at, found.end(), f"{found.group()} is no operator here",
            f"write {name}/{far}; to search for the text, quote it",
        )  # fmt: skip
    if at and (found := _OF_OTHERS.match(query, at)) is not None:
        ours = "(a OR b) -(a b)" if found.group() == "XOR" else "near/5, pre/5, w/s or w/p"
        raise QueryError(
            query, at, found.end(), f"{found.group()} is no operator here",
            f"write {ours}; to search for the text, quote it",
        )  # fmt: skip
    if (found := _TWO_AS_ONE.match(query, at)) is not None:
        raise QueryError(
            query, at, found.end(), f"{found.group()} is no operator",
            "write one of AND, OR, NOT; to search for the text, quote it",
        )  # fmt: skip
    if _LIKE_NEAR.match(query, at):
        name = token.partition("/")[0].lower()
        raise QueryError(
            query, at, at + len(token), f"{token} is no operator",
            "write atleast/3" if name == "atleast" else f"write {name}/5"
            + (f", {name}/s or {name}/p" if name in ("w", "pre") else "")
            + "; to search for the text, quote it",
        )  # fmt: skip


def _refuse_segments(query: str, at: int) -> None:
    """Raise for fields and ranges as other tools write them."""
    for pattern in (_SEGMENT, _CODE):
        found = pattern.match(query, at)
        if found is not None and found.lastgroup is not None:
            opens = found.group().endswith("(")
            value = "2017" if found.lastgroup == "date" else "(…)" if opens else "…"
            raise QueryError(
                query, at, found.end(), f"{found.group()}{'…)' if opens else ''} is no field here",
                f"write {found.lastgroup}:{value}, or ask with --syntax "
                f"{'nexis' if opens else 'factiva'}; to search for the text, quote it",
            )  # fmt: skip
    if (found := _RANGE.match(query, at)) is not None:
        raise QueryError(
            query, at, found.end(), f"{found.group()} is no range here",
            f"write date:{found['first']}..{found['last']}; to search for the text, quote it",
        )  # fmt: skip
