"""Factiva exports laid out to read: a hundred articles in an RTF, PDF or text, without labels."""

from __future__ import annotations

import io

import pytest

from newsgrep.article import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

FIRST = "Boats came in with the tide on Monday, and the quay was full by noon."
SECOND = "The ferry did not sail. Its engine had failed, the owner said on Tuesday."


def read(text: str, name: str = "a.txt") -> list[Article | Failure]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    return list(articles_in(stream, name, name))


def articles(text: str, name: str = "a.txt") -> list[Article]:
    found = read(text, name)
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def facts(text: str) -> list[tuple[object, ...]]:
    return [
        (a.title, a.authors, a.date, a.source, a.section, a.language, a.text)
        for a in articles(text)
    ]


def test_articles_are_told_apart_by_their_numbers() -> None:
    text = f"""
 Business
 Quay is full in Orlo
By Ann Poe and John Roe
1,019 words
20 June 2017
08:30
The Harbour Courier
HARBC
A1
English
(Copyright (c) 2017, The Harbour Courier, Inc.)

{FIRST}

{SECOND}

Document HARBC00020170620ed6k0002c


 Ferry stays in port
526 words
21 January 2026
Reuters News
LBA
English
Copyright 2026 Thomson Reuters. All Rights Reserved.

       ORLO, Jan 21 (Reuters) - {SECOND}

Document LBA0000020260121em1l009kh

Search Summary: quay

 Text|quay|
 Results Found|2|
 Timestamp|21 January 2026 16:37|
"""
    assert facts(text) == [
        (
            "Quay is full in Orlo", ("Ann Poe", "John Roe"), "2017-06-20T08:30:00",
            "The Harbour Courier", "Business", "en", f"{FIRST}\n\n{SECOND}",
        ),
        (
            "Ferry stays in port", (), "2026-01-21", "Reuters", "", "en",
            f"ORLO, Jan 21 (Reuters) - {SECOND}",
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "date", "language", "document", "code"),
    [
        ("526 Wörter", "21. Januar 2026", "Deutsch", "Dokument", "de"),
        ("526 mots", "21 janvier 2026", "Français", "Document", "fr"),
        ("1.526 palabras", "21 de enero de 2026", "Español", "Documento", "es"),
        ("526 字", "2026 年 1 月 21 日", "英文", "文件", "en"),
    ],
)
def test_in_any_of_its_languages(
    words: str, date: str, language: str, document: str, code: str
) -> None:
    one = (
        f"Quay is full\n{words}\n{date}\nHarbour Courier\nHARBC\n5\n{language}\n© 2026 HC.\n{FIRST}"
    )
    numbers = ("HARBC00020260121em1l009kh", "HARBC00020260121em1l009ki")
    text = "".join(f"{one}\n\n{document} {number}\n\n" for number in numbers)
    assert [(a.title, a.date, a.source, a.language, a.text) for a in articles(text)] == [
        ("Quay is full", "2026-01-21", "Harbour Courier", code, FIRST)
    ] * 2


def test_nothing_is_lost_where_a_line_is_missing() -> None:
    bare = f"Quay is full\n526 words\n21 January 2026\nHarbour Courier\n{FIRST}\n{SECOND}"
    number = "Document HARBC00020260121em1l009kh"
    (article,) = articles(f"{bare}\n\n{number}\n")
    assert FIRST in article.text
    assert SECOND in article.text
    other, last = articles(f"{bare}\n\n{number}\n\nA note of nobody's.\n\n{FIRST}\n")
    assert (other.title, last.title) == ("Quay is full", "A note of nobody's.")
    assert last.text == FIRST


def test_running_heads_and_contents_of_a_pdf_are_no_text() -> None:
    text = f"""Quay is full in Orlo..............................................2
Page 1 of 3 © 2026 Factiva, Inc. All rights reserved.
Quay is full in Orlo
526 words
21 January 2026
Harbour Courier
HARBC
English
© 2026 The Harbour Courier.
{FIRST}
Page 2 of 3 © 2026 Factiva, Inc. All rights reserved.
{SECOND}
Document HARBC00020260121em1l009kh
"""
    (article,) = articles(text)
    assert article.title == "Quay is full in Orlo"
    assert "Factiva" not in article.text
    assert FIRST in article.text
    assert SECOND in article.text


def test_an_rtf_of_several() -> None:
    def rtf(text: str) -> str:
        return text.replace("\n", "\\par\n")

    head = "Quay is full\n\n526 words\n21 January 2026\nHarbour Courier\nHARBC\nEnglish\n(c) HC"
    numbers = ("HARBC00020260121em1l009kh", "HARBC00020260121em1l009ki")
    text = "".join(f"{head}\n\n{FIRST}\n\nDocument {number}\n\n" for number in numbers)
    found = articles(r"{\rtf1\ansi\deff0 " + rtf(text) + "}", "Factiva-20260121-1637.rtf")
    assert [(a.title, a.source, a.text) for a in found] == [
        ("Quay is full", "Harbour Courier", FIRST)
    ] * 2


def test_a_text_that_only_names_a_document_is_none() -> None:
    (article,) = articles(
        f"Quay is full\n\n{FIRST}\n\nDocument HARBC00020260121em1l009kh\n\n{SECOND}\n"
    )
    assert SECOND in article.text


@pytest.mark.parametrize("words", ["526 ord", "526 szó", "526 단어", "526 文字", "526 kata"])
def test_words_are_counted_in_any_language(words: str) -> None:
    one = f"Quay is full\n{words}\n21 January 2026\nHarbour Courier\nHARBC\nEnglish\n© HC\n{FIRST}"
    numbers = ("HARBC00020260121em1l009kh", "HARBC00020260121em1l009ki")
    found = articles("".join(f"{one}\n\nDocument {number}\n\n" for number in numbers))
    assert [(a.title, a.source) for a in found] == [("Quay is full", "Harbour Courier")] * 2


@pytest.mark.parametrize(
    ("clock", "time"),
    [("08:45 GMT", "08:45:00+00:00"), ("2:00 PM", "14:00:00"), ("14:05:33", "14:05:33"),
     ("18.30", "18:30:00")],
)  # fmt: skip
def test_a_time_in_any_form_is_no_source(clock: str, time: str) -> None:
    head = f"Quay is full\n526 words\n21 January 2026\n{clock}\nReuters News\nLBA\nEnglish\n© HC"
    (article,) = articles(f"{head}\n{FIRST}\n\nDocument LBA0000020260121em1l009kh\n")
    assert (article.source, article.date) == ("Reuters", f"2026-01-21T{time}")
