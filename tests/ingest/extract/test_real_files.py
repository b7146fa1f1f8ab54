"""Kinds of files that were read wrongly, found among real ones; their structure, other words."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import format_samples as samples
import pytest
from conftest import Command

from newsgrep.article import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.extract.head.signed import authors_of
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.reader import articles_in


def found_in(name: str, data: bytes) -> list[Article | Failure]:
    stream = io.BufferedReader(io.BytesIO(data), 8192)
    return list(articles_in(stream, name, name))


def articles(name: str, data: bytes) -> list[Article]:
    found = found_in(name, data)
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


BODY = "The board of the port met on Monday and spoke of the quay for three hours, members said."


def test_a_nexis_head_without_blank_lines_before_its_labels() -> None:
    one = (
        "Quay of Port Ellis to close\nHarbour Wire English\nAugust 23, 2019 Friday\n\n\n"
        "Copyright 2019 Harbour Wire, LLC.\nAll Rights Reserved\nLength:\xa0720 words\n"
        "Byline:\xa0By Anna Poe\nBy Anna Poe\nDateline:\xa0OSLO, Aug. 22\nBody\n\n\n"
        f"{BODY}\n\n{BODY}\n\nLoad-Date:\xa0August 24, 2019\n\n\nEnd of Document\n\n\n"
    )
    for text in (one * 2, (one * 2).replace("\n", "\r")):
        first, second = articles("export.txt", text.encode())
        assert first.title == second.title == "Quay of Port Ellis to close"
        assert (first.source, first.date) == ("Harbour Wire English", "2019-08-23")
        assert (first.authors, first.place) == (("Anna Poe",), "Oslo")
        assert first.text == f"{BODY}\n\n{BODY}"


def test_the_source_of_lexisnexis_stands_above_the_date_whatever_notices_say() -> None:
    record = (
        "{n} of 2 DOCUMENTS\n\n\n"
        "                          Copyright 2015 Harbour TV\n"
        "                       Provided by Press Feeds Media Inc.\n"
        "                            All Rights Reserved\n\n"
        "                                Harbour TV\n\n"
        "                           May 31, 2015 Sunday\n\n"
        "Quay of Port Ellis to close\n\nLENGTH: 90 words\n\n" + BODY + "\n\n"
    )
    text = record.replace("{n}", "1") + record.replace("{n}", "2")
    assert [one.source for one in articles("export.txt", text.encode())] == ["Harbour TV"] * 2


def test_an_export_whose_alignment_is_lost_keeps_its_source() -> None:
    record = (
        "{n} of 2 DOCUMENTS\n\nCopyright 2015 The Harbour Sun Company\nAll Rights Reserved\n"
        "The Harbour Sun\n\nMay 17, 2015 Sunday\nFinal Edition\n\nQuay of Port Ellis to close\n\n"
        "BYLINE: Anna Poe\n\nSECTION: LOCAL; Pg. B-3\n\nLENGTH: 90 words\n\n" + BODY + "\n\n"
    )
    text = record.replace("{n}", "1") + record.replace("{n}", "2")
    for one in articles("export.txt", text.encode()):
        assert (one.source, one.date) == ("The Harbour Sun", "2015-05-17")
        assert (one.title, one.section) == ("Quay of Port Ellis to close", "LOCAL")


def test_a_nexis_export_printed_as_pdf_is_many_articles() -> None:
    pages = []
    for number in range(1, 5):
        lines = [
            f"{number} of 4 DOCUMENTS", "The Harbour Sun", "May 17, 2015 Sunday",
            f"Quay number {'abcd'[number - 1]} of Port Ellis to close", "BYLINE: Anna Poe",
            "LENGTH: 90 words", BODY[:60], "LOAD-DATE: May 18, 2015",
        ]  # fmt: skip
        pages.append([(60.0, 740.0 - 40 * at, 10.0, line) for at, line in enumerate(lines)])
    found = articles("export.pdf", samples.pdf(pages))
    assert [one.title for one in found] == [
        f"Quay number {c} of Port Ellis to close" for c in "abcd"
    ]
    assert {one.authors for one in found} == {("Anna Poe",)}


def test_a_factiva_page_that_a_browser_saved_behind_long_scripts() -> None:
    def article(title: str, paper: str) -> str:
        return (
            f'<div class="article deArticle"><div><span class="deHeadline">{title}</span></div>'
            f"<div>664 Wörter</div><div>18 April 1998</div><div>{paper}</div><div>Deutsch</div>"
            f'<p class="articleParagraph deArticleParagraph">{BODY}</p></div>'
        )

    page = (
        f"<html><head><script>{'var a = 1;' * 2000}</script><title>Factiva</title></head><body>"
        f"{article('Kai wird geschlossen', 'Hafenbote')}{article('Fähren fahren', 'Küstenkurier')}"
        "</body></html>"
    )
    first, second = articles("save.html", page.encode())
    assert (first.title, first.source, first.date) == (
        "Kai wird geschlossen",
        "Hafenbote",
        "1998-04-18",
    )
    assert (second.title, second.source) == ("Fähren fahren", "Küstenkurier")


def test_many_clippings_that_no_format_knows_are_told(tmp_path: Path, newsgrep: Command) -> None:
    clip = f"Quay to close {{n}}\n\nBy Anna Poe\n\n{(BODY + ' ') * 30}\n\n\n"
    text = "".join(clip.replace("{n}", str(n)) for n in range(5))
    (tmp_path / "clips.txt").write_text(text)
    (tmp_path / "long.txt").write_text(clip + (BODY + "\n\n") * 300)
    done = newsgrep("index", "clips.txt", "long.txt")
    assert (
        "clips.txt: perhaps 5 articles, which no known format tells apart: read as one" in done.err
    )
    assert "long.txt" not in done.err
    assert "2 added" in done.err


def test_lists_by_category_are_all_read() -> None:
    def item(name: str) -> dict[str, str]:
        return {"title": f"Story {name}", "link": f"https://p.example/{name}", "description": BODY}

    news = {"World": [item("a"), item("b")], "Sport": [item("c")], "Culture": []}
    data = json.dumps({"updated": "2020-01-02", "tags": [{"name": "x"}], "news": news}).encode()
    assert [one.title for one in articles("news.json", data)] == ["Story a", "Story b", "Story c"]


def test_values_that_say_there_is_none_are_none() -> None:
    row = {
        "headline": "Quay to close",
        "author": "No author",
        "body": "No body",
        "time": "2024-05-03",
    }
    (one,) = articles("a.jsonl", json.dumps(row).encode())
    assert (one.authors, one.text, one.date) == ((), "", "2024-05-03")


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://p.example/articles/194709-13-ways-to-row", ""),
        ("https://p.example/2019/07/13/quay", "2019-07-13"),
        ("https://p.example/2019-07-13-quay", "2019-07-13"),
        ("https://p.example/20190713/quay", "2019-07-13"),
    ],
)
def test_dates_in_addresses(address: str, date: str) -> None:
    row = {"headline": "Quay to close", "body": BODY, "url": address}
    (one,) = articles("a.jsonl", json.dumps(row).encode())
    assert one.date == date


def test_a_spreadsheet_is_refused_plainly() -> None:
    data = samples.zipped({"xl/workbook.xml": "<workbook/>", "xl/sharedStrings.xml": "<sst/>"})
    (failure,) = found_in("a.xlsx", data)
    assert isinstance(failure, Failure)
    assert failure.reason == "a spreadsheet, which is not read; save it as CSV"
    assert zipfile.is_zipfile(io.BytesIO(data))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Rybacy są zaniepokojeni, że port będzie zamknięty, także zimą."),
        ("iso8859_2", "Rybacy są zaniepokojeni, że port będzie zamknięty, także zimą."),
        ("cp1250", "Rybáři říkají, že přístav může být zavřený také během zimy, řekl kapitán."),
        ("cp1250", "A halászok szerint a kikötő első része később nyílik meg, idő kell."),
        ("cp1250", "Pescarii spun că portul va fi închis până după iarnă şi între timp nu."),
        ("cp1254", "Balıkçılar için limanın yıl sonuna değin kapalı olduğu, karşı çıktıkları yıl."),
        ("cp1257", "Žvejai sako, kad uostas šių metų žiemą jų laivams bus uždarytas, tačiau už"),
        ("cp1252", "Les pêcheurs disent que le port a été fermé même à la tombée, très tôt."),
        ("cp1252", "Die Fischer können für den Hafen nicht zurück, er müsste größer sein."),
        ("cp1252", "Os pescadores não querem, são já muitos; até às três, está você só."),
        ("cp1252", "Sjómenn segja það að höfnin verði lokuð, þetta er við það sem þeir þola."),
        ("cp1252", "Fiskarna säger att hamnen är stängd för båtar på vintern, också när det är."),
    ],
)  # fmt: skip
def test_encodings_of_europe_that_no_byte_tells_apart(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("declared", "written", "title"),
    [("Shift_JIS", "cp932", "港の①埠頭が髙い"), ("euc-kr", "cp949", "항구가 닫힌다 똠방")],
)
def test_feeds_that_declare_less_than_they_are_written_in(
    declared: str, written: str, title: str
) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>P</title>'
        f"<item><title>{title}</title><description>{title} {title}</description></item>"
        "</channel></rss>"
    )
    (one,) = articles("feed.xml", xml.encode(written))
    assert one.title == title


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Anna Poe; anna@paper.example @AnnaPoe on Twitter", ["Anna Poe"]),
        ("Anna Poe Staff writer", ["Anna Poe"]),
        ("Anna Poe Transport correspondent", ["Anna Poe"]),
        ("Anna PoeTwitter", ["Anna Poe"]),
        ("Anna Poe5 Min Read", ["Anna Poe"]),
        ("Anna Poe Updated", ["Anna Poe"]),
        ("Analysis by Anna Poe", ["Anna Poe"]),
        ("Veröffentlicht von Anna Poe", ["Anna Poe"]),
        ("Recueilli par Anna POE.", ["Anna POE"]),
        ("Interview: Anna Poe", ["Anna Poe"]),
        ("Bodo von Poe", ["Bodo von Poe"]),
        ("By", []),
        ("No author", []),
        ("GRAHAM POE ANALYSIS", ["Graham Poe"]),
        ("Comment Leonard Poe", ["Leonard Poe"]),
        ("ROBYN POE AVIATION WRITER", ["Robyn Poe"]),
        ("Stephanie Poe The Spokesman-Review", ["Stephanie Poe"]),
        ("Quayside Reporters", []),
        ("Online Desk", []),
        ("The Web Desk", []),
        ("Admin", []),
        ("Гость", []),
        ("_", []),
        ("dpa correspondents", []),
        ("AFP Reporters", []),
        ("From staff and wire reports", []),
        ("From our Correspondent in Johannesburg", []),
        ("Am 20.06.2018", []),
        ("Eingestellt von Unknown", []),
    ],
)
def test_who_wrote_it(value: str, names: list[str]) -> None:
    assert authors_of(value) == names


def page(head: str, body: str) -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def paragraphs(first: int, count: int) -> str:
    return "".join(
        f"<p>Paragraph {n} tells of the quay. {BODY}</p>" for n in range(first, first + count)
    )


def test_a_body_in_parts_round_advertisements_is_whole() -> None:
    part = '<div class="row"><div class="grid article__body">{}</div><aside>Advertisement</aside></div>'
    body = "".join(part.format(paragraphs(n, 4)) for n in (1, 5, 9))
    (one,) = articles(
        "a.html", page("<title>Quay to close soon now</title>", f"<main>{body}</main>")
    )
    for number in range(1, 13):
        assert one.text.count(f"Paragraph {number} tells") == 1
    assert one.text.index("Paragraph 8 tells") < one.text.index("Paragraph 9 tells")


def test_another_article_with_a_headline_of_its_own_is_not_added() -> None:
    part = '<article><h1>Story {0}</h1><div class="article__body">{1}</div></article>'
    body = part.format(1, paragraphs(1, 6)) + part.format(2, paragraphs(20, 6))
    from lxml import html

    from newsgrep.ingest.extract.body.page_blocks import body_pieces

    assert not body_pieces(html.fromstring(f"<main>{body}</main>"))


@pytest.mark.parametrize(
    ("headings", "title", "right"),
    [
        ("<h1>Harbour Times</h1><h1>Port to close its quay in the autumn</h1>",
         "Port to close its quay in the autumn | Harbour Times", "Port to close its quay in the autumn"),
        ("<h1>thanks for visiting us.</h1>",
         "Port to close its quay in the autumn", "Port to close its quay in the autumn"),
        ("<h1>Port closes quay</h1>", "Port closes quay in the autumn, says its board",
         "Port closes quay"),
        ("<h1>Port to close its quay in the autumn</h1>", "News - Harbour Times",
         "Port to close its quay in the autumn"),
    ],
)  # fmt: skip
def test_the_headline_is_not_the_sites_name(headings: str, title: str, right: str) -> None:
    data = page(f"<title>{title}</title>", headings + paragraphs(1, 5))
    (one,) = articles("a.html", data)
    assert one.title == right


def test_dates_of_menus_and_of_works_cited_are_not_the_articles() -> None:
    menu = '<div class="site-nav-top"><time datetime="2020-07-08">Wednesday</time></div>'
    cited = '<ol><li class="citation"><meta itemprop="datePublished" content="1988"></li></ol>'
    data = page("<title>Port to close its quay</title>", menu + paragraphs(1, 5) + cited)
    (one,) = articles("a.html", data)
    assert one.date == ""
    data = page(
        '<meta name="vr:published-time" content="2020-04-27 18:50">', menu + paragraphs(1, 5)
    )
    (one,) = articles("a.html", data)
    assert one.date[:10] == "2020-04-27"


def test_the_site_of_the_address_is_the_source_for_want_of_a_better() -> None:
    link = '<link rel="canonical" href="https://www.nytimes.com/2019/11/18/quay.html">'
    (one,) = articles("a.html", page(link, paragraphs(1, 5)))
    assert (one.source, one.facts["source"].origin) == ("The New York Times", "site of the address")


def test_a_live_blog_has_all_its_updates() -> None:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Update {n}",
            "articleBody": f"At {n} o’clock. {BODY}",
        }
        for n in range(1, 8)
    ]
    told = {"@type": "LiveBlogPosting", "headline": "Port vote: live", "datePublished": "2020-04-27",
            "liveBlogUpdate": updates}  # fmt: skip
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    (one,) = articles("a.html", page(script, f"<p>At 1 o’clock. {BODY}</p>{paragraphs(1, 2)}"))
    assert (one.title, one.date) == ("Port vote: live", "2020-04-27")
    for number in range(1, 8):
        assert one.text.count(f"At {number} o’clock.") == 1


def test_a_gallery_has_its_captions() -> None:
    figures = "".join(
        f"<figure><img src='{n}.jpg'><figcaption>Boat {n} lies at the quay of Port Ellis in the "
        "morning.</figcaption></figure>"
        for n in range(1, 6)
    )
    head = "<title>Boats of Port Ellis in pictures</title>"
    (one,) = articles("a.html", page(head, f"<article><p>{BODY}</p>{figures}</article>"))
    assert all(one.text.count(f"Boat {n} lies at the quay") == 1 for n in range(1, 6))


def test_pages_of_kikuzo() -> None:
    def article(number: int, title: str) -> str:
        cells = "".join(
            f'<td class="topic-list">{cell}</td>'
            for cell in (f"0000{number}", "<nobr>1985年</nobr><nobr>01月02日</nobr>", "朝刊", "１総",
                         "001", "00733文字")
        )  # fmt: skip
        return (
            f'<table class="topic-inside"><tr>{cells}</tr></table><table class="topic-detail"><tr><td>'
            f'<span class="font002">{title}</span></td></tr><tr><td><div class="detail001">　港の理事会は'
            "月曜日に開かれた。<br>　埠頭は秋に閉じる。</div></td></tr></table>"
        )

    first, second = articles("k.html", page("", article(1, "港の埠頭") + article(2, "漁師の声")))
    assert (first.title, second.title) == ("港の埠頭", "漁師の声")
    assert (first.date, first.source, first.section) == ("1985-01-02", "Asahi Shimbun", "１総")
    assert "埠頭は秋に閉じる。" in first.text


def test_pages_of_yomidasu() -> None:
    heads = "".join(
        f"<th>{cell}</th>"
        for cell in ("1", "1987.01.07", "港の埠頭", "東京朝刊", "解説", "09頁", "1796字")
    )
    one = f'<div id="heiseiDetailArea"><table class="contentsTable"><tr>{heads}</tr></table></div>'
    text = '<div id="article"><p class="mb10">　港の理事会は月曜日に開かれた。<br/>　埠頭は秋に閉じる。</p></div>'
    found = articles("y.html", page("", (one + text) * 2))
    assert [a.title for a in found] == ["港の埠頭"] * 2
    assert (found[0].date, found[0].source, found[0].section) == (
        "1987-01-07",
        "Yomiuri Shimbun",
        "解説",
    )


def test_pages_of_integrum() -> None:
    one = (
        '<a name="1"></a><table><tr><td>^ИС:\n Портовые вести\n<br>^РБ:\n ГОРОД<br>^ДТ:\n 09.02.1994'
        "<br>^АВ:\n По Анна<br>^ЗГ:\n ПРИЧАЛ ЗАКРОЮТ<br></td></tr></table><h3>ПРИЧАЛ</h3><pre>\n"
        "     Совет порта собрался в понедельник\nи решил закрыть причал.\n     Рыбаки против.\n</pre>"
    )
    found = articles("i.html", page("", one * 2).decode().encode("cp1251"))
    assert len(found) == 2
    assert (found[0].title, found[0].source) == ("ПРИЧАЛ ЗАКРОЮТ", "Портовые вести")
    assert (found[0].date, found[0].section) == ("1994-02-09", "ГОРОД")
    assert (
        found[0].text
        == "Совет порта собрался в понедельник и решил закрыть причал.\n\nРыбаки против."
    )


def test_mail_behind_an_envelope_without_a_date_and_in_seven_bits() -> None:
    text = "港の理事会は月曜日に開かれた。"
    head = (
        "From anna@paper.example\r\nReceived: from x\r\nFrom: Anna Poe <anna@paper.example>\r\n"
        "Subject: Quay\r\nDate: Sun, 21 Oct 2007 19:38:13 +1000\r\n"
        "Content-Type: text/plain; charset=ISO-2022-JP\r\n\r\n"
    )
    (one,) = articles("a.eml", head.encode() + text.encode("iso2022_jp"))
    assert (one.title, one.authors, one.text) == ("Quay", ("Anna Poe",), text)
    assert one.date == "2007-10-21T19:38:13+10:00"


@pytest.mark.parametrize(
    ("line", "place", "date", "source"),
    [
        (
            "OSLO, NC, April 27, 2024 /24-7Harbour/ -- Unlike",
            "Oslo, NC",
            "2024-04-27",
            "24-7Harbour",
        ),
        (
            "RADNOR, PA - (NewMediaWire) - December 28, 2024 - The",
            "Radnor, PA",
            "2024-12-28",
            "NewMediaWire",
        ),
        (
            "NEW YORK, NY — April 03, 2025 — (HARBOUR NEWSWIRE) — The",
            "New York, NY",
            "2025-04-03",
            "HARBOUR NEWSWIRE",
        ),
        ("Washington (dpa) - The", "Washington", "", "dpa"),
    ],
)
def test_datelines_of_press_wires(line: str, place: str, date: str, source: str) -> None:
    found = read_dateline(f"{line} board of the port met.")
    assert found is not None
    assert (found.place, found.date) == (place, date)
    assert found.source == source


def test_the_day_of_a_folder() -> None:
    (one,) = articles("wire/2024/0427/quay.txt", f"Quay to close\n\n{BODY}\n\n{BODY}\n".encode())
    assert (one.date, one.facts["date"].origin) == ("2024-04-27", "date in the folder's name")
    (one,) = articles("wire/2024/9927/quay.txt", f"Quay to close\n\n{BODY}\n\n{BODY}\n".encode())
    assert one.date == ""


def test_lists_of_json_one_after_another() -> None:
    lists = [[{"title": "Story a", "text": BODY}], [{"title": "Story b", "text": BODY}]]
    data = "\n".join(json.dumps(each) for each in lists).encode()
    assert [one.title for one in articles("a.json", data)] == ["Story a", "Story b"]
    *_, failure = found_in("a.json", data + b"[")  # what stands before it is read
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("not valid JSON")


def test_a_newsml_item_that_leaves_its_first_dates_empty() -> None:
    item = (
        '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta>'
        "<versionCreated/><firstCreated/><title>Quay to close</title></itemMeta><contentMeta>"
        "<contentCreated>2013-02-16T17:36:20</contentCreated></contentMeta><contentSet><inlineXML>"
        f"<html><body><p>{BODY}</p></body></html></inlineXML></contentSet></newsItem>"
    )
    (one,) = articles("stt.xml", item.encode())
    assert one.date == "2013-02-16T17:36:20"


def test_markdown_without_the_marks_of_site_generators() -> None:
    text = (
        '---\ntitle: Quay to close\n---\n{% raw %}The [board]({{ "/" | url }}) met.{% endraw %}\n\n'
        '{% image "quay.jpg" "A quay" %}\n\n{{< figure src="a.png" >}}\n\nA set is {1, 2}.\n'
    )
    (one,) = articles("a.md", text.encode())
    assert one.text == "The board met.\n\nA set is {1, 2}."
