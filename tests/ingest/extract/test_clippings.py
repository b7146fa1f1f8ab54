"""The reference of a clipping above its headline, as press reviews and libraries write it."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY as BODY
from quay import TITLE, article_of

REFERENCES = [
    "PRESSESPIEGEL · KW 18 · Blatt 3/11\n\nQuellbacher Bote, Fr., 3.5.19, S. 12 (Jane Doe)",
    "bibliotheek | 1 artikel | nummer 88\n\nDE QUELLBODE - 3 mei 2019 - Pagina 8 - 412 woorden",
    "da «la Gazzetta di Quellbach» di venerdì 3 maggio 2019, cronaca, pag. 7",
    "MEDIA MONITORING — CLIENT: THE QUAY     ITEM 3 OF 14\n"
    "The Quayside Courier (Main)   Fri 3 May 2019   Page 9",
]


@pytest.mark.parametrize("head", REFERENCES)
def test_a_reference_above_the_headline(head: str) -> None:
    article = article_of(f"{head}\n\n{TITLE}\n\n{BODY}")
    assert (article.title, article.date) == (TITLE, "2019-05-03")
    assert article.authors == (("Jane Doe",) if "Jane" in head else ())
    assert article.source.split()[-1].rstrip("»") in ("Bote", "Quellbode", "Quellbach", "Courier")


def test_a_reference_below_the_headline_leaves_it_one() -> None:
    article = article_of(f"Three 2019 boats lost\nThe Courier, 3 May 2019, page 4\n\n{BODY}")
    assert (article.title, article.source) == ("Three 2019 boats lost", "The Courier")


def test_marks_of_a_wire() -> None:
    article = article_of(f"^{TITLE}<\n^By JANE DOE=\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))


def test_labels_parted_by_blanks() -> None:
    head = "NEWSP: The Quayside Courier     DATE: 3 May 2019     PG: 1B\n"
    head += f"HDLN: {TITLE}\nBYLN: Jane Doe     FILED: mlk"
    article = article_of(f"{head}\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source, article.date) == ("The Quayside Courier", "2019-05-03")


def test_a_text_of_words_of_buttons_is_kept() -> None:
    article = article_of("Story a\n\nA text of a.")
    assert (article.title, article.text) == ("Story a", "A text of a.")


@pytest.mark.parametrize(
    "head",
    [
        "Źródło: Kurier Nabrzeża | Data: 03.05.2019 | Strona: 6 | Autor: Jane Doe\n\n{T}",
        "Medium: Kurier Nabrzeża     Rubrik: Feuilleton\nAutor: Jane Doe\n"
        "Datum: 3. Mai 2019\n\n{T}",
        "标  题：{T}\n媒  体：Kurier Nabrzeża\n作  者：Jane Doe\n日  期：2019-05-03",
        "Titre du média : Kurier Nabrzeża\nParution : 3 mai 2019\nJournaliste : Jane Doe\n"
        "Intitulé : {T}",
    ],
)  # fmt: skip
def test_labels_of_monitors(head: str) -> None:
    article = article_of(head.format(T=TITLE) + f"\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source, article.date) == ("Kurier Nabrzeża", "2019-05-03")
