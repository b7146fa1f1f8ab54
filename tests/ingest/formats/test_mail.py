"""Mail as archives and newsletters have it: raw headers, loose boundaries, pages beside text."""

from __future__ import annotations

import base64
import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

DATE = "Date: Sun, 21 Oct 2007 19:38:13 +1000"
HEAD_LINES = f"""Return-Path: <desk@quay.example>
Received: from a.quay.example by b.quay.example; Sun, 21 Oct 2007 19:40:00 +1000
{DATE}
From: Anna Poe <desk@quay.example>
Message-Id: <1@quay.example>
Subject: The quay opens
"""


def read(message: str | bytes, name: str = "a.eml") -> Article:
    data = message.encode() if isinstance(message, str) else message
    (found,) = articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("envelope", ["From desk@quay.example\n", "", "\n"])
def test_a_line_of_the_sender_above_the_head(envelope: str) -> None:
    article = read(f"{envelope}{HEAD_LINES}\nBoats came in on Monday.\n")
    assert (article.title, article.authors) == ("The quay opens", ("Anna Poe",))
    assert article.date == "2007-10-21T19:38:13+10:00"
    assert article.text == "Boats came in on Monday."


def test_a_name_of_a_header_with_a_dot() -> None:
    head = HEAD_LINES.replace("Message-Id", "X-Quay.Id")
    assert read(f"{head}\nBoats came in on Monday.\n").text == "Boats came in on Monday."


@pytest.mark.parametrize(
    "sender",
    [
        "Anna Poe <desk@quay.example>, =?UTF-8?Q?=3D=3Futf-8=3FQ=3FQuay=5F4=3D?=\n"
        " =?UTF-8?Q?=3D=0A_=3D=3Futf-8=3FQ=3F5984=3F=3D?= <other@quay.example>",
        "Anna Poe <desk@quay.example>, =?UTF-8?Q?a=0D=0Ab?= <b@quay.example>",
    ],
)
def test_a_broken_header_takes_only_what_is_broken_of_it(sender: str) -> None:
    head = HEAD_LINES.replace("Anna Poe <desk@quay.example>", sender)
    article = read(f"{head}\nBoats came in on Monday.\n")
    assert (article.title, article.authors) == ("The quay opens", ("Anna Poe",))
    assert article.date == "2007-10-21T19:38:13+10:00"
    assert article.text == "Boats came in on Monday."


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_headers_beyond_ascii(encoding: str) -> None:
    sender = 'From: "Jörg Müller" <jörg@quäy.example>\nTo: a@quay.example'
    head = f"{sender}\n{DATE}\nSubject: Über die Brücke nach Süden\n"
    article = read(f"{head}\nDie Brücke ist offen.\n".encode(encoding))
    assert article.title == "Über die Brücke nach Süden"
    assert article.authors == ("Jörg Müller",)


def test_japanese_in_seven_bits() -> None:
    head = f"{HEAD_LINES}Content-Type: text/plain; charset=iso-2022-jp\n\n"
    text = "港は月曜日に開いた。"
    assert read(head.encode() + text.encode("iso2022_jp")).text == text


def test_a_boundary_that_the_head_writes_wrongly() -> None:
    parts = "------=_Quay_1\nContent-Type: text/plain\n\nBoats came in.\n\n------=_Quay_1--\n"
    head = f"{HEAD_LINES}Content-Type: multipart/mixed; boundary=----=_Quay_1\n"
    assert read(f"{head}\n{parts}").text == "Boats came in."


def _alternatives(text: str, page: str) -> str:
    kinds = (("plain", text), ("html", page))
    parts = "".join(f"--q\nContent-Type: text/{kind}\n\n{body}\n\n" for kind, body in kinds)
    return f'{HEAD_LINES}Content-Type: multipart/alternative; boundary="q"\n\n{parts}--q--\n'


STYLE = "<style><!-- p > a { color: red } --></style>"


def test_a_newsletter_of_links_is_read_from_its_page() -> None:
    tracked = "https://track.quay.example/" + "Ctc/LX+113/" * 30
    text = f"View in browser ({tracked})\n\nBoats came in ({tracked}) on Monday.\n"
    page = (
        f"<!DOCTYPE html><html><head><title>Quay</title>{STYLE}</head><body><p>Boats "
        f'<a href="{tracked}">came in</a> on Monday.</p></body></html>'
    )
    article = read(_alternatives(text, page))
    assert article.text == "Boats came in on Monday."


def test_a_page_of_which_only_the_end_was_kept() -> None:
    cut = "<html><body>gif' width='1'></td></tr></table><body><p>Boats came in.</p></body></body>"
    page = f"<!DOCTYPE html>{cut}</html>"
    assert "Boats came in." in read(_alternatives("Returned.", page)).text


