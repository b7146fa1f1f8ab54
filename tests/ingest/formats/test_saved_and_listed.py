"""Notes, lists of saved pages, references, and answers that hold one article."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in, is_article_name

TEXT = "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said."
MORE = "The crew will stay on board until spring."


def read(name: str, data: Any) -> list[Article | Failure]:
    raw = (data if isinstance(data, str) else json.dumps(data)).encode()
    return list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))


def articles(name: str, data: Any) -> list[Article]:
    found = read(name, data)
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def one(data: Any, name: str = "a.json") -> Article:
    (article,) = articles(name, data)
    return article


NOTE = """<note><title>{title}</title><content><![CDATA[<?xml version="1.0"?>
<!DOCTYPE en-note SYSTEM "http://notes.example/enml2.dtd"><en-note>{body}
<en-media hash="5fae" type="image/png"/><div><en-todo checked="true"/>Call Bergen</div>
<en-crypt hint="x">aGVsbG8gd29ybGQ=</en-crypt></en-note>]]></content>
<created>{created}</created><updated>20240302T080000Z</updated><tag>ships</tag>
<note-attributes><author>Ann Poe</author><source>web.clip7</source>{more}</note-attributes>
<resource><data encoding="base64">{picture}</data><mime>image/png</mime></resource></note>"""
PICTURE = "iVBORw0KGgoAAAANSUhEUg" * 500


def notes(*found: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://x/e.dtd">\n'
        f'<en-export export-date="20240401T000000Z">{"".join(found)}</en-export>'
    )


def note(title: str, body: str, created: str = "20240301T080000Z", more: str = "") -> str:
    return NOTE.format(title=title, body=body, created=created, more=more, picture=PICTURE)


def test_every_note_of_evernote_is_an_article() -> None:
    first, second = articles(
        "a.enex", notes(note("Ferry sold", f"<div>{TEXT}</div>"), note("Crew", f"<p>{MORE}</p>"))
    )
    assert (first.title, first.text) == ("Ferry sold", f"{TEXT}\n\nCall Bergen")
    assert (first.date, first.modified) == (
        "2024-03-01T08:00:00+00:00",
        "2024-03-02T08:00:00+00:00",
    )
    assert (first.authors, first.tags, first.source) == (("Ann Poe",), ("ships",), "")
    assert (second.title, second.record, second.part) == ("Crew", 2, "note 2")


def test_a_clipped_page_is_of_its_address_and_not_of_who_clipped_it() -> None:
    address = "https://www.orlogazette.example/2019/5/7/ferry"
    clip = note(
        "Untitled Note",
        f"<h1>Ferry sold</h1><p>{TEXT}</p>",
        created="19700101T000000Z",
        more=f"<source-url>{address}</source-url>",
    )
    article = one(notes(clip), "a.enex")
    assert (article.title, article.url) == ("Ferry sold", address)
    assert article.source == "orlogazette.example"
    assert (article.date, article.authors) == ("2019-05-07", ())
    assert is_article_name("notes/a.enex")


ITEM = {
    "title": "Ferry sold",
    "url": "https://orlogazette.example/ferry",
    "content": f"<p>{TEXT}</p>",
}


@pytest.mark.parametrize(
    "saved",
    [
        {"is_archived": 0, "created_at": "2016-09-08T11:55:58+0200", "updated_at": "2016-09-09"},
        {"folder": "Unread", "selection": "", "timestamp": "1474387200"},
        {"archive": 0, "favorite": 1, "date_added": "2016-09-08", "created": "2016-09-08"},
        {"savedAt": "2016-09-08", "readingProgress": 0, "updatedAt": "2016-09-09"},
        {"time_added": "1474387200", "time": "2016-09-08"},
    ],
)
def test_the_day_of_saving_is_no_date_of_publication(saved: dict[str, Any]) -> None:
    assert one([ITEM | saved]).date == ""
    assert one([ITEM | saved]).modified == ""
    published = {"publishedAt": "2016-02-10", "published_by": ["Jane Doe"]}
    assert one([ITEM | saved | published]).date == "2016-02-10"
    assert one([ITEM | saved | published]).authors == ("Jane Doe",)
    assert one([ITEM | {"created_at": "2016-02-10"}]).date == "2016-02-10"


def test_pinboard_calls_the_headline_a_description() -> None:
    pin = {"href": "https://a.example/b", "description": "Ferry sold", "extended": TEXT,
           "time": "2016-10-31T15:57:56Z", "toread": "no"}  # fmt: skip
    article = one([pin])
    assert (article.title, article.text, article.date) == ("Ferry sold", TEXT, "")


def test_the_day_in_the_name_of_an_export_is_that_of_exporting() -> None:
    name = "ferrynotes_export_2021-02-06.json"
    assert one([ITEM], name).date == ""
    assert one([ITEM], "ferrynotes_2021-02-06.json").date == "2021-02-06"


def test_a_clipping_of_obsidian() -> None:
    address = "https://orlogazette.example/boats/ferry"
    head = f'title: "Ferry sold"\nsource: "{address}"\nauthor:\n  - "[[Jane Doe]]"\npublished:\n'
    article = one(f"---\n{head}created: 2026-05-09\n---\n{TEXT}\n", "a.md")
    assert (article.url, article.source) == (address, "orlogazette.example")
    assert (article.authors, article.date) == (("Jane Doe",), "")


def test_a_page_of_readwise() -> None:
    article = one(
        "# Ferry sold\n\n![rw-book-cover](https://a.example/c.png)\n\n## Metadata\n"
        "- Author: [[Jane Doe]]\n- Full Title: Ferry sold to Bergen\n- Category: #articles\n"
        "- Publication date: 2015-07-10\n- Date: 2020-01-01\n- Document Tags: [[favorite]]\n"
        f"- URL: https://orlogazette.example/ferry\n\n## Highlights\n- {TEXT}\n",
        "a.md",
    )
    assert (article.title, article.authors) == ("Ferry sold to Bergen", ("Jane Doe",))
    assert (article.date, article.url) == ("2015-07-10", "https://orlogazette.example/ferry")
    assert article.text == f"Highlights\n\n{TEXT}"


def test_a_page_of_omnivore() -> None:
    article = one(
        "---\ntitle: Ferry sold\ndate_saved: 2024-06-20\ndate_published: 2024-06-14\n---\n\n"
        "# Ferry sold\n#Omnivore\n\n[Read on Omnivore](https://omnivore.example/me/f)\n"
        f"[Read Original](https://orlogazette.example/ferry_(boat))\n\n{TEXT}\n",
        "a.md",
    )
    assert article.url == "https://orlogazette.example/ferry_(boat)"
    assert (article.date, article.text) == ("2024-06-14", TEXT)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("---\ntitle: '[Boats] Ferry of Orlo sold'\n---\n[Ferry of Orlo sold]({})\n\n", True),
        ("# [Ferry of Orlo sold]({})\n\n", True),
        ("---\ntitle: Ferry of Orlo sold\n---\n[What the papers say]({})\n\n", False),
        ("[What the papers say]({})\n\n# Ferry of Orlo sold\n\n", False),
    ],
)
def test_where_a_headline_that_is_a_link_leads(text: str, url: bool) -> None:
    address = "https://orlogazette.example/ferry"
    article = one(f"{text.format(address)}{TEXT}\n", "a.md")
    assert article.url == (address if url else "")


def test_a_reference_in_csl() -> None:
    reference = {
        "type": "article-newspaper", "title": "Ferry sold", "container-title": "Orlo Gazette",
        "author": [{"family": "Doe", "given": "Jane M."}],
        "issued": {"date-parts": [["2012", 4, 6]]},
        "accessed": {"date-parts": [[2020, 1, 1]]}, "page": "A20",
        "source": "Newsbank", "publisher": "Quay Press",
    }  # fmt: skip
    first, second = articles("a.json", [reference, reference | {"abstract": TEXT}])
    assert (first.title, first.date) == ("Ferry sold", "2012-04-06")
    assert (first.authors, first.source) == (("Jane M. Doe",), "Orlo Gazette")
    assert second.text == TEXT


def test_a_reference_of_zotero() -> None:
    article = one(
        {"itemType": "newspaperArticle", "title": "Ferry sold", "publicationTitle": "Orlo Gazette",
         "abstractNote": TEXT, "date": "2012-04-06", "creators": [
             {"creatorType": "editor", "firstName": "Ann", "lastName": "Poe"},
             {"creatorType": "author", "firstName": "Jane", "lastName": "Doe"}]}
    )  # fmt: skip
    assert (article.authors, article.source, article.text) == (("Jane Doe",), "Orlo Gazette", TEXT)


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        ({"sentences": [TEXT, MORE]}, f"{TEXT} {MORE}"),
        ({"sentences": ["페리가 팔렸다", "선원은 남는다"]}, "페리가 팔렸다\n\n선원은 남는다"),
        ({"paragraphs": [TEXT, MORE]}, f"{TEXT}\n\n{MORE}"),
        ({"paragraphs": [[TEXT, MORE], [MORE]]}, f"{TEXT} {MORE}\n\n{MORE}"),
    ],
)
def test_a_text_in_a_list(texts: dict[str, Any], text: str) -> None:
    address = "https://orlogazette.example/read?id=1"
    article = one({"title": "Ferry sold", "source": address} | texts)
    assert (article.text, article.url) == (text, address)
    assert article.source == "orlogazette.example"
    assert article.facts["source"].confidence < 0.5


@pytest.mark.parametrize("versions", [["V1"], ["V1", "V1_1"]])
def test_a_text_in_sections(versions: list[str]) -> None:
    sections = [
        {"headline": [], "paragraphs": [TEXT]},
        {"headline": ["The crew"], "paragraphs": [MORE, TEXT]},
    ]
    item = {
        "authors": ["Jane Doe"], "title": "Ferry sold", "topics": [], "images": [{"caption": "A"}],
        "publishing_date": "2025-05-21 14:19:07+02:00",
        "body": {"summary": ["A boat goes", "to Bergen."], "sections": sections},
    }  # fmt: skip
    for article in articles("a.json", dict.fromkeys(versions, item)):
        assert (article.title, article.deck) == ("Ferry sold", "A boat goes to Bergen.")
        assert article.text == f"{TEXT}\n\nThe crew\n\n{MORE}\n\n{TEXT}"
        assert (article.authors, article.date) == (("Jane Doe",), "2025-05-21T14:19:07+02:00")


GUARDIAN = {
    "webTitle": "Ferry sold", "webPublicationDate": "2013-01-16T10:14:31Z", "sectionName": "World",
    "webUrl": "https://www.theguardian.com/world/2013/jan/16/ferry", "apiUrl": "https://api.example/f",
    "tags": [{"id": str(n), "webTitle": f"Tag {n}", "webUrl": f"https://x.example/{n}",
              "apiUrl": f"https://api.example/{n}"} for n in range(9)],
}  # fmt: skip


@pytest.mark.parametrize("path", [("response", "content"), ("data", "article"), ("result",)])
def test_an_answer_for_one_article_is_that_article(path: tuple[str, ...]) -> None:
    answer: Any = GUARDIAN | {"fields": {"body": f"<p>{TEXT}</p>", "byline": "Jane Doe"}}
    for name in reversed(path):
        answer = {"status": "ok", name: answer}
    article = one(answer)
    assert (article.title, article.text, article.authors) == ("Ferry sold", TEXT, ("Jane Doe",))


def test_a_list_that_has_a_name_and_an_address_is_a_list() -> None:
    listed = {"title": "Latest", "date": "2020-01-01", "url": "https://a.example/", "items": [
        {"title": f"Ferry {n}", "date": "2019-01-01", "text": TEXT, "url": "https://a.example/f"}
        for n in range(3)]}  # fmt: skip
    found = [article.title for article in articles("a.json", {"data": listed})]
    assert found == ["Ferry 0", "Ferry 1", "Ferry 2"]


def test_the_blocks_of_an_article_of_the_guardian_are_its_text() -> None:
    block = {"createdDate": "2014-01-01T00:00:00Z", "title": "Sold", "url": "https://x.example/b"}
    element = {"textTypeData": {"html": f"<p>{MORE}</p>"}}
    body = [block | {"bodyHtml": f"<p>{TEXT}</p>"}, block | {"elements": [element]}]
    shown = {"blocks": {"body": body}}
    for answer in (GUARDIAN | shown, {"response": {"content": GUARDIAN | shown}}):
        article = one(answer)
        assert article.text == f"Sold\n\n{TEXT}\n\nSold\n\n{MORE}"
        assert (article.title, article.date) == ("Ferry sold", "2013-01-16T10:14:31+00:00")


def test_tags_and_sections_are_no_articles() -> None:
    (tag,) = read("a.json", GUARDIAN["tags"][0])
    assert isinstance(tag, Foreign)
    (found,) = read("a.json", {"response": {"results": GUARDIAN["tags"]}})
    assert isinstance(found, Failure)


NEWSDATA = '"TITLE","ARTICLE LINK","{date}","AUTHOR","{source}","DESCRIPTION"\n'
ROW = f'"Ferry sold","https://a.example/f","2023-03-25 12:07:00","{{}}","Orlo Gazette","{TEXT}"\n'


@pytest.mark.parametrize("source", ["PUBLISHER", "website", "News Outlet", "site"])
def test_the_table_of_newsdata(source: str) -> None:
    table = NEWSDATA.format(date="PUBLISHED DATE (GMT)", source=source)
    article = one(table + ROW.format("Coin Gazette By   Guneet Poe"), "records_2023-03-26.csv")
    assert (article.date, article.source) == ("2023-03-25T12:07:00+00:00", "Orlo Gazette")
    assert article.authors == ("Guneet Poe",)


@pytest.mark.parametrize(
    ("column", "date"),
    [
        ("published_date_gmt", "2023-03-25T12:07:00+00:00"),
        ("date posted", "2023-03-25T12:07:00"),
        ("news_date", "2023-03-25T12:07:00"),
        ("publishedDateTimeUTC", "2023-03-25T12:07:00+00:00"),
        ("release date", "2023-03-25T12:07:00"),
        ("date_of_birth", ""),
        ("date_scraped", ""),
        ("start date", ""),
    ],
)
def test_columns_of_dates_by_the_words_of_their_names(column: str, date: str) -> None:
    table = NEWSDATA.format(date=column, source="PUBLISHER") + ROW.format("Jane Doe")
    assert one(table, "a.csv").date == date


LONG = f"{TEXT} {MORE} " * 3


@pytest.mark.parametrize(("between", "mark"), [(";", "'"), (",", '"'), ("\t", '"')])
def test_a_table_without_a_line_of_names(between: str, mark: str) -> None:
    rows = [("Shipping", "4"), ("Sport", "9"), ("Shipping", "1"), ("Web", "7")]
    lines = [
        between.join([section, number, f"{mark}{LONG}; and, so on{mark}"])
        for section, number in rows
    ]
    found = articles("test.csv", "\n".join(lines))
    assert [article.section for article in found] == [section for section, _ in rows]
    assert {article.text for article in found} == {f"{LONG}; and, so on"}


def test_a_table_of_which_no_column_is_surely_text_is_refused() -> None:
    (found,) = read("a.csv", "\n".join(f"{n};Ferry;{TEXT[:60]}" for n in range(9)))
    assert isinstance(found, Failure)
    (found,) = read("a.csv", "x1;x2\n" + "\n".join(f"{n};{LONG}" for n in range(9)))
    assert isinstance(found, Failure)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "manifest.txt",
            "sha256 (p1.jp2) = " + "ab" * 32 + "\nsha256 (p2.jp2) = " + "cd" * 32 + "\n",
        ),
        ("sums", "ab" * 16 + "  a.txt\n" + "cd" * 16 + " *b.txt\n"),
        ("refs", "% made by hand\n@article{doe2020,\n  title = {Ferry sold},\n}\n"),
        ("a.txt", "T1\tLocation 0 6\tBergen\nR1\tIn Arg1:T1 Arg2:T2\n"),
        (
            "a.txt",
            "-DOCSTART- -X- O\n\nThe DT O\nferry NN O\nto TO O\nBergen NN B-LOC\n",
        ),
        ("a.tsv", "TOKEN\tNE\n# id = 1\nThe\tO\t_\nferry\tO\t_\nto\tO\t_\nBergen\tB-LOC\t_\n"),
    ],
)
def test_checksums_annotations_and_bibtex_are_no_articles(name: str, data: str) -> None:
    (found,) = read(name, data)
    assert isinstance(found, Foreign), found
    assert not is_article_name("a/book.ann")
    assert not is_article_name("a/SUMS.sha256")


_OF_ID = "Article ID: {n}\nCategory: ships\nText: {text}\n\n"
_LISTED = "## Ferry {n}\n - [a](https://a.example/)\n - date published: 2024-08-2{n}\n\n{text}\n"
_HEADED = "Headline: Ferry {n}\nDate: 2020-01-0{n}\n\n{text}\n"


@pytest.mark.parametrize(
    ("record", "name"),
    [(_OF_ID, "a.md"), (_LISTED, "a.txt"), (_LISTED, "a.md"), (_HEADED, "a.md")],
)
def test_many_articles_under_labels_that_are_not_told_apart_are_told_of(
    record: str, name: str
) -> None:
    many = "".join(record.format(n=n, text=TEXT) for n in range(1, 5))
    found = read(name, many)
    assert any(isinstance(each, Failure) and "perhaps 4 articles" in each.reason for each in found)
    alone = read(name, record.format(n=1, text=TEXT))
    assert not any(isinstance(each, Failure) for each in alone)


def test_pages_saved_one_behind_another_are_an_article_each() -> None:
    page = (
        "<!DOCTYPE html>\n<html><head><title>{0}</title><script>w('</html><html>')</script></head>"
        "<body><article><h1>{0}</h1><p>{1}</p></article></body></html>\n"
    )
    text = (
        "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said. " * 3
    )
    titles = ["Ferry firm sells boat", "Quay opens again", "Crane falls on quay"]
    found = articles("a.html", "".join(page.format(title, text) for title in titles))
    assert [(one.title, one.record) for one in found] == [
        (title, number) for number, title in enumerate(titles, start=1)
    ]
    assert [one.record for one in articles("a.html", page.format(titles[0], text))] == [0]
