"""Texts in which somebody gathered many articles, without a program's format."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.formats.exports import parted
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm of Orlo sold boat {n} to a buyer from Bergen on Monday, it said."
RULE = "-" * 34
SIGNED = f"The boats of Orlo\nBy Ann Poe\nFebruary 3, 2017\n\n{TEXT}\n\n{TEXT}\n\n{TEXT}"


def read(text: str) -> tuple[list[Article], list[str]]:
    """The articles of a text, and what is told of it."""
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.txt", "a.txt"))
    told = [one.reason for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], told


def block(n: int, date: str, section: str = "Harbour") -> str:
    return f"\n Boat {n} of Orlo is sold to Bergen\n{section}\n{date}\n   {TEXT.format(n=n)}\n"


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2024-01-14T20:54:31+02:00", "2024-01-14T20:54:31+02:00"),
        ("14 Ian 2024   •   19:44", "2024-01-14T19:44:00"),
        ("Publicat: 14 Ianuarie 2024", "2024-01-14"),
    ],
)
@pytest.mark.parametrize("rule", [RULE, "=" * 10, "*" * 40])
def test_articles_between_rules_that_each_have_their_date(rule: str, date: str, iso: str) -> None:
    found, _ = read(f"{rule}\n".join(block(n, date) for n in range(1, 6)) + f"{rule}\n")
    assert [(one.title, one.section, one.date, one.text) for one in found] == [
        (f"Boat {n} of Orlo is sold to Bergen", "Harbour", iso, TEXT.format(n=n))
        for n in range(1, 6)
    ]


def test_each_says_where_it_stands_and_nothing_is_lost() -> None:
    text = f"{RULE}\n".join(block(n, "2024-01-14") for n in range(1, 6)) + f"{RULE}\n* the end\n"
    found, _ = read(text)
    assert [one.record for one in found] == [1, 2, 3, 4, 5]
    assert all(one.part.startswith("characters ") for one in found)
    assert "the end" in found[-1].text


def test_articles_that_open_with_date_and_address() -> None:
    text = "\n".join(
        f"{n}/07/2022\nhttps://orlo.example/read/{n}/boat-sold\n"
        f"Boat {n} of Orlo is sold to Bergen\n{TEXT.format(n=n)}\n"
        for n in range(15, 20)
    )
    found, _ = read(text)
    for n, one in enumerate(found, start=15):
        assert (one.title, one.date) == (f"Boat {n} of Orlo is sold to Bergen", f"2022-07-{n}")
        assert one.url == f"https://orlo.example/read/{n}/boat-sold"


def test_rules_within_one_article_part_nothing() -> None:
    parts = [TEXT.format(n=n) for n in range(1, 6)]
    ((found,), _) = read("Boats of Orlo sold\n\n2024-01-14\n\n" + f"\n{RULE}\n".join(parts))
    assert all(part in found.text for part in parts)
    assert not parted.wrote(f"\n{RULE}\n".join(parts))


def test_long_parts_without_dates_are_told() -> None:
    parts = [f"Boat {n} of Orlo is sold\n\n" + TEXT.format(n=n) * 15 for n in range(1, 9)]
    found, told = read(f"\n{RULE}\n".join(parts) + f"\n{RULE}\n")
    assert len(found) == 1
    assert told[0].startswith("perhaps 8 articles")


def test_a_list_of_addresses_is_no_article() -> None:
    stream = io.BufferedReader(io.BytesIO(b"https://orlo.example/a/b\n" * 4), HEAD)
    (found,) = articles_in(stream, "a.txt", "a.txt")
    assert isinstance(found, Foreign)


@pytest.mark.parametrize(
    "rule",
    ["###", "***", "* * *", "-----", "=====", "_" * 20, "~~~", "—————", "+++", "- 30 -", "-30-"],
)
def test_short_rules_part_articles_that_each_have_a_head(rule: str) -> None:
    heads = (
        "Ferry returns to quay\nBy Ann Poe\n\n",
        "Harbour is full of ships\nThe Courier, May 3, 2019\n\n",
        "Title: A new quay opens\nDate: 2019-05-04\nAuthor: John Roe\n\n",
        "Boats of Orlo are sold\nhttps://courier.example/2019/05/05/boats\n\n",
    )
    text = f"\n\n{rule}\n\n".join(f"{head}{TEXT.format(n=1)} {TEXT.format(n=2)}" for head in heads)
    found, told = read(text)
    assert [one.title for one in found] == [
        "Ferry returns to quay", "Harbour is full of ships", "A new quay opens",
        "Boats of Orlo are sold",
    ]  # fmt: skip
    assert [one.authors for one in found] == [("Ann Poe",), (), ("John Roe",), ()]
    assert (found[1].date, found[2].date) == ("2019-05-03", "2019-05-04")
    assert {one.text for one in found} == {f"{TEXT.format(n=1)} {TEXT.format(n=2)}"}
    assert not told


def test_two_releases_and_the_mark_at_the_end_of_each() -> None:
    release = "Ferry {n} returns to quay\nMay {n}, 2019\n\n{text} {text}\n\n###\n\n"
    text = "".join(release.format(n=n, text=TEXT.format(n=n)) for n in (3, 4))
    found, _ = read(text)
    assert [(one.title, one.date) for one in found] == [
        ("Ferry 3 returns to quay", "2019-05-03"), ("Ferry 4 returns to quay", "2019-05-04"),
    ]  # fmt: skip
    assert "#" not in found[0].text + found[1].text


@pytest.mark.parametrize(
    "parts",
    [
        # Sections of a feature.
        [f"The boats of Orlo\nBy Ann Poe\n\n{TEXT} {TEXT}", f"By then it was late. {TEXT}", TEXT],
        # A diary.
        [f"May {n}, 2019\n{TEXT} {TEXT}\n{TEXT}" for n in (3, 4, 5)],
        # A box, a day of a diary, a question of an interview.
        [SIGNED, f"How to help\nhttps://help.example/orlo\n\n{TEXT} {TEXT}"],
        [SIGNED, f"Town hall meeting\nFebruary 10, 2017, 7 p.m.\n\n{TEXT} {TEXT}"],
        [SIGNED, f"Day {{n}}\nFebruary 10, 2017\n\n{TEXT} {TEXT}"],
        [SIGNED, f"Ann Poe: Who did it, then?\n\nBo Wu: They, on 3 May 2017.\n\n{TEXT}\n\n{TEXT}"],
        # Headings that rules underline.
        [f"{TEXT} {TEXT}\n\nBoats and quays", f"By Ann Poe\n\n{TEXT}\n\nMore boats", TEXT],
    ],
)  # fmt: skip
def test_rules_within_an_article_part_nothing_without_heads(parts: list[str]) -> None:
    ((found,), _) = read("\n***\n".join(parts))
    assert TEXT in found.text


@pytest.mark.parametrize("rule", ["###", "-" * 40])
@pytest.mark.parametrize("line", ["By Ann Poe\nFebruary 3, 2017", "By Ann Poe | February 3, 2017"])
def test_a_byline_above_the_day_is_no_section(rule: str, line: str) -> None:
    text = "The ferries will stop for three weeks from Monday, the harbour board said. " * 3
    parts = [f"Ferries of quay {n} stop for weeks\n{line}\n\n{text}\n" for n in range(1, 5)]
    found, _ = read(f"\n{rule}\n\n".join(parts))
    assert [(a.authors, a.date[:10], a.section) for a in found] == [
        (("Ann Poe",), "2017-02-03", "")
    ] * 4


def test_articles_that_are_a_headline_a_paper_an_address_and_a_text() -> None:
    text = "The ferries will stop for three weeks from Monday, the harbour board said. " * 3
    parts = [
        f"Ferries of quay {n} stop\nThe Harbour Courier\n\nhttps://courier.example/v/{n}00\n{text}\n\n\n"
        for n in range(1, 5)
    ]
    found, _ = read("\n" + "".join(parts))
    assert [(a.title, a.source, a.url) for a in found] == [
        (f"Ferries of quay {n} stop", "The Harbour Courier", f"https://courier.example/v/{n}00")
        for n in range(1, 5)
    ]
    assert {a.text for a in found} == {text.strip()}


def test_an_article_with_addresses_among_its_paragraphs_is_one() -> None:
    text = "The ferries will stop for three weeks from Monday, the harbour board said. " * 3
    links = "".join(f"{text}\n\nhttps://courier.example/v/{n}00\n\n" for n in range(1, 5))
    found, _ = read(f"Ferries stop\n\n{links}")
    assert len(found) == 1


def test_a_kicker_above_each_headline() -> None:
    story = "{0}\nFerries of {0} stop for three weeks\nBy Ann Poe\n\n{1} {1}\n"
    text = "\n###\n\n".join(story.format(at, TEXT.format(n=1)) for at in ("ORLO", "BERGEN"))
    found, _ = read(text)
    assert [one.title for one in found] == [
        "Ferries of ORLO stop for three weeks", "Ferries of BERGEN stop for three weeks",
    ]  # fmt: skip


def test_articles_that_each_open_with_a_label_for_the_headline() -> None:
    story = "\nTitle:Ferry {0} stops, for three weeks \n\n\n{1} \n\n\nSource:The Courier \n\n\n"
    found, told = read("".join(story.format(n, TEXT.format(n=n)) for n in range(4)))
    assert [(one.title, one.source, one.text) for one in found] == [
        (f"Ferry {n} stops, for three weeks", "The Courier", TEXT.format(n=n)) for n in range(4)
    ]
    assert not told
    once = "Title: Ferry stops\n\nTitle: what it means\n\nThe title: a story. Title: none.\n"
    assert len(read(once + TEXT)[0]) == 1


@pytest.mark.parametrize("mark", [": ", " - "])
def test_articles_that_each_open_with_a_label_for_the_paper(mark: str) -> None:
    text = "\n\n".join(
        f"Media Name{mark}The Courier\nURL{mark}https://orlo.example/{n}\n"
        f"Headline{mark}Boat {n} of Orlo is sold\nShort Description{mark}It goes to Bergen.\n"
        f"Article{mark}{TEXT.format(n=n)}"
        for n in range(1, 5)
    )
    found, told = read(text)
    assert [(one.title, one.source, one.deck, one.text) for one in found] == [
        (f"Boat {n} of Orlo is sold", "The Courier", "It goes to Bergen.", TEXT.format(n=n))
        for n in range(1, 5)
    ]
    assert not told


def test_a_day_with_a_comma_behind_it_is_a_date() -> None:
    text = f"{RULE}\n".join(block(n, "23, dec. 2023 social") for n in range(1, 6))
    found, _ = read(text)
    assert [one.date for one in found] == ["2023-12-23"] * 5


@pytest.mark.parametrize(
    "number", ["Article {n}:", "[Document {n}]", "=== STORY #{n} ===", "新闻{n}"]
)
@pytest.mark.parametrize("body", ["Content: {text}", "Content:\n{text}"])
def test_articles_below_their_numbers_that_open_with_labels(number: str, body: str) -> None:
    one = f"{number}\nTitle: Boat {{n}} of Orlo sold\n{body}\nDate: Sep 2{{n}}, 2023, 08:26 IST\n\n"
    found, told = read("".join(one.format(n=n, text=TEXT.format(n=n)) for n in (1, 2)))
    assert [(a.title, a.date[:10], a.text) for a in found] == [
        (f"Boat {n} of Orlo sold", f"2023-09-2{n}", TEXT.format(n=n)) for n in (1, 2)
    ]
    assert not told


def test_the_articles_of_a_law_are_one_text() -> None:
    law = "".join(f"Article {n}\nOf boats\n{TEXT.format(n=n)}\n\n" for n in range(1, 9))
    found, _ = read(law)
    assert len(found) == 1


def test_articles_with_a_number_and_no_headline() -> None:
    one = "Article ID: 16{n}\nCategory: ships\nText:\n{text}\n\n---END OF ARTICLE ----\n\n"
    found, told = read("".join(one.format(n=n, text=TEXT.format(n=n)) for n in range(1, 5)))
    assert [(a.section, a.text) for a in found] == [
        ("ships", TEXT.format(n=n)) for n in range(1, 5)
    ]
    assert all(a.facts["title"].origin == "first words of the text" for a in found)
    assert not told


def test_articles_each_below_a_headline_in_brackets() -> None:
    one = "[Boat {n} of Orlo is sold to Bergen]\n{text}\n{text}\n{text}\n\n"
    found, told = read("".join(one.format(n=n, text=TEXT.format(n=n)) for n in range(1, 5)))
    assert [a.title for a in found] == [f"Boat {n} of Orlo is sold to Bergen" for n in range(1, 5)]
    assert all(TEXT.format(n=n) in a.text for n, a in enumerate(found, 1))
    assert not told


def test_the_address_below_the_date_is_the_article_s() -> None:
    one = "Boat {n} of Orlo is sold\n[2021-07-0{n}]\nhttps://orlo.example/2021/07/{n}/\n\n{text}\n"
    found, _ = read(
        f"{'-' * 80}\n".join(one.format(n=n, text=TEXT.format(n=n)) for n in range(1, 6))
    )
    assert [(a.url, a.date, a.text) for a in found] == [
        (f"https://orlo.example/2021/07/{n}/", f"2021-07-0{n}", TEXT.format(n=n))
        for n in range(1, 6)
    ]


@pytest.mark.parametrize("count", [2, 5])
def test_articles_that_each_open_with_their_number_and_labels(count: int) -> None:
    text = "".join(
        f"Article: {n}\nNews_Outlet: NYT\nTitle: Boat {n} is sold\nAuthor: Ann Poe\n"
        f"Publication_Date: March {n}, 2023\nArticle_Content: {TEXT.format(n=n)} Again.\n\n"
        for n in range(1, count + 1)
    )
    articles, told = read(text)
    assert [one.title for one in articles] == [f"Boat {n} is sold" for n in range(1, count + 1)]
    assert {(one.source, one.authors) for one in articles} == {("The New York Times", ("Ann Poe",))}
    assert [one.date for one in articles] == [f"2023-03-{n:02}" for n in range(1, count + 1)]
    assert articles[0].text == f"{TEXT.format(n=1)} Again."
    assert not told


def test_articles_below_the_same_word_and_below_numbers_with_datelines() -> None:
    long = " ".join(TEXT.format(n=n) for n in range(4))
    text = "".join(f"ARTICLE\n\nBoat {n} of Orlo is sold\n{long}\n" for n in range(3))
    articles, _ = read(text)
    assert [one.title for one in articles] == [f"Boat {n} of Orlo is sold" for n in range(3)]
    text = "".join(f"{n}.\n\nORLO (Reuters) - {long}\n\n" for n in range(1, 4))
    articles, _ = read(text)
    assert [one.text for one in articles] == [f"ORLO (Reuters) - {long}"] * 3


def test_numbers_above_paragraphs_of_one_article_part_nothing() -> None:
    long = " ".join(TEXT.format(n=n) for n in range(4))
    articles, _ = read("".join(f"{n}.\n\n{long}\n\n" for n in range(1, 4)))
    assert len(articles) == 1


def test_articles_whose_headline_paper_and_address_stand_apart() -> None:
    long = " ".join(TEXT.format(n=n) for n in range(4))
    text = "\n\n" + "".join(
        f"\n\nBoat {n} of Orlo is sold\n\nThe Guardian\n\n\nhttps://o.test/news/2021{n}\n{long}\n\n\n"
        for n in range(3)
    )
    articles, _ = read(text)
    assert [one.title for one in articles] == [f"Boat {n} of Orlo is sold" for n in range(3)]
    assert {one.source for one in articles} == {"The Guardian"}