def test_a_line_that_begins_with_from_makes_no_message_too_long() -> None:
    data = (
        b"From j@a.example Mon Feb 20 10:00:00 2017\nFrom: J <j@a.example>\nSubject: Otters\n"
        b"Date: Mon, 20 Feb 2017 10:00:00 +0000\n\nSeen in town.\n\n>From here it ran.\n\n"
        b">>From there too.\n\n"
    )
    text = read(data, "a.mbox").text
    assert "From here it ran." in text


TOP = (
    "From: Ann Poe <ann@a.example>\nDate: Mon, 20 Feb 2017 10:00:00 +0000\nSubject: Otters\n"
    "MIME-Version: 1.0\nContent-Type: multipart/{}; boundary=b\n\n"
)


def message(kind: str, *parts: tuple[str, str]) -> bytes:
    """A message of some parts, each with its type and text."""
    body = "".join(f"--b\nContent-Type: {type}; charset=utf-8\n\n{text}\n" for type, text in parts)
    return (TOP.format(kind) + body + "--b--\n").encode()


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((("text/plain", "First otter."), ("text/html", "<p>Footer badger</p>")), "otter badger"),
        ((("text/html", "<p>One otter</p>"), ("text/plain", "Two badger.")), "otter badger"),
        ((("text/plain", "One otter."), ("text/plain", "Two badger.")), "otter badger"),
        ((("text/html", "<p>One otter</p>"), ("text/html", "<p>Two badger</p>")), "otter badger"),
        (
            (
                ("text/plain", "An otter."),
                ("image/png", "x"),
                ("text/html", "<html><body/></html>"),
            ),
            "otter",
        ),
    ],
)
def test_every_part_of_a_message_is_read(parts: tuple[tuple[str, str], ...], words: str) -> None:
    text = read(message("mixed", *parts)).text
    assert [word for word in words.split() if word in text] == words.split()


def test_of_two_ways_to_say_it_one_is_read() -> None:
    parts = ("text/plain", "An otter. " * 30), ("text/html", "<p>An otter.</p>" * 30)
    assert read(message("alternative", *parts)).text.count("otter") == 30


BOATS = "Boats came in on Monday."


@pytest.mark.parametrize(
    "separator", ["From ", "From", "From - ", "From 1844347@xxx", "From desk@quay.example"]
)
def test_an_mbox_whose_separators_have_no_date(separator: str) -> None:
    one = f"{separator}\r\nX-Mozilla-Status: 0001\r\n" + HEAD_LINES.replace("\n", "\r\n")
    said = "From\r\nme: nothing.\r\n\r\nFrom here\r\nNote: the quay is open.\r\n"
    data = f"{one}\r\n{BOATS}\r\n\r\n{one}\r\n{said}\r\n".encode()
    stream = io.BufferedReader(io.BytesIO(data), HEAD)
    first, second = articles_in(stream, "Inbox", "Inbox")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.text, first.record) == ("The quay opens", BOATS, 1)
    assert (second.title, second.record) == ("The quay opens", 2)
    assert second.text.endswith("Note: the quay is open.")
    assert data[slice(*map(int, first.part.split()[1].split("-")))].startswith(b"X-Mozilla")


def test_utf_7() -> None:
    kind = 'Content-Type: text/plain; charset="utf-7"'
    article = read(f"{HEAD_LINES}{kind}\n\nDie Boote k+APY-nnen einlaufen.\n")
    assert article.text == "Die Boote können einlaufen."


def test_a_file_within_the_text_is_no_text() -> None:
    file = "begin 666 quay.png\nMB5!.1PT*&@H````-24A$4@```!@````8\n#0V%T\n`\nend\n"
    article = read(f"{HEAD_LINES}\n{BOATS}\n\n{file}\n{file}\nThe end of it, begin again.\n")
    assert article.text == f"{BOATS}\n\nThe end of it, begin again."


@pytest.mark.parametrize(
    ("sender", "authors", "source"),
    [
        ("Anna Poe - The Quay", ("Anna Poe",), "The Quay"),
        ("Anna Poe via Quay Club", ("Anna Poe",), "Quay Club"),
        ("Quay Ferries GmbH", (), "Quay Ferries GmbH"),
    ],
)
def test_who_sends_a_message(sender: str, authors: tuple[str, ...], source: str) -> None:
    article = read(f"{HEAD_LINES.replace('Anna Poe', sender)}\n{BOATS}\n")
    assert (article.authors, article.source) == (authors, source)


