"""What databases export for reference managers, and the lists that they show of what was found."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.head.publications import as_source
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def articles(name: str, text: str) -> list[Article]:
    data = text.encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def styled(text: str) -> str:
    return f'<style face="normal" font="default" size="100%">{text}</style>'


def test_endnote_has_a_record_an_article_with_its_authors() -> None:
    first = f"""<record><database name="x">Ferries.enl</database><rec-number>1</rec-number>
    <ref-type name="Newspaper Article">23</ref-type><contributors><authors>
    <author>{styled("Poe, Ann")}</author><author>{styled("Roe, John")}</author></authors>
    </contributors>
    <titles><title>{styled("Ferry returns to quay")}</title>
    <secondary-title>{styled("The Harbour Courier")}</secondary-title></titles>
    <dates><year>{styled("2019")}</year>
    <pub-dates><date>{styled("May 3")}</date></pub-dates></dates>
    <keywords><keyword>Ferries</keyword></keywords>
    <abstract>{styled("The ferry returned on Monday.&#xD;It had been away.")}</abstract>
    <urls><related-urls><url>https://courier.example/ferry</url></related-urls></urls></record>"""
    second = """<record><ref-type name="Newspaper Article">23</ref-type>
    <titles><title>Harbour is full</title><secondary-title>The Quay</secondary-title></titles>
    <dates><year>2019</year><pub-dates><date>4 June 2019</date></pub-dates></dates>
    <notes>The harbour is full of ships.</notes></record>"""
    xml = f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{first}{second}</records></xml>'
    one, two = articles("library.xml", xml)
    assert (one.title, one.source, one.date) == (
        "Ferry returns to quay", "The Harbour Courier", "2019-05-03",
    )  # fmt: skip
    assert one.authors == ("Ann Poe", "John Roe")
    assert one.text == "The ferry returned on Monday.\n\nIt had been away."
    assert (one.url, one.tags) == ("https://courier.example/ferry", ("Ferries",))
    assert (two.date, two.text) == ("2019-06-04", "The harbour is full of ships.")


def test_a_page_of_what_newsbank_found_has_an_article_a_hit() -> None:
    def hit(title: str, day: str, paper: str, author: str, begins: str) -> str:
        meta = "search-hits__hit__meta__item search-hits__hit__meta__item--"
        return f"""<article class="search-hits__hit search-hits__hit--news">
        <h3 class="search-hits__hit__title search-hits__title"><a href="/apps/news/document-view?x">
        <span class="element-invisible">Go to the document viewer for </span>{title}</a></h3>
        <ul class="search-hits__hit__meta"><li class="{meta}display-date"> {day} </li>
        <li class="{meta}source"> {paper} </li><li class="{meta}author"> {author} </li></ul>
        <div class="preview-dynamic"><b>...</b> ferry <b>...</b></div>
        <div class="search-hit-preview-extended__body">{begins}</div></article>"""

    page = (
        "<!DOCTYPE html><html><head><title>Access World News | Search Results</title></head><body>"
        + hit(
            "Ferry returns",
            "March 27, 2019",
            "Quay, The (Orlo, ME)",
            "Ann Poe",
            "It is back.",
        )
        + hit(
            "Harbour full",
            "March 25, 2019",
            "Harbour Courier (IL)",
            "Staff",
            "Ships lie everywhere.",
        )
        + "</body></html>"
    )
    first, second = articles("results.html", page)
    assert (first.title, first.date, first.authors) == ("Ferry returns", "2019-03-27", ("Ann Poe",))
    assert (first.source, first.source_as_written) == ("The Quay", "Quay, The (Orlo, ME)")
    assert first.text == "It is back."
    assert (second.source, second.authors) == ("Harbour Courier", ())


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("Quay, The (London, England)", "The Quay"),
        ("Quay Herald: Web Edition Articles (Orlo, IL)", "Quay Herald"),
        ("City & Harbour Orlo (NY)", "City & Harbour Orlo"),
        ("Quay (Orlo)", "Quay (Orlo)"),
        ("Harbour, Quay and Ferry", "Harbour, Quay and Ferry"),
    ],
)
def test_papers_as_catalogues_list_them(listed: str, said: str) -> None:
    assert as_source(listed) == said


def test_all_texts_of_a_reference_are_read() -> None:
    (article,) = articles(
        "a.ris",
        "TY  - NEWS\nT1  - Ferry sold\nAB  - The ferry was sold on Monday.\nN2  - The crew stays.\n"
        "N1  - Cut out of the paper by somebody in the harbour office, and kept in a drawer.\n"
        "ER  - \n",
    )
    assert article.text.split("\n\n")[1:] == ["The ferry was sold on Monday.", "The crew stays."]
