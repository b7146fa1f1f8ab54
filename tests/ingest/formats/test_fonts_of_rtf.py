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
