"""What the names of files and folders tell where the text tells nothing: paper and headline."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = (
    "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said, and the"
    " harbour is to close its northern quay for two years."
)
PAPERLESS = f"Boat of Orlo sold\n\n{TEXT}\n"


def read(name: str, text: str) -> Article:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = next(iter(articles_in(stream, name, name)))
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("2024-03-06_le_monde.txt", "Le Monde"),
        ("cnn_article.txt", "CNN"),
        ("bbc_ferry_sold.txt", "BBC News"),
        ("13_Ann Poe_Edmonton Journal.txt", "Edmonton Journal"),
        ("Washington Post - Boat of Orlo sold.txt", "The Washington Post"),
        ("2019-03-04_the-guardian_boat-sold.txt", "The Guardian"),
        ("nytimes.com.txt", "The New York Times"),
        ("lemonde_2.txt", "Le Monde"),
        ("nytimes2.txt", "The New York Times"),
        ("guardian.txt", "The Guardian"),
        ("theguardian.txt", "The Guardian"),
        ("voa.txt", "Voice of America"),
        ("El%20Pa%C3%ADs 2.txt", "El País"),
        ("Reuters/2020/03/7.txt", "Reuters"),
        ("C:\\clips\\The Guardian\\7.txt", "The Guardian"),
    ],
)
def test_a_file_or_folder_is_called_after_its_paper(name: str, source: str) -> None:
    article = read(name, PAPERLESS)
    assert article.source == source
    assert article.facts["source"].confidence <= 0.4
    assert article.facts["source"].origin in ("the file's name", "the folder's name")


@pytest.mark.parametrize(
    "name",
    [
        "focus.txt",
        "science/3.txt",
        "times/3.txt",
        "daily-news/3.txt",
        "news.txt",
        "guardian-of-the-galaxy.txt",
        "theory.txt",
        "time2.txt",
        "What The Guardian got wrong.txt",
        "epistulae_ad_familiares-112.txt",
        "Reuters/a/b/c/d/7.txt",
    ],
)
def test_a_name_that_may_be_another_word_tells_no_paper(name: str) -> None:
    assert read(name, PAPERLESS).source == ""


def test_what_the_text_says_comes_first() -> None:
    assert read("cnn_3.txt", f"Boat of Orlo sold\nBy Ann Poe, Reuters\n\n{TEXT}\n").source == (
        "Reuters"
    )


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Ferry firm sells boat_ what the harbour says.txt",
         "Ferry firm sells boat what the harbour says"),
        ("2020-01-02 - ferry-firm-of-orlo-sells-last-boat.txt",
         "Ferry firm of orlo sells last boat"),
        ("ferry-firm-of-orlo-sells-last-boat-12.txt", "Ferry firm of orlo sells last boat"),
        ("CNN - Ferry firm sells its boat.txt", "Ferry firm sells its boat"),
    ],
)  # fmt: skip
def test_a_file_is_called_after_its_headline(name: str, title: str) -> None:
    article = read(name, f"{TEXT}\n\n{TEXT}\n")
    assert (article.title, article.facts["title"].origin) == (title, "the file's name")
    assert article.text == f"{TEXT}\n\n{TEXT}"


def test_signs_of_chinese_are_looked_for_by_pairs() -> None:
    text = "渡轮公司周一将最后一艘船卖给了卑尔根的买家，港口将关闭北码头两年。"
    assert read("渡轮公司卖掉最后一艘船.txt", f"{text}\n{text}\n").title == "渡轮公司卖掉最后一艘船"


@pytest.mark.parametrize(
    "name", ["notes of my last summer holiday.txt", "article-7-final.txt", "boat.txt"]
)
def test_other_names_are_no_headlines(name: str) -> None:
    article = read(name, f"{TEXT}\n\n{TEXT}\n")
    assert article.facts["title"].origin == "first words of the text"


@pytest.mark.parametrize(
    "none", ["Title not found", "No title", "[untitled]", "N/A", "Headline: not available"]
)
def test_what_says_that_there_is_no_headline_is_none(none: str) -> None:
    article = read("a.csv", f'title,author,text\n{none},Unknown author,"{TEXT}"\n')
    assert article.title.startswith("The ferry firm of Orlo sold")
    assert article.authors == ()


def test_an_archive_is_hardly_the_source_of_what_it_keeps() -> None:
    text = f"---\ntitle: Boat of Orlo sold\nsource: newspapers.com\n---\n\n{PAPERLESS}"
    assert read("1917-06-16-ithaca-journal.md", text).source == "Ithaca Journal"
    assert read("1917-06-16.md", text).source == "newspapers.com"
