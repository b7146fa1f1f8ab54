"""Datelines and reporters of Korean texts.

``(서울=연합뉴스) 홍길동 기자 =``, ``[한국일보 홍길동 기자]``; at the end, ``홍길동 기자 a@b.kr``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KOREAN_FAMILIES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변"
    "염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형두감음빈동온호범팽승간상"
)
"""The first syllables of names of people, nearly all of which have three."""
_TITLE = r"(?:선임|수습|인턴|전문)?(?:기자|특파원|통신원|논설위원)"
_WRITERS = rf"(?:{_TITLE}|칼럼니스트|평론가)"
_NAME = r"[\uac00-\ud7a3]{2,4}"
_OPENING = re.compile(
    r"\s*[(\[【〔<]\s*(?:(?P<place>[\uac00-\ud7a3]{2,5})\s?=\s?)?"
    rf"(?:(?P<paper>[\uac00-\ud7a3A-Za-z0-9]{{2,10}})[\s=·/]*)??"
    rf"(?:(?P<inside>{_NAME})(?:\s[\uac00-\ud7a3]{{2,6}}[팀부])?\s?{_TITLE})?\s*[)\]】〕>]\s?"
    rf"(?:(?P<who>{_NAME}(?:[·,]?\s?{_NAME}){{0,5}})\s?{_TITLE}\s?=\s?)?"
)
_SIGNED = re.compile(
    rf"(?:(?<![\uac00-\ud7a3])({_NAME})|([{KOREAN_FAMILIES}][\uac00-\ud7a3]{{2}}))"
    rf"\s?{_TITLE}\s*[\w.+-]+@[\w.-]+\W*$"
)
_LINE = re.compile(
    r"\s*[(\[【〔<]?\s*(?:(?:글|취재|정리)(?:\s?[·/]\s?사진)?(?:\s?[=:：]\s?|\s+)"
    r"|[\uac00-\ud7a3A-Za-z0-9]{2,8}\s?[=/]\s?)?"
    rf"(?P<names>{_NAME}(?:(?:\s?{_WRITERS})?(?:\s*[·ㆍ,/&]\s*|\s+){_NAME}){{0,4}}?)\s?{_WRITERS}"
    r"\s*[)\]】〕>]?\s*=?(?:\s*[(\[<‹]?\s?[\w.+-]+@[\w.-]+\s?[)\]>›]?)?\s*"
)
_BETWEEN = re.compile(rf"(?:\s?{_WRITERS})?(?:\s*[·ㆍ,/&]\s*|\s+)")
_BEHIND = re.compile(
    rf"(?:^|[\s/=·\[(.|])({_NAME})\s?{_TITLE}(?:\s*[(\[<‹]?\s?[\w.+-]+@[\w.-]+\s?[)\]>›]?)?[\s.)\]]*$"
)
_CREDITS = frozenset(("사진", "그래픽", "자료", "영상", "출처", "글", "제공"))
"""What stands in the place of a place where whose picture it is is told: ``[사진=…]``."""
_BEGINNING, _END = 300, 80
"""Characters of the beginning, where a paragraph opens with a reporter, and of the end."""
OPENS = "([【〔<"


class Opening(NamedTuple):
    """What a Korean story opens with; each may be empty but for ``end``, its length."""

    place: str
    paper: str
    reporters: tuple[str, ...]
    end: int


def korean_opening(text: str) -> Opening | None:
    """The place, paper and reporter in brackets that a text opens with, or None."""
    match = _OPENING.match(text)
    if match is None:
        return None
    named = match["inside"] or match["who"] or ""
    reporters = tuple(_BETWEEN.split(named)) if named else ()
    if not reporters and not (match["place"] and match["paper"]):
        return None
    place, paper = match["place"] or "", match["paper"] or ""
    if place in _CREDITS:
        return None
    if match["inside"] and not paper:
        place, paper = "", place
    return Opening(place, paper, reporters, match.end())


def korean_reporter_behind(paragraph: str) -> list[str]:
    """The reporter whom a paragraph ends with, his address behind him; else nobody."""
    match = _BEHIND.search(paragraph)
    return [match[1]] if match is not None else []


def korean_reporters(line: str) -> list[str]:
    """The reporters that a line names, and nothing else: ``김철수·이영희 기자``; or none.

    What each was to do, where he was and his address may stand beside them.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        return []
    names = _BETWEEN.split(match["names"])
    if len(names) > 1 and any(len(name) > 3 or name[0] not in KOREAN_FAMILIES for name in names):
        return []
    return names


def korean_reporters_of(text: str) -> list[str]:
    """Whom a text names as its reporters, where it opens or as the last thing; else nobody."""
    for paragraph in text[:_BEGINNING].split("\n"):
        opening = korean_opening(paragraph) if paragraph[:1] in OPENS else None
        if opening is not None and opening.reporters:
            return list(opening.reporters)
    if "@" not in text[-_END:]:
        return []
    signed = _SIGNED.search(text, max(0, len(text) - _END))
    return [signed[1] or signed[2]] if signed is not None else []
