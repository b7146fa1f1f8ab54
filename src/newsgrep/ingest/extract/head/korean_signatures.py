"""Reporters behind the last sentence of a Korean text, each perhaps with place, title and address.

``…라고 말했다.홍길동 군사전문기자 hong@orlo.example ·김영희 기자 /워싱턴=박철수 특파원``; an intern
is told with school and year.
"""

from __future__ import annotations

from newsgrep.ingest.extract.head.korean import KOREAN_FAMILIES
from newsgrep.text.lazy_regex import regex

_WORD = r"[\uac00-\ud7a3]"
_ROLE = r"(?:기자|특파원|통신원|논설위원)"
# What a reporter is told to be besides; a word of three syllables may be another one's name.
_KIND = rf"(?:{_WORD}{{0,6}}(?:선임|수습|인턴|전문|객원|사진|부|팀|국)|{_WORD}{{5,8}})"
_ADDRESS = r"[(<\[]?[\w.+-]{2,40}@[\w-]+(?:\.[\w-]+)+[)>\]]?"
_SCHOOL = (
    rf" {_WORD}{{1,12}}대(?:학교|학원)?(?: [\uac00-\ud7a3·]{{2,20}}){{0,3}}?"
    r" (?:\d학년|졸업|재학|휴학|수료)"
)
_WHO = regex(
    rf"(?:{_WORD}{{1,8}}\s?=\s?)?"
    rf"(?:(?P<pool>(?:{_WORD}{{2,8}}\s?)?공동취재단)"
    rf"|(?P<name>(?!{_WORD}{{0,2}}{_ROLE}(?!{_WORD}))[{KOREAN_FAMILIES}]{_WORD}{{1,3}})"
    rf"(?P<role>\s{{0,2}}(?:{_KIND}\s?)?{_ROLE}(?:{_SCHOOL})?)?(?P<address>\s*{_ADDRESS})?)"
)
_BETWEEN = regex(r"\s*[·ㆍ,/&]\s*|\s+|(?<=[자원년업학])")
_SENTENCE_ENDS = regex(rf"(?:[.!?…。][”’\"'」』)\]]{{0,2}}|\n)\s*(?={_WORD})")
_LOOKED_AT = 240
"""Characters at the end of a text among which they stand."""


def reporters_behind(text: str) -> list[str]:
    """Whom a text names behind its last sentence, and does not say anything else of; or nobody.

    An address or a place is there as well: a name alone may be whose picture it is.
    """
    end = text[-_LOOKED_AT:].rstrip()
    if "@" not in end and "=" not in end:
        return []
    opens = [0] if len(text) <= _LOOKED_AT else []
    starts = [*opens, *(mark.end() for mark in _SENTENCE_ENDS.finditer(end))]
    return next(filter(None, (_named(end, start) for start in starts)), [])


def _named(text: str, at: int) -> list[str]:
    """The reporters that a text consists of from ``at`` on; nobody where it says more."""
    if "@" not in text[at:] and "=" not in text[at:]:
        return []
    names: list[str] = []
    titled = False
    while at < len(text):
        who = _WHO.match(text, at)
        if who is None:
            return []
        if who["name"] is not None:
            names.append(who["name"])
            # Of several in a row the last one has the title of all.
            titled = who["role"] is not None or who["address"] is not None
        at = who.end()
        if at < len(text):
            between = _BETWEEN.match(text, at)
            if between is None:
                return []
            at = between.end()
    return list(dict.fromkeys(names)) if titled else []
