"""Encodings older than UTF-8: told by the language, or declared and read as browsers read them."""

from __future__ import annotations

import io
import unicodedata

import pytest
from conftest import SEEDS

from newsgrep import Article
from newsgrep.ingest.formats.encoding import decode, is_binary
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

# Paragraphs of the Universal Declaration of Human Rights, which is in the public domain.
UDHR = dict(
    line.split("\t")
    for line in (SEEDS.parent / "tests" / "udhr.tsv").read_text("utf-8").splitlines()
)
CENTRAL = ("cp1250", "iso-8859-2", "cp852", "mac-latin2")
WESTERN = ("cp1252", "mac-roman", "cp850", "cp437")
IN_USE = {
    "pl": CENTRAL, "cs": CENTRAL, "sk": CENTRAL, "sl": CENTRAL, "hu": CENTRAL,
    "tr": ("cp1254", "iso-8859-9", "cp857", "mac-turkish", "iso-8859-3"),
    "lt": ("cp1257", "iso-8859-13"), "lv": ("cp1257", "iso-8859-13"), "et": ("cp1257", "cp775"),
    "fr": WESTERN, "de": WESTERN, "es": WESTERN, "it": WESTERN, "sv": WESTERN,
    "ru": ("cp1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic", "cp855"),
    "el": ("cp1253", "iso-8859-7", "cp737"), "he": ("cp1255", "iso-8859-8", "cp862"),
    "ar": ("cp1256", "iso-8859-6"),
}  # fmt: skip


def read(name: str, data: bytes) -> list[Article]:
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    return [article for article in found if isinstance(article, Article)]


@pytest.mark.parametrize(
    ("language", "encoding"), [(code, name) for code, names in IN_USE.items() for name in names]
)
def test_the_language_tells_the_encoding(language: str, encoding: str) -> None:
    text = in_signs_of(encoding, UDHR[language])
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("Die Strafmaßnahmen galten für die Fähre und das ist nicht das Ende.", WESTERN),
        ("Von der Öffentlichkeit: Schließlich war es die Trümmer wert, sagt der Wirt.", WESTERN),
        ("Uprava je jučer predstavila nove ljude i neviđenu razinu rada za grad.", CENTRAL[:3]),
        ("Luko kapitonas bandė plaukti, sakė Girčys, ūkio skyrius.", ("cp1257", "cp775")),
    ],
)
def test_short_texts(text: str, encodings: tuple[str, ...]) -> None:
    for encoding in encodings:
        assert decode(text.encode(encoding)) == text


def in_signs_of(encoding: str, text: str) -> str:
    """A text as it was typed where an encoding has no curly quotation marks."""
    return text.replace("’", "'") if encoding in ("cp437", "cp850") else text


@pytest.mark.parametrize("encoding", ["cp437", "cp850"])
@pytest.mark.parametrize("language", ["fr", "de", "es", "sv"])
def test_boxes_and_blocks_around_a_text_of_dos(language: str, encoding: str) -> None:
    box = "┌────────────┐\n│  ORLO NEWS │\n├──────┬─────┤\n│ ▄▀█▀▄ ░▒▓█▓▒░ │\n└──┴─────────┘\n"
    text = in_signs_of(encoding, f"{box * 8}\n{UDHR[language]}\n{box}")
    assert decode(text.encode(encoding)) == text


def test_russian_of_dos_in_a_box() -> None:
    text = f"╔═══════════╗\n║  НОВОСТИ  ║\n╚═══════════╝\n{UDHR['ru']}\n"
    assert decode(text.encode("cp866")) == text


def test_polish_in_iso_8859_16() -> None:
    assert decode(UDHR["pl"].encode("iso-8859-16")) == UDHR["pl"]


def test_hebrew_that_is_stored_as_it_is_seen() -> None:
    text = "\n".join(line[::-1] for line in UDHR["he"].split("\n"))
    assert decode(text.encode("iso-8859-8")) == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman", "cp850"])
@pytest.mark.parametrize(
    "said",
    ["José Pérez and François Côté spoke", "a café in Zürich", "the naïve façade of Malmö"],
)
def test_names_among_english(said: str, encoding: str) -> None:
    text = f"{ENGLISH}{said}. {ENGLISH}"
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("sign", ["· one", "½ a pound", "5° below", "100 m² of land", "© 2004"])
def test_a_sign_among_english_is_no_letter_of_another_script(sign: str) -> None:
    text = f"{ENGLISH}{sign} {ENGLISH}"
    assert decode(text.encode("cp1252")) == text


