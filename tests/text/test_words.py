"""What a word is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgrep.text.fold import fold
from newsgrep.text.sentences import paragraphs, sentences
from newsgrep.text.stems import forms
from newsgrep.text.words import Chunks, analyse, calm, count_words, words


def terms(text: str) -> list[tuple[str, ...]]:
    return [part.terms for word in words(text) for part in word.chunk.parts]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Guzmán", [("guzman",)]),
        ("Mexico’s", [("mexico",)]),
        ("O'Brien", [("obrien",)]),
        ("1,400", [("1400",)]),
        ("3.5", [("3.5",)]),
        ("l'homme", [("l",), ("homme",)]),
        ("qu’il", [("qu",), ("il",)]),
        ("Straße", [("strasse",)]),
        ("Øresund", [("oresund",)]),
        ("end.Next", [("end",), ("next",)]),
        ("Rock 'n' Roll", [("rock",), ("n",), ("roll",)]),
        ("The Who", [("the",), ("who",)]),
    ],
)
def test_words_are_folded(written: str, expected: list[tuple[str, ...]]) -> None:
    assert terms(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("US", ("us", "US")),
        ("U.S.", ("us", "US")),
        ("D.E.A.", ("dea", "DEA")),
        ("DEA's", ("dea", "DEA")),
        ("MPs", ("mps", "MP+")),
        ("us", ("us",)),
        ("WASHINGTON", ("washington",)),
        ("I", ("i",)),
    ],
)
def test_acronyms_keep_their_case(written: str, expected: tuple[str, ...]) -> None:
    assert terms(written) == [expected]


def test_capitals_mark_no_acronym_in_a_line_that_is_all_capitals() -> None:
    assert terms("WHO WILL PAY FOR US AID\nThe WHO will.")[:2] == [("who",), ("will",)]
    assert ("who", "WHO") in terms("WHO WILL PAY FOR US AID\nThe WHO will.")


def test_a_hyphenated_word_is_its_parts_and_the_joined_word() -> None:
    chunk = analyse("anti-narcotics")
    assert [part.terms[0] for part in chunk.parts] == ["anti", "narcotics"]
    assert chunk.joined == "antinarcotics"
    assert terms("US-Mexico") == [("us", "US"), ("mexico",)]


def test_chinese_is_indexed_as_overlapping_pairs() -> None:
    # The last character by itself as well, so that each is the first of some term.
    assert terms("中国人民") == [("中国",), ("国人",), ("人民",), ("民",)]


def test_offsets_are_those_of_the_text() -> None:
    text = "The U.S.-Mexico border"
    assert [text[word.start : word.end] for word in words(text)] == [
        "The",
        "U.S",
        "Mexico",
        "border",
    ]


def test_counting_counts_positions() -> None:
    assert count_words("US-Mexico trade, 1,400 trucks") == 5


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_calming_keeps_every_offset(text: str) -> None:
    assert len(calm(text)) == len(text)


@given(st.text(alphabet=list("aB1 é\u0301\u0947漢字’'-.,“\n\tZx9(‘_")))
def test_the_quick_patterns_find_what_the_slow_one_does(text: str) -> None:
    chunks = Chunks("{}|[,]")
    assert chunks.of(text).findall(text) == chunks.marked.findall(text)
    plain = text.translate(dict.fromkeys((0x301, 0x947)))
    assert chunks.plain.findall(plain) == chunks.marked.findall(plain)


@given(st.text(alphabet=st.characters(codec="utf-8")))
@example("㐀\xad")
def test_words_lie_within_the_text_in_order(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        for part in word.chunk.parts:
            assert 0 <= part.start < part.end <= word.end - word.start
            assert all(part.terms)
        last = word.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Mr. Smith met Dr. Jones. They spoke.", ["Mr. Smith met Dr. Jones.", "They spoke."]),
        ("The U.S. Border Patrol came.", ["The U.S. Border Patrol came."]),
        ("He left the U.S. The next day he came.", ["He left the U.S.", "The next day he came."]),
        ("risks dilution.”There will be", ["risks dilution.”", "There will be"]),
        ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
        ("What? No! Yes.", ["What?", "No!", "Yes."]),
        ("J. Edgar Hoover ran it.", ["J. Edgar Hoover ran it."]),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@given(st.text(alphabet="aA .!?\n“”'\"é1"))
def test_sentences_cover_their_paragraph(text: str) -> None:
    for first, last in paragraphs(text):
        spans = sentences(text, first, last)
        assert spans[0][0] == first
        assert spans[-1][1] == last
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start
            assert not text[end:start].strip()


def test_forms_share_a_stem_in_the_languages_of_the_archive() -> None:
    vocabulary = ["policies", "policy", "police", "policing", "price", "prices", "pricing"]

    def with_prefix(prefix: str) -> list[str]:
        return [word for word in vocabulary if word.startswith(prefix)]

    assert set(forms("policies", "en", with_prefix)) == {"policy"}
    assert set(forms("prices", "en", with_prefix)) == {"price", "pricing"}
    assert forms("7prices", "en", with_prefix) == []
