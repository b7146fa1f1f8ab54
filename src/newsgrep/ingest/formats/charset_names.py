"""What encodings are called in documents, and which Python reads them with.

The labels are those of the WHATWG Encoding Standard, by which browsers read pages; beside them the
numbers that Windows gives code pages.
"""

from __future__ import annotations

import codecs

from newsgrep.text.lazy_regex import regex

_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "iso8859-2": "iso88592", "iso8859-3": "iso88593", "iso8859-4": "iso88594",
    "iso8859-5": "iso88595",
    "iso8859-6": "csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i iso88596",
    "iso8859-7": "iso88597 sun_eu_greek",
    "iso8859-8": "csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i iso88598 logical visual",
    "iso8859-10": "iso885910", "iso8859-13": "iso885913", "iso8859-14": "iso885914",
    "iso8859-15": "csisolatin9 iso885915",
    "koi8-r": "koi koi8", "koi8-u": "koi8-ru",
    "mac-roman": "csmacintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "cp874": "dos-874 iso885911 windows-874", "cp1250": "x-cp1250", "cp1251": "x-cp1251",
    "cp1252": "iso88591 x-cp1252", "cp1253": "x-cp1253", "cp1254": "iso88599 x-cp1254",
    "cp1255": "x-cp1255", "cp1256": "x-cp1256", "cp1257": "x-cp1257", "cp1258": "x-cp1258",
    "gbk": "csgb2312 gb_2312 gb_2312-80 x-gbk", "big5": "cn-big5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese x-euc-jp", "shift_jis": "windows-31j x-sjis",
    "euc_kr": "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601 windows-949",
    "utf-16-be": "unicodefffe",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff",
    # Not of the standard, but of programs that wrote pages and mail.
    "johab": "x-johab", "mac-latin2": "x-mac-ce x-mac-centraleurroman", "mac-greek": "x-mac-greek",
    "mac-turkish": "x-mac-turkish", "mac-iceland": "x-mac-icelandic",
    "mac-croatian": "x-mac-croatian", "mac-romanian": "x-mac-romanian",
}  # fmt: skip
"""For each encoding by Python's name the labels that Python does not know."""
_CODE_PAGES = {
    "708": "iso8859-6", "709": "iso8859-6", "819": "iso8859-1", "936": "gbk", "1361": "johab",
    "10000": "mac-roman", "10001": "cp932", "10002": "cp950", "10003": "cp949",
    "10004": "mac-arabic", "10005": "cp1255", "10006": "mac-greek", "10007": "mac-cyrillic",
    "10008": "gbk", "10010": "mac-romanian", "10017": "mac-cyrillic", "10021": "cp874",
    "10029": "mac-latin2", "10079": "mac-iceland", "10081": "mac-turkish",
    "10082": "mac-croatian", "20866": "koi8-r", "21866": "koi8-u", "50220": "iso2022_jp",
    "51932": "euc_jp", "51949": "euc_kr", "54936": "gb18030", "65001": "utf-8",
}  # fmt: skip
"""Code pages that Python has not by their number; of the Mac's what comes nearest."""
_PAGE = regex(r"(?:x_)?(?:cp|ms|win|windows|ibm|dos)_?(\d{3,5})")

# Browsers read these names as the vendors' encodings, which have more signs; iso-2022-jp-ext has
# half-width kana and JIS X 0212 beside the common signs.
_AS_BROWSERS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "shift_jis": "cp932", "euc_kr": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "big5": "big5hkscs", "iso2022_jp": "iso2022_jp_ext",
}  # fmt: skip


def codec_named(label: str) -> str:
    """Python's name of the encoding that a document means by ``label``, as browsers take it.

    Empty where nobody knows it.
    """
    try:
        name = codecs.lookup(label.strip(" \t\r\n\f\"'")).name
    except (LookupError, ValueError):
        return ""
    return _AS_BROWSERS.get(name, name)


def _of_python(name: str) -> codecs.CodecInfo | None:
    """What Python reads a label with that it does not know; its hyphens come as underscores."""
    known = _BY_LABEL.get(name, "")
    if not known and (page := _PAGE.fullmatch(name)):
        known = _CODE_PAGES.get(page[1], "" if name == f"cp{page[1]}" else f"cp{page[1]}")
    try:
        return codecs.lookup(known) if known else None
    except LookupError:
        return None


_BY_LABEL = {
    label.replace("-", "_"): name for name, labels in _LABELS.items() for label in labels.split()
}
# So that also what others decode knows them: the headers of mail, and RTF.
codecs.register(_of_python)
