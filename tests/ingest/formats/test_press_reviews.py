"""Clippings and press reviews that hold many articles in one file, as services export them."""

from __future__ import annotations

import io
from html import escape

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def articles(name: str, text: str) -> list[Article]:
    data = text.encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


NORWEGIAN = """\
Universitetet i Orlo
Uttak 26.10.2014
3 artikler

Nyhetsklipp:

> Fergen kommer tilbake, Kaiposten Morgen, 10.06.1988

> KP 6.5.1946 side 8, KP, 06.05.1946

> Ny kai, Kaiposten.no, 12.03.2013 08:15


Fergen kommer tilbake
------------------------------------------------------------------------------
Kaiposten Morgen, 10.06.1988
NORDMANN KARI
Side 16
Publisert på trykk.

KARI NORDMANN Orlo. - Fergen kommer tilbake til kaien, sier havnesjefen. Den har vært\x20
borte i to år.
© Kaiposten

Les hele nyheten på http://ret.example/abc
==============================================================================

utstilling i havnen, og alle var
der. .
KP, 06.05.1946
Side 8
Publisert på trykk.

Havnen var full av folk i går, da den nye kaien ble åpnet.
==============================================================================

Ny kai
Kaiposten.no, 12.03.2013 08:15
Publisert på nett.

Kaien er ferdig.

Se webartikkelen på http://kaiposten.example/ny-kai
==============================================================================
"""


def test_retriever_in_norway_has_an_article_a_rule() -> None:
    first, second, third = articles("atekst.txt", NORWEGIAN)
    assert (first.title, first.source, first.date, first.authors) == (
        "Fergen kommer tilbake", "Kaiposten Morgen", "1988-06-10", ("Kari Nordmann",),
    )  # fmt: skip
    assert first.text == (
        "KARI NORDMANN Orlo. - Fergen kommer tilbake til kaien, sier havnesjefen. "
        "Den har vært borte i to år."
    )
    assert second.title == "utstilling i havnen, og alle var der. ."
    assert (second.date, second.source) == ("1946-05-06", "KP")
    assert (third.date, third.text) == ("2013-03-12T08:15:00", "Kaien er ferdig.")
    assert third.url == "http://kaiposten.example/ny-kai"


def test_retriever_in_sweden_and_an_article_without_a_head() -> None:
    long = "Färjan kom tillbaka till kajen på måndagen, och många väntade på den. " * 4
    text = (
        "Orlo universitet\n\nNyheter:\n\n> Tro, Kajens Nyheter, 2004-12-29 09:31\n\n\n"
        "Tro och kaj\nKajens Nyheter, 2004-12-29 09:31\nPublicerat på webb. \n\nKajen är öppen.\n\n"
        "©Kajen<br>Alla artiklar är skyddade enligt upphovsrättslagen.\n"
        f"{'=' * 78}\n\n{long}\n{'=' * 78}\n\n"
        "Färjan\nKajens Nyheter, 2004-12-27\nSida 15\nPublicerat i print. \n\nFärjan är här.\n\n"
        f"Läs hela artikeln på http://ret.example/x\n{'=' * 78}\n"
    )
    first, between, last = articles("mediearkivet.txt", text)
    assert (first.title, first.date) == ("Tro och kaj", "2004-12-29T09:31:00")
    assert first.text == "Kajen är öppen."
    assert between.text == long.strip(), "what has no head is kept"
    assert (last.title, last.text, last.source) == ("Färjan", "Färjan är här.", "Kajens Nyheter")


def test_a_page_that_defacto_prints_has_an_article_a_division() -> None:
    page = """<!DOCTYPE html><html><head><title>DeFacto-Campus - Ausdruck</title></head><body>
    <div class="printwrap"><img src="print_header.gif">
    <div class="eintrag">
      <pre>"Der Kai" vom 02.04.2013                Seite: 1
Ressort: SEITE 1</pre>
      <h3>Fähre kommt zurück</h3>
      Hafen: Die Stadt freut
sich
<br><br>
      <p>   Orlo - Die Fähre kommt an den
Kai zurück. </p> <p>   Sie war zwei Jahre fort.</p>
      Anna Poe/Parteien Hafenpartei
      <img src="print_header.gif" class="printimage">
    </div>
    <div class="eintrag">
      <pre>Hafenjournal 08:00 vom 02.04.2013 08.00 Uhr</pre>
      <h3>Hafenjournal 08:00 (08:00) - Neuer Kai</h3>
      <p>Der Kai ist fertig.</p>
    </div></div></body></html>"""
    first, second = articles("ausdruck.htm", page)
    assert (first.title, first.date, first.source) == (
        "Fähre kommt zurück", "2013-04-02", "Der Kai",
    )  # fmt: skip
    assert (first.section, first.deck) == ("SEITE 1", "Hafen: Die Stadt freut sich")
    assert first.text == "Orlo - Die Fähre kommt an den Kai zurück.\n\nSie war zwei Jahre fort."
    assert first.tags == ("Anna Poe", "Parteien Hafenpartei")
    assert (second.source, second.date) == ("Hafenjournal", "2013-04-02T08:00:00")


