"""Expressions that are compiled when they are first used are like any others."""

from __future__ import annotations

import re

import pytest

from newsgrep.text.lazy_regex import regex


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    quay = regex(r"(?P<name>q)uay", re.IGNORECASE)
    assert compiled == []
    for _ in range(3):
        assert quay.search("The Quay") is not None
        assert quay.sub(r"<\g<name>>", "a quay") == "a <q>"
    assert compiled == [r"(?P<name>q)uay"]
    assert (quay.pattern, quay.flags & re.IGNORECASE) == (r"(?P<name>q)uay", re.IGNORECASE)


def test_bytes_too() -> None:
    assert regex(rb"\d+").findall(b"1 and 22") == [b"1", b"22"]


def test_what_a_pattern_does_not_have() -> None:
    with pytest.raises(AttributeError):
        _ = regex("a").nothing  # type: ignore[attr-defined]
