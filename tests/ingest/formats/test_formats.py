"""Every format that news is kept in: the same article out of each, and what is refused."""

from __future__ import annotations

import io
import zipfile

import format_samples as samples
import pytest

from newsgrep import Article
from newsgrep.errors import UnreadableFile
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.containers.nesting import MAX_DEPTH
from newsgrep.ingest.formats.registry import FORMATS, HEAD, read_bytes
from newsgrep.ingest.raw_document import RawDocument
from newsgrep.ingest.reader import articles_in


def read(name: str, data: bytes) -> list[Article | Failure]:
    return list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))


def articles(name: str, data: bytes) -> list[Article]:
    found = read(name, data)
    assert not [failure for failure in found if isinstance(failure, Failure)]
    return [article for article in found if isinstance(article, Article)]


@pytest.mark.parametrize("kind", samples.ONE)
def test_one_article(kind: str) -> None:
    name, data = samples.ONE[kind]
    (article,) = articles(name, data)
    assert article.title == samples.TITLE
    assert article.date.startswith("2017-02-20"), article.date
    if kind == "EML":
        assert article.source == "The Harbour Brief"
    else:
        assert article.authors == ("Jane Doe",)
    for paragraph in samples.PARAGRAPHS:
        assert paragraph in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize("kind", samples.TWO)
def test_two_articles(kind: str) -> None:
    name, data = samples.TWO[kind]
    first, second = articles(name, data)
    assert [first.title, second.title] == [samples.TITLE, samples.SECOND_TITLE]
    assert [first.record, second.record] == [1, 2]
    assert first.part or kind == "Parquet"
    for paragraph in samples.PARAGRAPHS:
        assert paragraph in first.text
    assert samples.SECOND in second.text
    assert samples.SECOND not in first.text
    assert first.date.startswith("2017-02-20"), first.date
    if kind not in ("mbox",):
        assert first.authors == ("Jane Doe",)
    if kind not in ("mbox", "EPUB"):
        assert first.source == "The Courier"


def test_all_formats_are_tried() -> None:
    named = {format.__name__.rpartition(".")[2] for format in FORMATS}
    assert {"warc", "pdf", "mail", "nitf", "newsml", "wordpress", "europresse"} <= named


def test_a_nexis_article_has_its_section_and_place() -> None:
    name, data = samples.TWO["Nexis text"]
    first, second = articles(name, data)
    assert first.place == "Port Ellis"
    assert first.section.startswith("Section A")
    assert first.modified == "2017-02-20"
    assert "LOAD-DATE" not in first.text
    assert "Copyright" not in first.text
    assert second.authors == ("John Roe",)


def test_a_wire_message_has_its_time() -> None:
    (article,) = articles(*samples.ONE["IPTC 7901"])
    assert article.date == "2017-02-20T09:40:00+00:00"
    assert article.section == "politics"


def test_a_member_says_where_it_is() -> None:
    first, _ = articles(*samples.TWO["zip"])
    assert first.part == "x/one.html"
    first, _ = articles(*samples.TWO["zip in zip"])
    assert first.part == "inner.zip, one.html"


def test_a_web_archive_gives_byte_ranges_and_addresses() -> None:
    name, data = samples.TWO["WARC"]
    first, _ = articles(name, data)
    assert first.url == "https://courier.example/2017/02/20/quay"
    start, end = map(int, first.part.removeprefix("bytes ").split("-"))
    assert 0 <= start < end <= len(data)
    assert data[start : start + 2] == b"\x1f\x8b"


