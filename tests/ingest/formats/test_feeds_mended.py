"""Feeds that are not well-formed or break off, and all texts that an item has."""

from __future__ import annotations

import io
import json

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD, read_bytes
from newsgrep.ingest.raw_document import RawDocument
from newsgrep.ingest.reader import articles_in

ONE = "The ferry firm sold its last boat on Monday, it said."
TWO = "The crew of the ferry will stay on board until May."
BREAKS_OFF = "it breaks off before its end: what came behind is missing"
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:full="urn:full"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>The Harbour</title>{}</channel></rss>"
)


def read(text: str) -> tuple[list[Article], list[Failure]]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.xml", "a.xml"))
    failures = [one for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], failures


def test_bare_ampersands_and_entities_of_a_feed() -> None:
    item = (
        f"<item><title>Q&A at the caf&eacute;</title><description>R&D: {ONE}</description></item>"
    )
    ((article,), _) = read(RSS.format(item))
    assert (article.title, article.text) == ("Q&A at the café", f"R&D: {ONE}")


@pytest.mark.parametrize("shape", [str, lambda name: name.upper()], ids=["small", "capitals"])
def test_what_pictures_and_podcasts_say_is_none_of_the_item_but_is_kept(shape) -> None:  # type: ignore[no-untyped-def]
    item = (
        "<item><title>Ferry sold</title><description>What the firm told us.</description>"
        f"<content:encoded>{ONE} {TWO}</content:encoded><media:content url='a.jpg'><media:title>"
        "Two tugs in heavy fog</media:title><media:description>A quay at night</media:description>"
        "</media:content><itunes:summary>Listen to our captain tell</itunes:summary>"
        "<full:text>Nobody knows the price yet</full:text></item>"
    )
    for name in ("item", "media:title", "media:description", "itunes:summary"):
        item = item.replace(f"<{name}>", f"<{shape(name)}>").replace(
            f"</{name}>", f"</{shape(name)}>"
        )
    ((article,), _) = read(RSS.format(item))
    assert (article.title, article.deck) == ("Ferry sold", "What the firm told us.")
    text, *below = article.text.split("\n\n")
    assert text == f"{ONE} {TWO}"
    assert sorted(below) == [
        "A quay at night", "Listen to our captain tell", "Nobody knows the price yet",
        "Two tugs in heavy fog",
    ]  # fmt: skip


def test_a_category_with_an_ampersand_is_one() -> None:
    """The parser leaves references in it, where a feed is not well-formed otherwise."""
    item = "<item><title>Ferry</title><category>Sea & air</category><x:y>1</x:y></item>"
    ((article,), _) = read(RSS.format(item))
    assert article.tags == ("Sea & air",)


def test_a_description_longer_than_the_content_is_read_as_well() -> None:
    item = (
        f"<item><title>Ferry sold</title><description>{ONE} {ONE}</description>"
        f"<content:encoded>{TWO}</content:encoded></item>"
    )
    ((article,), _) = read(RSS.format(item))
    assert article.text == f"{TWO}\n\n{ONE} {ONE}"


ATOM = '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>The Harbour</a:title>{}</a:feed>'


@pytest.mark.parametrize(
    ("feed", "item"),
    [
        (RSS, "<item><title>Ferry {0}</title><description><![CDATA[<p>{1}]]></description></item>"),
        (RSS, "<item><title>Ferry {0}</title><description>{1}</description></item>"),
        (ATOM, "<a:entry><a:title>Ferry {0}</a:title><a:summary>{1}</a:summary></a:entry>"),
    ],
)
def test_a_feed_that_breaks_off_has_its_last_item(feed: str, item: str) -> None:
    whole = feed.format(item.format(1, ONE) + item.format(2, TWO))
    assert (len(read(whole)[0]), read(whole)[1]) == (2, [])
    at = whole.index(TWO) + len(TWO)
    for cut in (whole[:at], f"{whole[:at]}</"):
        articles, (failure,) = read(cut)
        assert [(one.title, one.text.removesuffix("</")) for one in articles] == [
            ("Ferry 1", ONE), ("Ferry 2", TWO),
        ]  # fmt: skip
        assert (failure.record, failure.reason) == (3, BREAKS_OFF)


