"""Words that are divided at the ends of lines, as scans and old wires have them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.text.clean import clean_text
from newsgrep.text.divided_words import seam, whole_within, with_whole_words, words_of


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("the harbour infor-\nmation was late", "the harbour information\nwas late"),
        ("the harbour infor-\nma-\ntion was", "the harbour information\nwas"),
        ("he was, how-\never, late", "he was, however,\nlate"),
        ("the gov¬\nernment of Orlo", "the government\nof Orlo"),
        ("die Re⸗\ngierung von Orlo", "die Regierung\nvon Orlo"),
        ("the HAR-\nBOUR of Orlo", "the HARBOUR\nof Orlo"),
        ("the quay's depart-\nment’s boats", "the quay's department’s\nboats"),
        # What is the word's own stays.
        ("a well-\nknown captain", "a well-known\ncaptain"),
        ("a self-\nmade man", "a self-made\nman"),
        ("his brother-in-\nlaw came", "his brother-in-law\ncame"),
        ("a state-of-the-\nart crane", "a state-of-the-art\ncrane"),
        ("de l'eau-\nde-vie pour", "de l'eau-de-vie\npour"),
        ("men of 60-\nyears standing", "men of 60-years\nstanding"),
        ("an e-\nmail came", "an e-mail\ncame"),
        ("at http://quay.example/a-\npage now", "at http://quay.example/a-page\nnow"),
        # So are its uses elsewhere in the text.
        (
            "a cargo-\nladen boat; cargo-laden boats",
            "a cargo-laden\nboat; cargo-laden boats",
        ),
        ("a mis-\nled man was misled", "a misled\nman was misled"),
        (
            "of the quay-\ncrane; the crane of the quay",
            "of the quay-crane;\nthe crane of the quay",
        ),
    ],
)
def test_a_divided_word_is_whole_again_and_one_with_a_hyphen_keeps_it(
    lines: str, whole: str
) -> None:
    assert with_whole_words(lines) == whole


@pytest.mark.parametrize(
    "lines",
    [
        "the pre-\nand post-war sheds",
        "plans for two-\nor three-year loans",
        "Straßen- und Haupt-\nund Nebenwege",
        "he was tired-\nthe day was long",
        "the Anglo-\nSaxon boats",
        "a list: dintr-\nx",
        "dintr-\ndintre\ndoi",
        "see the slug-\nhttps://quay.example",
        "-O- rule -O-\nthen more",
        "a dash --\nand more",
    ],
)
def test_a_dash_and_what_stands_for_the_rest_of_a_word_are_left(lines: str) -> None:
    assert with_whole_words(lines) == lines


def test_indented_lines_stay_indented() -> None:
    assert with_whole_words("  the infor-\n  mation was\n  late") == (
        "  the information\n  was\n  late"
    )


def test_a_soft_hyphen_at_the_end_of_a_line_divides() -> None:
    assert clean_text("the infor\u00ad\nmation") == "the information"


def test_lines_of_print_are_joined_as_pdfium_has_them() -> None:
    def words() -> frozenset[str]:
        return words_of("the self\ufffe\nmade infor\ufffe\nmation")

    assert seam("the infor\ufffe", "mation", words) == ("the infor", "")
    assert seam("a self\ufffe", "made man", words) == ("a self", "-")
    assert seam("the Anglo\ufffe", "Saxon", words) == ("the Anglo", "-")
    assert seam("the quay", "of Orlo", words) == ("the quay", " ")
    assert whole_within("a self\ufffe made infor\ufffe mation", words) == "a self-made information"


@given(st.text(alphabet="abAB-¬ \n'/.", max_size=60))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    whole = with_whole_words(text)
    assert re.sub(r"[-¬\s]", "", whole) == re.sub(r"[-¬\s]", "", text)
    assert with_whole_words(whole).count("\n") <= whole.count("\n") <= text.count("\n")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("the US-\nled group", "the US-led\ngroup"),
        ("Die CDU-\ngeführte Regierung", "Die CDU-geführte\nRegierung"),
        ("the Trump-\nbacked man, of Trump", "the Trump-backed\nman, of Trump"),
        ("an oil-\nrich state of the oil", "an oil-rich\nstate of the oil"),
        ("les gens et Est-\nce que", "les gens et Est-ce\nque"),
        ("les gens et doit-\nil venir", "les gens et doit-il\nvenir"),
        ("он когда-\nнибудь придёт", "он когда-нибудь\nпридёт"),
        ("write to ann-\npoe@quay.example now", "write to ann-poe@quay.example\nnow"),
        ("het land- \nen tuinbouw", "het land- \nen tuinbouw"),
    ],
)
def test_hyphens_that_are_not_certain_to_divide_stay(lines: str, whole: str) -> None:
    assert with_whole_words(lines) == whole


def test_words_without_end_are_no_burden() -> None:
    """Each letter of a long word is looked at once: else this would take hours."""
    word = "a" * 300_000
    assert words_of(f"{word} infor-\nmation") == {word}
    assert with_whole_words(f"{word}\nthe infor-\nmation").endswith("the information")
    assert whole_within("a-" * 100_000, frozenset).startswith("a-a-")
