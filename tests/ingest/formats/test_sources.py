"""Formats: what is in a file, by content as well as by name."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.containers import nesting
from newsgrep.ingest.formats.data import json_records
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Form, RawDocument, Unreadable
from newsgrep.ingest.reader import is_article_name


def documents(data: bytes, name: str) -> list[RawDocument]:
    found = list(read_bytes(data, name))
    assert all(isinstance(document, RawDocument) for document in found)
    return found  # type: ignore[return-value]


def claims(document: RawDocument) -> dict[str, str]:
    return {claim.field: claim.value for claim in document.claims}


def test_a_stray_zero_makes_no_text_binary() -> None:
    (document,) = documents(
        b"Headline\n\n" + b"Some text. " * 100 + b"\x00" + b"More. " * 50, "a.txt"
    )
    assert document.form is Form.TEXT
    with pytest.raises(UnreadableFile, match="not text"):
        list(read_bytes(b"\x00\x01\x02\xff" * 400, "a.txt"))


def test_plain_text() -> None:
    (document,) = documents(b"Headline\n\nText.", "a.txt")
    assert (document.form, document.record) == (Form.TEXT, 0)


def test_a_page_is_known_by_its_content() -> None:
    (document,) = documents(b"\n<!doctype HTML><p>Text", "saved")
    assert document.form is Form.PAGE


@pytest.mark.parametrize(
    "text",
    [
        "<Strong Point Inc> said its profit rose.",
        "It sold <Sale Tilney Plc> and <B and R International Inc.>.",
        "First Interstate Bancorp <I> rose, <S> fell, 3 < 4.",
        "Shares of <A.B. Poe> and <Q Co>.",
    ],
)
def test_names_in_angle_brackets_are_no_markup(text: str) -> None:
    (document,) = documents(json.dumps({"title": "Stocks", "text": text}).encode(), "a.json")
    assert document.content == text
    html = f"<p class=lead>{text}</p><p>Then <b>more</b> <a href=x>here</a>.<br>End.</p>"
    (document,) = documents(json.dumps({"title": "Stocks", "text": html}).encode(), "a.json")
    assert document.content == f"{text}\n\nThen more here.\n\nEnd."


def test_json_lines_give_a_record_a_line() -> None:
    data = b'{"headline": "A", "content": "Text one."}\n\n{"title": "B", "body": "Text two."}\n'
    for name in ("a.jsonl", "a.ndjson", "a.json", "a"):
        found = documents(data, name)
        assert [document.record for document in found] == [1, 2]
        assert [claims(document)["title"] for document in found] == ["A", "B"]


def test_a_bad_line_stops_no_other() -> None:
    data = b'{"text": "One."}\n{"text": \n[1]\n{"text": "Four."}\n{"x": 1}\n'
    found = list(read_bytes(data, "a.jsonl"))
    assert [type(item) for item in found] == [
        RawDocument, Unreadable, Unreadable, RawDocument, Unreadable,
    ]  # fmt: skip
    assert isinstance(found[4], Unreadable)
    assert found[4].reason == "no text in it (columns: x)"


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "One."},\n{"text": "Two."}\n][\n{"text": "Three."}\n]',
        '[{"text": "One."}]\n[]\n[{"text": "Two."}, {"text": "Three."}]\n',
        '{\n"text": "One."\n}\n{\n"text": "Two."\n}{"text": "Three."}',
        '\ufeff[{"text": "One."}, {"text": "Two."}]{"text": "Three."}',
    ],
)
def test_lists_and_objects_after_one_another_are_all_read(data: str) -> None:
    found = documents(data.encode(), "a.json")
    assert [(d.record, d.content) for d in found] == [(1, "One."), (2, "Two."), (3, "Three.")]


def test_a_list_that_breaks_off_is_read_up_to_there() -> None:
    found: list[RawDocument | Unreadable] = []
    with pytest.raises(UnreadableFile, match="not valid JSON from record 3 on"):
        found.extend(read_bytes(b'[{"text": "One."}, {"text": "Two."}, {"te', "a.json"))
    several = read_bytes(b'[{"text": "One."}][{"text": "Two."}] and more', "a.json")
    assert [next(several).record, next(several).record] == [1, 2]
    with pytest.raises(UnreadableFile, match="not valid JSON from record 3 on"):
        next(several)


def test_one_article_is_not_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    long = b"word " * (MAX_DOCUMENT // 5 + 1)
    for name in ("a.txt", "a.html", "a.md"):
        with pytest.raises(UnreadableFile, match="more than 8 MB"):
            list(read_bytes(long, name))
    lines = b'{"text": "One."}\n{"text": "' + long + b'"}\n{"text": "Three."}\n'
    found = list(read_bytes(lines, "a.jsonl"))
    assert [(type(item), item.record) for item in found] == [
        (RawDocument, 1), (Unreadable, 2), (RawDocument, 3),
    ]  # fmt: skip


def test_a_long_list_is_read_a_member_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "MAX_WHOLE", 20)
    data = b' [{"text": "One."},\n 2, {"text": "Three."} ]'
    found = list(read_bytes(data, "a.json"))
    assert [type(item) for item in found] == [RawDocument, Unreadable, RawDocument]
    with pytest.raises(UnreadableFile, match="from record 2 on"):
        list(read_bytes(b'[{"text": "One more."}, {"text": ]', "a.json"))
    with pytest.raises(UnreadableFile, match="neither a list"):
        list(read_bytes(b'{"articles": [{"text": "One."}]}', "a.json"))
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    assert len(documents(lines, "a.json")) == 2


def test_json_of_a_news_api() -> None:
    data = b"""{"status": "ok", "articles": [
        {"source": {"id": null, "name": "The Paper"}, "author": "Jane Doe", "title": "T",
         "publishedAt": "2017-01-26T18:05:00Z", "description": "Short.",
         "content": "Long text."}]}"""
    (document,) = documents(data, "a.json")
    assert document.content == "Long text."
    assert claims(document)["source"] == "The Paper"
    assert claims(document)["deck"] == "Short."
    assert document.record == 1


def test_markup_in_a_column_becomes_text() -> None:
    data = b'{"text": "<p>One <b>bold</b> word.</p><script>no()</script><p>Two.</p>"}'
    (document,) = documents(data, "a.json")
    assert document.content == "One bold word.\n\nTwo."


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables_in_any_dialect(delimiter: str) -> None:
    rows = ["headline,byline,text", "A,By Jane Doe,One.", "", "B,,Three."]
    data = "\n".join(rows).replace(",", delimiter)
    found = documents(data.encode(), "a.csv")
    assert [(d.record, d.content) for d in found] == [(1, "One."), (2, "Three.")]


def test_a_table_without_texts_is_refused_with_its_columns() -> None:
    with pytest.raises(UnreadableFile, match=r"no column of texts.*name, price"):
        list(read_bytes(b"name,price\na,1\n", "a.csv"))


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: T\nauthor: [A B, C D]\ndate: 2016-04-03\n---\n",
        '+++\ntitle = "T"\nauthor = ["A B", "C D"]\ndate = 2016-04-03\n+++\n',
    ],
)
def test_front_matter(front: str) -> None:
    (document,) = documents((front + "Text.").encode(), "a.md")
    assert document.content == "Text."
    assert claims(document)["title"] == "T"
    assert claims(document)["date"] == "2016-04-03"
    assert [c.value for c in document.claims if c.field == "authors"] == ["A B", "C D"]


def test_a_stray_carriage_return_is_no_table() -> None:
    (document,) = documents(b"\x00\t\r\x00".replace(b"\x00", b"a"), "a.txt")
    assert document.form is Form.TEXT


def test_front_matter_with_anchors_is_left_in_the_text() -> None:
    bomb = "---\na: &a [x]\ntitle: *a\n---\nText."
    (document,) = documents(bomb.encode(), "a.md")
    assert document.content == bomb


def test_gzip_is_read_through() -> None:
    data = gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n')
    assert [d.record for d in documents(data, "a.jsonl.gz")] == [1, 2]


@pytest.mark.parametrize(
    ("member", "name"),
    [("xl/workbook.xml", "a.xlsx"), ("xl/workbook.xml", "download"), ("content.xml", "a.ods")],
)
def test_a_spreadsheet_is_refused_with_what_to_do(member: str, name: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, "<a>Ferry sold</a>")
    with pytest.raises(UnreadableFile, match="save it as CSV"):
        list(read_bytes(packed.getvalue(), name))


def test_a_gzip_bomb_is_refused() -> None:
    data = gzip.compress(b"word " * (nesting.MAX_RATIO * 20_000), 9)
    for bomb, name in ((data, "a.txt.gz"), (gzip.compress(data), "a.txt.gz.gz")):
        with pytest.raises(UnreadableFile, match="unpacks to over"):
            list(read_bytes(bomb, name))


def test_a_damaged_gzip_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged gzip"):
        list(read_bytes(gzip.compress(b"text " * 1000)[:24], "a.txt.gz"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (b"%PDF-1.4", "a PDF"),
        (b"PK\x03\x04rest", "damaged zip"),
        (b"\x00\x01\x02\x03" * 50, "not text"),
    ],
)
def test_what_holds_no_articles(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        list(read_bytes(data, "a.txt"))
    assert issubclass(NotArticles, UnreadableFile)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Guzmán".encode(), "Guzmán"),
        ("Guzmán".encode("latin-1"), "Guzmán"),
        ("“quoted” – £5".encode("cp1252"), "“quoted” – £5"),
        ("Guzmán".encode("utf-8-sig"), "Guzmán"),
        ("Guzmán said so".encode("utf-16"), "Guzmán said so"),
        ("Guzmán said so".encode("utf-16-le"), "Guzmán said so"),
        ("naïve café résumé ".encode() * 3 + b"\xa35", "naïve café résumé " * 3 + "£5"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_cyrillic_of_windows_is_guessed() -> None:
    text = "Президент подписал закон о государственном бюджете на следующий год. " * 20
    assert decode(text.encode("cp1251")) == text


@given(st.binary(max_size=300))
def test_decoding_never_fails(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(
    st.binary(max_size=400), st.sampled_from(["a.txt", "a.json", "a.csv", "a.html", "a.md", "a.gz"])
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        for document in read_bytes(data, name):
            assert isinstance(document, RawDocument | Unreadable)
    except UnreadableFile as error:
        assert error.message


def test_a_stream_is_read_as_it_comes() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
            line = b'{"text": "One more article."}\n'
            size = len(buffer) // len(line) * len(line)
            buffer[:size] = line * (size // len(line))
            return size

    from newsgrep.ingest.formats.registry import read_stream

    documents = read_stream(io.BufferedReader(Endless()), "a.jsonl")
    assert [next(documents).record for _ in range(5)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", True),
        ("a.TXT.gz", True),
        ("a", True),
        ("a.story", True),
        ("a.py", False),
        ("a.png", False),
    ],
)
def test_names_that_may_hold_articles(name: str, expected: bool) -> None:
    assert is_article_name(name) is expected


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office document"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        ("a.rar", b"Rar!\x1a\x07", "a RAR archive"),
        ("a.zst", b"\x28\xb5\x2f\xfd", "a zstd file"),
        ("a.docx", b"\x00\x01\x02\xff" * 40, "not text, whatever its name says"),
        ("a.pdf", b"\x00\x01\x02\xff" * 40, "not text, whatever its name says"),
    ],
)
def test_a_document_that_is_not_read_is_told_of(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as raised:
        list(read_bytes(data, name))
    assert not isinstance(raised.value, NotArticles)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a", b" CDX N b a m s k r M S V g\nexample,harbour)/ 20140101 http://harbour.example/"),
        ("a", b'example,harbour)/ferry 20140101000000 {"url": "http://harbour.example/ferry"}\n'),
        ("a", b'!meta 0 {"format": "cdxj-gzip-1.0"}\n'),
        ("a", b"#EXTM3U\n#EXTINF:10\nhttp://harbour.example/1.ts\n"),
        ("a", bytes(range(128, 240)) + bytes(range(1, 27)) * 3),
        ("Thumbs.db", b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(200)),
    ],
    ids=["CDX", "CDXJ", "a block of CDXJ", "a playlist", "packed data", "thumbnails"],
)
def test_what_is_passed_over_without_a_word(name: str, data: bytes) -> None:
    with pytest.raises(NotArticles):
        list(read_bytes(data, name))


def _zip(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_programs_in_java_and_presentations_are_no_archives() -> None:
    page = b"<html><body><p>How to sell a ferry with this class.</p></body></html>"
    with pytest.raises(NotArticles, match="Java"):
        list(read_bytes(_zip({"META-INF/MANIFEST.MF": b"", "ferry.html": page}), "a.zip"))
    with pytest.raises(UnreadableFile, match="presentation"):
        list(read_bytes(_zip({"ppt/presentation.xml": b"<a/>"}), "a.pptx"))


def test_of_a_packed_web_archive_the_pages_are_read() -> None:
    page = b"<html><body><p>Ferry sold.</p></body></html>"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://harbour.example/\r\n"
        "WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    wacz = _zip({
        "datapackage.json": b'{"profile": "data-package"}',
        "indexes/index.cdx.gz": gzip.compress(b"example,harbour)/ 20200101000000 {}\n"),
        "pages/pages.jsonl": b'{"title": "Harbour", "url": "http://harbour.example/", "text": "x"}',
        "archive/data.warc.gz": gzip.compress(head.encode() + answer + b"\r\n\r\n"),
    })  # fmt: skip
    (document,) = documents(wacz, "a.wacz")
    assert document.part.startswith("archive/data.warc.gz")
    assert "Ferry sold." in document.content
