"""Lines of a set form that say where an article is from, labels of newsrooms, and feet."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY as BODY
from quay import TITLE, article_of

from newsgrep import Article


def read(head: str, foot: str = "") -> Article:
    text = head.format(T=TITLE) + BODY + (f"\n{foot}\n" if foot else "")
    return article_of(text)


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("Article from The Straits Times, May 3, 2019, page A4", "The Straits Times"),
        ("Clipping from the Quayside Courier, 3.5.19", "Quayside Courier"),
        ("Article from: The Straits Times\n3 May 2019, page 4", "The Straits Times"),
        ("Taken from: The Quayside Courier, 3 May 2019", "The Quayside Courier"),
        ("From the print edition of The Straits Times, May 3, 2019, p. 3", "The Straits Times"),
        ("aus: Quaiblatt, 3.5.19, S. 4", "Quaiblatt"),
        ("Ausriss aus: Kölner Stadt-Anzeiger, 3. Mai 2019, S. 4", "Kölner Stadt-Anzeiger"),
        ("Tiré de : Le Monde, 3 mai 2019, p. 12", "Le Monde"),
        ("Recorte de prensa de El País, 3 de mayo de 2019", "El País"),
        ("Recorte do jornal O Globo, 3 de maio de 2019, p. 5", "O Globo"),
        ("Tratto da: La Stampa, 3 maggio 2019, pag. 7", "La Stampa"),
        ("Knipsel uit de Volkskrant, 3 mei 2019", "de Volkskrant"),
        ("Urklipp ur Dagens Nyheter, 3 maj 2019, sid 4", "Dagens Nyheter"),
        ("Utklipp fra Aftenposten, 3. mai 2019", "Aftenposten"),
        ("Wycinek z: Gazeta Wyborcza, 3 maja 2019, s. 4", "Gazeta Wyborcza"),
    ],
)  # fmt: skip
def test_where_a_clipping_is_from(lead: str, source: str) -> None:
    article = read(f"{lead}\n\n{{T}}\nJane Doe\n\n")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source, article.date) == (source, "2019-05-03")
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    "lead",
    [
        "Article from last week about the quay",
        "aus der Zeit, in der alles begann",
        "From the archives of the harbour office",
        "Excerpts from the interview by Jane Doe with the minister on 3 May 2019",
    ],
)
def test_words_that_only_look_so_name_no_paper(lead: str) -> None:
    assert read(f"{lead}\n{{T}}\n\n").source == ""


@pytest.mark.parametrize(
    "head",
    [
        "id=33\ntitle={T}\nauthor=Doe, Jane\ndate=2019-05-03\nsource=The Courier\ntext=",
        'doc_id=33\nheadline="{T}"\nbyline=Jane Doe\npubdate=20190503\nnewspaper=The Courier\n\n',
        "#ID 33\n#TITLE {T}\n#AUTHOR Jane Doe\n#DATE 2019-05-03\n#SOURCE The Courier\n\n",
        "#HEADLINE {T}\n#BYLINE Jane Doe\n#PAPER The Courier\n#DATE 3 May 2019\n#TEXT\n",
        "2019-05-03\tThe Courier\tJane Doe\t{T}\n\n",
        "{T}\tThe Courier\tJane Doe\t3 May 2019\t4\n",
        "SLUG: quay-close\nHED: {T}\nKICKER: QUAY\nREPORTER: Jane Doe\nPUB DATE: May 3, 2019\n"
        "PAPER: The Courier\n\n",
        "Main title: {T}\nAuthor(s): Doe, Jane\nPublished in: The Courier\n"
        "Date of issue: 3 May 2019\nPhysical desc.: 1 article\nCall number: ZG 30\n\n",
        "Title: {T}\nAuthor: Jane Doe\nPublisher: The Courier\nDate: 3 May 2019\n\n",
        "Hauptsachtitel: {T}\nJournalistin: Jane Doe\nIn: The Courier\n"
        "Erscheinungsdatum: 3. Mai 2019\nSignatur: ZA 33\n\n",
        "Veículo: The Courier\nData: 03/05/2019\nPágina: 4\nData de publicação: 3 de maio de 2019\n"
        "Jornalista: Jane Doe\nTítulo: {T}\n\n",
        "Medio: The Courier\nFecha: 3 de mayo de 2019\nTitular: {T}\nFirma: Jane Doe\n\n",
        "Testata: The Courier\nData di pubblicazione: 3 maggio 2019\nGiornalista: Jane Doe\n"
        "Titolo: {T}\nPagina: 4\n\n",
    ],
)  # fmt: skip
def test_heads_of_catalogues_newsrooms_and_corpora(head: str) -> None:
    article = read(head)
    assert (article.title, article.authors, article.source) == (TITLE, ("Jane Doe",), "The Courier")
    assert article.date in ("2019-05-03", "2019")
    assert article.text.startswith("The harbour authority")


def test_a_company_is_no_author() -> None:
    head = "Titel: {T}\nFirma: Kaibau GmbH\nDatum: 3. Mai 2019\nQuelle: The Courier\n\n"
    assert read(head).authors == ()


def test_a_publishing_house_is_no_paper() -> None:
    head = "Title: {T}\nAuthor: Jane Doe\nPublisher: Quay Media Holdings\nDate: 3 May 2019\n\n"
    assert read(head).source == ""


def test_a_monitoring_service_opens_with_what_it_translates() -> None:
    opening = (
        'Text of report by Jane Doe headlined "{T}" published by The Courier website on 3 May 2019'
    )
    article = read(f"{opening}\n\n", "Source: The Courier website, in English 3 May 19")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source, article.date) == ("The Courier", "2019-05-03")
    assert article.text.startswith("The harbour") and "website" not in article.text


def test_its_foot_alone_tells_source_and_date() -> None:
    article = read(
        "{T}\n\n", "Source: Ria Quay news agency, Porthaven, in Russian 1245 gmt 3 May 19"
    )
    assert (article.source, article.date) == ("Ria Quay", "2019-05-03")


def test_publication_info() -> None:
    info = "Publication info: The Courier ; New York, N.Y. [New York, N.Y]. 3 May 2019: A.4."
    article = read(f"{{T}}\n\nAuthor: Doe, Orlagh\n\n{info}\n\nFull text: ")
    assert (article.title, article.authors) == (TITLE, ("Orlagh Doe",))
    assert (article.source, article.date) == ("The Courier", "2019-05-03")
    assert article.text.startswith("The harbour")


def test_the_day_of_a_note_is_not_the_article_s() -> None:
    head = "{T}\n\nNotebook: Press\nCreated: 9 June 2020 08:14\n\nBy Jane Doe, The Courier\n"
    assert read(f"{head}Friday, May 3, 2019\n\n").date == "2019-05-03"
    assert read(f"{head}\n").date.startswith("2020-06-09")


@pytest.mark.parametrize(
    ("foot", "author", "source", "date"),
    [
        ("Jane Doe is a staff writer at The Straits Times. This article was published on"
         " May 3, 2019.", "Jane Doe", "The Straits Times", "2019-05-03"),
        ("Jane Doe is a columnist for The Straits Times. It was first published on May 3, 2019.",
         "Jane Doe", "The Straits Times", "2019-05-03"),
        ("Jane Doe is a senior reporter at The Straits Times. Follow her on Twitter.",
         "Jane Doe", "The Straits Times", ""),
        ("Jane Doe ist Redakteurin bei Die Zeit.", "Jane Doe", "Die Zeit", ""),
        ("Minister Jane Doe is a former editor of The Straits Times.", "", "", ""),
        ("Jane Doe, a reporter for The Straits Times who was there, is a friend.", "", "", ""),
    ],
)  # fmt: skip
def test_who_wrote_it_is_told_below(foot: str, author: str, source: str, date: str) -> None:
    article = read("{T}\n\n", foot)
    assert article.authors == ((author,) if author else ())
    assert (article.source, article.date) == (source, date)


@pytest.mark.parametrize(
    ("foot", "source"),
    [("The Straits Times", "The Straits Times"), ("(The Straits Times)", "The Straits Times"),
     ("Politics", ""), ("The harbour authority", "")],
)  # fmt: skip
def test_a_known_paper_is_the_last_line(foot: str, source: str) -> None:
    article = read("{T}\nBy Jane Doe\n\n", foot)
    assert article.source == source
    assert (foot in article.text) is not bool(source)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("The Quay Worker, March 1955, 1, 4.", "1955-03"),
        ("*The Quay Worker*, May 1937, pp. 3-5", "1937-05"),
        ("The Quay Worker, March 3, 1955, p. 2", "1955-03-03"),
    ],
)
def test_a_journal_with_its_issue_and_pages(line: str, date: str) -> None:
    article = article_of(f"{TITLE}\nBy Ann Poe\n{line}\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Ann Poe",))
    assert (article.source, article.date) == ("The Quay Worker", date)
