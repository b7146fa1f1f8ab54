"""Numbers in names of files and in addresses that are no dates."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said."


def read(name: str, text: str) -> Article:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    (found,) = articles_in(stream, name, name)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("business-20950217.txt", ""),
        ("20170217-quay.txt", "2017-02-17"),
        ("2086/03/21/a.txt", ""),
        ("posts/1999-12-8-boats.txt", "1999-12-08"),
        ("posts/2095-12-8-boats.txt", ""),
        ("1999-13-8-boats.txt", ""),
    ],
)
def test_a_day_that_is_to_come_is_a_number(name: str, date: str) -> None:
    assert read(name, f"Boat of Orlo sold\n\n{TEXT}\n").date == date


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2024/12/20-anos-de-ensino-em-orlo", ""),
        ("2024/12/20/anos-de-ensino-em-orlo", "2024-12-20"),
        ("2024-12-20-anos-de-ensino-em-orlo", "2024-12-20"),
    ],
)
def test_the_number_that_a_headline_begins_with_is_no_day(path: str, date: str) -> None:
    row = f'title,url,text\n20 anos de ensino,https://orlo.example/{path},"{TEXT}"\n'
    assert read("a.csv", row).date == date


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("096_9-29-1967_LETTERS.txt", "1967-09-29"),
        ("29.9.1967 letters.txt", "1967-09-29"),
        ("096_03-03-1967_LETTERS.txt", "1967-03-03"),
        ("letters 03-04-2017.txt", "2017"),
        ("letters-192.168.1.2019.txt", ""),
    ],
)
def test_a_day_in_a_files_name_with_its_year_at_the_end(name: str, day: str) -> None:
    text = b"Quay opens\n\nBoats came in with the tide on Monday, the harbour office said."
    (found,) = articles_in(io.BufferedReader(io.BytesIO(text)), name, name)
    assert isinstance(found, Article)
    assert found.date == day
