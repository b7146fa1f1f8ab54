"""The language of a text, and the codes under which it is kept and asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import SEEDS

from newsgrep.query.languages import language_code as asked_language
from newsgrep.text import language
from newsgrep.text.language import language_code, language_of
from newsgrep.text.stems import stemmable

# Paragraphs of the Universal Declaration of Human Rights, which is in the public domain.
UDHR = [
    line.split("\t")
    for line in (SEEDS.parent / "tests" / "udhr.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("code", "text"), UDHR, ids=[code for code, _ in UDHR])
def test_a_paragraph_is_enough(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    "text", ["", "2016", "Shr 34 cts vs 1.19", "Kyiv", "Oslo 12:30", "100 % 40 % 2,5 %", "— —"]
)
def test_a_text_too_short_to_tell_has_no_language(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("東京", "zh"),
        ("東京で", "ja"),
        ("서울", "ko"),
        ("ราคาน้ำมัน", "th"),
        ("Samsung 갤럭시 S9 공개, 가격은 미정 (Galaxy S9)", "ko"),
        ("ראש הממשלה אמר כי ווטרגייט לא תחזור", "he"),
    ],
)
def test_a_script_of_one_language_tells_it_at_once(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_quotation_in_another_script_does_not_count() -> None:
    said = (
        "The minister wrote 政府周五表示不会提高燃油税 on the wall of the house, and then he left. "
    )
    assert language_of(said * 2) == "en"


def test_english_wire_copy_is_english() -> None:
    brief = "Oper shr profit 34 cts vs loss 53 cts\nOper net profit 3,337,000 vs 4,881,000\n"
    assert language_of(brief + "Revs 12.1 mln vs 14.3 mln\nAvg shrs 9,100,000") == "en"


def test_english_full_of_names_does_not_load_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "LEEDS, March 9 - Harbour operator Vale Quays Ltd said it signed an agreement under which"
        " Roe Cranes will design, deliver, install, test, repair and maintain quayside gantries,"
        " trolleys, hoists, spreaders at Leeds, Goole, Hull, Selby docks through December."
    )
    monkeypatch.setattr("newsgrep.text.language._by_model", lambda sample: "the model")
    assert language_of(text) == "en"


def test_codes_are_those_that_stemmers_take() -> None:
    tags = ["nb", "nn-NO", "nob", "Norwegian", "swe", "pt_BR", "GERMAN; DEUTSCH", "Français"]
    codes = [language_code(tag) for tag in tags]
    assert codes == ["no", "no", "no", "no", "sv", "pt", "de", "fr"]
    assert stemmable(codes) == codes


def test_a_language_that_the_model_does_not_know_is_none_of_few_texts() -> None:
    # Words of Yucatec Maya, of which the model makes the dialect of Extremadura.
    words = (
        "u k'aaba'il le kaajo' yéetel u j-meyajilo'ob ti' le noj najo' ku ya'aliko'ob tu k'iinil"
    )
    assert language_of(f"{words}. Le máako'obo' ku k'áatiko'ob u yojéelto'ob ba'ax k'iin.") == ""


def test_what_is_no_language_has_no_code() -> None:
    assert [language_code(v) for v in ("", "und", "mul", "x-klingon", "news")] == [""] * 5
    assert language_code("ceb") == "ceb"  # Cebuano has no code of two letters


def test_english_does_not_load_the_model() -> None:
    text = "The government said on Friday that it would not raise the tax on fuel this year."
    program = (
        "import sys; from newsgrep.text.language import language_of;"
        f"print(language_of({text!r} * 3), 'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.split() == ["en", "False"]


def test_every_language_that_is_told_can_be_asked_for() -> None:
    of_model = {code for code, _ in language._ranking()("the quay opens again in May")}
    of_scripts = {code for two in language._TWO_LANGUAGES.values() for code in two[:2]}
    told = of_model | of_scripts | set(language._ONE_LANGUAGE.values())
    kept = {language._SAME.get(code, code) for code in told | set(language._CODES.values())}
    assert [code for code in sorted(kept - {""}) if asked_language(code) != code] == []
