"""The language of a text: by its script, by common English words, else by py3langid's model.

The codes are those of ISO 639-1; a language that has none there keeps its code of ISO 639-3.
Bokmål and Nynorsk are both ``no``, as stemmers have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

SAMPLE = 1200
"""Characters of a text that are looked at."""
_MODEL_SAMPLE = 600
"""Characters that the model reads; more of them make it no surer."""

_WORD = re.compile(r"[^\W\d_]+")

# Most archives hold little but English, so that a count of words answers first. Of 388 languages
# of the Universal Declaration of Human Rights none reaches these shares but English, Scots and
# the creoles of English, which the model takes for English as well.
_ENGLISH = frozenset(
    """the of and to in that is was for on with he as his it by at from said has have are be this
    not but had will were an its who they which been their would or after more about can could all
    also she her we you your i my our there than if when what no up out over into new one two so
    him them some only other first last year years week month months day today three five nine
    such those these every much most how where why being both including according through between
    while before because since during against told spokesman officials meeting foreign trade
    agreement president minister state american british european world work made take still back
    down just next early late start each must should does until within without another around
    however expected added following third fourth half january february march april july august
    september october november december monday tuesday wednesday thursday friday saturday sunday
    million billion net loss profit profits sales shares share quarter company market government
    people price prices stock note record ended prior dividend per cent bank ago mln dlrs cts shr
    shrs oper qtr revs avg vs pct""".split()
)
_ENOUGH_ENGLISH = ((0.2, 6), (0.18, 7))
"""Shares of them, and how many different ones."""

_OPENING = 100
"""Words of a text that tell by themselves: tables stand below."""
_MIN_LETTERS = 30
"""A text of fewer letters is too short for the model."""
_MIN_CONFIDENCE = 0.6
_RARE = frozenset("ace an bcl ext ff gcf gcr guw lij ltg vo".split())
_RARE_CONFIDENCE = 0.97
"""Languages of few texts, which the model gives for languages that it does not know (Maya)."""

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("hangul", "\uac00-\ud7af\u1100-\u11ff"),
    ("kana", "\u3040-\u30ff"),
    ("han", "\u3400-\u4dbf\u4e00-\u9fff"),
    ("greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("hebrew", "\u0590-\u05ff"),
    ("armenian", "\u0530-\u058f"),
    ("georgian", "\u10a0-\u10ff"),
    ("thai", "\u0e00-\u0e7f"),
    ("lao", "\u0e80-\u0eff"),
    ("khmer", "\u1780-\u17ff"),
    ("burmese", "\u1000-\u109f"),
    ("tibetan", "\u0f00-\u0fff"),
    ("ethiopic", "\u1200-\u137f"),
    ("sinhala", "\u0d80-\u0dff"),
    ("tamil", "\u0b80-\u0bff"),
    ("telugu", "\u0c00-\u0c7f"),
    ("kannada", "\u0c80-\u0cff"),
    ("malayalam", "\u0d00-\u0d7f"),
    ("gujarati", "\u0a80-\u0aff"),
    ("gurmukhi", "\u0a00-\u0a7f"),
    ("oriya", "\u0b00-\u0b7f"),
    ("thaana", "\u0780-\u07bf"),
    ("other", "\u0400-\u052f\u0600-\u077f\ufb50-\ufdff\ufe70-\ufeff\u0900-\u09ff"),
)
"""Characters of each script; of ``other`` are those that many languages share."""
_LETTERS_OF = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS}
_NOT_LATIN = re.compile("[" + "".join(letters for _, letters in _SCRIPTS) + "]")
_ONE_LANGUAGE = {
    "hangul": "ko", "han": "zh", "greek": "el", "armenian": "hy", "georgian": "ka", "thai": "th",
    "lao": "lo", "khmer": "km", "burmese": "my", "sinhala": "si", "tamil": "ta", "telugu": "te",
    "kannada": "kn", "malayalam": "ml", "gujarati": "gu", "gurmukhi": "pa", "oriya": "or",
    "thaana": "dv",
}  # fmt: skip
_TWO_LANGUAGES = {
    "hebrew": ("he", "yi", re.compile("[\u05f0-\u05f2]|\u05d0[\u05b7\u05b8]")),
    "tibetan": ("bo", "dz", re.compile("ཨིན")),
    "ethiopic": ("am", "ti", re.compile("ናይ|ኣብ")),
}
"""Scripts of two languages: the common one, and the other with what only it writes often."""
_OFTEN = 0.006
_KANA = 0.05
"""From this share of kana on, Chinese characters are Japanese."""
_MAINLY = 0.3

_SAME = {
    "nn": "no", "nb": "no", "pcm": "en", "wuu": "zh", "yue": "zh", "gan": "zh", "cmn": "zh",
    "arz": "ar", "ary": "ar", "sdh": "ku", "ckb": "ku", "kmr": "ku", "hbo": "he", "grc": "el",
    "kik": "ki", "gug": "gn", "uzs": "uz", "fuv": "ff", "prs": "fa", "pes": "fa", "ekk": "et",
    "lvs": "lv", "als": "sq", "zsm": "ms", "khk": "mn", "azj": "az", "uzn": "uz", "plt": "mg",
    "zxx": "", "und": "", "mul": "", "mis": "",
}  # fmt: skip
"""Codes of varieties, and the code under which an archive keeps them."""
_FAMILIES = (frozenset(("bs", "hr", "sr")), frozenset(("id", "ms")), frozenset(("cs", "sk")))
"""Languages so close that the model may waver between them while it is sure of all others."""


def language_of(text: str) -> str:
    """Code of the language of ``text``, from its beginning, or ``""`` where it is not sure."""
    sample = text[:SAMPLE]
    if not sample.isascii():
        foreign = len(_NOT_LATIN.findall(sample))
        if foreign and foreign > _MAINLY * sum(map(str.isalpha, sample)):
            return _by_script(sample, foreign)
        if foreign:  # a quotation
            sample = _NOT_LATIN.sub(" ", sample)
    lowered = sample.lower()
    if _is_english(lowered[:_MODEL_SAMPLE].split()):
        return "en"
    words = _WORD.findall(lowered)
    if _is_english(words[:_OPENING]) or _is_english(words):
        return "en"
    return _by_model(sample) if sum(map(len, words)) >= _MIN_LETTERS else ""


def contradicts(found: str, claimed: str) -> bool:
    """Whether a text's language rules out the one that it is said to be in.

    Programs write ``en`` where nobody told them otherwise; and letters are beyond doubt.
    """
    if not found or not claimed or found in (claimed, "la"):
        return False  # what is in Latin fills a page
    return claimed == "en" or _letters_of(found) != _letters_of(claimed)


def _letters_of(code: str) -> str:
    if code in _CYRILLIC:
        return "cyrillic"
    own = next((name for name, one in _ONE_LANGUAGE.items() if one == code), "")
    return own or ("kana" if code == "ja" else "other")


_CYRILLIC = frozenset("ru uk bg be mk kk ky mn tg tt ba cv".split())


def _is_english(words: list[str]) -> bool:
    english = list(filter(_ENGLISH.__contains__, words))
    if len(english) < _ENOUGH_ENGLISH[-1][0] * len(words):
        return False
    different = len(set(english))
    return any(
        len(english) >= share * len(words) and different >= least
        for share, least in _ENOUGH_ENGLISH
    )


def _by_script(sample: str, letters: int) -> str:
    counts = {name: len(pattern.findall(sample)) for name, pattern in _LETTERS_OF.items()}
    if counts["kana"] > _KANA * letters and counts["kana"] + counts["han"] > letters / 2:
        return "ja"
    script = max(counts, key=counts.__getitem__)
    if script in _TWO_LANGUAGES:
        common, other, marks = _TWO_LANGUAGES[script]
        return other if len(marks.findall(sample)) > _OFTEN * letters else common
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    return _by_model(sample) if letters >= _MIN_LETTERS else ""


def _by_model(sample: str) -> str:
    """The language that the model gives, where it is sure of it or of its family."""
    ranked: dict[str, float] = {}
    for code, probability in _ranking()(sample[:_MODEL_SAMPLE]):
        code = _SAME.get(code, code)
        ranked[code] = ranked.get(code, 0.0) + probability
    best = max(ranked, key=ranked.__getitem__)
    family = next((family for family in _FAMILIES if best in family), frozenset((best,)))
    least = _RARE_CONFIDENCE if best in _RARE else _MIN_CONFIDENCE
    return best if sum(ranked.get(code, 0.0) for code in family) >= least else ""


@cache
def _ranking() -> Callable[[str], list[tuple[str, float]]]:
    """py3langid's ``rank``; its model takes half a second and 76 MB: only where it is needed.

    Read here and not by py3langid, which unpacks it into a temporary file: where the disk is full,
    no article could be read.
    """
    import lzma
    from array import array
    from io import BytesIO

    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        data = BytesIO(packed.read())
    letters = {2: "H", 4: "I", 8: "L"}
    # Closed here: a signal that falls into what closes it later is printed, and lost.
    with np.load(data, allow_pickle=False) as model:
        nextmove, row = (
            array(letters[numbers.itemsize], numbers.tobytes())
            for numbers in (model["nextmove"], model["nextmove_row"])
        )
        identifier: Any = LanguageIdentifier(
            model["ptc"], model["pc"], model["classes"].tolist(), nextmove,
            model["out_feat"].tolist(), norm_probs=True, tk_row=row,
        )  # fmt: skip
    ranking: Callable[[str], list[tuple[str, float]]] = identifier.rank
    return ranking


_CODES = {
    three: two
    for line in """
    af:afr,afrikaans am:amh,amharic ar:ara,arb,arabic,العربية az:aze,azerbaijani be:bel,belarusian
    bg:bul,bulgarian,български bn:ben,bengali,bangla bs:bos,bosnian ca:cat,catalan,català
    cs:ces,cze,czech,čeština cy:cym,wel,welsh da:dan,danish,dansk de:deu,ger,german,deutsch,allemand
    el:ell,gre,greek,ελληνικά en:eng,english,anglais,englisch,inglés
    es:spa,spanish,español,castellano,espagnol,spanisch
    et:est,estonian,eesti eu:eus,baq,basque,euskara fa:fas,per,persian,farsi,فارسی
    fi:fin,finnish,suomi fr:fra,fre,french,français,französisch,francés
    ga:gle,irish gl:glg,galician,galego
    gu:guj,gujarati ha:hau,hausa he:heb,hebrew,עברית hi:hin,hindi,हिन्दी hr:hrv,croatian,hrvatski
    hu:hun,hungarian,magyar hy:hye,arm,armenian id:ind,indonesian,bahasa is:isl,ice,icelandic
    it:ita,italian,italiano,italien,italienisch ja:jpn,japanese,日本語 ka:kat,geo,georgian
    kk:kaz,kazakh km:khm,khmer kn:kan,kannada ko:kor,korean,한국어 ku:kur,kurdish ky:kir,kyrgyz
    lo:lao la:lat,latin lt:lit,lithuanian lv:lav,latvian mk:mkd,mac,macedonian ml:mal,malayalam
    mn:mon,mongolian mr:mar,marathi ms:msa,may,malay mt:mlt,maltese my:mya,bur,burmese
    ne:nep,nepali nl:nld,dut,dutch,nederlands,néerlandais,niederländisch
    no:nor,nob,nno,norwegian,norsk pa:pan,punjabi pl:pol,polish,polski ps:pus,pashto
    pt:por,portuguese,português,portugais,portugiesisch ro:ron,rum,romanian,română
    ru:rus,russian,русский,russe,russisch si:sin,sinhala sk:slk,slo,slovak,slovenčina
    sl:slv,slovenian,slovene so:som,somali sq:sqi,alb,albanian sr:srp,scc,serbian,српски
    sv:swe,swedish,svenska sw:swa,swh,swahili ta:tam,tamil te:tel,telugu tg:tgk,tajik
    th:tha,thai,ไทย
    tl:tgl,fil,tagalog,filipino tr:tur,turkish,türkçe uk:ukr,ukrainian,українська ur:urd,urdu
    uz:uzb,uzbek vi:vie,vietnamese xh:xho,xhosa yi:yid,ydd,yiddish yo:yor,yoruba
    zh:zho,chi,chinese,mandarin,中文 zu:zul,zulu
    """.split()
    for two, _, names in (line.partition(":"),)
    for three in names.split(",")
}
"""Two-letter codes by the three-letter ones and by names that exports and pages give."""
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]|$)")


def language_code(value: str) -> str:
    """The code in a language tag or name: ``en-US`` and ``English`` → ``en``, ``nb`` → ``no``.

    Of several the first. An empty string where it is neither.
    """
    tag = re.split(r"[;,/(]", value, maxsplit=1)[0].strip().lower()
    if tag in _CODES:
        return _CODES[tag]
    match = _TAG.match(tag)
    code = match.group(1) if match else ""
    return _SAME.get(code, _CODES.get(code, code))
