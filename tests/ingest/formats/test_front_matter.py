"""Front matter that is no YAML or TOML, labels in Markdown, and pages of sites' generators."""

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


def told(article: Article) -> tuple[str, tuple[str, ...], str, str]:
    return article.title, article.authors, article.date, article.text


BOAT = ("Now Sailing: The Boat, And Others", ("Ada Orlo",), "1998-02-02", TEXT)


@pytest.mark.parametrize("name", ["boat.md", "boat.txt", "boat.html"])
@pytest.mark.parametrize(
    "front",
    [
        "---\nlayout: post\ntitle: Now Sailing: The Boat, And Others\nauthor: Ada Orlo\n"
        "date: 1998-02-02\n---\n",
        "---\ntitle: 'Now Sailing: The Boat, And Others'\nauthor: \tAda Orlo\n"
        "date: 1998-02-02\n---\n",
        "---\r\ntitle: Now Sailing: The Boat,\r\n  And Others\r\nauthors:\r\n  - Ada Orlo\r\n"
        "date: 1998-02-02\r\n---\r\n",
        '+++\ntitle = "Now Sailing: The Boat, And Others"\nauthor = "Ada Orlo"\n'
        'date = "1998-02-02"\n+++\n',
        "+++\ntitle = Now Sailing: The Boat, And Others\nauthor = Ada Orlo\n"
        "date = 1998-02-02\n+++\n",
    ],
    ids=["a colon in a value", "a tab", "a value of two lines", "TOML", "TOML without marks"],
)  # fmt: skip
def test_front_matter_as_people_mean_it(name: str, front: str) -> None:
    body = f"\n<p>{TEXT}</p>\n" if name == "boat.html" else f"\n{TEXT}\n"
    assert told(read(name, front + body)) == BOAT


def test_a_line_of_front_matter_that_is_no_value_stays_in_the_text() -> None:
    text = f"---\ntitle: Now: Sailing\nand then this line of somebody\n---\n{TEXT}\n"
    found = read("boat.md", text)
    assert found.title == "Now: Sailing"
    assert "and then this line of somebody" in found.text
    assert TEXT in found.text


def test_rules_around_a_paragraph_are_no_front_matter() -> None:
    found = read("boat.md", f"---\nNobody knew: the boat is sold\n---\n\n{TEXT}\n")
    assert "Nobody knew: the boat is sold" in f"{found.title}\n{found.text}"


@pytest.mark.parametrize("name", ["boat.md", "boat.markdown"])
def test_labels_above_markdown_as_pelican_has_them(name: str) -> None:
    head = "Title: This Week in Orlo 48\nDate: 2014-05-11 21:58\nCategory: This Week\n"
    head += "Authors: Ada Orlo\n"
    found = read(name, f"{head}\n{TEXT}\n")
    assert told(found) == ("This Week in Orlo 48", ("Ada Orlo",), "2014-05-11T21:58:00", TEXT)
    assert found.section == "This Week"


def test_a_paragraph_with_colons_is_no_block_of_labels() -> None:
    for head in ("Title: a word\nthat goes on here", "Boats: two\nCrews: three"):
        found = read("boat.md", f"{head}\n\n{TEXT}\n")
        assert head.split("\n")[1] in f"{found.title}\n{found.text}"


def test_a_whole_page_below_front_matter_is_read_as_a_page() -> None:
    article = f"<article><p>{TEXT}</p><p>{TEXT} Again.</p></article>"
    page = f"<html><body><nav>Home</nav>{article}</body></html>"
    found = read("boat.html", f"---\ntitle: Boat\ndate: 2001-02-03\n---\n{page}")
    assert (found.title, found.date) == ("Boat", "2001-02-03")
    assert "Home" not in found.text
    assert TEXT in found.text


def test_lines_of_a_paragraph_of_a_page_s_piece_are_joined() -> None:
    half, rest = TEXT.split(" to a ", 1)
    assert read("boat.html", f'+++\ntitle = "Boat"\n+++\n<p>{half}\nto a {rest}</p>').text == TEXT