def test_broadcasts_among_clippings_and_clippings_that_were_made_xml() -> None:
    lines = [
        "TeamOrlo3", '"Der Kai" vom 20.03.2013 Seite: 2', "Ressort: THEMA", "Von Orlo nach Bergen",
        "Die Fähre fuhr von Orlo nach Bergen.", "Hafen 2 vom 20.03.2013 22.00 Uhr",
        "Hafen 2 (22:00) - Kai gesperrt", "Der Kai ist gesperrt.", "Anna Poe/Parteien Hafenpartei",
    ]  # fmt: skip
    paragraphs = "".join(f"<para><inline>{escape(line)}</inline></para>" for line in lines)
    xml = f'<?xml version="1.0"?><doc xmlns="http://rtf.example/"><body>{paragraphs}</body></doc>'
    first, second = articles("clippings.xml", xml)
    assert (first.title, first.source, first.section) == (
        "Von Orlo nach Bergen", "Der Kai", "THEMA",
    )  # fmt: skip
    assert (second.title, second.source) == ("Hafen 2 (22:00) - Kai gesperrt", "Hafen 2")
    assert second.date == "2013-03-20T22:00:00"


def test_a_press_review_leads_to_anchors() -> None:
    def entry(name: str, title: str, below: str, text: str) -> str:
        return f'<a name="{name}"></a><h2>{title}</h2><i>{below}</i><p></p>{text}<hr>\n'

    page = (
        "<html><body><h1>Knipselkrant - 5 januari 2017</h1><h2>Inhoud</h2>"
        '<ul><li><a href="#a">Veer terug</a></li><li><a href="#b">Kade open</a></li></ul>'
        + entry("a", "Veer terug", "De Kade 05-1-2017", "<p>Het veer is\n terug.</p>")
        + entry(
            "b",
            "Kade open",
            "ANP 04 januari 2017",
            "<p>De kade is open.</p><h2>Haven</h2><p>Vol.</p>",
        )
        + entry("c", "Haven vol", "Kade.nl 4 januari 2017", "<p>De haven is vol met schepen.</p>")
        + "</body></html>"
    )
    first, second, third = articles("knipselkrant.html", page)
    assert (first.title, first.source, first.text) == (
        "Veer terug",
        "De Kade",
        "Het veer is terug.",
    )
    assert (second.date, second.source) == ("2017-01-04", "ANP")
    assert second.text == "De kade is open.\n\nHaven\n\nVol."
    assert third.title == "Haven vol"


def test_a_manual_with_anchors_is_one_page() -> None:
    parts = "".join(
        f'<a name="s{n}"></a><h2>Chapter {n}</h2><p>How to tie up a ferry, in part {n}.</p>'
        for n in range(1, 5)
    )
    (article,) = articles(
        "manual.html", f"<html><title>Ferries</title><h1>Ferries</h1>{parts}</html>"
    )
    assert article.title == "Ferries"


def test_a_press_review_of_one_article() -> None:
    text = (
        "# 📰 Rassegna Stampa Orlo – 2025-11-17\n\n## Chiude la banchina nord\n"
        "**Fonte:** L'Adige  \n**Data:** 16/11/2025  \n\n"
        "Il porto chiude per due anni la sua banchina più vecchia.\n"
    )
    (found,) = articles_in(io.BufferedReader(io.BytesIO(text.encode()), HEAD), "a.md", "a.md")
    assert isinstance(found, Article)
    assert (found.title, found.source, found.date) == (
        "Chiude la banchina nord", "L'Adige", "2025-11-16",
    )  # fmt: skip
