"""Forms of words where a stemmer takes letters off a word's beginning, or writes other letters.

What is right is told by stemming the whole vocabulary, which is what looking at few of its words
has to give as well.
"""

from __future__ import annotations

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.text.stems import forms

VOCABULARIES = {
    "indonesian": """ajar belajar pelajar pelajaran mengajar diajarkan pengajar sapu menyapu penyapu
        pukul memukul pemukul dipukul terpukul perlu memerlukan diperlukan
        keperluan tulis menulis penulis ditulis tertulis ketua mengetuai
        berlayar pelayar layar information informasi berinformasi""",
    "irish": """bord mbord bhord cat gcat chat doras ndoras dhoras fear bhfear fhear gort ngort
        ghort máthair mháthair pobal bpobal phobal teach dteach theach saol
        shaol tsaol amach""",
    "esperanto": """cevalo cevaloj ceval cxevalo cxevaloj sxipo sxipoj sipo sipoj auxto auto autoj
        hundo hundoj jxurnalo jurnalo gxardeno gardeno""",
    "serbian": """dete dijete djeca deca mleko mlijeko mljekar млеко млијеко дете дијете деца žena
        жена жене љубав љубави ljubav ljubavi њен njen čovek човек људи ljudi
        полje поље polje đak ђак djak""",
    "arabic": "كتاب الكتاب بالكتاب والكتاب كتب مكتبة information",
    "persian": "کتاب کتابها کتابهای میروم نمیروم information",
    "tamil": "மரம் மரங்கள் மரத்தில் information",
    "yiddish": "געשריבן שרייבן שרייבט information",
}
CODES = {
    "indonesian": "id", "irish": "ga", "esperanto": "eo", "serbian": "sr", "arabic": "ar",
    "persian": "fa", "tamil": "ta", "yiddish": "yi",
}  # fmt: skip


def all_forms(word: str, language: str, vocabulary: list[str]) -> set[str]:
    """The words of a vocabulary with the same stem, each of them stemmed."""
    stem = Stemmer.Stemmer(language).stemWord
    return {each for each in vocabulary if each != word and stem(each) == stem(word)}


@pytest.mark.parametrize("language", VOCABULARIES)
def test_few_words_are_looked_at_and_none_is_missed(language: str) -> None:
    vocabulary = sorted({*" ".join(VOCABULARIES.values()).split()})
    asked: list[str] = []

    def with_prefix(prefix: str) -> list[str]:
        asked.append(prefix)
        return [word for word in vocabulary if word.startswith(prefix)]

    for word in vocabulary:
        if word.isalpha():
            plain = [each for each in vocabulary if each.isalpha()]
            found = set(forms(word, CODES[language], with_prefix)) & set(plain)
            assert found == all_forms(word, language, plain), word
    assert "" not in asked


@pytest.mark.parametrize("language", ["indonesian", "irish", "esperanto"])
@given(words=st.lists(st.text("abcdefgijklmnoprstuxy", min_size=3, max_size=9), max_size=40))
def test_of_any_words_as_well(language: str, words: list[str]) -> None:
    vocabulary = sorted({*words, *VOCABULARIES[language].split()})

    def with_prefix(prefix: str) -> list[str]:
        return [word for word in vocabulary if word.startswith(prefix)]

    for word in words:
        found = set(forms(word, CODES[language], with_prefix))
        assert found == all_forms(word, language, vocabulary)


def test_no_one_is_no_noon() -> None:
    vocabulary = ["noon", "noons", "noone"]
    assert forms("noon", "en", lambda prefix: vocabulary) == ["noons"]
    assert forms("noone", "en", lambda prefix: vocabulary) == []
