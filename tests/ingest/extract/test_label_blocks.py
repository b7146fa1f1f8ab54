"""Heads and feet of labels with their values: every shape of them, in several languages."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE
from quay import article_of as read

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import Form, RawDocument

LONG = "Ferry crews and dock workers vote to end a strike that closed the harbour for nine weeks"


@pytest.mark.parametrize(
    "head",
    [
        # lower case, with a long headline
        "title: {T}\nauthor: Oyelaran Adeyemi\ndate: 2019-05-03\nsource: The Courier\n\n",
        "author: Oyelaran Adeyemi\ntitle: {T}\npublished: 2019-05-03\npublication: The Courier\n"
        "tags: harbour, box 4\n\n",
        # in cells
        "| Title | {T} |\n| Author | Oyelaran Adeyemi |\n| Newspaper | The Courier |\n"
        "| Date | May 3, 2019 |\n\n",
        "| Field | Value |\n|---|---|\n| Title | {T} |\n| Author | Oyelaran Adeyemi |\n"
        "| Source | The Courier |\n| Date | 3 May 2019 |\n\n",
        "Title:\t{T}\nAuthor(s):\tOyelaran Adeyemi\nPublication:\tThe Courier\n"
        "Date:\t3 May 2019\n\n",
        # in columns, in bold, in a list
        "TITLE     : {T}\nAUTHOR    : Adeyemi, Oyelaran; \nSOURCE    : The Courier\n"
        "DATE      : 3 May 2019\nPAGE      : B4\n------------\n",
        "**Headline:** {T}\n**Writer:** Oyelaran Adeyemi\n**Paper:** The Courier\n"
        "**Pub date:** May 3, 2019\n\n",
        # labels that nobody knows, and what is known and of no use
        "Title: {T}\nAuthor/Byline: Oyelaran Adeyemi\nSource: The Courier\nRetrieved: 4 June 2026\n"
        "Page: A1\nDate: 3 May 2019\n\n",
        # the value on the line below
        "Title:\n{T}\nAuthors:\nOyelaran Adeyemi\nSource:\nThe Courier\nDate:\n3 May 2019\n\n",
        # other languages
        "Titel: {T}\nVerfasser: Oyelaran Adeyemi\nQuelle: The Courier\nDatum: 3. Mai 2019\n\n",
        "título: {T}\nautor(es): Oyelaran Adeyemi\nfuente: The Courier\n"
        "fecha: 3 de mayo de 2019\n\n",
        "Titre : {T}\nAuteur : Oyelaran Adeyemi\nJournal : The Courier\nDate : 3 mai 2019\n\n",
    ],
)  # fmt: skip
def test_heads_of_labels(head: str) -> None:
    article = read(head.format(T=LONG) + BODY)
    assert (article.title, article.authors, article.date, article.source) == (
        LONG, ("Oyelaran Adeyemi",), "2019-05-03", "The Courier",
    )  # fmt: skip
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    "title",
    [
        "Quay closes - harbour votes again",
        "Harbour closes: «Nobody asked us»",
        "'I kept a ferry - and it kept me'",
        "„Closed“, „sold“: what is left of the harbour – Mayor resigns",
        "The harbour can't be saved. The town has another plan.",
    ],
)
def test_a_labelled_headline_is_whole(title: str) -> None:
    article = read(f"Title: {title}\nSource: The Courier\nDate: May 3, 2019\n\n{BODY}")
    assert (article.title, article.source) == (title, "The Courier")


def test_labels_that_nobody_knows_stay_in_the_text() -> None:
    article = read(f"Title: {LONG}\nBox: 12, folder 4\nSource: The Courier\n\n{BODY}")
    assert (article.title, article.source) == (LONG, "The Courier")
    assert article.text.startswith("Box: 12, folder 4\n\nThe harbour authority")


@pytest.mark.parametrize(
    "foot",
    [
        "Author: Oyelaran Adeyemi\nSource: The Courier\nPublished: May 3, 2019\n"
        "Retrieved: October 3, 2026\n",
        "Author: Oyelaran Adeyemi\nSource: The Courier\nDate: May 3, 2019\n"
        "URL: https://courier.example/harbour\n",
        "Autor: Oyelaran Adeyemi\nQuelle: The Courier\nErschienen am: 3. Mai 2019\n"
        "Abgerufen: 4. Juni 2026\n",
        "author: Oyelaran Adeyemi\n\nsource: The Courier\n\ndate: 2019-05-03\n\naccessed: today\n",
    ],
)
def test_feet_of_labels(foot: str) -> None:
    article = read(f"{LONG}\n\n{BODY}\n{foot}")
    assert (article.title, article.authors, article.date, article.source) == (
        LONG, ("Oyelaran Adeyemi",), "2019-05-03", "The Courier",
    )  # fmt: skip
    assert "Adeyemi" not in article.text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        # a table of figures, and an interview
        ("Harbour in figures\n\n" + BODY + "\nDATE\t5167\nLOCATION\t144\nSOURCE\t12\n", "SOURCE"),
        (f"{LONG}\n\n{BODY}\nAsked: who pays?\n\nAnswer: the town.\n", "Answer: the town."),
    ],
)
def test_what_only_looks_like_labels_stays(text: str, kept: str) -> None:
    assert kept in read(text).text


@pytest.mark.parametrize(
    "head",
    ["| Title | Quay closes |\n| Author | Ann Poe |\n\n", "Title:\tText\nAuthor:\tAnn Poe\n\n"],
)
def test_texts_with_labels_in_cells_are_no_tables(head: str) -> None:
    (raw,) = read_bytes((head + BODY).encode(), "notes.txt")
    assert isinstance(raw, RawDocument)
    assert article_from(raw, "notes.txt").authors == ("Ann Poe",)


@pytest.mark.parametrize("label", ["Full text", "FULL TEXT", "Text", "Volltext"])
def test_the_paragraph_behind_the_label_of_the_text_is_text(label: str) -> None:
    first = "The quay will be closed for two years, the council said on Friday."
    head = f"{LONG}\n\nAuthor: Adeyemi, Oyelaran\n\nPublication info: The Courier. 3 May 2019.\n\n"
    assert first in read(f"{head}{label}: {first}\n\n{BODY}").text


@pytest.mark.parametrize("label", ["Text", "contenu", "Contenido", "Inhalt", "Full text", "corpo"])
@pytest.mark.parametrize("foot", ["source: The Courier\n", "source: The Courier\nplace: Orlo\n"])
def test_a_text_behind_its_label_and_labels_behind_it(label: str, foot: str) -> None:
    text = " ".join([BODY.replace("\n\n", " ").strip()] * 9)
    for body in (BODY.split("\n\n")[0].replace("\n", " ").strip(), text):
        article = read(f"title: {LONG}\ndate: 2019-05-03\n{label}: {body}\n{foot}")
        assert (article.title, article.date, article.source) == (LONG, "2019-05-03", "The Courier")
        assert article.text == body


def test_labels_of_chinese() -> None:
    text = "渡轮公司周一说，它把最后一艘船卖给了卑尔根的一位买家。船员将留在船上直到夏天。"
    article = read(f"标题：渡轮公司卖掉最后一艘船\n来源：新华网\n时间：2019-05-03\n正文：{text}\n")
    assert (article.title, article.date) == ("渡轮公司卖掉最后一艘船", "2019-05-03")
    assert article.text == text


@pytest.mark.parametrize("label", ["Summary", "Title", "Headline", "Deck", "Lead", "Abstract"])
def test_a_label_below_a_paragraph_throws_away_nothing(label: str) -> None:
    paragraph = (
        "The council met on Monday at the town hall and heard from forty residents about it."
    )
    article = read(f"{LONG}\n\nBy Jane Poe\n\n{paragraph}\n\n{label}: Two words\n\n{BODY}")
    said = f"{article.title}\n{article.deck}\n{article.text}"
    for text in (LONG, paragraph, "Two words", "Some 340 people work on it."):
        assert text in said


@pytest.mark.parametrize("mark", ["", "**"])
def test_labels_in_several_words_below_a_line_that_says_what_they_are(mark: str) -> None:
    labels = {
        "Source": "New York Times",
        "Title": TITLE,
        "Authors": "Anna Poe",
        "Reported_From": "Oslo, Norway",
        "Published_Date": "2025-11-29",
        "Updated_Date": "Not specified",
        "Page": "Section A",
    }
    block = "".join(f"{mark}{name}:{mark} {value}\n" for name, value in labels.items())
    article = read(f"=== {mark}METADATA{mark} ===\n\n{block}\n---\n\n=== ARTICLE ===\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Anna Poe",))
    assert (article.source, article.date) == ("The New York Times", "2025-11-29")
    assert article.text.startswith("The harbour authority")


def test_a_label_right_before_its_value_is_no_headline() -> None:
    article = read(f"Source: https://www.nytimes.com/2016/02/20/a.html\nLabel:Quay\n{BODY}{BODY}")
    assert article.facts["title"].origin == "first words of the text"
    assert article.source == "The New York Times"


def test_what_labels_say_of_pictures_and_kickers_stays_in_the_text() -> None:
    text = "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said."
    head = "Kicker: Storm over the quay\nTitle: Ferry sold\nPhotographer: Bo Quay\nDate: 2019-03-04"
    article = article_from(RawDocument(Form.TEXT, f"{head}\n\n{text}"), "a.txt")
    assert (article.title, article.date) == ("Ferry sold", "2019-03-04")
    assert article.text == f"Kicker: Storm over the quay Photographer: Bo Quay\n\n{text}"


def test_a_day_with_its_hour_behind_a_bar_and_the_paper_before_the_author_s() -> None:
    head = (
        f"Article: 3\nNews_Outlet: NYP\nTitle: {TITLE}\nAuthor: Jane Doe,  Fox Business\n"
        "Publication_Date: March 7, 2023 | 3:50am\nArticle_Content: "
    )
    article = read(head + BODY)
    assert (article.title, article.authors, article.source) == (TITLE, ("Jane Doe",), "NYP")
    assert article.date == "2023-03-07T03:50:00"
    assert article.text.strip() == BODY.strip()
