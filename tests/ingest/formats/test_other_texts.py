"""What a record's other texts say besides is kept, once."""

from __future__ import annotations

import random

import pytest

from newsgrep.ingest.formats.other_texts import with_other_texts

WORDS = """harbour board ferry quay berth crane captain sailor council mayor storm winter autumn
summer repair closed opened sold bought planned delayed north south bridge railway school""".split()
CHANCE = random.Random(5)


def sentence() -> str:
    return " ".join(CHANCE.choices(WORDS, k=14)).capitalize() + "."


LONG = "\n\n".join(" ".join(sentence() for _ in range(6)) for _ in range(60))
NOTE = "An earlier report of ours gave another day for the end of the night ferry to Bergen."


def test_a_note_below_a_long_text_is_kept() -> None:
    assert with_other_texts(LONG, [NOTE]) == f"{LONG}\n\n{NOTE}"


@pytest.mark.parametrize(
    "again",
    [
        LONG.replace("\n\n", "\n"),
        LONG[:3000] + " …",
        LONG.upper(),
        " ".join(word.strip(".").lower() for word in LONG.split() if len(word) > 5),
        " ".join(word.strip(".").lower()[:5] for word in LONG.split()),
    ],
    ids=["lines", "cut off", "capitals", "without small words", "stems"],
)
def test_the_same_text_in_another_form_is_not(again: str) -> None:
    assert with_other_texts(LONG, [again]) == LONG


def test_of_a_text_that_says_more_the_rest_is_kept() -> None:
    first = LONG.partition("\n\n")[0]
    assert with_other_texts(first, [f"{first}\n\n{NOTE}"]) == f"{first}\n\n{NOTE}"


def test_two_others_that_say_the_same_are_told_once() -> None:
    assert with_other_texts(LONG, [NOTE, NOTE.upper()]) == f"{LONG}\n\n{NOTE}"


def test_scripts_without_blanks() -> None:
    text = "港の理事会は月曜日に秋に最も古い埠頭を閉鎖することを決めた。" * 3
    note = "以前の記事では夜行フェリーの最終日が異なっていた。"
    assert with_other_texts(text, [note]) == f"{text}\n\n{note}"
    assert with_other_texts(text, [text[:20] + "…"]) == text


@pytest.mark.parametrize(
    "line",
    [
        "Turnout in the district of Perth was 41 percent, officials said on Thursday night.",
        "Turnout in the district of Leith was 52 percent, officials said on Thursday night.",
        "Turnout in the district of Leith was never 41 percent, officials said on Thursday night.",
    ],
)
def test_sentences_that_differ_in_a_name_a_number_or_a_word_are_kept(line: str) -> None:
    text = "Turnout in the district of Leith was 41 percent, officials said on Thursday night."
    assert with_other_texts(text, [line]) == f"{text}\n\n{line}"
    assert with_other_texts(text, [text.upper()]) == text
