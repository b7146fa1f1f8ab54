"""Of a file that is cut off or damaged what stands before that is read, and the rest is told."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
from collections.abc import Callable

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

CHANCE = random.Random(3)


def records(count: int) -> list[dict[str, str]]:
    words = [f"{CHANCE.choice('bdfgklmnprst')}{CHANCE.choice('aeiou')}{n}" for n in range(500)]
    return [
        {"title": f"Story {n} of the port", "text": " ".join(CHANCE.choices(words, k=60)) + "."}
        for n in range(count)
    ]


def read(data: bytes, name: str) -> tuple[list[Article], list[Failure]]:
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize(
    ("pack", "name"), [(gzip.compress, "a.jsonl.gz"), (lzma.compress, "a.jsonl.xz")]
)
def test_a_packed_file_is_read_up_to_where_it_breaks_off(
    pack: Callable[[bytes], bytes], name: str
) -> None:
    packed = pack("\n".join(map(json.dumps, records(2000))).encode())
    articles, failures = read(packed[: len(packed) * 6 // 10], name)
    assert 800 < len(articles) < 1600
    assert [one.title for one in articles[:2]] == ["Story 0 of the port", "Story 1 of the port"]
    assert failures[-1].reason.startswith(f"damaged {'gzip' if 'gz' in name else 'xz'}: ")
    assert failures[-1].reason.endswith("what stands before that was read")


def test_a_text_of_which_the_sum_is_wrong_is_read_and_told() -> None:
    packed = bytearray(gzip.compress(b"Port to close\n\nThe quay of Orlo closes in May. " * 9))
    packed[-8] ^= 1
    articles, failures = read(bytes(packed), "a.txt.gz")
    assert [one.title for one in articles] == ["Port to close"]
    assert "CRC check failed" in failures[0].reason


def test_nothing_of_a_first_block_that_is_cut_off() -> None:
    packed = bz2.compress("\n".join(map(json.dumps, records(200))).encode())
    articles, failures = read(packed[:500], "a.jsonl.bz2")
    assert not articles
    assert failures[0].reason.startswith("damaged bzip2: ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_list_that_breaks_off_has_its_records(encoding: str) -> None:
    data = json.dumps(records(30), indent=1).encode(encoding)
    articles, failures = read(data[: len(data) * 2 // 3 // 2 * 2], "a.json")
    assert 15 < len(articles) < 25
    assert f"from record {len(articles) + 1} on" in failures[0].reason


def test_rows_whose_dates_are_open_are_not_lost_with_what_follows() -> None:
    rows = [{**record, "date": "03/04/2017"} for record in records(30)]
    data = json.dumps(rows).encode()
    articles, failures = read(data[:-200], "a.json")
    assert len(articles) == 29
    assert len(failures) == 1


PAGE = (
    "<html><head>{}<title>Port to close</title></head><body>{}<p>The quay of Orlo closes in May,"
    " the harbour board told the ferry firms on Monday{} after a year of talks.</p>"
    "<p>Nobody of the ferry firms from Ålesund came to the meeting.</p>{}</body></html>"
)


@pytest.mark.parametrize(
    "data",
    [
        PAGE.format("", "", "\x0b", "").encode(),
        PAGE.format("", "", "\x1f", "").encode(),
        PAGE.format('<meta charset="utf-16">', "", "", "").encode("cp1252"),
        PAGE.format("", "<div>" * 900, "", "</div>" * 900).encode(),
    ],
    ids=["control", "separator", "meta", "deep"],
)
def test_a_page_with_a_fault_is_read(data: bytes) -> None:
    ((article,), failures) = read(data, "a.html")
    assert article.title == "Port to close"
    assert "on Monday" in article.text
    assert "from Ålesund came" in article.text
    assert not failures


def test_a_page_of_a_web_archive_that_is_cut_off_is_read_and_told() -> None:
    text = "The quay of Orlo closes in May, the council said, and opens again in June. " * 9
    page = f"<html><head><title>Quay</title></head><body><p>{text}</p><p>{text}</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    archive = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
    ).encode()
    assert [one.reason for one in read(archive, "a.warc")[1]] == []
    articles, failures = read(archive[:-104], "a.warc")
    assert len(articles) == 1
    assert [one.reason for one in failures] == [
        "a page that is cut off: 100 bytes of it are missing"
    ]
