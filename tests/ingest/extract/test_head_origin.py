"""Sentences below an article, or above its text, that say where it first appeared."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE, article_of

from newsgrep import Article


def read(head: str, foot: str = "") -> Article:
    text = f"{head.format(T=TITLE)}{BODY}\n{foot}\n"
    return article_of(text)


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("This article originally appeared in The Straits Times on May 3, 2019.",
         "The Straits Times"),
        ("This story was first published by The Straits Times on May 3, 2019.",
         "The Straits Times"),
        ("This piece first ran on May 3, 2019, in the Quayside Courier.", "Quayside Courier"),
        ("A version of this story was published May 3, 2019 on Quaynet.", "Quaynet"),
        ("Originally published in The Straits Times, May 3, 2019", "The Straits Times"),
        ("Republished with permission from The Straits Times, May 3, 2019.", "The Straits Times"),
        ("Dieser Artikel erschien zuerst am 3. Mai 2019 in Die Zeit.", "Die Zeit"),
        ("Dieser Text wurde ursprünglich am 3. Mai 2019 im Quaiboten veröffentlicht.", "Quaiboten"),
        ("Cet article est paru dans Le Monde le 3 mai 2019.", "Le Monde"),
        ("Este artículo se publicó originalmente en El País el 3 de mayo de 2019.", "El País"),
        ("Este artigo foi publicado originalmente em O Globo em 3 de maio de 2019.", "O Globo"),
        ("Questo articolo è stato pubblicato su Corriere della Sera il 3 maggio 2019.",
         "Corriere della Sera"),
        ("Dit artikel verscheen eerder in de Volkskrant op 3 mei 2019.", "de Volkskrant"),
        ("Artikeln publicerades ursprungligen i Dagens Nyheter den 3 maj 2019.", "Dagens Nyheter"),
        ("Artikkelen ble først publisert i Aftenposten 3. mai 2019.", "Aftenposten"),
        ("Artykuł ukazał się pierwotnie w „Gazeta Wyborcza” 3 maja 2019.", "Gazeta Wyborcza"),
    ],
)  # fmt: skip
def test_where_an_article_first_appeared(foot: str, source: str) -> None:
    article = read("{T}\nBy Jane Doe\n\n", foot)
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source.casefold(), article.date) == (source.casefold(), "2019-05-03")


def test_it_may_be_said_above_the_text() -> None:
    article = read(
        "{T}\nBy Jane Doe\n\nThis story was originally published by The Straits Times.\n\n"
    )
    assert article.source == "The Straits Times"


def test_what_the_head_says_is_believed_rather() -> None:
    article = read(
        "{T}\nBy Jane Doe\nThe Guardian, May 4, 2019\n\n",
        "This article originally appeared in The Straits Times on May 3, 2019.",
    )
    assert (article.source, article.date) == ("The Guardian", "2019-05-04")


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("Jane Doe is a reporter for The Straits Times. Write to her at the harbour.",
         "The Straits Times"),
        ("Doe is the transport correspondent of The Straits Times.", "The Straits Times"),
        ("Jane Doe ist Redakteurin bei der Frankfurter Rundschau.", "Frankfurter Rundschau"),
        ("Jane Doe est journaliste au Monde.", ""),
        ("Jane Doe es periodista de El País.", "El País"),
        ("Mary Roe is a reporter for The Straits Times.", ""),  # somebody else
        ("Jane Doe is a professor at the University of Oslo.", ""),
    ],
)  # fmt: skip
def test_for_whom_the_author_works(foot: str, source: str) -> None:
    assert read("{T}\nBy Jane Doe\nMay 3, 2019\n\n", foot).source == source


@pytest.mark.parametrize(
    "foot",
    [
        "The report was published in The Lancet on May 3, 2019.",
        "This article was updated on May 4, 2019, to correct the name of Mary Roe.",
        "The story of the quay appeared in many books, The Harbour of 1903 among them.",
    ],
)  # fmt: skip
def test_other_sentences_say_nothing_of_it(foot: str) -> None:
    article = read("{T}\nBy Jane Doe\n\n", foot)
    assert (article.source, article.date) == ("", "")


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("The order takes effect at once. (Reuters)", "Reuters"),
        ("The order takes effect at once. (PNA)", "Philippine News Agency"),
        ("The order takes effect at once. - PTI", "PTI"),
        ("The order takes effect at once. /TASS/", "TASS"),
        ("The order takes effect at once. (Quayside)", ""),
        ("The order was told to the fishermen by radio (AP)", ""),
    ],
)  # fmt: skip
def test_the_agency_that_signs_behind_the_last_words(foot: str, source: str) -> None:
    article = read("{T}\n\n", foot)
    assert article.source == source
    assert article.text.endswith(foot)


def test_news_by_a_firm_s_news_is_its_own() -> None:
    article = read("{T}\nSeptember 28, 2015 by QUAY News\n")
    assert (article.authors, article.source) == ((), "QUAY News")


def test_a_desk_of_a_station_signs_in_the_dateline() -> None:
    assert article_of(f"{TITLE}\n\nNew York (CNN Business)The harbour {BODY[4:]}").source == "CNN"


def test_a_day_with_its_hour_at_the_foot() -> None:
    assert read("{T}\n", "581\n28 May 2011 18:17:24\nreuters\nbusiness").date[:10] == "2011-05-28"


@pytest.mark.parametrize("place", ["Orlo, north-eastern Spain", "Reporter, in Orlo"])
def test_a_name_glued_to_what_stands_beside_it(place: str) -> None:
    assert read(f"{{T}}\n19 hours ago\nGuy Poe{place}\n").authors == ("Guy Poe",)
