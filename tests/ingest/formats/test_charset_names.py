"""What encodings are called: the labels that browsers know, wherever a document declares one."""

from __future__ import annotations

import base64
import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.charset_names import codec_named
from newsgrep.ingest.formats.encoding import charset_of, decode
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

# Labels of the WHATWG Encoding Standard that Python does not know, and what they are read as.
LABELS = {
    "x-euc-jp": "euc_jp", "csEUCPkdFmtJapanese": "euc_jp", "x-sjis": "cp932",
    "windows-31j": "cp932", "x-gbk": "gb18030", "csgb2312": "gb18030", "gb_2312": "gb18030",
    "gb_2312-80": "gb18030", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "csKSC56011987": "cp949", "ks_c_5601-1989": "cp949", "windows-949": "cp949",
    "koi": "koi8-r", "koi8-ru": "koi8-u", "x-cp1251": "cp1251", "x-mac-cyrillic": "mac-cyrillic",
    "sun_eu_greek": "iso8859-7", "logical": "iso8859-8", "iso-8859-8-i": "iso8859-8",
    "dos-874": "cp874", "windows-874": "cp874", "x-mac-roman": "mac-roman",
    "iso88592": "iso8859-2", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip


def read(name: str, data: bytes) -> Article:
    (found,) = articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(("label", "codec"), LABELS.items())
def test_labels_of_browsers(label: str, codec: str) -> None:
    assert codec_named(label) == codec
    assert codec_named(f' "{label.upper()}" ') == codec


@pytest.mark.parametrize(
    ("label", "codec"),
    [("windows-936", "gb18030"), ("IBM-850", "cp850"), ("cp10007", "mac-cyrillic")],
)
def test_numbers_of_code_pages(label: str, codec: str) -> None:
    assert codec_named(label) == codec


@pytest.mark.parametrize("label", ["", "none", "cp99999", "x-user-defined", "utf8\0", "İ"])
def test_names_that_nobody_knows(label: str) -> None:
    assert codec_named(label) == ""


JAPANESE = "瀬戸内の港湾"  # too little to be told by its signs
ENGLISH = "The harbour wall gave way on Monday after a night of storm, the mayor said. " * 9
TEXTS = {"x-euc-jp": "euc_jp", "x-sjis": "cp932", "csEUCPkdFmtJapanese": "euc_jp"}


@pytest.mark.parametrize("label", TEXTS)
def test_where_a_document_declares_it(label: str) -> None:
    page = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={label}'>"
    page += f"<title>{JAPANESE}</title></head><body><p>{ENGLISH}{JAPANESE}</p></body></html>"
    assert JAPANESE in read("a.html", page.encode(TEXTS[label])).text
    feed = f'<?xml version="1.0" encoding="{label}"?><rss version="2.0"><channel><item>'
    feed += (
        f"<title>Quay</title><description>{ENGLISH}{JAPANESE}</description></item></channel></rss>"
    )
    assert JAPANESE in read("a.xml", feed.encode(TEXTS[label])).text


def test_a_name_in_the_header_of_a_web_archive() -> None:
    page = f"<html><head><meta charset='none'></head><body><p>{ENGLISH}{JAPANESE}</p></body></html>"
    answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=X-SJIS\r\n\r\n"
    body = answer.encode() + page.encode("cp932")
    record = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://orlo.example/quay\r\n"
        "WARC-Date: 2004-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    assert JAPANESE in read("a.warc", record.encode() + body + b"\r\n\r\n").text


def message(kind: str, subject: str, body: bytes) -> bytes:
    head = "From: Ann <ann@orlo.example>\nTo: b@orlo.example\nDate: Thu, 6 May 2004 07:08:09 +0000"
    return f"{head}\nSubject: {subject}\nContent-Type: {kind}\n\n".encode() + body


@pytest.mark.parametrize("label", TEXTS)
def test_names_in_mail(label: str) -> None:
    encoded = base64.b64encode(JAPANESE.encode(TEXTS[label])).decode()
    body = f"{JAPANESE}\n".encode(TEXTS[label])
    mail = message(f'text/plain; charset="{label}"', f"=?{label}?B?{encoded}?=", body)
    article = read("a.eml", mail)
    assert (article.title, article.text) == (JAPANESE, JAPANESE)


def test_mail_that_says_ascii_and_is_not() -> None:
    page = f"<html><head><meta charset=x-sjis></head><body><p>{ENGLISH}{JAPANESE}</p></body></html>"
    article = read("a.eml", message("text/html; charset=us-ascii", "Quay", page.encode("cp932")))
    assert JAPANESE in article.text


def test_the_name_that_is_known_of_two() -> None:
    data = b"<?xml version='1.0' encoding='x-sjis'?><html><head><meta charset=none></head></html>"
    assert charset_of(data) == "x-sjis"


def test_what_is_declared_is_obeyed_where_bytes_look_like_utf_8() -> None:
    data = "ひらがな".encode("euc_jp")
    assert decode(data, "x-euc-jp") == "ひらがな"
