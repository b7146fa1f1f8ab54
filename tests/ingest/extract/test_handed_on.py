"""What people write around an article that they hand on: clippers, teachers, friends, databases."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY as BODY
from quay import TITLE, article_of

from newsgrep import Article


def read(head: str, foot: str = "") -> Article:
    text = head.replace("{T}", TITLE) + BODY
    text += f"\n{foot}\n".replace("{T}", TITLE) if foot else ""
    return article_of(text)


def facts(article: Article) -> tuple[str, tuple[str, ...], str, str]:
    return article.title, article.authors, article.date, article.source


@pytest.mark.parametrize(
    ("foot", "authors", "source"),
    [
        ("Poe, Ann (2019, May 3). {T}. Quayside Herd.", ["Ann Poe"], "Quayside Herd"),
        (
            "Poe, A., & Roe, B. (2019, May 3). {T}. The Straits Times. https://st.example/a",
            ["A. Poe", "B. Roe"],
            "The Straits Times",
        ),
        ('Poe, Ann. "{T}." The Straits Times, 3 May 2019.', ["Ann Poe"], "The Straits Times"),
        ("(Anna Bremer: {T}. In: Quaiblatt vom 3. Mai 2019.)", ["Anna Bremer"], "Quaiblatt"),
        ("Anna Bremer, „{T}“, in: Die Zeit, 3.5.2019, S. 4", ["Anna Bremer"], "Die Zeit"),
        (
            "(Anna Bremer, Karl Otto Brandt und Ute Lang: {T}. In: Quaiblatt vom 3. Mai 2019.)",
            ["Anna Bremer", "Karl Otto Brandt", "Ute Lang"],
            "Quaiblatt",
        ),
        (
            "(Adapted from an article by Ann Poe, Bo Roe and Jo Doe in The Straits Times,"
            " 3 May 2019)",
            ["Ann Poe", "Bo Roe", "Jo Doe"],
            "The Straits Times",
        ),
        ("Anne Morel, « {T} », Le Monde, 3 mai 2019", ["Anne Morel"], "Le Monde"),
        (
            "(Abridged from an article by Ann Poe in The Straits Times, 3 May 2019)",
            ["Ann Poe"],
            "The Straits Times",
        ),
        (
            "(Gekürzt nach einem Artikel von Anna Bremer in der Süddeutschen Zeitung vom"
            " 3. Mai 2019)",
            ["Anna Bremer"],
            "Süddeutsche Zeitung",
        ),
        ("D'après un article de Anne Morel, Le Monde, 3 mai 2019.", ["Anne Morel"], "Le Monde"),
    ],
)
def test_a_citation_below_is_read(foot: str, authors: list[str], source: str) -> None:
    article = read("{T}\n\n", foot)
    assert facts(article) == (TITLE, tuple(authors), "2019-05-03", source)
    assert article.text.endswith("northern gate.")


def test_who_wrote_what_first_appeared_elsewhere() -> None:
    foot = "This article by Ann Poe was first published in The Straits Times on 3 May 2019."
    assert facts(read("{T}\n\n", foot)) == (TITLE, ("Ann Poe",), "2019-05-03", "The Straits Times")


@pytest.mark.parametrize(
    "foot",
    [
        "Poe, Ann (2019, May 3). Piles of old quays rot sooner than new ones. The Straits Times.",
        "Ann Poe: {T}. London, 3 May 2019",
    ],
)
def test_a_citation_of_another_is_text(foot: str) -> None:
    article = read("{T}\n\n", foot)
    assert facts(article) == (TITLE, (), "", "")
    assert article.text.endswith(foot[-10:])


@pytest.mark.parametrize(
    ("lead", "authors", "source"),
    [
        ("Cut out of the Quayside Courier, 3 May 2019, piece by Ann Poe:", ["Ann Poe"], ""),
        (
            "Clipped from Quayside Courier of 3 May 2019, article by Ann Poe and Bo Roe:",
            ["Ann Poe", "Bo Roe"],
            "",
        ),
        (
            "Ausgeschnitten aus dem Quaiblatt vom 3. Mai 2019, Artikel von Anna Bremer:",
            ["Anna Bremer"],
            "Quaiblatt",
        ),
        (
            "Découpé dans Le Monde du 3 mai 2019, article de Anne Morel :",
            ["Anne Morel"],
            "Le Monde",
        ),
    ],
)
@pytest.mark.parametrize("quoted", ["{T}", '"{T}"', "„{T}“"])
def test_a_clippers_sentence(lead: str, authors: list[str], source: str, quoted: str) -> None:
    article = read(f"{lead}\n\n{quoted}\n\n")
    expected = (TITLE, tuple(authors), "2019-05-03", source or "Quayside Courier")
    assert facts(article) == expected
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("To: me\nSubject: article to read\n\nsaving this for later\n\n", ""),
        ("To: me\nSubject: FYI\n\n", ""),
        ("Hi Ann,\n\nhere is the article from The Straits Times:\n\n", "The Straits Times"),
        (
            "Hallo Karin,\n\nhier der Artikel aus Kölner Stadt-Anzeiger:\n\n",
            "Kölner Stadt-Anzeiger",
        ),
        ("Bonjour Anne,\n\nvoici l'article du Monde :\n\n", "Le Monde"),
        ("Hola Ana,\n\naquí tienes el artículo de El País:\n\n", "El País"),
        ("Liebe Karin,\n\nhier ist der Artikel:\n\n", ""),
    ],
)
def test_a_covering_line_is_no_headline(head: str, source: str) -> None:
    article = read(head + "{T}\nBy Ann Poe\n\n")
    assert facts(article) == (TITLE, ("Ann Poe",), "", source)
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    "head",
    [
        "READING FOR WEEK 4\n\n{T}\nAnn Poe and Bo Roe (The Straits Times, 3 May 2019)\n\n",
        "Text C\n\n{T}\nBy Ann Poe and Bo Roe (The Straits Times, May 3, 2019)\n\n",
        "Document 2. {T}\nAnn Poe and Bo Roe (The Straits Times, 3 May 2019)\n\n",
        "M3  {T}\nAnn Poe and Bo Roe (The Straits Times, 3 May 2019)\n\n",
        "{T}\n\nThis story by Ann Poe and Bo Roe was first published in The Straits Times on"
        " May 3, 2019.\n\n",
        "TI  {T}\nAU  Poe, Ann; Roe, Bo\nSO  The Straits Times\nPD  3 May 2019\nTX  ",
        "Paper   The Straits Times\nDate    3 May 2019\nBy      Ann Poe and Bo Roe\n"
        "Head    {T}\n\n",
    ],
)
def test_of_classes_and_databases(head: str) -> None:
    article = read(head)
    assert facts(article) == (TITLE, ("Ann Poe", "Bo Roe"), "2019-05-03", "The Straits Times")
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    "title",
    [
        "Dear Mr President,",
        "M4 closed after crash near the harbour gate",
        "Q4: Profits of the harbour fall by half",
        "Reading for pleasure at the harbour gate",
    ],
)
def test_headlines_that_look_like_it(title: str) -> None:
    assert read(f"{title}\n\n").title == title


def test_a_newsletter_that_was_passed_on_has_its_paper_and_day() -> None:
    head = (
        "---------- Forwarded message ---------\nFrom: {} <newsletter@st.example>\n"
        "Date: Fri, May 3, 2019 at 7:15 AM\nSubject: {{T}}\nTo: <a@example.org>\n\nBy Ann Poe\n\n"
    )
    expected = (TITLE, ("Ann Poe",), "2019-05-03", "The Straits Times")
    assert facts(read(head.format("The Straits Times"))) == expected
    assert facts(read(head.format("Bo Roe"))) == (TITLE, ("Ann Poe",), "", "")
