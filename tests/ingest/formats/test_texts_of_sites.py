"""Articles in one text that are told apart by their site, their address or their number."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.exports import addressed, numbered, site_headlines
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm of Orlo sold boat {n} to a buyer from Bergen on Monday, it said. " * 5
HEADLINES = ("Ferry firm sells boat", "Harbour closes in May", "Crew goes on strike", "Quay opens")
RULE = "=" * 40


def read(text: str) -> tuple[list[Article], list[str]]:
    """The articles of a text, and what is told of it."""
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.txt", "a.txt"))
    told = [one.reason for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], told


def between_rules(first_lines: list[str]) -> str:
    return "".join(f"{RULE}\n{line}\n{TEXT}\n    \n\n" for line in first_lines)


@pytest.mark.parametrize("behind", [" : News : Orlo Online", " | Orlo Online", " - Orlo Online"])
def test_articles_between_rules_with_one_site_behind_each_headline(behind: str) -> None:
    found, told = read(between_rules([f"{headline}{behind}" for headline in HEADLINES]))
    assert [(one.title, one.source) for one in found] == [
        (headline, "Orlo Online") for headline in HEADLINES
    ]
    assert {one.text for one in found} == {TEXT.strip()}
    assert not told


def test_a_korean_site_is_its_paper() -> None:
    headlines = ("오를로 여객선 팔렸다", "항구 5월에 닫는다… 시민들 “불편”", "선원들 월요일 파업")
    found, _ = read(between_rules([f"{headline} : 뉴스 : 동아닷컴" for headline in headlines]))
    assert [(one.title, one.source) for one in found] == [
        (headline, "Dong-A Ilbo") for headline in headlines
    ]


def test_a_page_s_title_alone_above_one_article() -> None:
    ((found,), _) = read(f"오를로 여객선 팔렸다 : 뉴스 : 동아닷컴\n{TEXT}\n")
    assert (found.title, found.source) == ("오를로 여객선 팔렸다", "Dong-A Ilbo")
    ((found,), _) = read(f"Orlo : ferries : three boats sold\n{TEXT}\n")
    assert found.title == "Orlo : ferries : three boats sold"


@pytest.mark.parametrize(
    "first_lines",
    [
        ["Ferry firm sells boat", "Harbour closes in May", "Crew goes on strike"],
        ["Ferry firm sells boat | Orlo", "Harbour closes in May | Quay", "Crew strikes | Bergen"],
        ["Chapter 1: The ferry | Boats", "Chapter 2: The quay | Boats", "Chapter 3: Sea | Boats"],
        ["Round 1 - The boats", "Round 2 - The boats", "Round 3 - The boats"],
        ["The ferry of Orlo - John Miller", "The quay - John Miller", "The crew - John Miller"],
    ],
)
def test_parts_between_rules_without_a_site_are_one_text(first_lines: list[str]) -> None:
    text = between_rules(first_lines)
    assert not site_headlines.wrote(text)
    assert len(read(text)[0]) == 1


def below_address(n: int, headline: str, site: str = "orlo.example") -> str:
    return f"https://{site}/read/{n}/story\n{headline}\n{TEXT.format(n=n)}\n{TEXT.format(n=n)}\n\n"


def test_articles_that_each_open_with_their_address() -> None:
    found, told = read("".join(below_address(n, line) for n, line in enumerate(HEADLINES)))
    assert [(one.title, one.url) for one in found] == [
        (line, f"https://orlo.example/read/{n}/story") for n, line in enumerate(HEADLINES)
    ]
    assert all(f"boat {n} " in one.text for n, one in enumerate(found))
    assert not told


def test_an_address_with_little_below_is_of_the_article_above() -> None:
    many = "".join(below_address(n, f"{HEADLINES[n % 4]} on day {n}") for n in range(60))
    note = "https://orlo.example/note/1\nA note on boats\n\n"
    found, _ = read(f"{many}{note}{below_address(99, HEADLINES[0])}")
    assert len(found) == 61
    assert found[59].text.endswith("A note on boats")


@pytest.mark.parametrize(
    "text",
    [
        # References, each with its title.
        "".join(f"https://orlo.example/{n}/story\n{line}\n\n" for n, line in enumerate(HEADLINES)),
        # Links among the paragraphs of one article, sentences below them.
        below_address(1, HEADLINES[0])
        + "".join(f"https://quay.example/{n}/boat\n{TEXT.format(n=n)}\n\n" for n in range(5)),
        # Links within paragraphs.
        "".join(f"https://orlo.example/{n}/story\nThe boat {n}\n{TEXT}\n" for n in range(4)),
        # One address, several times.
        "".join(below_address(1, line) for line in HEADLINES),
        # Sites that have nothing to do with what stands below.
        "".join(below_address(n, line, f"a{n}.example") for n, line in enumerate(HEADLINES)),
    ],
)
def test_addresses_in_one_text_part_nothing(text: str) -> None:
    assert not addressed.wrote(text)
    assert len(read(text)[0]) == 1


def record(number: str, headline: str, day: str = "10 February 2016, 19:25") -> str:
    return (
        f"{number}\n{headline}\n{TEXT.format(n=number)}\n{day}\nHarbour, Boats\n\ntags: sea\n\n\n"
    )


@pytest.mark.parametrize("day", ["10 February 2016, 19:25", "১০ ফেব্রুয়ারি ২০১৬, ১৯:২৫"])
def test_records_below_their_numbers_with_the_day_at_the_end(day: str) -> None:
    text = "".join(record(f"7685{n}", line, day) for n, line in enumerate(HEADLINES[:2]))
    found, _ = read(text)
    assert [(one.title, one.date, one.section, one.tags) for one in found] == [
        (line, "2016-02-10T19:25:00", "Harbour, Boats", ("sea",)) for line in HEADLINES[:2]
    ]
    assert [one.text for one in found] == [TEXT.format(n=f"7685{n}").strip() for n in range(2)]


def test_a_record_without_a_day_is_of_the_one_above() -> None:
    many = "".join(record(f"7{n:04}", f"{HEADLINES[n % 4]} on {n}") for n in range(99))
    found, _ = read(f"{many}{record('80000', 'Notes', 'Orlo')}{record('80001', 'Quay opens')}")
    assert len(found) == 100
    assert "Notes" in found[98].text


@pytest.mark.parametrize(
    "text",
    [
        "".join(record(f"7685{n}", line, "Orlo") for n, line in enumerate(HEADLINES)),
        "".join(record(f"201{n}", line) for n, line in enumerate(HEADLINES)),  # a chronicle
        "".join(record("76859", line) for line in HEADLINES),
        "".join(f"10{n}\n{TEXT}\n\n" for n in range(1, 5)),
        record("76859", HEADLINES[0]),
    ],
)
def test_numbers_in_one_text_part_nothing(text: str) -> None:
    assert not numbered.wrote(text)
    assert len(read(text)[0]) == 1


def test_a_number_alone_is_no_headline() -> None:
    ((found,), _) = read(f"76859\nFerry firm sells boat\n\n{TEXT}\n")
    assert found.title == "Ferry firm sells boat"
    ((found,), _) = read(f"76859\n\n{TEXT}\n")
    assert found.title.startswith("The ferry firm of Orlo")
    ((found,), _) = read(f"1984\n\nBy Ann Poe\n\n{TEXT}\n")
    assert found.title == "1984"
