"""Plain texts that are tables: an article a line, its cells parted by bars or tabs."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

STORY = "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said. " * 3
ROWS = [
    ("Ferry firm sells boat|1|Jan. 08, 2011|Ann Poe|{}", "Ferry firm sells boat", ("Ann Poe",),
     "2011-01-08"),
    ("Crew stays on board|2|Jan. 09, 2011|Bo Quay & Ada Orlo|{}", "Crew stays on board",
     ("Bo Quay", "Ada Orlo"), "2011-01-09"),
    ("Town is “surprised”|3|Jan. 10, 2011|Cy Dock, Di Pier & Ed Mole|{}", "Town is “surprised”",
     ("Cy Dock", "Di Pier", "Ed Mole"), "2011-01-10"),
]  # fmt: skip


def read(text: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    return [one for one in articles_in(stream, "a.txt", "a.txt") if isinstance(one, Article)]


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_each_line_is_an_article(sign: str) -> None:
    text = "\n".join(row[0].replace("|", sign).format(STORY) for row in ROWS)
    found = read(text)
    assert [(a.title, a.authors, a.date) for a in found] == [row[1:] for row in ROWS]
    assert all(a.text == STORY.strip() for a in found)


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry firm sells boat\n\n{STORY}\n\n{STORY}",
        f"Ferry | boat\n\n{STORY} | so\n\n{STORY} | it | was",
        "\n".join(f"{STORY}|{STORY}|{STORY}" for _ in range(4)),
    ],
)
def test_other_texts_are_one_article(text: str) -> None:
    assert len(read(text)) == 1


def test_who_wrote_it_is_told_from_the_paper_and_the_headline() -> None:
    rows = [
        f"2024-03-0{n}|Quay Times|{who}|{headline}|{STORY}"
        for n, (who, headline) in enumerate(
            [("Jane Doe", "Quay closes for good"), ("John Roe", "Boats are sold at last"),
             ("Ann Poe", "Town is surprised by it")], start=1,
        )
    ]  # fmt: skip
    assert [(a.title, a.authors) for a in read("\n".join(rows))] == [
        ("Quay closes for good", ("Jane Doe",)),
        ("Boats are sold at last", ("John Roe",)),
        ("Town is surprised by it", ("Ann Poe",)),
    ]
