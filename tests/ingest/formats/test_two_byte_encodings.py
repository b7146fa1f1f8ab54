"""Chinese, Japanese and Korean in signs of two bytes, with Latin words among them."""

from __future__ import annotations

import pytest

from newsgrep.ingest.formats.encoding import decode

CHINESE = "据 OrloNet 报道，市长周二说，新的港口五月开放。Ferry One 和 Quay 公司都会派船。\n"
TRADITIONAL = "市長週二說，新的港口五月開放，Reddit和Spotify也會報導，每天有兩班船。\n"
JAPANESE = "Orlo市の港は五月に開く、と市長は火曜日に言った。Ferry One の船が毎日二回出る。\n"
KOREAN = "최근 인터뷰에서, Ann and Bob은 자신들이 Orlo 항구에서 일하는 사람이라고 말했다.\n"
WRITTEN = [
    (CHINESE, "gbk"),
    (CHINESE, "gb18030"),
    (TRADITIONAL, "gbk"),
    (TRADITIONAL, "big5"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
    (KOREAN, "euc_kr"),
    (KOREAN, "johab"),
]


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
@pytest.mark.parametrize("times", [1, 4, 900])
def test_latin_words_among_signs_of_two_bytes(text: str, encoding: str, times: int) -> None:
    assert decode((text * times).encode(encoding)) == text * times


@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_a_text_below_pages_of_ascii(text: str, encoding: str) -> None:
    page = "<script>" + "var quay = 'Sale';" * 9000 + f"</script><p>{text * 9}</p>"
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("港口将于五月重新开放", "gbk"),
        ("港は五月に開いた", "cp932"),
        ("港は五月に開いた", "euc_jp"),
    ],
)
def test_a_line_alone(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_bytes_that_look_like_utf_8_by_chance() -> None:
    """Half of these bytes are pairs of UTF-8, as many of Japanese are."""
    text = "text/html で、なにをしてるのかと思えば、はてなのページを全部読んでいた。\n"
    assert decode(text.encode("euc_jp")) == text


def test_utf_8_with_some_lines_in_another_encoding_is_utf_8() -> None:
    chinese, korean = "市长说，新的港口五月开放。\n".encode() * 5, KOREAN.encode() * 5
    assert decode(chinese + "café\n".encode("cp1252")).startswith("市长说")
    assert decode(korean + "café\n".encode("cp1252")).endswith("café\n")


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850", "cp437"])
def test_accents_of_dos_and_the_mac_are_no_signs_of_two_bytes(encoding: str) -> None:
    text = "Le café était fermé, mais l'été a déjà ramené la clientèle près du musée, dit René. "
    assert decode((text * 3).encode(encoding)) == text * 3


def test_english_contractions_are_no_japanese() -> None:
    text = "I’m sure we’ll say that they’d come, and you’ve seen it. " * 40
    assert decode(text.encode("cp1252")) == text


def test_a_list_of_rare_signs() -> None:
    """None is common, but in every other encoding they are rarer still."""
    text = "読めない字を並べた。" + "鬱蒼薔薇躊躇齟齬顰蹙爛漫饕餮魑魅罷免憂慮懺悔" * 2
    assert decode(text.encode("cp932")) == text
