"""In which characters the fonts of an RTF are."""

from __future__ import annotations

import pytest

from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import RawDocument

RTF = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl%s}\pard Port {\f1 \'cf\'ee\'f0\'f2} \'e9\par}"


@pytest.mark.parametrize(
    "fonts",
    [
        r"{\f0 Arial;}{\f1\fcharset204 Arial;}",
        r"{\f0\fswiss Arial;}{\f1\fswiss\fcharset204 Arial;}",
        r"{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}",
    ],
)
def test_a_font_that_says_nothing_has_those_of_the_document(fonts: str) -> None:
    (document,) = read_bytes((RTF % fonts).encode(), "a.rtf")
    assert isinstance(document, RawDocument)
    assert document.content.strip() == "Port Порт é"


@pytest.mark.parametrize(
    ("charset", "coded", "text"),
    [
        (77, r"\'8e", "é"), (78, r"\'93\'fa\'96\'7b", "日本"), (79, r"\'a4\'a4", "中"),
        (80, r"\'c7\'d1", "한"), (82, r"\'f9\'e5", "שו"), (85, r"\'d6\'d0", "中"),
        (86, r"\'8e", "é"),
        (87, r"\'80", "А"), (88, r"\'a1", "ก"), (89, r"\'8e", "é"), (250, r"\'e9", "é"),
    ],
)  # fmt: skip
def test_fonts_of_the_mac_and_of_nobody(charset: int, coded: str, text: str) -> None:
    fonts = rf"{{\f0\fcharset0 Arial;}}{{\f1\fcharset{charset} Osaka;}}"
    rtf = rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{fonts}}}\pard Port {{\f1 {coded}}}\par}}"
    (document,) = read_bytes(rtf.encode(), "a.rtf")
    assert isinstance(document, RawDocument)
    assert document.content.strip() == f"Port {text}"


@pytest.mark.parametrize(
    ("page", "coded", "text"),
    [
        ("10000", r"\'8e", "é"), ("10001", r"\'93\'fa", "日"), ("10007", r"\'80", "А"),
        ("0", r"\'e9", "é"), ("99999", r"\'e9", "é"), ("1252", r"\'e9", "é"),
    ],
)  # fmt: skip
def test_code_pages_of_the_mac_and_of_nobody(page: str, coded: str, text: str) -> None:
    (document,) = read_bytes(rf"{{\rtf1\ansi\ansicpg{page} Port {coded}\par}}".encode(), "a.rtf")
    assert isinstance(document, RawDocument)
    assert document.content.strip() == f"Port {text}"
