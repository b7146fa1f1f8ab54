"""Makes ``letter_pairs.py``: the pairs of letters by which the encoding of a text is told.

    python tools/make_letter_pairs.py UDHR > src/newsgrep/ingest/formats/letter_pairs.py

``UDHR`` is a folder with the Universal Declaration of Human Rights as ``est.txt``, ``bel.txt``, …
(nltk_data, ``udhr2``). The frequencies of words are those of wordfreq (``pip install wordfreq``;
its data are under CC BY-SA 4.0, of which pairs of letters in their order are taken).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import wordfreq

OF_FREQUENCIES = (
    "fr es pt it ca de nl da no sv fi is pl cs sk hu ro sl sh lt lv tr vi ru uk bg mk el he ar fa"
    " ur en"
).split()
OF_DECLARATION = {"et": "est", "be": "bel", "eo": "epo", "sq": "als", "mt": "mlt"}
OTHER_CODES = {"no": "nb"}
LETTERS = {
    "fr": "àâçèéêëîïôùûüœæ", "es": "áéíñóúü", "pt": "ãáàâçéêíõóôú", "it": "àèéìíòóù",
    "ca": "àçèéíïòóúü", "de": "äöüß", "nl": "éëèïöüó", "da": "æøåé", "no": "æøåéòô", "sv": "åäöé",
    "fi": "äöå", "is": "áéíóúýðþæö", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "ro": "ăâîșțşţ", "sl": "čšž", "sh": "čćđšž",
    "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "tr": "çğıöşüâî", "vi": "", "et": "äõöüšž",
    "eo": "ĉĝĥĵŝŭ", "sq": "ëç", "mt": "ċġħżàèìòù", "en": "éèïç",
}  # fmt: skip
"""The letters beyond ASCII of languages in Latin letters; any where there are none."""
MOST_OF_LATIN, MOST_OF_OTHERS, SHARE = 260, 400, 0.998
WORDS = 20_000
COMMON = 14
WITH_SHARP_S = """groß große großen großer großes größe größer größte größten größeren
großbritannien großmutter vergrößern heiß heiße heißt heißen hieß hießen weiß weiße weißen weißt
straße straßen straßenbahn spaß maß maße maßen maßnahme maßnahmen maßgeblich außer außerdem außen
außerhalb außenminister äußern äußerst äußerung schließlich schließen schließt ausschließlich
anschließend gruß grüße grüßen fuß füße füßen fußball fußgänger dreißig süß süße stoß stoßen stößt
anstoß verstoß bloß gemäß mäßig regelmäßig regelmäßigen fließen fließt genießen ließ ließen verließ
stieß beißen reißen schweiß fleiß fleißig saß saßen vergaß aß gießen schießen gefäß
draußen büßen""".split()
"""German words; wordfreq has them with ``ss`` alone."""
SERBIAN = str.maketrans(
    dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def words(language: str, declaration: Path) -> Iterator[tuple[str, float]]:
    """The words of a language, each with its weight."""
    if language == "sr":
        for word, weight in words("sh", declaration):
            whole = word.replace("lj", "љ").replace("nj", "њ").replace("dž", "џ")
            yield whole.translate(SERBIAN), weight
    elif language in OF_DECLARATION:
        text = (declaration / f"{OF_DECLARATION[language]}.txt").read_text(encoding="utf-8")
        yield from Counter(re.findall(r"[^\W\d_]+", text.lower())).items()
    else:
        code = OTHER_CODES.get(language, language)
        for word in wordfreq.top_n_list(code, WORDS):
            weight = wordfreq.word_frequency(word, code) ** 0.75
            yield unicodedata.normalize("NFC", word), weight
        for word in WITH_SHARP_S if language == "de" else ():
            yield word, wordfreq.word_frequency(word, code) ** 0.75


def as_encoded(word: str, language: str) -> str:
    """A word as single bytes have it: Romanian with cedillas, Vietnamese with tones apart."""
    if language == "ro":
        return word.replace("ș", "ş").replace("ț", "ţ")
    if language != "vi":
        return word
    signs: list[str] = []
    for sign in word:
        try:
            sign.encode("cp1258")
            signs.append(sign)
        except UnicodeError:
            parts = unicodedata.normalize("NFD", sign)
            tones = "".join(mark for mark in parts[1:] if mark in TONES)
            bare = "".join(mark for mark in parts if mark not in TONES)
            signs.append(unicodedata.normalize("NFC", bare) + tones)
    return "".join(signs)


def pairs(language: str, declaration: Path) -> str:
    """The commonest pairs of a language with a letter beyond ASCII, one behind the other."""
    counts: Counter[str] = Counter()
    for word, weight in words(language, declaration):
        own = LETTERS.get(language)
        if own is None and any(sign.isascii() and sign.isalpha() for sign in word):
            continue
        if own and any(not sign.isascii() and sign not in own for sign in word):
            continue
        bounded = f"_{as_encoded(word, language)}_"
        for at in range(len(bounded) - 1):
            if not bounded[at : at + 2].isascii():
                counts[bounded[at : at + 2]] += weight  # type: ignore[assignment]
    most = MOST_OF_LATIN if language in LETTERS else MOST_OF_OTHERS
    found, told = "", 0.0
    for pair, weight in counts.most_common(most):
        found, told = found + pair, told + weight
        if told > SHARE * counts.total():
            break
    return found


def common(language: str, declaration: Path) -> str:
    """The commonest words of a language that are written in ASCII."""
    ranked = sorted(words(language, declaration), key=lambda one: -one[1])
    return " ".join([word for word, _ in ranked if re.fullmatch("[a-z]{2,}", word)][:COMMON])


def main() -> None:
    declaration = Path(sys.argv[1])
    languages = [*OF_FREQUENCIES, *OF_DECLARATION, "sr"]
    print(
        f"LETTER_PAIRS = { ({one: pairs(one, declaration) for one in languages if one != 'en'}) }"
    )
    print(f"COMMON_WORDS = { ({one: common(one, declaration) for one in LETTERS}) }")


if __name__ == "__main__":
    main()
