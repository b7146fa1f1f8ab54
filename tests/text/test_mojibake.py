"""Mojibake undone, where what comes of it is a text."""

from __future__ import annotations

import pytest

from newsgrep.text.mojibake import repaired

TEXTS = (
    "Le café était fermé, dit René, mais l’été a ramené la clientèle.",
    "Причал откроется в мае, сказал мэр BA-порта во вторник.",
    "Przystań zostanie otwarta w maju, powiedział burmistrz, także źródła.",
    "市長は火曜日、Ferry Oneの船が五月に出ると言った。",
)


@pytest.mark.parametrize("text", TEXTS[:3])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_utf_8_that_was_read_as_another_encoding(text: str, encoding: str) -> None:
    try:
        wrong = text.encode().decode(encoding)
    except UnicodeDecodeError:
        pytest.skip("not every byte is a sign")
    assert repaired(wrong) == (text, True)


@pytest.mark.parametrize("encoding", ["gbk", "euc_kr", "cp1251", "cp874"])
def test_other_encodings_that_were_read_wrongly_are_not_repaired_in_places(encoding: str) -> None:
    """Some of their bytes are UTF-8 by chance; putting these right makes no text of it."""
    text = {
        "gbk": "不同版本对固件启动模式和分区表有不同的需求，港口五月开放，市长周二说，渡轮免费。",
        "euc_kr": "항구의 신문은 나온다. 특별 보좌관은 오바마 대통령 디지털 부문을 맡았다.",
        "cp1251": "Сірыя ў будучыні выпускаць лекі разам з Беларуссю.",
        "cp874": "ท่าเรือจะเปิดอีกครั้งในเดือนพฤษภาคม แม้ว่าการเปลี่ยนไปใช้ระบบดิจิตัล",
    }[encoding]
    wrong = text.encode(encoding).decode("cp1252", "replace")
    assert repaired(wrong) == (wrong, False)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_left_as_it_is(text: str) -> None:
    assert repaired(text) == (text, False)


def test_utf_8_that_was_read_as_mac_roman_beside_signs_that_were_not() -> None:
    wrong = "Mbapp√©‚Äôs club, the editor‚Äôs note. © 2016 Quay ™"
    assert repaired(wrong) == ("Mbappé’s club, the editor’s note. © 2016 Quay ™", True)
