"""Date lines in heads of plain texts, in many spellings; days of copies are none."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE, article_of

from newsgrep import Article


def read(head: str) -> Article:
    return article_of(f"{head.format(T=TITLE)}{BODY}")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("05/23/19 06:00 AM EDT", "2019-05-23T06:00:00-04:00"),
        ("On 5/3/19 at 6:00 AM EDT", "2019-05-03T06:00:00-04:00"),
        ("23.05.19, 06:12 Uhr", "2019-05-23T06:12:00"),
        ("Thu 23 May '19", "2019-05-23"),
        ("23-May-19", "2019-05-23"),
        ("2016-SEP-23", "2016-09-23"),
        ("23/Sep/2016 06:12", "2016-09-23T06:12:00"),
        ("01/11/2024 06:12 am ET", "2024-01-11T06:12:00"),
        ("21.dez.2018 às 6h12", "2018-12-21T06:12:00"),
        ("04 Febbraio 2025 alle 06:12", "2025-02-04T06:12:00"),
        ("Pubblicato il 4 febbraio 2025 ore 18:42", "2025-02-04T18:42:00"),
        ("Publié le 4 février 2025 à 06 h 12", "2025-02-04T06:12:00"),
        ("Publié le 02 février 2021 à 06h12, mis à jour le 3 février 2021 à 10h12"
         " Temps de lecture 4 min.", "2021-02-02T06:12:00"),
        ("-Aktualisiert am 28.04.2023-06:12", "2023-04-28T06:12:00"),
        ("4 lutego 2025, godz. 6:12", "2025-02-04T06:12:00"),
        ("7.4.2020 klo 15.05", "2020-04-07T15:05:00"),
        ("4 februari 2025 om 06:12 uur", "2025-02-04T06:12:00"),
        ("4. februar 2025 kl. 06.12", "2025-02-04T06:12:00"),
        ("May 3, 2019 Leave a Comment", "2019-05-03"),
        ("Published: 3 May 2019. Updated: 4 May 2019", "2019-05-03"),
        ("First published on Fri 3 May 2019 06.12 BST", "2019-05-03T06:12:00+01:00"),
    ],
)  # fmt: skip
def test_date_lines(line: str, date: str) -> None:
    article = read(f"{{T}}\nBy Jane Doe\n{line}\n\n")
    assert (article.title, article.authors, article.date) == (TITLE, ("Jane Doe",), date)
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("BY JANE DOE - 05/23/19 06:00 AM EDT", "2019-05-23T06:00:00-04:00"),
        ("By Jane Doe On 2/20/19 at 2:39 PM EST", "2019-02-20T14:39:00-05:00"),
        ("May 3, 2019 by Jane Doe Leave a Comment", "2019-05-03"),
        ("May 3, 2019 by Jane Doe No Comments", "2019-05-03"),
        ("3. Mai 2019 von Jane Doe Kommentar hinterlassen", "2019-05-03"),
        ("Jane Doe\n·\nFollow\nPublished in\nThe Straits Times\n·\n5 min read\n·\nMay 3, 2019",
         "2019-05-03"),
    ],
)  # fmt: skip
def test_dates_beside_a_byline(line: str, date: str) -> None:
    article = read(f"{{T}}\n{line}\n\n")
    assert (article.title, article.authors, article.date) == (TITLE, ("Jane Doe",), date)


@pytest.mark.parametrize(
    "line",
    [
        "Printed on 4 October 2026", "Received: 4 October 2026", "Retrieved October 4, 2026",
        "Accessed on 4 October 2026", "Downloaded: 4 October 2026", "Date accessed: 4 October 2026",
        "Abgerufen am 4. Oktober 2026", "Gedruckt am 04.10.2026", "Consulté le 4 octobre 2026",
        "Imprimé le 4 octobre 2026", "Consultado el 4 de octubre de 2026",
        "Acesso em 4 de outubro de 2026", "Consultato il 4 ottobre 2026",
        "Geraadpleegd op 4 oktober 2026", "Hämtad 4 oktober 2026", "Hentet 4. oktober 2026",
        "Dostęp: 4 października 2026",
    ],
)  # fmt: skip
def test_the_day_of_a_copy_is_not_the_articles(line: str) -> None:
    above = read(f"{line}\n\n{{T}}\nBy Jane Doe\nMay 3, 2019\n\n")
    below = read(f"{{T}}\nBy Jane Doe\nMay 3, 2019\n{line}\n\n")
    assert above.date == below.date == "2019-05-03"
    assert read(f"{{T}}\nBy Jane Doe\n{line}\n\n").date == ""


@pytest.mark.parametrize(
    "line", ["Version 10.12.20 of the plan", "The score was 12-10-11 in the end"]
)
def test_other_numbers_are_no_dates(line: str) -> None:
    assert read(f"{{T}}\nBy Jane Doe\n\n{line}\n\n").date == ""
