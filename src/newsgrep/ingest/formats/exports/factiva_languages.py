"""The names of languages as Factiva writes them, in each of its own."""

from __future__ import annotations

_LANGUAGES = {
    "en": "english englisch anglais inglés inglese inglês engels 英文 英语 英語",
    "de": "german deutsch allemand alemán tedesco alemão duits 德文 德语 ドイツ語",
    "fr": "french französisch français francés francese francês frans 法文 法语 フランス語",
    "es": "spanish spanisch espagnol español spagnolo espanhol spaans 西班牙文 スペイン語",
    "it": "italian italienisch italien italiano italiaans 意大利文 イタリア語",
    "pt": "portuguese portugiesisch portugais portugués português portoghese 葡萄牙文",
    "nl": "dutch niederländisch néerlandais holandés olandese nederlands 荷兰文",
    "zh": "chinese chinesisch chinois chino 中文",
    "ja": "japanese japanisch japonais japonés 日文 日本語",
    "ko": "korean koreanisch coréen coreano 韩文 韓国語",
    "ru": "russian russisch russe ruso 俄文 русский",
}
_CODE_OF = {name: code for code, names in _LANGUAGES.items() for name in names.split()}


def language_name(line: str) -> str:
    """The code of a language that is named in one of Factiva's languages, or an empty string."""
    return _CODE_OF.get(line.strip().casefold(), "")