def test_hyphens_that_a_pdf_sets_by_themselves_are_of_their_words() -> None:
    widths = dict.fromkeys("abdehnopu", 6.7) | dict.fromkeys("ft -", 3.34)
    widths |= {"-": 4.0, "i": 2.7, "l": 2.7, "r": 4.0, "c": 6.0, "s": 6.0, "w": 8.7}
    x, runs = 60.0, []
    for run in ("the boat that was out", "-", "of", "-", "touch was lost in the tide"):
        runs.append((x, 700.0, 12.0, run))
        x += sum(widths[letter] for letter in run) + 1
    text = "for the boat had been out on the water since the end of last winter, they said."
    (article,) = articles("a.pdf", samples.pdf([[*runs, (60, 685, 12, text)]]))
    assert article.text == f"the boat that was out-of-touch was lost in the tide {text}"


def test_a_pdf_is_read_in_columns() -> None:
    (article,) = articles("a.pdf", samples.two_columns())
    assert article.title == "Port Ellis to close its quay"
    assert article.authors == ("Jane Doe",)
    words = " ".join(samples.PARAGRAPHS).replace("“", '"').replace("”", '"')
    assert words[:300] in " ".join(article.text.split())
    assert "extraordinarily busy" in article.text
    assert "The Courier - Monday" not in article.text


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (samples.zipped({"a.txt": b"word " * 4_000_000}), "a.zip", "unpacks to over"),
        (samples.docx("x")[:2000], "a.docx", "damaged zip"),
        (b"%PDF-1.4 and no more", "a.pdf", "a PDF that is damaged"),
        (b"{\\rtf1 }", "a.rtf", "no text"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "a.xml", "without items"),
        (b"<nitf><body></body></nitf>", "a.xml", "no text"),
        (b"PAR1 and no more", "a.parquet", "not readable Parquet"),
    ],
)
def test_what_is_refused(data: bytes, name: str, reason: str) -> None:
    (failure,) = read(name, data)
    assert isinstance(failure, Failure)
    assert reason in failure.reason


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = samples.NITF.replace(
        "<nitf>",
        f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{laughs}'
        '<!ENTITY file SYSTEM "file:///etc/passwd">]><nitf>',
    ).replace("<block>", "<block><p>&l9; &file;</p>")
    (article,) = articles("a.xml", document.encode())
    assert "haha" not in article.text
    assert "root:" not in article.text


def test_containers_nest_only_so_deep() -> None:
    data = samples.page().encode()
    name = "a.html"
    for _ in range(MAX_DEPTH + 1):
        data, name = samples.zipped({name: data}), "a.zip"
    (failure,) = read("a.zip", data)
    assert isinstance(failure, Failure)
    assert "inside one another" in failure.reason


def test_members_that_name_a_folder_above_are_read_and_hidden_ones_are_not() -> None:
    names = ("../up.txt", "a/../../b.txt", "..\\win.txt", "./here.txt", ".hidden.txt", "x/.y/z.txt")
    found = articles("a.zip", samples.zipped(dict.fromkeys(names, samples.TEXT)))
    assert len(found) == 4


def test_a_zip_whose_members_overlap_is_refused() -> None:
    data = bytearray(samples.zipped({"a.txt": samples.TEXT, "b.txt": samples.TEXT}))
    # The second entry of the directory is pointed at the first member.
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")
    with pytest.raises(UnreadableFile, match="overlap"):
        list(read_bytes(bytes(data), "a.zip"))


def test_a_damaged_member_costs_only_itself() -> None:
    data = bytearray(samples.zipped({"a.txt": samples.TEXT, "b.txt": samples.SECOND}))
    at = zipfile.ZipFile(io.BytesIO(bytes(data))).infolist()[0].header_offset + 60
    data[at : at + 20] = bytes(20)
    found = read("a.zip", bytes(data))
    assert [type(one).__name__ for one in found] == ["Failure", "Article"]


def test_every_word_of_an_unknown_xml_is_kept() -> None:
    rows = b"<p>Long enough.</p><p>hare11</p><w>2-1</w><w>1987</w>"
    (document,) = read_bytes(b"<doc><title>Head here</title>" + rows + b"</doc>", "a.xml")
    assert isinstance(document, RawDocument)
    assert document.content.split("\n\n") == ["Long enough.", "hare11", "2-1", "1987"]
