"""Facts: headline, byline, date, dateline, source, language, and where each came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from, counted
from newsgrep.ingest.extract.body.paragraphs import paragraphs_of
from newsgrep.ingest.extract.body.trailer import without_trailer
from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.extract.names.personal_names import set_right
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.dates import find_dates, is_possible, other_order
from newsgrep.text.language import language_code, language_of
from newsgrep.text.normal_dates import normal_date

BODY = "The minister said on Tuesday that the budget of the ministry would be cut by a third.\n"


def read(text: str, form: Form = Form.TEXT, *claims: Claim) -> Article:
    return article_from(RawDocument(form, text, claims), "a.txt")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["Jane Doe"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("By Jane Doe, John Roe & Ann Poe", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("By JANE O'DOE in Mexico City", ["Jane O'Doe"]),
        ("By Jane Doe, Staff Writer", ["Jane Doe"]),
        ("By Jane Doe (jane@paper.com) @jane", ["Jane Doe"]),
        ("By Lorne MatalonFebruary 20, 2017 9:40 am, , ,", ["Lorne Matalon"]),
        ("Por Ana García y Luis Pérez", ["Ana García", "Luis Pérez"]),
        ("Von Karl von der Heide", ["Karl von der Heide"]),
        ("Par Élodie Garrigue", ["Élodie Garrigue"]),
        ("By Reuters", ["Reuters"]),
        ("By Dr. Jane Doe", ["Jane Doe"]),
        ("By Jane Doe | The Courier", ["Jane Doe"]),
    ],
)
def test_bylines(line: str, authors: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert list(byline.authors) == authors


@pytest.mark.parametrize(
    "line",
    [
        "By the time the police came, he had gone.",
        "By Monday it was over and the crowds had left the square.",
        "Standing by John Doe",
        "By",
    ],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("February 20, 2017 9:40 am", "2017-02-20T09:40:00"),
        ("Feb. 18, 2021 4:12 p.m. PST", "2021-02-18T16:12:00-08:00"),
        ("20 Feb 2017", "2017-02-20"),
        ("20 de febrero de 2017", "2017-02-20"),
        ("20. März 2017, 14.05 Uhr", "2017-03-20T14:05:00"),
        ("1er août 2016", "2016-08-01"),
        ("7 mai 2017 à 20h15", "2017-05-07T20:15:00"),
        ("2017-02-20T09:40:00+01:00", "2017-02-20T09:40:00+01:00"),
        ("26-FEB-1987 15:01:01.01", "1987-02-26T15:01:01"),
        ("25/12/2016", "2016-12-25"),
        ("July 2, 2019 Tuesday 9:33 AM GMT", "2019-07-02T09:33:00+00:00"),
        ("10:15 EDT 12 Jul 2021", "2021-07-12T10:15:00-04:00"),
        ("1 mei 2015 vrijdag", "2015-05-01"),
        ("3. Jänner 2017", "2017-01-03"),
        ("5 июня 2018", "2018-06-05"),
        ("12. kesäkuuta 2016", "2016-06-12"),
        ("2017. november 13.", "2017-11-13"),
        ("14 września 2019", "2019-09-14"),
        ("5 Ağustos 2019", "2019-08-05"),
        ("2017 年 11 月 13 日", "2017-11-13"),
        ("12/25/2016", "2016-12-25"),
        ("12:00 noon, March 3rd, 1999", "1999-03-03"),
    ],
)
def test_dates_in_words_and_digits(text: str, iso: str) -> None:
    assert next(find_dates(text)).iso == iso


@pytest.mark.parametrize(
    "text", ["February 30, 2017", "dismay 2, 2017", "99 May 2017", "2017", "May 2"]
)
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text)) == []


def test_an_open_order_of_day_and_month_is_marked() -> None:
    found = next(find_dates("03/04/2017"))
    assert (found.ambiguous, other_order(found.iso)) == (True, "2017-04-03")
    assert not next(find_dates("04/04/2017")).ambiguous
    assert not next(find_dates("3.4.2017")).ambiguous


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Monday 03/04/2017", "2017-04-03"),
        ("Saturday, 03/04/2017", "2017-03-04"),
        ("lunes, 03/04/2017", "2017-04-03"),
    ],
)
def test_a_weekday_tells_the_order(text: str, iso: str) -> None:
    found = next(find_dates(text))
    assert (found.iso, found.ambiguous) == (iso, False)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("Mon, 20 Feb 2017 09:40:00 GMT", "2017-02-20T09:40:00+00:00"),
        ("2017-02-20T09:40:00.123Z", "2017-02-20T09:40:00+00:00"),
        ("2017", "2017"),
        ("2017-02", "2017-02"),
        ("20150110190035", "2015-01-10T19:00:35"),
        ("20200101T101500Z", "2020-01-01T10:15:00+00:00"),
        ("Sat Nov 18 2017 15:21:41 GMT+0000", "2017-11-18T15:21:41+00:00"),
        ("Lun, 24 Abr 2023 10:00:00 +0200", "2023-04-24T10:00:00+02:00"),
        ("0000-00-00", ""),
        ("9999999", ""),
        ("soon", ""),
    ],
)
def test_dates_of_containers(value: str, iso: str) -> None:
    found = normal_date(value)
    assert (found.iso if found else "") == iso


@given(st.text(max_size=60))
def test_dates_never_fail(value: str) -> None:
    for found in (normal_date(value), *find_dates(value)):
        assert found is None or is_possible(f"{found.iso}-01-01"[:10])


@pytest.mark.parametrize(
    ("text", "place", "source", "date"),
    [
        ("WASHINGTON, Feb 20 (Reuters) - The", "Washington", "Reuters", ""),
        ("BOGOTA, Nov 24, 2016 (AP) — The", "Bogota", "Associated Press", "2016-11-24"),
        ("MEXICO CITY — The", "Mexico City", "", ""),
        ("PARIS-- The", "Paris", "", ""),
        ("Ciudad de México, 20 feb (EFE).- El", "Ciudad de México", "EFE", ""),
        ("RIO DE JANEIRO (AFP) - The", "Rio de Janeiro", "AFP", ""),
        ("PASADENA, Calif. (AP) — A rover", "Pasadena, Calif.", "Associated Press", ""),
        ("(Reuters) - The company", "", "Reuters", ""),
    ],
)
def test_datelines(text: str, place: str, source: str, date: str) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.source, dateline.date) == (place, source, date)


@pytest.mark.parametrize("text", ["The DEA - an agency", "A man - and", "WTO - talks", "Text."])
def test_what_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


def test_the_head_of_a_pasted_page() -> None:
    article = read(
        "Headline of the Story\n\n“A pull quote.”\n\n"
        "By Lorne MatalonFebruary 20, 2017 9:40 am, , ,\n\nFrom Marfa Public Radio\n\n"
        + BODY
        + "\nRead more."
    )
    assert article.title == "Headline of the Story"
    assert article.deck == "“A pull quote.”"
    assert article.authors == ("Lorne Matalon",)
    assert article.date == "2017-02-20T09:40:00"
    assert article.source == "Marfa Public Radio"
    assert article.text == BODY.strip()
    assert article.facts["authors"].origin == "byline, line 5"


LAYOUTS = {
    "date then byline": "A Headline Here\nMarch 3, 2015\nBy Jane Doe\n\n",
    "byline with source": "A Headline Here\n\nBy Jane Doe | Daily Courier\nMarch 3, 2015\n\n",
    "capitals": "A HEADLINE HERE FOR ONCE\n\nBY JANE DOE\nMARCH 3, 2015\n\n",
    "labels": "Headline: A Headline Here\nByline: Jane Doe\nDate: March 3, 2015\n\n",
    "labels below": "A Headline Here\nAuthor: Jane Doe\nPublished: 2015-03-03\n\n",
    "published line": "A Headline Here\nBy Jane Doe, Staff Writer\nPublished: March 3, 2015\n\n",
    "weekday": "A Headline Here\nBy Jane Doe\nTuesday, March 3, 2015\n\n",
    "bars": "A Headline Here\nBy Jane Doe | March 3, 2015\n\n",
    "with deck": "A Headline Here\nWhat it means for the rest of us\nBy Jane Doe\n3 March 2015\n\n",
    "noise": "A Headline Here\nShare\nTweet\nBy Jane Doe\nMarch 3, 2015\n5 min read\n\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str) -> None:
    article = read(LAYOUTS[layout] + BODY)
    assert article.title.casefold().startswith("a headline here")
    assert article.authors == ("Jane Doe",)
    assert article.date.startswith("2015-03-03")
    assert article.text == BODY.strip()


def test_a_text_without_a_head_keeps_everything() -> None:
    article = read(BODY * 3)
    assert article.text.count("budget") == 3
    assert article.authors == ()
    assert article.date == ""
    assert article.facts["title"].confidence <= 0.3


def test_a_wire_story() -> None:
    article = read(
        "Oil prices fall again\n\nLONDON, March 3, 2015 (Reuters) - Oil fell on Tuesday.\n\n"
        "(Reporting by Jane Doe in London and John Roe; Editing by Ann Poe)"
    )
    assert (article.place, article.source, article.date) == ("London", "Reuters", "2015-03-03")
    assert article.authors == ("Jane Doe", "John Roe")


def test_a_page_without_its_furniture() -> None:
    page = f"""<html lang="en"><head><title>A Headline Here and More | The Paper</title>
    <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A Headline Here",
    "datePublished": "2015-03-03T10:00:00Z", "author": {{"name": "By Jane Doe"}},
    "publisher": {{"name": "The Paper"}}}}</script></head>
    <body><nav>Home Sport Weather</nav><div class="cookie">We use cookies.</div>
    <article><h1>A Headline Here</h1><p>{BODY * 2}</p><p>{BODY}</p></article>
    <footer>Subscribe to our newsletter</footer></body></html>"""
    article = read(page, Form.PAGE)
    assert article.title == "A Headline Here"
    assert article.authors == ("Jane Doe",)
    assert article.date == "2015-03-03T10:00:00+00:00"
    assert article.source == "The Paper"
    assert "cookies" not in article.text
    assert "Weather" not in article.text
    assert article.facts["date"].origin == "JSON-LD datePublished"


def test_hostile_text_is_made_harmless() -> None:
    article = read("A \x1b[31mred\x1b[0m \x1b]0;title\x07line\u202e\n\n" + BODY + "\x00\x9b2J end")
    for text in (article.title, article.text):
        assert not any(ord(c) < 32 and c != "\n" for c in text)
        assert "\u202e" not in text
        assert "\x9b" not in text
    assert article.title == "A red line"


def test_wrapped_lines_are_joined_and_others_are_not() -> None:
    wrapped = (
        "The first line of this paragraph is about as wide\nas the second line of it, and the"
        " third line\nends it.\n\nAnother.\n"
    )
    assert len(paragraphs_of(wrapped)) == 2
    assert paragraphs_of("One.\nTwo.\n\nThree.") == ["One.", "Two.", "Three."]
    indented = "   First paragraph of the story goes on\nand on to here.\n   Second one.\n"
    assert len(paragraphs_of(indented)) == 2


def test_trailers_are_taken_off_and_owners_noted() -> None:
    kept, owner = without_trailer(
        ["Text.", "© 2016 Valley Record", "Share this story", "Read more."]
    )
    assert (kept, owner) == (["Text."], "Valley Record")
    kept, _ = without_trailer(["Read more books, the minister told the children."])
    assert len(kept) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The government said on Friday that it would not raise the tax on fuel.", "en"),
        ("El gobierno dijo el viernes que no subirá los impuestos a la gasolina.", "es"),
        (
            "Le gouvernement a dit vendredi qu'il ne relèverait pas les impôts sur les carburants.",
            "fr",
        ),
        ("Die Regierung sagte am Freitag, dass sie die Steuern nicht erhöhen werde.", "de"),
        ("Il governo ha detto venerdì che non aumenterà le tasse sulla benzina.", "it"),
        ("O governo disse na sexta-feira que não vai aumentar os impostos sobre a gasolina.", "pt"),
        ("Правительство заявило в пятницу, что не повысит налоги на топливо.", "ru"),
        ("政府は金曜日、燃料税を引き上げないと発表した。", "ja"),
        ("政府周五表示不会提高燃油税。", "zh"),
        ("قالت الحكومة يوم الجمعة إنها لن ترفع الضرائب على الوقود.", "ar"),
        ("Shr 34 cts vs 1.19", ""),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


def test_language_names() -> None:
    assert [language_code(v) for v in ("en-US", "English", "es", "x-klingon")] == [
        "en",
        "en",
        "es",
        "",
    ]


def test_names_in_capitals_are_set_right() -> None:
    assert set_right("JANE MCDOE-O'ROE DE LA PAZ") == "Jane McDoe-O'Roe de la Paz"
    assert set_right("bell hooks") == "Bell Hooks"
    assert set_right("DeShawn van Dyk") == "DeShawn van Dyk"


def test_the_words_of_an_article_are_counted_when_asked() -> None:
    article = counted(read("A Headline Here\n\n" + BODY))
    assert article.words == 3 + 17


def test_a_line_without_a_word_is_no_headline() -> None:
    assert read("#\n\n" + BODY).title.startswith("The minister said")


@given(st.text(max_size=400))
def test_any_text_gives_an_article_or_is_refused(text: str) -> None:
    from newsgrep.errors import UnreadableFile

    try:
        article = read(text)
    except UnreadableFile as error:
        assert error.message == "no text in it"
    else:
        assert article.title


def test_a_dateline_names_its_place_and_not_its_agency() -> None:
    text = (
        "BOGOTA, Nov 24, 2016 (Seed Wire) - President Juan Manuel Santos signed the accord on "
        "Thursday in a theatre.\n\nThe guests applauded for a minute."
    )
    article = read(text, Form.PROSE)
    assert article.people == ("Juan Manuel Santos",)
    assert article.places == ("Bogota",)


@pytest.mark.parametrize("heading", ["Introduction", "Abstract", "Résumé"])
def test_the_heading_of_a_part_is_no_source(heading: str) -> None:
    text = (
        f"Collecting News on the Quay\nAnn Poe\nJune 4, 2019\n{heading}\n\n"
        + "The boats lie still. " * 20
    )
    assert read(text).source == ""


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        ("LONGPIER, PAPER.com — The boats came in.", "Longpier", "PAPER.com"),
        ("PAPER.CO.ID, LONGPIER -- The boats came in.", "Longpier", "PAPER.CO.ID"),
        ("Paper.com, Longpier - The boats came in.", "Longpier", "Paper.com"),
        ("Taipei, Nov. 17 (AFP) The ministry said that boats came in.", "Taipei", "AFP"),
        ("港湾社北京8月19日电 今年共有九艘渔船驶出长堤。", "北京", "港湾社"),
    ],
)
def test_datelines_with_a_site_or_without_a_dash(text: str, place: str, source: str) -> None:
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.source) == (place, source)


def test_a_signature_in_brackets_in_the_last_line() -> None:
    article = read("The boats came in before the fog. " * 8 + "\n\n(By Ann Poe)", Form.PROSE)
    assert article.authors == ("Ann Poe",)


def test_the_words_of_a_text_overrule_a_default() -> None:
    text = "Der Hafenmeister hat die lange Mole gesperrt, weil die Pfähle darunter faul sind. " * 5
    claim = Claim("language", "en", "column language", 0.95)
    assert read(text, Form.PROSE, claim).language == "de"


def test_languages_that_are_alike_are_as_the_container_says() -> None:
    text = "O porto abriu de novo despois dun ano de obras e os barcos entraron pola mañá. " * 5
    claim = Claim("language", "gl", "column language", 0.95)
    assert read(text, Form.PROSE, claim).language == "gl"