def test_who_writes_to_a_list() -> None:
    listed = "List-Id: Friends of the Quay <q.lists.example>\nList-Post: <mailto:q@l.example>"
    article = read(f"{HEAD_LINES.replace('Anna Poe', 'anna poe')}{listed}\n\n{BOATS}\n")
    assert (article.authors, article.source) == (("Anna Poe",), "Friends of the Quay")


LONG = "word " * 1_700_000


def failure(message: str) -> str:
    (found,) = articles_in(io.BufferedReader(io.BytesIO(message.encode()), HEAD), "a.eml", "a.eml")
    return getattr(found, "reason", "")


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_text_that_is_too_long_is_refused_not_cut_off(kind: str) -> None:
    message = f"{HEAD_LINES}Content-Type: text/{kind}\n\n{LONG}end\n"
    assert failure(message) == "a message with a text of more than 8 MB"


def test_a_long_page_beside_the_same_in_words_is_not_needed() -> None:
    head = f'{HEAD_LINES}MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n'
    parts = (
        f"--b\nContent-Type: text/plain\n\n{BOATS}\n--b\nContent-Type: text/html\n\n{LONG}\n--b--\n"
    )
    assert read(head + parts).text == BOATS


def test_parts_behind_many_others_are_read() -> None:
    head = f'{HEAD_LINES}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    parts = "".join(f"--b\nContent-Type: text/plain\n\nBoat {n} came in.\n" for n in range(600))
    assert "Boat 599 came in." in read(f"{head}{parts}--b--\n").text


def test_parts_within_parts_without_end_are_refused() -> None:
    parts = "\n--b0--\n"
    for depth in range(25):
        parts = f'Content-Type: multipart/mixed; boundary="b{depth}"\n\n--b{depth}\n{parts}'
    assert "more than 20 deep" in failure(f"{HEAD_LINES}MIME-Version: 1.0\n{parts}")


INNER = """Message-Id: <2@quay.example>
From: Bo Roe <bo@quay.example>
Date: Sat, 20 Oct 2007 10:00:00 +1000
Subject: The ferry stays

The ferry did not sail on Tuesday, and nobody knew why it did not.
"""


def several(message: str | bytes) -> list[Article]:
    data = message.encode() if isinstance(message, str) else message
    stream = io.BufferedReader(io.BytesIO(data), HEAD)
    found = list(articles_in(stream, "a.eml", "a.eml"))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("encoding", ["7bit", "base64"])
def test_messages_within_a_message_are_articles_of_their_own(encoding: str) -> None:
    inner = INNER if encoding == "7bit" else base64.b64encode(INNER.encode()).decode()
    head = f'{HEAD_LINES}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    part = f"Content-Type: message/rfc822\nContent-Transfer-Encoding: {encoding}\n\n{inner}"
    outer, within = several(f"{head}--b\nContent-Type: text/plain\n\n{BOATS}\n--b\n{part}\n--b--\n")
    assert (outer.title, outer.authors, outer.text) == ("The quay opens", ("Anna Poe",), BOATS)
    assert (within.title, within.authors) == ("The ferry stays", ("Bo Roe",))
    assert within.text.startswith("The ferry did not sail")
    (alone,) = several(f"{head}--b\n{part}\n--b--\n")
    assert alone.title == "The ferry stays"


def test_texts_that_are_attached_are_read() -> None:
    head = f'{HEAD_LINES}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    attached = (
        'Content-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="a.txt"'
    )
    own = f"--b\nContent-Type: text/plain\n\n{BOATS}\n"
    text = read(f"{head}{own}--b\n{attached}\n\nThe list of boats.\n--b--\n").text
    assert BOATS in text and "The list of boats." in text


def test_a_message_within_a_message_that_cannot_be_read_is_told() -> None:
    head = f'{HEAD_LINES}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    part = f"--b\nContent-Type: message/rfc822\n\n{INNER}{LONG}\n"
    stream = io.BufferedReader(
        io.BytesIO(f"{head}--b\nContent-Type: text/plain\n\n{BOATS}\n{part}--b--\n".encode()), HEAD
    )
    outer, within = articles_in(stream, "a.eml", "a.eml")
    assert isinstance(outer, Article) and outer.text == BOATS
    assert "a text of more than 8 MB" in getattr(within, "reason", "")


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("application/octet-stream", "a.txt", "The list of boats."),
        ("application/octet-stream", "a.html", "<p>The list of <b>boats</b>.</p>"),
        ("text/csv", "a.csv", "The list of boats."),
        ("text/markdown", "a.md", "The list of boats."),
    ],
)  # fmt: skip
def test_attached_texts_of_other_kinds_are_read(kind: str, name: str, words: str) -> None:
    attached = f"Content-Type: {kind}\nContent-Disposition: attachment; filename={name}\n\n{words}"
    own = "Content-Type: text/plain\n\nHere it is."
    head = (
        "From: Jim Poe <jim@mail.example>\nSubject: Boats\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n"
    )
    text = read(f"{head}--b\n{own}\n--b\n{attached}\n--b--\n").text
    assert text == "Here it is.\n\nThe list of boats."


