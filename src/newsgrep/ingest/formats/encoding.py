"""Bytes to text: which encoding a file is in."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.raw_document import MAX_DOCUMENT

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_CONTROL = bytes((*range(7), *range(14, 19)))
_STEP = 1 << 16
_SAMPLE = 1 << 16
_SAMPLE_OF_WORDS = 1 << 18


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    raw = error.object[error.start : error.end]
    return raw.decode("cp1252", "replace"), error.end


codecs.register_error("newsgrep-windows-1252", _as_windows_1252)


_LINE_ENDS = re.compile("\r\n?|\f")


def decode(data: bytes, declared: str = "") -> str:
    """The text of ``data``, its lines ended by ``\\n`` whatever ended them; never fails.

    A byte order mark decides; then UTF-8, whose stray bytes are read as Windows-1252; then
    what the document declares; then Windows-1252 for Latin scripts, and the guess of
    charset-normalizer for others.
    """
    text = _decoded(data, declared)
    return _LINE_ENDS.sub("\n", text) if "\r" in text or "\f" in text else text


def _decoded(data: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    if b"\x1b$" in data[:_SAMPLE]:
        # Seven bits with escape characters: UTF-8 as well, and nonsense in it.
        try:
            return data.decode("iso2022_kr" if b"\x1b$)C" in data[:_SAMPLE] else "iso2022_jp_ext")
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        return data.decode("utf-16-le" if _zeros_at_odd(sample) else "utf-16-be", "replace")
    multibyte = sum(len(match) for match in _MULTIBYTE.findall(data))
    high = len(_HIGH.findall(data))
    if 2 * multibyte > high:
        return data.decode("utf-8", "newsgrep-windows-1252")
    if declared:
        name = _AS_BROWSERS.get(declared.strip().lower().replace("-", "_"), declared)
        try:
            text = data.decode("cp1252" if _is_latin_1(declared) else name, "replace")
        except LookupError:
            pass
        else:
            # A character or two outside of it do not make another encoding of it.
            if text.count("\ufffd") <= max(high // 100, 2 if high > 40 else 0):
                return text
    # Latin scripts use high bytes one at a time, others for whole words.
    if 2 * sum(map(len, _HIGH_RUN.findall(data))) < high:
        return data.decode(_eastern(data[:_SAMPLE_OF_WORDS]) or _western(sample), "replace")
    return data.decode(_guess(sample), "replace")


# What western texts are written with, and where: small letters with accents inside words,
# quotation marks at their edges.
_LIKELY = re.compile("(?<=[a-z])[àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ]|[àáâäçèéêëíîïñóôöøúûü](?=[a-z])"
                     "|(?<=[a-z])’(?=[a-z])|[“‘«](?=\\w)|(?<=[\\w.,!?])[”’»]|[–—…€£ ]|[¿¡](?=\\w)"
                     "|[ÀÉÈÊÁÍÓÚÑÖÄÜÇ](?=[A-Za-z])")  # fmt: skip


def _western(sample: bytes) -> str:
    """Windows-1252, or MacRoman where the high bytes read better that way."""
    scores = {
        encoding: len(_LIKELY.findall(sample.decode(encoding, "replace")))
        for encoding in ("cp1252", "mac-roman")
    }
    return "mac-roman" if scores["mac-roman"] > 1.5 * scores["cp1252"] else "cp1252"


# The most frequent words with letters that only these encodings have, of the languages written in
# them; in Windows-1252 their bytes are other letters, and make no words.
_EASTERN = {
    "cp1250": (
        "się są być także też już będzie który która które został została może między jeśli było"
        " tę tą żeby mają będą właśně więc więcej przez jednak że żadnych"
        " že při již také není která který které může však před více proč těch být až česká české"
        " ještě společnosti řekl uvedl během což něco kteří jejích"
        " už ktorý ktorá ktoré môže keď ešte či sú tiež ľudí ďalej pričom"
        " če več še tudi že lahko ničesar čas čez"
        " će što više može također će već riječ između ovoga ništa"
        " hogy és első előtt között később ő idő nő erős történt elől időben szerű mű jövő nő idén"
        " şi și să că după până fără între această însă faţă preşedintele ţară ţării iar când"
    ),
    "cp1254": (
        "için bir olduğu olduğunu değil şöyle yıl aynı karşı şu dışında arasında başka bazı yaptığı"
        " şimdi çalışma yılında adlı ışık artık kadın sayısı nasıl ayrıca başkanı ırak ağır"
    ),
    "cp1257": (
        "yra už šių metų būti dėl jų iš kaip tačiau apie šį kurį lietuvos daugiau yra"
        " ir ka tā pēc kā būs gadā lai vēl arī tās viņš bija kuru jau vairāk ļoti šī"
    ),
    "cp1252": (
        "à été même très où après être déjà aussi français élections année"
        " für über können würde wäre müssen möchte natürlich könnte zurück größte später"
        " más también está según después años sólo país así día número qué él"
        " não são até já você há é está após também"
        " è più perché può già così sarà città però cioè"
        " är på för från också när då även så får år både själv"
        " også være når første før været år få"
        " että myös sekä hän mitä näin tämä olisi ettei"
        " og að það við því þeir þessi verið þetta með sínar"
    ),
}
_WORD_WITH_HIGH = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_ALSO = {"cp1250": "iso8859_2", "cp1254": "iso8859_9"}
_MOST_WORDS = 5000
_AS_BROWSERS = {
    "shift_jis": "cp932", "sjis": "cp932", "x_sjis": "cp932", "windows_31j": "cp932",
    "euc_kr": "cp949", "ks_c_5601_1987": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
    "big5": "big5hkscs",
}  # fmt: skip
"""Encodings that pages name, and the wider ones that they are written in (WHATWG Encoding)."""


@lru_cache(maxsize=1)
def _frequent() -> dict[str, frozenset[bytes]]:
    """The words as bytes, by encoding; those that are the same in several tell nothing."""
    found: dict[str, frozenset[bytes]] = {}
    for name, words in _EASTERN.items():
        for encoding in filter(None, (name, _ALSO.get(name, ""))):
            coded = (word.encode(encoding, "ignore") for word in words.split())
            found[encoding] = frozenset(word for word in coded if _HIGH.search(word) is not None)
    return found


def _eastern(sample: bytes) -> str:
    """The encoding of central or eastern Europe in which a text's words are words; empty for none.

    Nothing else tells Windows-1250 from Windows-1252: every byte is a letter in both.
    """
    words = [match.lower() for match in _WORD_WITH_HIGH.findall(sample)[:_MOST_WORDS]]
    hits = {
        encoding: sum(word in frequent for word in words)
        for encoding, frequent in _frequent().items()
    }
    western = hits.pop("cp1252")
    best = max(hits, key=lambda encoding: hits[encoding])
    return best if hits[best] >= 2 and hits[best] > 2 * western else ""


_DECLARED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,80}encoding=[\"']([\w-]+)[\"'][^>]{0,40}\?>"
)


def in_wider_encoding(data: bytes) -> bytes:
    """XML as UTF-8, where it declares an encoding that is usually written with more characters
    than it has; else as it is."""
    declared = _DECLARED.match(data[:200])
    if declared is None:
        return data
    name = declared[1].decode("ascii")
    if name.lower().replace("-", "_") not in _AS_BROWSERS:
        return data
    return decode(data[declared.end() :], name).encode()


def _is_latin_1(name: str) -> bool:
    # Browsers read what calls itself Latin-1 as Windows-1252 (WHATWG Encoding Standard).
    return name.strip().lower() in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii")


def _zeros_at_odd(sample: bytes) -> bool:
    return sample[1::2].count(0) >= sample[0::2].count(0)


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def read_document(stream: BinaryIO, most: int = MAX_DOCUMENT, what: str = "one article") -> bytes:
    """All of a stream of at most ``most`` bytes.

    Raises :class:`UnreadableFile` where it is longer, and calls it ``what``.
    """
    data = read_up_to(stream, most + 1)
    if len(data) > most:
        raise UnreadableFile(f"{what} of more than {most // 1_000_000} MB")
    return data


def read_up_to(stream: BinaryIO, most: int) -> bytes:
    """The next ``most`` bytes of a stream, or all that there are.

    In steps: asked for millions of bytes at once, a stream makes room for all of them first.
    """
    data = stream.read(min(_STEP, most))
    while len(data) < most and (more := stream.read(min(_STEP + len(data), most - len(data)))):
        data += more
    return data


def in_one_encoding(head: bytes) -> bytes:
    """The first bytes of a file, of UTF-16 and UTF-32 as UTF-8, so that marks in it are found."""
    for mark, encoding in _BOMS[1:]:
        if head.startswith(mark):
            whole = len(head) // 4 * 4
            return head[:whole].decode(encoding, "ignore").removeprefix("\ufeff").encode()
    if head[:1] == b"<" and head[1:2] == b"\x00":
        return head[: len(head) // 2 * 2].decode("utf-16-le", "ignore").encode()
    if head[:2] == b"\x00<":
        return head[: len(head) // 2 * 2].decode("utf-16-be", "ignore").encode()
    return head


@lru_cache(maxsize=4)
def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are not text in any encoding read here."""
    if head.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    # A stray zero or two are no sign of UTF-16, nor of what is no text.
    if head.count(0) <= len(head) // 500:
        control = len(head) - len(head.translate(None, _CONTROL))
        return control > len(head) // 50 + 1
    encoding = "utf-16-le" if _zeros_at_odd(head) else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    readable = sum(c.isprintable() or c in "\t\r\n\f" for c in text) - text.count("\ufffd")
    return readable < 0.95 * len(text)
