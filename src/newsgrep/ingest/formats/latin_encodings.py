"""Which encoding a text of a Latin script is in, where nothing declares it.

The language tells: its common letters are in ASCII, whatever the encoding of the others, and each
language has letters that only some encodings turn out. (Alphabets as in Unicode's CLDR.)
"""

from __future__ import annotations

import re

from newsgrep.text.language import language_of
from newsgrep.text.lazy_regex import regex

_CENTRAL = ("cp1250", "iso-8859-2", "cp852", "mac-latin2")
_BALTIC = ("cp1257", "iso-8859-13", "cp775", "iso-8859-4")
_WESTERN = ("cp1252", "mac-roman", "cp850", "iso-8859-15")
_TURKISH = ("cp1254", "cp857", "mac-turkish", "iso-8859-3")
_ALPHABETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "pl": ("ąćęłńóśźż", _CENTRAL),
    "cs": ("áčďéěíňóřšťúůýž", _CENTRAL),
    "sk": ("áäčďéíĺľňóôŕšťúýž", _CENTRAL),
    "sl": ("čšž", _CENTRAL),
    "hr": ("čćđšž", _CENTRAL),
    "bs": ("čćđšž", _CENTRAL),
    "sr": ("čćđšž", _CENTRAL),
    "hu": ("áéíóöőúüű", _CENTRAL),
    "ro": ("ăâîșțşţ", (*_CENTRAL, "iso-8859-16")),
    "tr": ("çğıöşüâîûİ", _TURKISH),
    "lt": ("ąčęėįšųūž", _BALTIC),
    "lv": ("āčēģīķļņšūž", _BALTIC),
    "et": ("äõöüšž", _BALTIC),
    "ca": ("àçèéíïòóúü", _WESTERN),
    "da": ("æøåé", _WESTERN),
    "de": ("äöüß", _WESTERN),
    "es": ("áéíñóúü¿¡", _WESTERN),
    "fi": ("äöå", _WESTERN),
    "fr": ("àâçèéêëîïôùûüœ", _WESTERN),
    "it": ("àèéìíòóù", _WESTERN),
    "nl": ("éëèïöü", _WESTERN),
    "no": ("æøåé", _WESTERN),
    "pt": ("ãáàâçéêíõóôú", _WESTERN),
    "sv": ("åäöé", _WESTERN),
    "vi": ("ăâđêôơưàáãèéìíòóõùúý\u0300\u0301\u0303\u0309\u0323", ("cp1258",)),
}
"""For each language its letters beyond ASCII, and what it is written in, the commonest first."""

# What western texts are written with, and where: small letters with accents inside words,
# quotation marks at their edges.
_LIKELY = regex("(?<=[a-z])[àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ]|[àáâäçèéêëíîïñóôöøúûü](?=[a-z])"
                     "|(?<=[a-z])’(?=[a-z])|[“‘«](?=\\w)|(?<=[\\w.,!?])[”’»]|[–—…€£ ]|[¿¡](?=\\w)"
                     "|[ÀÉÈÊÁÍÓÚÑÖÄÜÇ](?=[A-Za-z])")  # fmt: skip
_QUOTES = "„“”‚‘’«»–—…€"
_TAG = regex(rb"<(script|style)\b.*?</\1\s*>|<[^<>]{0,2000}>", re.DOTALL | re.IGNORECASE)
_HIGH = regex(rb"[\x80-\xff]")
_BEFORE, _SAMPLE = 200, 1 << 14


def latin_encoding(data: bytes) -> str:
    """The encoding of a text in a Latin script: that of its language, or a western one."""
    sample = _sample(data)
    western = _western(sample)
    language = language_of(" ".join(sample.decode(western, "replace").split()))
    if language not in _ALPHABETS:
        language = _of_other(sample)  # read wrongly, Turkish looks like Turkmen
    if not language:
        return western
    letters, encodings = _ALPHABETS[language]
    return max((*encodings, western), key=lambda one: _fit(sample, one, letters))


def _of_other(sample: bytes) -> str:
    """The language of a text that has none, or none of these, in a western encoding: the first
    that another encoding gives."""
    for encoding, codes in (("cp1250", _CENTRAL), ("cp1254", _TURKISH), ("cp1257", _BALTIC)):
        language = language_of(" ".join(sample.decode(encoding, "replace").split()))
        if language in _ALPHABETS and _ALPHABETS[language][1][: len(codes)] == codes:
            return language
    return ""


def _fit(sample: bytes, encoding: str, letters: str) -> int:
    """How many of a text's signs beyond ASCII are its language's, less those that are not."""
    text = sample.decode(encoding, "replace")
    beyond = sum(not sign.isascii() for sign in text)
    capitals = letters.upper()
    own = f"[{letters}{_QUOTES}]|(?<![a-z{letters}])[{capitals}]"
    return 2 * sum(not sign.isascii() for sign in re.findall(own, text)) - beyond


def _sample(data: bytes) -> bytes:
    """The text around the first signs beyond ASCII, without markup."""
    if b"<" in data:
        data = _TAG.sub(b" ", data)
    high = _HIGH.search(data)
    start = max(0, high.start() - _BEFORE) if high is not None else 0
    return data[start : start + _SAMPLE]


def _western(sample: bytes) -> str:
    """Windows-1252, or MacRoman where the high bytes read better that way."""
    scores = {
        encoding: len(_LIKELY.findall(sample.decode(encoding, "replace")))
        for encoding in ("cp1252", "mac-roman")
    }
    return "mac-roman" if scores["mac-roman"] > 1.5 * scores["cp1252"] else "cp1252"