def test_what_programs_add_to_a_summary_is_no_text() -> None:
    item = (
        "<item><title>Port to close</title><link>https://orlo.example/1</link>"
        "<description>&lt;p&gt;The quay closes in May.&lt;/p&gt;&lt;p&gt;The post &lt;a&gt;Port to "
        "close&lt;/a&gt; appeared first on &lt;a&gt;Courier&lt;/a&gt;.&lt;/p&gt;</description>"
        "<media:content url='https://orlo.example/a.jpg'><media:title>quay-2019.jpg</media:title>"
        "</media:content></item>"
    )
    feed = (
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
        f"<title>The Courier</title>{item}</channel></rss>"
    )
    (document,) = read_bytes(feed.encode(), "a.xml")
    assert isinstance(document, RawDocument)
    told = [document.content, *(c.value for c in document.claims if c.field == "deck")]
    assert "appeared first" not in " ".join(told)
    assert "quay-2019" not in " ".join(told)


@pytest.mark.parametrize(
    "name", ["yandex:full-text", "mailru:full-text", "x:fulltext", "turbo:content", "fulltext"]
)
@pytest.mark.parametrize(
    "text",
    [f"{ONE}\n\n{TWO}", f"<![CDATA[<p>{ONE}</p><p>{TWO}</p>]]>", f"<p>{ONE}</p><p>{TWO}</p>"],
)
def test_a_full_text_by_any_name_is_the_text(name: str, text: str) -> None:
    item = (
        "<item><title>Ferry sold</title><description>What the firm told us.</description>"
        f"<{name}>{text}</{name}></item>"
    )
    prefixes = "".join(f" xmlns:{prefix}='urn:{prefix}'" for prefix in ("mailru", "x", "turbo"))
    feed = RSS.replace("<rss", f"<rss{prefixes} xmlns:yandex='http://news.yandex.ru'")
    ((article,), _) = read(feed.format(item))
    assert (article.deck, article.text) == ("What the firm told us.", f"{ONE}\n\n{TWO}")


def test_what_other_summaries_say_stands_below() -> None:
    item = (
        f"<item><title>Ferry sold</title><description>{ONE} {TWO}</description>"
        "<dcterms:abstract>Nobody knows the price yet</dcterms:abstract></item>"
    )
    feed = RSS.replace("<rss", "<rss xmlns:dcterms='http://purl.org/dc/terms/'")
    ((article,), _) = read(feed.format(item))
    assert article.text == f"{ONE} {TWO}\n\nNobody knows the price yet"


ODD: tuple[object, ...] = (True, 1.5, 7, None, {}, [], {"a": "b"}, ["a"], [[1]], [{}], [None], "é")
OF_ITEMS = (
    "id", "url", "title", "content_html", "content_text", "summary", "date_published",
    "date_modified", "language", "tags", "authors", "author", "attachments",
)  # fmt: skip


@pytest.mark.parametrize("name", [*OF_ITEMS, "feed title", "feed home_page_url", "feed items"])
@pytest.mark.parametrize("value", ODD, ids=repr)
def test_values_of_a_json_feed_of_any_type(name: str, value: object) -> None:
    item: dict[str, object] = {"id": "1", "title": "Ferry sold", "content_text": ONE}
    feed: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "items": [item]}
    if name.startswith("feed "):
        feed[name.removeprefix("feed ")] = value
    else:
        item[name] = value
    articles, failures = read(json.dumps(feed))
    assert not [one for one in failures if "understood" in one.reason]
    if name not in ("feed items", "content_text", "content_html"):
        assert [one.text for one in articles] == [ONE]


def test_a_text_of_a_json_feed_that_should_be_one_and_is_a_list() -> None:
    item = {"title": ["a"], "content_text": [ONE, TWO], "content_html": True, "authors": "Ann Poe"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [item]}
    ((article,), _) = read(json.dumps(feed))
    assert (article.text, article.authors) == (f"{ONE}\n\n{TWO}", ("Ann Poe",))


@pytest.mark.parametrize(
    "content",
    [
        "&lt;body xmlns=&quot;http://www.w3.org/1999/xhtml&quot;&gt;&lt;p&gt;{}&lt;/p&gt;&lt;/body&gt;",
        "<a href='http://o.test/'/><img src='a.jpg'/> <![CDATA[<p><b>{}</b></p>]]>",
    ],
)
def test_markup_that_is_escaped_once_more_than_the_feed_says(content: str) -> None:
    feed = (
        '<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The'
        " Harbour</title><entry><title>Ferry sold</title><issued>2005-02-16T11:33:41Z</issued>"
        f'<content type="application/xhtml+xml" mode="escaped">{content.format(ONE)}</content>'
        "</entry></feed>"
    )
    ((article,), _) = read(feed)
    assert article.text == ONE


def test_markup_that_a_text_is_about_stays() -> None:
    told = "To make it bold write &amp;lt;b&amp;gt;ferry&amp;lt;/b&amp;gt; in the page."
    item = f"<item><title>Bold</title><description>{told}</description></item>"
    ((article,), _) = read(RSS.format(item))
    assert article.text == "To make it bold write <b>ferry</b> in the page."
