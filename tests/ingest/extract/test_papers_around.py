"""The paper that the furniture of an article names, where its head names none."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY, TITLE, article_of

BYLINE = "By Ann Poe\nMay 3, 2019\n\n"


@pytest.mark.parametrize(
    ("above", "source"),
    [
        ("The Washington Post\nMenu\nSubscribe\nPolitics\n\n", "The Washington Post"),
        ("NRC\nMijn nieuws\n\n", "NRC"),
        ("الشرق الأوسط\n\n", "Asharq Al-Awsat"),
        ("Vox homepage\nSearch\n\n", "Vox"),
    ],
)
def test_mastheads_above_a_menu(above: str, source: str) -> None:
    article = article_of(f"{above}{TITLE}\n\n{BYLINE}{LONGER_BODY}")
    assert (article.title, article.source, article.authors) == (TITLE, source, ("Ann Poe",))


@pytest.mark.parametrize(
    ("below", "source"),
    [
        ("Copyright PUNCH.\n\nAll rights reserved. This may not be copied.", "The Punch"),
        ("Tous droits réservés - Les Echos 2019", "Les Échos"),
        ("Read the original article on Business Insider", "Business Insider"),
        ("Why you can trust Sky News", "Sky News"),
        ("Published in The Express Tribune, May 3rd, 2019.\n\nLike us on Facebook.",
         "The Express Tribune"),
        ("<Copyright ⓒ 한국일보. All rights reserved>", "Hankook Ilbo"),
    ],
)  # fmt: skip
def test_notices_below(below: str, source: str) -> None:
    article = article_of(f"Share\n{TITLE}\n\n{BYLINE}{LONGER_BODY}\n\n{below}\n")
    assert article.source.casefold().replace("é", "e") == source.casefold().replace("é", "e")


@pytest.mark.parametrize(
    "below",
    [
        "The office told The Guardian that it was sorry.",
        "Bo Roe is a reporter for The Guardian.",
        "A quay last year. (Photo: Bo Roe/The Guardian)",
    ],
)
def test_papers_that_are_only_mentioned_are_no_sources(below: str) -> None:
    article = article_of(f"{TITLE}\n\n{BYLINE}{LONGER_BODY}\n\n{below}\n")
    assert article.source == ""


@pytest.mark.parametrize(
    "line",
    [
        "Facebook WhatsApp",
        "Email Print Text Size",
        "Iniciar sesión",
        "Jaa Twiittaa Lähetä Jaa",
        "Article réservé aux abonnés",
        "StartSportPlusNöjeTipsaKultur",
        "ORDER REPRINT →",
        "小字号",
    ],
)
def test_words_of_buttons_are_nobody(line: str) -> None:
    article = article_of(f"{line}\n\n{TITLE}\n\n{BYLINE}{line}\n\n{LONGER_BODY}")
    assert (article.title, article.authors, article.source) == (TITLE, ("Ann Poe",), "")


def test_day_below_the_headline_is_the_articles() -> None:
    article = article_of(f"Monday, May 6, 2019\n\n{TITLE}\n\n{BYLINE}{LONGER_BODY}")
    assert (article.title, article.date) == (TITLE, "2019-05-03")


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Portrait of Ann PoeAnn Poe\nMay 3, 2019", "Ann Poe"),
        ("Ann PoePublished May 3, 2019", "Ann Poe"),
        ("Ann Poe Twitter\nEmail\nMay 3, 2019", "Ann Poe"),
        ("By Ann Poe\nMay 3, 20195:00 AM ET", "Ann Poe"),
    ],
)
def test_words_that_a_page_runs_together(byline: str, author: str) -> None:
    article = article_of(f"{TITLE}\n{byline}\n\n{LONGER_BODY}")
    assert (article.authors, article.date[:10]) == ((author,), "2019-05-03")


def test_headline_of_print_over_three_narrow_lines() -> None:
    text = (
        "Harbour To Close Its\nNorthern Quay For Two\nYears And Nobody Knows\n\nBy ANN POE\n\n"
        "The harbour authority said the piles under the quay had rotted\n"
        "through, and that there was no cheaper way to make it safe before\n"
        "the winter storms, which begin in the last weeks of October and do\n"
        "not end before March.\n"
    )
    article = article_of(text)
    assert article.title == "Harbour To Close Its Northern Quay For Two Years And Nobody Knows"
