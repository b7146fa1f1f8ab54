"""What libraries would say on standard error is not heard: only newsgrep speaks there."""

from __future__ import annotations

import io
import warnings

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def read(name: str, data: bytes) -> list[Article]:
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


PARAGRAPH = "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said. " * 5


def test_zones_of_time_that_are_not_known() -> None:
    page = (
        "<html><head><title>Ferry sold</title></head><body><article>"
        f"<span class='published' title='Jan 02, 2015 6:36PM EST'>x</span><p>{PARAGRAPH}</p>"
        "</article></body></html>"
    )
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        (article,) = read("a.html", page.encode())
    assert article.date.startswith("2015-01-02")
    assert not [one for one in heard if "tzname" in str(one.message)]


def test_a_record_of_a_web_archive_that_is_longer_than_it_says(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def record(number: int, more: bytes) -> bytes:
        page = f"<html><body><p>{number} {PARAGRAPH}</p></body></html>"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"WARC-Target-URI: http://harbour.example/{number}\r\n"
            "WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        return head.encode() + answer + more + b"\r\n\r\n"

    first, second = read("a.warc", record(1, b"m") + record(2, b""))
    assert (first.url, second.url) == ("http://harbour.example/1", "http://harbour.example/2")
    assert capfd.readouterr().err == ""


def test_an_address_with_a_blank_in_a_web_archive(caplog: pytest.LogCaptureFixture) -> None:
    page = f"<html><body><article><h1>Ferry sold</h1><p>{PARAGRAPH}</p></article></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/a b\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    (article,) = read("a.warc", head.encode() + answer + b"\r\n\r\n")
    assert article.url == "https://quay.example/a%20b"
    assert not caplog.records