@pytest.mark.parametrize("name", ["a.bin", "a.txt"])
def test_attached_files_that_are_no_texts_are_left_out(name: str) -> None:
    attached = (
        f"Content-Type: application/octet-stream; name={name}\n"
        "Content-Transfer-Encoding: base64\n\nAAECAwQFBgcICQ=="
    )
    own = "Content-Type: text/plain\n\nHere it is."
    head = (
        "From: Jim Poe <jim@mail.example>\nSubject: Boats\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=b\n\n"
    )
    assert read(f"{head}--b\n{own}\n--b\n{attached}\n--b--\n").text == "Here it is."


def test_a_picture_whose_type_is_missing_is_no_text() -> None:
    picture = base64.b64encode(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20).decode()
    article = read(
        f"{HEAD_LINES}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n"
        "--X\nContent-Type: text/plain\n\nThe quay was closed on Monday after a storm.\n"
        f'--X\nContent-Type: ; name="quay.jpg"\nContent-Transfer-Encoding: base64\n\n{picture}\n'
        "--X--\n"
    )
    assert article.text == "The quay was closed on Monday after a storm."


def test_texts_that_claim_to_be_alternatives_and_are_none_are_read() -> None:
    encoded = base64.b64encode(b"Two badgers.").decode()
    second = f"x\nContent-Transfer-Encoding: base64\n\n{encoded}".removeprefix("x\n")
    told = message("alternative", ("text/plain", "One otter."), ("text/plain", "Two badgers."))
    assert read(told).text.split("\n\n") == ["One otter.", "Two badgers."]
    packed = message("alternative", ("text/plain", "One otter."), ("text/plain", "@"))
    packed = packed.replace(b"charset=utf-8\n\n@", f"charset=utf-8\n{second}".encode())
    assert read(packed).text.split("\n\n") == ["One otter.", "Two badgers."]


def test_a_text_beside_a_page_and_its_pictures_is_read() -> None:
    parts = ("text/html", "<p>One otter.</p>"), ("image/png", "x"), ("text/plain", "Two badgers.")
    assert read(message("related", *parts)).text.split("\n\n") == ["One otter.", "Two badgers."]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("quote", ['"', '\\"'])
def test_signs_beyond_ascii_in_parts_whose_boundary_is_written_wrongly(
    encoding: str, quote: str
) -> None:
    inner = (
        "From: Bo Roe <bo@a.example>\nSubject: Vidra\nDate: Tue, 21 Feb 2017 10:00:00 +0000\n"
        "Content-Type: text/plain; charset=utf-8\n\nA badger, à l’eau.\n"
    )
    text = (
        f"{TOP.format('mixed').replace('boundary=b', f'boundary={quote}b{quote}')}"
        f"--b\nContent-Type: multipart/mixed; boundary={quote}c{quote}\n\n"
        "--c\nContent-Type: text/plain; charset=utf-8\n\nOne otter, été.\n"
        f"--c\nContent-Type: message/rfc822; name={quote}é.eml{quote}\n"
        f"Content-Disposition: attachment; filename={quote}é.eml{quote}\n\n{inner}--c--\n--b--\n"
    ).replace("charset=utf-8", f"charset={encoding}")
    outer, within = several(text.encode(encoding))
    assert (outer.text, within.text) == ("One otter, été.", "A badger, à l’eau.")
    assert (outer.title, within.title) == ("Otters", "Vidra")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize(
    "header",
    [
        'Content-Disposition: attachment; filename="é.txt"',
        'Content-Type: text/plain; name="é.txt"',
        "Content-Description: é", "Content-ID: <é>", "Content-Language: é", "X-Own: é",
    ],
)  # fmt: skip
def test_signs_beyond_ascii_in_the_headers_of_a_part(header: str, encoding: str) -> None:
    told = message("mixed", ("text/plain", "One otter."), ("text/plain", "Two badgers."))
    before, _, behind = told.rpartition(b"Content-Type: text/plain; charset=utf-8\n")
    article = read(before + header.encode(encoding) + b"\n" + behind)
    assert article.text.split("\n\n") == ["One otter.", "Two badgers."]
