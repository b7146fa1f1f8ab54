"""Tables and JSON as services, research collections and people's own scripts write them."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.head.signed import authors_of
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said."
MORE = "The crew will stay on board."


def articles(name: str, data: Any) -> list[Article]:
    raw = (data if isinstance(data, str) else json.dumps(data)).encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def one(data: Any, name: str = "a.json") -> Article:
    (article,) = articles(name, data)
    return article


def test_an_article_with_lists_in_it_is_one_article() -> None:
    item = {"headline": "Ferry sold", "body": TEXT, "published": "2017-08-24T04:38:34+0000"}
    article = one(item | {"keywords": [{"name": "sea"}, {"name": "ports"}]})
    assert (article.title, article.tags) == ("Ferry sold", ("sea", "ports"))
    assert article.date == "2017-08-24T04:38:34+00:00"
    assert len(articles("a.json", item | {"images": [{"title": "x", "url": "u"}] * 3})) == 1


def test_records_are_found_wherever_they_are() -> None:
    item = {"title": "Ferry sold", "url": "https://h.example/1", "date": "2020-01-01", "text": TEXT}
    for nested in (
        {"articles": {"results": [item], "totalResults": 1}},
        {"hits": {"hits": [{"_id": "1", "_source": item}]}},
        {"data": {"response": {"docs": [item], "facets": [{"name": "a"}, {"name": "b"}]}}},
        {"articles": {"id1": item, "id2": item}},
    ):
        found = articles("a.json", nested)
        assert {article.title for article in found} == {"Ferry sold"}
        assert {article.date for article in found} == {"2020-01-01"}


def test_the_new_york_times_api() -> None:
    document = {
        "lead_paragraph": TEXT, "abstract": "A boat is sold.", "source": "The Courier",
        "web_url": "https://courier.example/2019/01/01/ferry.html",
        "headline": {"main": "Ferry Sold", "print_headline": "Sold"},
        "byline": {"original": "By Jane Doe and John Roe", "person": []},
        "keywords": [{"name": "subject", "value": "Ferries", "rank": 1}],
        "pub_date": "2019-01-01T00:00:09+0000", "section_name": "World",
    }  # fmt: skip
    article = one({"status": "OK", "response": {"docs": [document], "meta": {"hits": 1}}})
    assert (article.title, article.text) == ("Ferry Sold", TEXT)
    assert article.authors == ("Jane Doe", "John Roe")
    assert article.tags == ("Ferries",)
    assert (article.source, article.section) == ("The Courier", "World")


def test_the_guardian_api() -> None:
    item = {
        "webTitle": "Ferry sold", "webPublicationDate": "2019-01-01T10:00:09Z",
        "sectionName": "World news", "webUrl": "https://g.example/1",
        "fields": {"byline": "Jane Doe in Oslo", "bodyText": TEXT, "body": f"<p>{TEXT}</p>"},
        "tags": [{"type": "contributor", "webTitle": "Jane Doe"},
                 {"type": "keyword", "webTitle": "Ferries"}],
    }  # fmt: skip
    article = one({"response": {"status": "ok", "results": [item]}})
    assert (article.title, article.authors, article.tags) == (
        "Ferry sold", ("Jane Doe",), ("Ferries",)
    )  # fmt: skip
    assert article.text == TEXT


def test_news_please_webhose_and_newsapi() -> None:
    article = one({"maintext": TEXT, "title": "T", "date_publish": "2017-07-17 10:00:00",
                   "date_download": "2018-01-01 00:00:00", "source_domain": "h.example"}
    )  # fmt: skip
    assert (article.date, article.source) == ("2017-07-17T10:00:00", "h.example")
    article = one({"thread": {"site": "h.example", "title": "Thread"}, "title": "Ferry sold",
                   "text": TEXT, "published": "2015-10-01T03:00:00.000+03:00"}
    )  # fmt: skip
    assert (article.title, article.source) == ("Ferry sold", "h.example")
    article = one({"articles": [{"source": {"id": None, "name": "The Courier"}, "url": "u",
                   "title": "Ferry sold - The Courier", "content": f"{TEXT} [+20 chars]"}]}
    )  # fmt: skip
    assert (article.title, article.text) == ("Ferry sold", TEXT)


def test_the_washington_post_collection_of_trec() -> None:
    article = one(
        {"title": "Ferry sold", "author": "Jane Doe", "published_date": 1325379405000,
         "contents": [{"content": "Opinion", "type": "kicker"},
                      {"content": "By Jane Doe", "type": "byline"},
                      {"content": 1325379405000, "type": "date"},
                      {"content": f"<b>OSLO —</b> {TEXT}", "type": "sanitized_html"},
                      {"content": MORE, "type": "sanitized_html"}]},
        "a.jsonl",
    )  # fmt: skip
    assert article.text == f"OSLO — {TEXT}\n\n{MORE}"
    assert (article.section, article.date) == ("Opinion", "2012-01-01T00:56:45+00:00")


def test_dpa_digitalwires() -> None:
    article = one(
        {"entry_id": "1", "version_created": "2022-10-11T11:14:42+02:00", "language": "de",
         "headline": "Fähre verkauft", "byline": "Anna Poe", "dateline": "Oslo (dpa) - ",
         "creditline": "dpa", "teaser": "Verkauft.", "rubric_names": ["Wirtschaft"],
         "article_html": f"<section><p><i>Oslo (dpa) - </i>{TEXT}</p><p>{MORE}</p></section>"}
    )  # fmt: skip
    assert article.text == f"Oslo (dpa) - {TEXT}\n\n{MORE}"
    assert (article.source, article.place, article.section) == ("dpa", "Oslo", "Wirtschaft")
    assert article.date == "2022-10-11T11:14:42+02:00"


def digitalwires(**values: object) -> Article:
    entry = {"format": "digitalwires@0.9.1", "version_created": "2025-01-29T07:36:58+01:00",
             "updated": "2025-01-29T15:15:48Z", "language": "de", "headline": "Anna Poe",
             "byline": None, "dateline": None, "article_html": None, "creditline": None,
             "descriptions": None, "associations": [], "desk_names": ["pl"],
             "categories": [{"type": "dnltype:keyword", "name": "Hafen"},
                            {"type": "dnltype:pubstatus", "name": "usable"},
                            {"type": "dnltype:geosubject", "name": "Norwegen"}]}  # fmt: skip
    return one(entry | values)


def test_an_entry_of_digitalwires() -> None:
    article = digitalwires(
        byline="Von dpa", dateline="Port Ellis/Oslo (dpa) - ",
        article_html=f"<section><p>{TEXT}</p><p>{MORE}</p></section>",
    )  # fmt: skip
    assert (article.place, article.authors, article.source) == ("Port Ellis/Oslo", (), "dpa")
    assert (article.tags, article.places[0]) == (("Hafen",), "Norwegen")
    assert article.text == f"{TEXT}\n\n{MORE}"


def test_a_picture_of_digitalwires_is_dated_and_described_by_itself() -> None:
    article = digitalwires(
        creditline="Ann Poe/AP/dpa",
        descriptions=[{"role": "drol:caption", "description": TEXT[:40]},
                      {"role": "dpadrol:caption-extended", "description": TEXT}],
        associations=[{"type": "image", "version_created": "2025-01-31T15:15:29Z",
                       "headline": "Anna Poe", "caption": TEXT[:40], "creditline": "Ann Poe/AP"}],
        categories=[{"type": "dnltype:locationcreated", "name": "Aufnahmeort,Oslo,Oslo,Norwegen"}],
    )  # fmt: skip
    assert (article.title, article.text) == ("Anna Poe", TEXT)
    assert article.place == "Oslo"
    assert (article.date, article.source) == ("2025-01-29T07:36:58+01:00", "dpa")


def test_ninjs_of_version_1() -> None:
    article = one({"uri": "http://h.example/1", "versioncreated": "2013-07-09T10:37:00Z",
                   "byline": "Ann Poe and Frances d'Emilio", "headline_main": "Ferry sold",
                   "body_main": TEXT}
    )  # fmt: skip
    assert (article.title, article.authors) == ("Ferry sold", ("Ann Poe", "Frances d'Emilio"))
    article = one({"guid": "urn:x", "versioncreated": "2013-07-09T10:37:00Z", "headline": "Sold",
                   "body_html": f"<p>{TEXT}</p>", "subject": [{"code": "1", "name": "sea"}]}
    )  # fmt: skip
    assert (article.text, article.tags) == (TEXT, ("sea",))


@pytest.mark.parametrize(
    "header", ["Titel;Autor;Datum;Quelle;Text", "Kop;Auteur;Datum;Krant;Tekst",
               "Titre;Auteur;Date;Journal;Texte", "Titolo;Autore;Data;Testata;Testo"],
)  # fmt: skip
def test_columns_in_other_languages(header: str) -> None:
    (article,) = articles("a.csv", f"{header}\nBoot;Poe, Anna;2019-01-04;De Kade;{TEXT}\n")
    assert (article.title, article.authors, article.date, article.source) == (
        "Boot", ("Anna Poe",), "2019-01-04", "De Kade",
    )  # fmt: skip


def test_a_headline_with_a_date_is_an_article() -> None:
    (article,) = articles(
        "a.csv", "publish_date,title,url\n2020-01-01 10:00:00,Ferry sold,https://h.example/1\n"
    )
    assert (article.title, article.text, article.date) == ("Ferry sold", "", "2020-01-01T10:00:00")
    article = one({"articles": [{"title": "Ferry sold", "seendate": "20200101T101500Z",
                                 "url": "https://h.example/1", "domain": "h.example"}]}
    )  # fmt: skip
    assert (article.date, article.source) == ("2020-01-01T10:15:00+00:00", "h.example")


@pytest.mark.parametrize(
    ("date", "iso"),
    [("43100", "2017-12-31"), ("43100.5", "2017-12-31T12:00:00"),
     ("1325379405", "2012-01-01T00:56:45+00:00"), ("20150110190035", "2015-01-10T19:00:35")],
)  # fmt: skip
def test_moments_as_numbers(date: str, iso: str) -> None:
    (article,) = articles(
        "a.csv", f"title,date,text\nFerry sold,{date},{TEXT}\n".replace(", ", ";")
    )
    assert article.date == iso


def test_a_date_in_three_columns() -> None:
    (article,) = articles("a.tsv", f"title\tyear\tmonth\tday\ttext\nSold\t2016.0\t3\t1\t{TEXT}\n")
    assert article.date == "2016-03-01"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Poe, Anna; Roe, Hans", ["Anna Poe", "Hans Roe"]),
        ("van der Berg, Anna", ["Anna van der Berg"]),
        ("POE, ANNA", ["Anna Poe"]),
        ("ann@h.example (Ann Poe)", ["Ann Poe"]),
        ("Ann Poe <ann.poe@paper.media>", ["Ann Poe"]),
        ("ann@h.example", []),
        ("Ann Poe, Contributor\nWriter, editor", ["Ann Poe"]),
        ("Ngugi wa Thiong'o", ["Ngugi wa Thiong'o"]),
        ("ann poe", ["Ann Poe"]),
        ("Ann Poe For Daily Harbour Australia", ["Ann Poe"]),
        ("By ANN POE; John Roe contributed reporting from Oslo.", ["Ann Poe", "John Roe"]),
        ("Ann Poe in Oslo and John Roe", ["Ann Poe", "John Roe"]),
        ("Ann Poe, CNN", ["Ann Poe"]),
        ("Ann Poe | Harbour Advance Media", ["Ann Poe"]),
        ("CNN", ["CNN"]),
        ("Ann Poe Staff writer", ["Ann Poe"]),
        ("ANN POE Transport correspondent", ["Ann Poe"]),
        ("ANN POE, Middle East Correspondent", ["Ann Poe"]),
        ("Ann Poe reports", ["Ann Poe"]),
        ("By Ann Poe and John Roe Palm Beach Post Staff Writers", ["Ann Poe", "John Roe"]),
        (
            "By Ann Poe St. Louis Post-Dispatch John Roe of the Post-Dispatch contributed to this.",
            ["Ann Poe", "John Roe"],
        ),
        ("BY ANN POE and JOHN McROE NEW YORK DAILY NEWS", ["Ann Poe", "John McRoe"]),
        ("BY ANN POE in Oslo, S.C. JOHN ROE and JANE DOE", ["Ann Poe", "John Roe", "Jane Doe"]),
        ("Ann Poe, Reading Eagle, Pa.", ["Ann Poe"]),
        ("Ann Poe Staff writer, John Roe Staff writer", ["Ann Poe", "John Roe"]),
        ("Ann Poe, CNN Business", ["Ann Poe"]),
        ("Ann Poe, New York, and John Roe", ["Ann Poe", "John Roe"]),
        ("Harbour News, Ind.", ["Harbour News"]),
        ("Ann Poe; apoe@h.example @annpoe on Twitter", ["Ann Poe"]),
        ("Ann Poe;and reported by John Roe;Jane Doe", ["Ann Poe", "John Roe", "Jane Doe"]),
        ("From ANN POE", ["Ann Poe"]),
        ("Analysis by Ann Poe", ["Ann Poe"]),
        ("Interview: Ann Poe", ["Ann Poe"]),
        ("Aus Oslo berichtet ANN POE", ["Ann Poe"]),
        ("Von A. POE und ANN ROE (Fotos)", ["A. Poe", "Ann Roe"]),
        ("apo/dpa", ["dpa"]),
        ("epd", ["epd"]),
        ("SZ", ["SZ"]),
        ("_", []),
        ("From staff and wire reports", []),
        ("our Economic Staff", []),
        ("From our Correspondent in Oslo", []),
        ("Harbour staff", []),
        ("No Byline Available", []),
    ],
)
def test_authors_of_containers(value: str, names: list[str]) -> None:
    assert authors_of(value) == names


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferry sold -- Courier.net</title>"
         "<meta property='og:site_name' content='Courier.net'>", "Ferry sold"),
        ("<title>Ferry sold (Published 2021) - The Courier</title>"
         "<meta property='og:site_name' content='The Courier'>", "Ferry sold"),
        ("<title>Ferry sold – World – Courier</title><link rel='canonical'"
         " href='https://www.courier.example/1'><meta property='article:section' content='World'>",
         "Ferry sold"),
        ("<title>Harbour Limited (HHL) – Trade Disclosure</title>",
         "Harbour Limited (HHL) – Trade Disclosure"),
        ("<meta property='og:title' content='Plus/Minus - announce a boat'>"
         "<meta property='og:site_name' content='Courier'>", "Plus/Minus - announce a boat"),
    ],
)  # fmt: skip
def test_the_sites_name_is_no_part_of_a_title(head: str, title: str) -> None:
    page = f"<html><head>{head}</head><body><article><p>{TEXT} {MORE}</p></article></body></html>"
    assert one(page, "a.html").title == title


def test_mojibake_in_titles_and_names() -> None:
    article = one({"title": "Ferry â€” last boat", "author": "JosÃ© Poe", "text": TEXT})
    assert (article.title, article.authors) == ("Ferry — last boat", ("José Poe",))


def test_signs_of_shares_stay_in_headlines() -> None:
    assert one({"title": "BOAT CO <BC> SELLS <P>", "text": TEXT}).title == "BOAT CO <BC> SELLS <P>"
    assert one({"title": "A <i>big</i> boat", "text": TEXT}).title == "A big boat"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("paivamaara,otsikko,tiivistelma", f"2018-09-11T11:02:03.000Z,Lautta myytiin,{TEXT}"),
        ("link,judul,tanggal,isi", f"https://p.example/1,Lautta myytiin,11/9/2018,{TEXT}"),
        ("kicker_flag,representative_headline,article_link,pub_date,article_text",
         f"x,Lautta myytiin,https://p.example/1,2018-09-11,{TEXT}"),
        ("일자,언론사,제목,본문", f"2018-09-11,Harbour Post,Lautta myytiin,{TEXT}"),
        ("newsTitle,publishDateTime,storyBody,job_title",
         f"Lautta myytiin,2018-09-11,{TEXT},Clerk"),
    ],
    ids=["Finnish", "Indonesian", "names alike", "Korean", "camel case"],
)  # fmt: skip
def test_columns_named_in_other_languages_or_alike(header: str, row: str) -> None:
    (article,) = articles("a.csv", f"{header}\n{row.replace(TEXT, chr(34) + TEXT + chr(34))}\n")
    assert (article.title, article.text) == ("Lautta myytiin", TEXT)
    assert article.date.startswith("2018")


def test_titles_of_other_things_are_no_headlines() -> None:
    table = b"image_title,job_title,link\nFerry,Clerk,https://p.example/1\n"
    (failure,) = articles_in(io.BufferedReader(io.BytesIO(table), HEAD), "a.csv", "a.csv")
    assert not isinstance(failure, Article)
    assert "no column of texts" in failure.reason


def test_a_record_that_calls_a_text_in_another_language_english() -> None:
    vietnamese = (
        "Công ty phà đã bán chiếc thuyền cuối cùng vào thứ Hai, người phát ngôn cho biết. Thủy thủ "
        "đoàn sẽ ở lại trên tàu. Người mua đến từ một thành phố cảng và nói rằng ông sẽ giữ tên cũ "
        "của con tàu. Hành khách vẫn có thể mua vé tại bến như trước, nhưng giá vé sẽ tăng từ mùa "
        "xuân năm sau, theo thông báo của công ty."
    )
    assert one({"title": "Bán phà", "text": vietnamese, "language": "en"}).language == "vi"
    assert one({"title": "Bán phà", "text": vietnamese[:60], "language": "en"}).language == "en"


def test_escaped_signs_placeholders_and_archived_pages_in_records() -> None:
    kept = "https://web.archive.org/web/20170502/http://www.harbour.example/ferry"
    article = one({
        "title": "Ferry &#39;sold&#39; by B&amp;amp;B", "text": f"{TEXT} &quot;Good.&quot;",
        "author": "Please Enter Your Name Here", "source": "web.archive.org", "url": kept,
    })  # fmt: skip
    assert article.title == "Ferry 'sold' by B&B"
    assert article.text.endswith('"Good."')
    assert (article.authors, article.source) == ((), "harbour.example")
    assert one({"title": "Ferry", "text": TEXT, "source": "www.harbour.example"}).source == (
        "harbour.example"
    )


@pytest.mark.parametrize(
    ("written", "name"), [("ANN LaDOE", "Ann LaDoe"), ("LARRY McDOE", "Larry McDoe"),
                          ("ANN LADOE", "Ann Ladoe")],
)  # fmt: skip
def test_names_in_capitals_that_are_not_all_capitals(written: str, name: str) -> None:
    assert authors_of(written) == [name]


def test_values_that_python_wrote_as_bytes() -> None:
    table = "id,created_at,text\n1,2020-04-22 06:12:56,b'Sm\\xc3\\xb8r og br\\xc3\\xb8d'\n"
    assert one(table, "a.csv").text == "Smør og brød"


def test_lists_kept_by_day_are_read_to_the_last_day() -> None:
    """Those behind the 1,000th day were not."""
    days = [
        {"day": day, "items": [{"title": f"Ferry {day}.{n}", "body": TEXT} for n in range(2)]}
        for day in range(1500)
    ]
    assert len(articles("a.json", {"days": days})) == 3000


def test_columns_behind_many_others_are_read() -> None:
    weights = {f"w{n}": n for n in range(400)}
    assert one([{**weights, "title": "Ferry sold", "body": TEXT}]).title == "Ferry sold"


def test_a_headline_in_a_column_called_name() -> None:
    row = {"Name": "Ferry firm sells its last boat", "Date": "2019-05-03", "Text": TEXT}
    assert one([row]).title == "Ferry firm sells its last boat"
    assert one([{**row, "Name": "Ann Poe"}]).title != "Ann Poe"


NOTE = "Watch what the board says of the two other boats, and when it will meet the crew again."


@pytest.mark.parametrize("also", [{"what_next": NOTE}, {"text_en": NOTE}, {"quotes": [NOTE, MORE]}])
def test_what_other_columns_say_stands_below_the_text(also: dict[str, Any]) -> None:
    article = one([{"title": "Ferry sold", "text": f"{TEXT} {MORE}", **also}])
    assert article.text == f"{TEXT} {MORE}\n\n{NOTE}"


def test_what_other_columns_say_again_is_not_said_twice() -> None:
    text = f"{TEXT} {MORE} The quay was shut for two days, and nobody was told of it."
    again = {
        "clean_text": text.lower().replace(",", ""), "excerpt_long": f"{text[:90]}…",
        "html": f"<p>{text}</p>", "tokens": "ferry firm sold boat buyer crew. board quay days.",
        "link_text": "https://quay.example/a. b",
    }  # fmt: skip
    assert one([{"title": "Ferry sold", "text": text, **again}]).text == text


def test_a_second_headline_is_kept() -> None:
    row = {"title": "Ferry sold", "standfirst": "A boat goes.", "text": TEXT}
    other = "The last of the boats of Orlo goes to Bergen, to the sorrow of many. Who will sail?"
    assert one([{**row, "seo_headline_note": other}]).text == f"{TEXT}\n\n{other}"


@pytest.mark.parametrize(
    "table",
    [
        {"title": {"0": "Ferry", "1": "Quay"}, "text": {"0": TEXT, "1": MORE}},
        {"title": ["Ferry", "Quay"], "text": [TEXT, MORE]},
        {"columns": ["title", "text"], "index": [0, 1], "data": [["Ferry", TEXT], ["Quay", MORE]]},
    ],
)
def test_tables_by_column_as_pandas_writes_them(table: Any) -> None:
    found = [(article.title, article.text) for article in articles("a.json", table)]
    assert found == [("Ferry", TEXT), ("Quay", MORE)]


def test_columns_of_one_name_and_a_header_that_comes_again() -> None:
    table = "title,author,author,content,content\n"
    row = f'Ferry,Ann Poe,Jo Wu,"{TEXT}","Watch the quay."\n'
    found = articles("a.csv", f"{table}{row}{table}{row.replace('Ferry', 'Quay')}")
    assert [one.title for one in found] == ["Ferry", "Quay"]
    assert found[0].authors == ("Ann Poe", "Jo Wu")
    assert TEXT in found[0].text and "Watch the quay." in found[0].text


@pytest.mark.parametrize(
    "content",
    [
        {"pages": [{"page": 1, "text": TEXT}, {"page": 2, "text": NOTE}]},
        {"blocks": [{"type": "p", "data": {"text": TEXT}}, {"data": {"text": NOTE}}]},
        {"content": {"html": f"<p>{TEXT}</p><p>{NOTE}</p>", "text": None}},
        {"body": {"start": f"{TEXT} It was not the first.", "rest": NOTE}},
    ],
    ids=["pages", "blocks", "html", "body"],
)
def test_a_text_in_pieces_or_one_object_deeper(content: dict[str, Any]) -> None:
    article = one([{"title": "Ferry sold", "date": "2019-05-03", **content}])
    assert article.title == "Ferry sold"
    assert TEXT in article.text and NOTE in article.text