def test_drawings_fill_the_beginning_of_a_long_text() -> None:
    text = "▄▀█▀▄ ░▒▓█▓▒░ ▄▀█▀▄\n" * 9000 + UDHR["de"] * 20
    assert decode(text.encode("cp437")) == text


def test_vietnamese_in_windows_1258_has_its_marks_behind_its_letters() -> None:
    text = (
        "Chữ Quốc ngữ là hệ chữ viết thống nhất chính thức hiện nay của tiếng Việt, sử dụng ký tự"
    )
    marked = "".join(map(_with_marks_behind, text))
    assert unicodedata.normalize("NFC", decode(marked.encode("cp1258"))) == text


def _with_marks_behind(letter: str) -> str:
    """A letter as Windows-1258 has it: the tone alone behind ``â``, ``ê``, ``ư`` and the like."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        others = [mark for mark in marks if mark not in tones]
        return unicodedata.normalize("NFC", base + "".join(others)) + "".join(tones)
    return letter


@pytest.mark.parametrize("encoding", ["iso-8859-15", "cp1252"])
def test_the_euro_and_the_letters_that_two_western_encodings_have_elsewhere(encoding: str) -> None:
    text = (
        "L'œuf de volaille est un produit agricole servant d'ingrédient entrant dans la recette "
        "de nombreux plats. Le prix de l'œuf était de 3 € la douzaine à la fin de l'année passée."
    )
    assert decode(text.encode(encoding)) == text


def test_text_behind_markup_tells_the_encoding() -> None:
    text = UDHR["tr"]
    script = "<script>" + "var point = 'Sale';" * 4000 + "</script>"
    page = f"<html><head>{script}</head><body><p>{text}</p></body></html>"
    assert text in decode(page.encode("cp1254"))


def test_a_table_in_windows_1250() -> None:
    table = f"title,text\nPierwszy,{UDHR['pl']!r}\nDrugi,żółć gęślą jaźń\n"
    first, second = read("a.csv", table.encode("cp1250"))
    assert UDHR["pl"][:40] in first.text
    assert second.text == "żółć gęślą jaźń"


FEED = """<?xml version="1.0" encoding="{declared}"?>
<rss version="2.0"><channel><title>{title}</title>
<item><title>{title}</title><description>{text}</description></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("declared", "used", "title"),
    [
        ("Shift_JIS", "cp932", "港の新聞①"),
        ("euc-kr", "cp949", "항구의 펲시콜라 소식"),
        ("gb2312", "gb18030", "港口的新聞與镕"),
        ("ISO-8859-9", "cp1254", "Limanın “sessiz” günü"),
        ("IBM855", "cp855", "Новости гавани"),
        ("TIS-620", "cp874", "ข่าวท่าเรือ…"),
    ],
)
def test_declared_encodings_have_the_signs_of_their_vendors(
    declared: str, used: str, title: str
) -> None:
    feed = FEED.format(declared=declared, title=title, text=f"{title} " * 5)
    (article,) = read("a.xml", feed.encode(used))
    assert (article.title, article.source) == (title, title)
    page = f'<html><head><meta charset="{declared}"><title>{title}</title></head><body><p>'
    assert title in decode((page + title).encode(used), declared)


def test_a_broken_sign_leaves_the_declared_encoding() -> None:
    text = "港の新聞は毎朝配られる。" * 10
    assert decode(text.encode("cp932") + b"\xfd\xfd", "Shift_JIS").startswith(text)


def test_a_page_that_declares_its_encoding_as_xml_does() -> None:
    page = "<p>港では毎朝、新聞が配られる。①</p>" * 5
    markup = f"<?xml version='1.0' encoding='Shift_JIS'?><html><body>{page}</body></html>"
    (article,) = read("a.html", markup.encode("cp932"))
    assert "港では毎朝" in article.text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("iso2022_kr", "항구의 신문은 매일 아침 나온다.\n" * 8),
        ("iso2022_jp", "港の新聞は毎朝配られる。\n" * 8),
    ],
)
def test_escape_sequences_are_no_binary(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert not is_binary(data)
    assert decode(data) == text


def test_a_feed_with_a_document_type_is_a_feed() -> None:
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Harbour//DTD RSS 0.91//EN" "http://harbour.example/rss.dtd">'
    )
    item = "<item><title>{0}</title><description>{0} opened.</description></item>"
    feed = (
        f'<?xml version="1.0"?>\n<!-- made by hand -->\n{doctype}\n<rss version="0.91"><channel>'
        f"<title>Harbour</title>{item.format('Quay')}{item.format('Lock')}</channel></rss>"
    )
    assert [article.title for article in read("a.xml", feed.encode())] == ["Quay", "Lock"]


WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize(
    "text",
    [
        "Набережная снова откроется в мае. Так сказали во вторник.",
        "يعاد فتح الرصيف في شهر مايو. هكذا قيل يوم الثلاثاء.",
        "ท่าเรือจะเปิดอีกครั้งในเดือนพฤษภาคม ตามที่กล่าว เมื่อวันอังคาร",
        "बंदरगाह मई में फिर से खुलेगा। मंगलवार को ऐसा कहा गया।",
        "Η προκυμαία ανοίγει ξανά τον Μάιο.\nΈτσι είπαν την Τρίτη.",
        "码头将于五月重新开放。\n他星期二说，一切已经准备好。",
        "Laituri avataan jälleen ”toukokuussa”, sanottiin tiistaina.",
    ],
)
def test_utf_16_and_32_without_a_mark(text: str, encoding: str) -> None:
    data = (text * 3).encode(encoding)
    assert decode(data) == text * 3
    assert not is_binary(data)


def test_zeros_that_stray_into_a_text_do_not_make_it_utf_16() -> None:
    style = "<style>a { TE\x00\x00XT-DECORATION: none } b { color: red }</style>"
    text = "Набережная снова откроется в мае. Так сказали во вторник. "
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}">{}'
    page = page.format("windows-1251", f"{style}</head><body><p>{text * 9}</p></body></html>")
    (article,) = read("a.htm", page.encode("cp1251"))
    assert text.strip() in article.text
    wire = f"{text * 9}\x00\n{text * 9}"
    assert decode(wire.encode("cp1251")) == wire


EAST = {
    "gb18030": "金色财经报道，本周一港口重新开放，渡轮因发动机故障停航。市长说，码头将于下周恢复。",
    "big5": "金色財經報導，本週一港口重新開放，渡輪因發動機故障停航。市長說，碼頭將於下週恢復。",
    "shift_jis": "気象庁によると、宮崎県で震度五弱を観測した。高知県に津波注意報が出ている。",
    "euc_jp": "気象庁によると、宮崎県で震度五弱を観測した。高知県に津波注意報が出ている。",
    "euc_kr": "더불어민주당 지도부가 전당대회 당대표 선거에 선호투표제를 도입하는 방안을 논의했다.",
}


@pytest.mark.parametrize("encoding", EAST)
@pytest.mark.parametrize("shift", range(4))
@pytest.mark.parametrize("parted", [True, False])
def test_a_long_text_is_told_wherever_its_sample_ends(
    encoding: str, shift: int, parted: bool
) -> None:
    """The beginning by which it is told may end within a sign, and have no blank or line end."""
    text = "x" * shift + (EAST[encoding] + ("\n" if parted else "")) * 1500
    text = text if parted else text.replace(" ", "")
    assert decode(text.encode(encoding)) == text


ENGLISH = "The harbour wall at Orlo gave way on Monday after a night of storm, the mayor said. " * 5


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("gb18030", "annually — proof — of growth"),
        ("gb18030", "“nobody was hurt”"),
        ("gb18030", "作者：石柱庄 | 中国日报"),
        ("gb18030", "港口"),
        ("euc_kr", "홍정수 기자"),
        ("euc_kr", "부산의 항구"),
    ],
)
def test_some_signs_of_two_bytes_among_english(encoding: str, said: str) -> None:
    """News in English from Asia has little of them: bytes that stand in pairs tell it."""
    text = f"{ENGLISH}{said} {ENGLISH}"
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "« Où est le café ? » Garçon, déjà vu, élève naïve, cœur. " * 9,
        "“It’s over,” he said — ‘really’ over… €5. " * 9,
        "Größe, Übermut, weiß, Mädchen, „Ja“, sagte er. – Nein. " * 9,
    ],
)
def test_quotation_marks_and_accents_are_no_pairs(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_a_file_that_fills_its_last_block() -> None:
    """As XMODEM and CP/M leave it: Ctrl-Z, and zeros."""
    text = "Ferry sold\nBy Ann Poe\n\nThe ferry firm of Orlo sold its last boat on Monday, it said."
    padded = text.encode() + b"\x1a" + bytes(93)
    assert not is_binary(padded)
    assert decode(padded) == text


@pytest.mark.parametrize("text", ["A record.\xa0 The dollar.\xa0\xa0\n", "10\xa0000 men\xa0\n"])
def test_blanks_without_a_break_are_no_letters_of_dos(text: str) -> None:
    assert decode(text.encode("cp1252")) == text
