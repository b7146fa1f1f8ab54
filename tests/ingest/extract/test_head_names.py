"""Names of authors without a word before them: by their place, and by what the text lacks."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE, article_of

from newsgrep import Article
from newsgrep.text.given_names import is_family_name

DECK = "The vote comes after months of talks, but many questions remain open"


def read(head: str, foot: str = "") -> Article:
    text = f"{head.format(T=TITLE, D=DECK)}{BODY}{foot}"
    return article_of(text)


@pytest.mark.parametrize(
    "name", ["Tefwik Osolu", "Nqabo Tshwele", "Zhou We-xin", "Halmida al-Sarroub"]
)
@pytest.mark.parametrize(
    "lines",
    [
        "{N}, The Straits Times\nMay 3, 2019",
        "{N} / The Straits Times\nMay 3, 2019",
        "{N} | The Straits Times | May 3, 2019",
        "{N}\nColumnist\nThe Straits Times\nMay 3, 2019",
        "{N}\n{N}\nThe Straits Times\nMay 3, 2019",
        "{N} in London\nThe Straits Times\nMay 3, 2019",
        "{N} Published May 3, 2019 Updated May 4, 2019 10:12am\nThe Straits Times",
        "{N}\nThe Straits Times\nMay 3, 2019",
        "{N} | May 3, 2019 | 12:01 AM | Comments (3)\nThe Straits Times",
        "{N}, Political Editor\nThe Straits Times | May 3, 2019",
    ],
)
def test_a_name_that_no_list_knows(lines: str, name: str) -> None:
    article = read(f"{{T}}\n{lines.replace('{N}', name)}\n\n")
    assert (article.title, article.authors, article.source) == (TITLE, (name,), "The Straits Times")
    assert article.date[:10] == "2019-05-03"


def test_two_of_them_with_their_paper() -> None:
    lines = "Tefwik Osolu | The Straits Times\nJane Doe | The Straits Times\nMay 3, 2019"
    article = read(f"{{T}}\n\n{lines}\n\n")
    assert article.authors == ("Tefwik Osolu", "Jane Doe")


@pytest.mark.parametrize(
    "line", ["Rotted Piles, The Straits Times", "Northern Quay | The Guardian"]
)
def test_words_that_the_text_has_name_nobody(line: str) -> None:
    assert read(f"{{T}}\n{line}\nMay 3, 2019\n\n").authors == ()


@pytest.mark.parametrize("head", [
    "The Straits Times\nMay 3, 2019\n\n{T}\n\n{D}\n\nJane Doe\n\n",
    "The Straits Times\nMay 3, 2019\n\n{T}\n\n{D}.\n\nJane Doe and Mary Roe\n\n",
    "Jane Doe\n{T}\nThe Straits Times, May 3, 2019\n\n",
])  # fmt: skip
def test_a_name_alone(head: str) -> None:
    article = read(head)
    assert (article.title, article.source, article.date) == (
        TITLE,
        "The Straits Times",
        "2019-05-03",
    )
    assert article.authors[0] == "Jane Doe"
    assert "Jane Doe" not in article.text


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ("\nJane Doe\n", ("Jane Doe",)),
        ("\nJane Doe and Mary Roe\n", ("Jane Doe", "Mary Roe")),
        ("Some say that Jane Doe was right about all of it.\n\nJane Doe\n", ()),  # a tag
        ("\nNorthern Quay\n", ()),
    ],
)
def test_a_name_as_the_last_line(foot: str, authors: tuple[str, ...]) -> None:
    article = read("{T}\nThe Straits Times, May 3, 2019\n\n", foot)
    assert (article.title, article.authors) == (TITLE, authors)


def test_of_whom_the_text_speaks_is_no_author() -> None:
    about = "Jane Doe came to the quay in May, and Doe has lived on it ever since, she said.\n\n"
    heading = read(f"The Straits Times\nMay 3, 2019\n\n{{T}}\n\n{{D}}\n\nJane Doe\n\n{about}")
    above = read(f"Jane Doe\n{{T}}\nThe Straits Times, May 3, 2019\n\n{about}")
    assert heading.authors == above.authors == ()


def test_family_names_of_many_countries() -> None:
    assert all(map(is_family_name, ("Okafor", "zhou", "Mwangi", "Nguyễn", "Kaur")))
    assert not any(map(is_family_name, ("East", "Law", "Change", "League")))


@pytest.mark.parametrize(
    "signature", ["Jane Doe\nQuayside", "Tefwik Osolu\nQuayside, Maine", "Jane Doe"]
)
def test_who_signs_a_letter_to_the_editor(signature: str) -> None:
    article = read("{T}\nThe Straits Times\nMay 3, 2019\n\nTo the editor:\n\n", f"\n{signature}\n")
    assert (article.title, article.authors) == (TITLE, (signature.partition("\n")[0],))
    assert article.text.endswith("Some 340 people work on it.")
