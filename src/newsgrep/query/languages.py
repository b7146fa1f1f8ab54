"""Names of languages, in English and in the language itself, and their ISO 639-1 codes."""

from __future__ import annotations

from newsgrep.text.fold import fold

_NAMES = {
    "af": "afrikaans", "sq": "albanian shqip", "am": "amharic", "ar": "arabic العربية",
    "hy": "armenian հայերեն", "az": "azerbaijani azeri", "eu": "basque euskara",
    "be": "belarusian беларуская", "bn": "bengali bangla বাংলা", "bs": "bosnian bosanski",
    "bg": "bulgarian български", "my": "burmese myanmar", "ca": "catalan català catala",
    "zh": "chinese mandarin 中文 汉语 漢語", "hr": "croatian hrvatski", "cs": "czech čeština cesky",
    "da": "danish dansk", "nl": "dutch nederlands flemish", "en": "english",
    "eo": "esperanto", "et": "estonian eesti", "fi": "finnish suomi",
    "fr": "french français", "gl": "galician galego", "ka": "georgian ქართული",
    "de": "german deutsch", "el": "greek ελληνικά", "gu": "gujarati", "ht": "haitian",
    "ha": "hausa", "he": "hebrew עברית", "hi": "hindi हिन्दी", "hu": "hungarian magyar",
    "is": "icelandic íslenska", "ig": "igbo", "id": "indonesian", "ga": "irish gaeilge",
    "it": "italian italiano", "ja": "japanese 日本語", "kn": "kannada", "kk": "kazakh",
    "km": "khmer", "rw": "kinyarwanda", "ko": "korean 한국어", "ku": "kurdish kurdî",
    "ky": "kyrgyz", "lo": "lao", "la": "latin", "lv": "latvian latviešu",
    "lt": "lithuanian lietuvių", "lb": "luxembourgish", "mk": "macedonian македонски",
    "mg": "malagasy", "ms": "malay", "ml": "malayalam", "mt": "maltese malti",
    "mi": "maori", "mr": "marathi", "mn": "mongolian", "ne": "nepali",
    "no": "norwegian norsk bokmål nynorsk nb nn", "om": "oromo", "ps": "pashto",
    "fa": "persian farsi فارسی", "pl": "polish polski", "pt": "portuguese português",
    "pa": "punjabi panjabi", "ro": "romanian română", "ru": "russian русский",
    "sr": "serbian srpski српски", "si": "sinhala", "sk": "slovak slovenčina",
    "sl": "slovene slovenian slovenščina", "so": "somali", "es": "spanish español castellano",
    "sw": "swahili kiswahili", "sv": "swedish svenska", "tl": "tagalog filipino",
    "tg": "tajik", "ta": "tamil தமிழ்", "te": "telugu", "th": "thai ไทย", "ti": "tigrinya",
    "tr": "turkish türkçe", "tk": "turkmen", "uk": "ukrainian українська", "ur": "urdu اردو",
    "ug": "uyghur", "uz": "uzbek", "vi": "vietnamese", "cy": "welsh cymraeg", "xh": "xhosa",
    "yi": "yiddish", "yo": "yoruba", "zu": "zulu",
    "aa": "afar", "ab": "abkhaz", "ak": "akan twi tw", "an": "aragonese", "as": "assamese",
    "ay": "aymara",
    "ba": "bashkir", "bm": "bambara", "bo": "tibetan", "br": "breton brezhoneg", "ce": "chechen",
    "co": "corsican corsu", "cv": "chuvash", "dv": "divehi dhivehi", "dz": "dzongkha",
    "ee": "ewe", "ff": "fula fulah", "fo": "faroese føroyskt", "fy": "frisian frysk",
    "gd": "gaelic gàidhlig", "gn": "guarani", "ia": "interlingua", "jv": "javanese",
    "kg": "kongo", "ki": "kikuyu", "kl": "greenlandic kalaallisut", "ks": "kashmiri",
    "lg": "luganda ganda", "li": "limburgish limburgs", "ln": "lingala", "nd": "ndebele",
    "ny": "chichewa nyanja", "oc": "occitan", "or": "odia oriya", "os": "ossetian",
    "qu": "quechua", "rm": "romansh rumantsch", "rn": "rundi kirundi", "sa": "sanskrit",
    "sc": "sardinian sardu", "sd": "sindhi", "se": "sami sámi", "sg": "sango", "sm": "samoan",
    "sn": "shona", "ss": "swati", "st": "sotho sesotho", "su": "sundanese", "tn": "tswana setswana",
    "to": "tongan", "ts": "tsonga", "tt": "tatar", "ve": "venda", "vo": "volapük",
    "wa": "walloon", "wo": "wolof", "za": "zhuang",
}  # fmt: skip

LANGUAGES: dict[str, str] = {
    fold(name): code for code, names in _NAMES.items() for name in names.split()
}
"""Codes by folded name: ``english`` → ``en``, ``deutsch`` and ``german`` → ``de``."""


def language_code(given: str) -> str | None:
    """The code for a name or a code in any case; None where it is neither.

    Languages without a code of two letters have one of three (ISO 639-3), which is taken as it is.
    """
    name = fold(given.strip())
    if name in _NAMES or (len(name) == 3 and name.isascii() and name.isalpha()):
        return LANGUAGES.get(name, name)
    return LANGUAGES.get(name)
