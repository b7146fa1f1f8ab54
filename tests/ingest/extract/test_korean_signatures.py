"""Reporters behind the last sentence of Korean texts."""

from __future__ import annotations

import time

import pytest

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.body.page_ends import signed_alone
from newsgrep.ingest.extract.head.korean_signatures import reporters_behind
from newsgrep.ingest.raw_document import Form, RawDocument

STORY = (
    "오를로의 여객선 회사는 월요일 마지막 배를 베르겐에 팔았다고 밝혔다. "
    "그는 “항구는 다시 열린다”고 말했다."
)


@pytest.mark.parametrize(
    ("behind", "names"),
    [
        ("홍길동 기자 hong@orlo.example", ["홍길동"]),
        ("홍길동 군사전문기자 hong@orlo.example  ·김영희 기자 /워싱턴=박철수 특파원",
         ["홍길동", "김영희", "박철수"]),
        (" 홍길동 기자 hong@orlo.example 박다솜 인턴기자 항구대 언론홍보학과 4학년",
         ["홍길동", "박다솜"]),
        ("홍길동 hong@orlo.example  / 성주=김영희 기자박철수 인턴기자 항구대 사회교육과 졸업",
         ["홍길동", "김영희", "박철수"]),
        ("홍길동 hong@orlo.example ·김영희·박철수 기자", ["홍길동", "김영희", "박철수"]),
        ("베르겐=홍길동 특파원 / 김영희·박철수 기자", ["홍길동", "김영희", "박철수"]),
        ("홍길동 기자 hong@orlo.example  ·괌=국방부 공동취재단", ["홍길동"]),
        ("홍길동 항구사이언스 기자 hong@orlo.example", ["홍길동"]),
    ],
)  # fmt: skip
def test_reporters_behind_the_last_sentence(behind: str, names: list[str]) -> None:
    assert reporters_behind(f"{STORY}{behind}") == names
    assert reporters_behind(f"{STORY}\n\n{behind.strip()}\n") == names
    text = f"여객선 회사, 마지막 배를 팔다\n\n{STORY} {STORY}\n\n{STORY}{behind}"
    assert list(article_from(RawDocument(Form.TEXT, text), "a.txt").authors) == names
    assert [claim.value for claim in signed_alone([STORY, STORY, f"{STORY}{behind}"])] == names


@pytest.mark.parametrize(
    "behind",
    [
        "홍길동 기자",  # whose picture it may be
        "홍길동 항구정책연구원 부원장 hong@orlo.example",
        "문의는 홍길동 기자 hong@orlo.example 로 보내면 된다.",
        "성주=사진 제공",
        "표=2019년 항구 통계",
    ],
)
def test_what_names_no_reporter(behind: str) -> None:
    assert reporters_behind(f"{STORY}{behind}") == []


def test_a_long_run_of_syllables_takes_no_time() -> None:
    began = time.perf_counter()
    assert reporters_behind(f"{STORY}{'김' * 60} {'기자 김가나 ' * 30}@=가") == []
    assert time.perf_counter() - began < 1