def test_a_text_whose_lines_are_paragraphs_in_markup() -> None:
    found = read("boat", f"<p>Boat of Orlo sold</p>\n<p>{TEXT}</p>\n<p>{TEXT} Again.</p>\n")
    assert (found.title, found.text) == ("Boat of Orlo sold", f"{TEXT}\n\n{TEXT} Again.")


def test_a_day_before_which_something_was_is_not_sure() -> None:
    head = "---\ntitle: Quay opens\ndate: {}\n---\nBoats came in on Monday, and left.\n"
    before = read("a.md", head.format("Before 24 July 1937 (inferred)"))
    assert (before.date, before.facts["date"].confidence) == ("1937-07-24", 0.4)
    assert read("a.md", head.format("24 July 1937")).facts["date"].confidence > 0.9


@pytest.mark.parametrize("name", ["subtitle", "description", "excerpt", "lede", "teaser", "dek"])
@pytest.mark.parametrize(
    ("front", "file"),
    [
        ('---\ntitle: Boat sold\ndate: 1998-02-02\n{}: "The last one."\n---\n', "boat.md"),
        ('+++\ntitle = "Boat sold"\n{} = "The last one."\n+++\n', "boat.md"),
        ("Title: Boat sold\nDate: 1998-02-02\n{}: The last one.\n\n", "boat.md"),
        ('---\ntitle: Boat sold\n{}: "The last one."\n---\n', "boat.html"),
    ],
)
def test_a_deck_in_front_matter_is_kept(front: str, file: str, name: str) -> None:
    found = read(file, f"{front.format(name)}\n{TEXT}\n")
    assert (found.title, found.deck, found.text) == ("Boat sold", "The last one.", TEXT)


def test_an_article_within_front_matter_is_kept_as_well() -> None:
    found = read(
        "boat.md", f'---\ntitle: Boat sold\ncontent: "{TEXT}"\n---\n\nNobody else had bid for it.\n'
    )
    assert found.text == f"{TEXT}\n\nNobody else had bid for it."


def test_a_deck_among_keywords_of_org_is_kept() -> None:
    found = read("boat.org", f"#+title: Boat sold\n#+subtitle: The last one.\n\n{TEXT}\n")
    assert (found.deck, found.text) == ("The last one.", TEXT)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Ferry sold\nparams:\n  author: Ada Orlo\n  summary: The crew stays.\n---\n",
        '+++\ntitle = "Ferry sold"\n[extra]\nauthor = "Ada Orlo"\n'
        'summary = "The crew stays."\n+++\n',
    ],
)
def test_what_a_site_adds_to_front_matter_in_a_table_of_its_own(front: str) -> None:
    article = read("boat.md", front + TEXT)
    assert told(article) == ("Ferry sold", ("Ada Orlo",), "", TEXT)
    assert article.deck == "The crew stays."


def test_sentences_deep_in_front_matter_are_kept() -> None:
    note = "The crew had asked for its wages in March, which three banks and a cook had promised."
    article = read(
        "boat.md", f"---\ntitle: Ferry sold\nnotes:\n  - by: Ann\n    said: {note}\n---\n{TEXT}"
    )
    assert article.text == f"{TEXT}\n\n{note}"


@pytest.mark.parametrize(
    "line",
    [
        "https://telex.hu/belfold/2024/06/24/rozsa-andras",
        "> BELFÖLD Legfontosabb 2024. június 24. – 07:01\n> https://telex.hu/belfold/rozsa-andras",
    ],
)
def test_the_address_above_the_text_tells_the_paper(line: str) -> None:
    article = read("boat.md", f"---\ntitle: Ferry sold\n---\n\n{line}\n\n{TEXT}")
    assert article.source == "Telex"
    assert article.url.startswith("https://telex.hu/belfold/")
    assert article.url in article.text


def test_an_address_to_read_more_at_is_not_the_article_s() -> None:
    more = "They were sold. Read more of them at https://telex.hu/belfold/rozsa-andras"
    assert read("boat.md", f"---\ntitle: Ferry sold\n---\n\n{more}\n\n{TEXT}").url == ""
