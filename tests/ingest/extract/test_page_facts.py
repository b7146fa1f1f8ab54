"""What a saved page says of itself, where its parts do not agree."""

from __future__ import annotations

import io
import json

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

STORY = "".join(
    f"<p>The keeper of the harbour counted the boats again, and wrote down {number} of them"
    " before the fog came in over the long pier.</p>"
    for number in ("nine", "eleven", "fourteen")
)
TITLE = "Harbour opens after a year of work"


def read(body: str = "", head: str = "", title: str = TITLE) -> Article:
    page = (
        f"<html><head><title>{title}</title>{head}</head>"
        f"<body><h1>{title}</h1>{body or f'<article>{STORY}</article>'}</body></html>"
    )
    return read_page(page)


def read_page(page: str) -> Article:
    stream = io.BufferedReader(io.BytesIO(page.encode()), HEAD)
    [article] = articles_in(stream, "page.html", "page.html")
    assert isinstance(article, Article), article
    return article


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" property="{name}" content="{content}">'


def json_ld(**keys: object) -> str:
    item = json.dumps({"@type": "NewsArticle", "headline": TITLE, **keys})
    return f'<script type="application/ld+json">{item}</script>'


def parsely(**keys: object) -> str:
    return f"<meta name='parsely-page' content='{json.dumps(keys)}'>"


def test_the_tag_of_a_measuring_service_names_author_date_and_section() -> None:
    told = parsely(
        author="Ann Poe, The Harbour Group", pub_date="2017-02-20T08:00:00Z", section="Port"
    )
    article = read(head=told)
    assert article.authors == ("Ann Poe",)
    assert article.date == "2017-02-20T08:00:00+00:00"
    assert article.section == "Port"


def test_an_author_in_a_tag_of_papers() -> None:
    assert read(head=meta("article_author", "Ann Poe | apoe@quay.example")).authors == ("Ann Poe",)


def test_a_date_that_the_address_and_others_contradict_is_another_story_s() -> None:
    head = (
        meta("article:published_time", "2019-03-02T16:00:31Z")
        + meta("dc.date", "2019-02-16T11:45:18-05:00")
        + meta("og:url", "https://www.quay.example/2019/02/16/harbour-opens/")
    )
    assert read(head=head).date == "2019-02-16T11:45:18-05:00"


def test_a_date_that_only_the_address_contradicts_is_believed() -> None:
    head = meta("article:published_time", "2019-03-02T16:00:31Z") + meta(
        "og:url", "https://www.quay.example/2019/02/16/harbour-opens/"
    )
    assert read(head=head).date == "2019-03-02T16:00:31+00:00"


@pytest.mark.parametrize("moment", ["1969-12-31T16:00:00", "1970-01-01T00:00:00+00:00"])
def test_a_clock_that_was_never_set_tells_no_date(moment: str) -> None:
    assert read(head=json_ld(datePublished=moment)).date == ""


def test_the_date_in_a_line_below_the_headline() -> None:
    body = f"<p>Posted Friday, October 19, 2018</p><article>{STORY}</article>"
    assert read(body).date == "2018-10-19"


def test_the_date_of_another_story_above_the_headline_is_not_the_page_s() -> None:
    page = (
        f"<title>{TITLE}</title><div><h2>Bat flies</h2>"
        "<time class=entry-date datetime='2013-06-21T18:47:41+00:00'>June 21, 2013</time></div>"
        f"<div><h1>{TITLE}</h1>"
        "<time class=entry-date datetime='2016-11-06T20:33:59+00:00'>November 6, 2016</time>"
        f"{STORY}</div>"
    )
    assert read_page(f"<html>{page}</html>").date == "2016-11-06T20:33:59+00:00"


TEASER = '<li><h3>Other news from the pier</h3><p class="byline"><a href="/author/eve-roe/">Eve Roe</a></p></li>'


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="widget"><a rel="author" href="/author/ann-poe/">Ann Poe</a></div>',
        '<h4 class="byline">By <a title="more by Ann Poe">Ann Poe</a>, 11:35AM, June 10, 2019</h4>',
        '<div class="Article__Byline">By Ann Poe</div>',
        '<span class="post__byline__author"><a href="/author/ann-poe/">Ann Poe</a></span>',
        '<div>By: <a href="/authors/ann-poe">Ann Poe</a></div><div class="byline2">Quay Star</div>',
        "<h3>By Ann Poe (QN News)</h3>",
    ],
)
def test_the_byline_at_the_headline_and_not_a_teaser_s(byline: str) -> None:
    body = f"{byline}<article>{STORY}</article><ul>{TEASER}</ul>"
    assert read(body).authors == ("Ann Poe",)


def test_all_names_of_a_byline_whose_names_are_marked_one_by_one() -> None:
    body = (
        '<div class="byline"><a rel="author" href="/a/1">Ann Poe</a> <p>reporter</p>'
        f'<a rel="author" href="/a/2">John Roe</a></div><article>{STORY}</article>'
    )
    assert read(body).authors == ("Ann Poe", "John Roe")


def test_who_is_in_the_menu_is_no_author() -> None:
    menu = '<ul><li class="menu-item"><a href="https://shop.example/author/poe">Poe Books</a></li></ul>'
    assert read(f"{menu}<article>{STORY}</article>").authors == ()


@pytest.mark.parametrize(
    "author",
    [
        "Quay Observer",
        "quayobserver.com",
        "The Quay Observer",
        "Quay Observer Online Desk",
        "QUAY.net",
    ],
)
def test_the_house_is_no_author(author: str) -> None:
    head = meta("og:site_name", "Quay Observer") + json_ld(author={"name": author})
    assert read(head=head).authors == ()


def test_behind_the_house_comes_who_wrote_it() -> None:
    head = meta("og:site_name", "Quay Observer") + json_ld(author={"name": "Quay Observer"})
    assert read(f"<h3>By Ann Poe</h3><article>{STORY}</article>", head).authors == ("Ann Poe",)


def test_somebody_whose_site_bears_her_name_is_its_author() -> None:
    head = meta("og:site_name", "Anna Poe") + json_ld(author={"name": "Anna Poe"})
    assert read(head=head).authors == ("Anna Poe",)


@pytest.mark.parametrize("author", ["db", "Download our new app for FREE"])
def test_a_handle_or_a_slogan_is_less_than_a_byline(author: str) -> None:
    body = f"<h3>By Ann Poe</h3><article>{STORY}</article>"
    assert read(body, meta("author", author)).authors == ("Ann Poe",)


@pytest.mark.parametrize(
    ("written", "section"),
    [
        ("Business, Counties, Lake Region, Quay", "Business"),
        ("Brasil,Notícias", "Brasil"),
        ("Latest News,Local News,Politics", "Local News"),
        ("Food, Drink", "Food, Drink"),
        ("2016", ""),
        ("- Destacado 1", ""),
        ("Latest News", "Latest News"),
    ],
)
def test_one_section_of_a_list(written: str, section: str) -> None:
    assert read(head=meta("article:section", written)).section == section


def test_the_section_that_is_in_the_address() -> None:
    head = meta("article:section", "Media,National Security,Politics") + meta(
        "og:url", "https://quay.example/national-security/2018/12/20/harbour"
    )
    assert read(head=head).section == "National Security"


def test_the_host_is_the_source_where_nothing_else_is() -> None:
    head = meta("og:url", "https://www.thequaypaper.example/2018/harbour")
    assert read(head=head).source == "thequaypaper.example"


def test_the_host_of_most_links_is_the_source_without_an_address() -> None:
    links = "".join(f'<a href="https://www.quaypaper.example/{n}">Story {n}</a>' for n in range(12))
    assert read(f"<article>{STORY}</article><div>{links}</div>").source == "quaypaper.example"


def test_services_on_everybody_s_pages_are_no_source() -> None:
    links = "".join(f'<a href="https://www.facebook.com/{n}">Story {n}</a>' for n in range(12))
    assert read(f"<article>{STORY}</article><div>{links}</div>").source == ""


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Ann &amp;amp;#039;proposes&amp;amp;#039; a B&amp;amp;amp;B", "Ann 'proposes' a B&B"),
        ("&lt;i&gt;All Speed&lt;/i&gt; Meant &lt;i&gt;Never&lt;/i&gt;", "All Speed Meant Never"),
        ("Fish &amp; chips; AT&amp;T rises", "Fish & chips; AT&T rises"),
    ],
)
def test_titles_escaped_twice_and_with_markup(written: str, title: str) -> None:
    assert read(head=meta("og:title", written)).title == title


def test_a_title_that_a_quotation_mark_cut_off() -> None:
    head = '<meta property="og:title" content="Keeper calls the pier "unsafe" again">'
    assert read(head=head, title='Keeper calls the pier "unsafe" again').title == (
        'Keeper calls the pier "unsafe" again'
    )


def test_the_site_s_address_before_a_headline() -> None:
    head = meta("og:site_name", "QuayPaper.com") + meta("og:title", f"QuayPaper.com: {TITLE}")
    assert read(head=head, title="QuayPaper.com").title == TITLE


CHINESE = "".join(
    f"<p>记者 张三丰 从港口获悉，今年共有{count}艘渔船在清晨雾气中驶出长堤，守港人逐一登记在册并向各地通报。</p>"
    for count in ("九", "十一", "十四")
)


def test_a_chinese_page_names_its_source_and_reporter_beside_labels() -> None:
    title = "港口一年后重新开放渔船清晨驶出长堤"
    body = f"<div>2019-09-26 12:11<span>来源：港湾时报网</span><span>作者：李四光</span></div>{CHINESE}"
    article = read(body, meta("author", "港湾时报网"), f"{title}_港湾时报网")
    assert (article.title, article.source) == (title, "港湾时报网")
    assert article.authors == ("李四光",)


@pytest.mark.parametrize("source", ["网络", "本站原创", "| 发布时间:"])
def test_what_stands_behind_the_label_without_a_source(source: str) -> None:
    title = "港口一年后重新开放渔船清晨驶出长堤"
    assert read(f"<div>来源：{source}</div>{CHINESE}", title=title).source == ""


def graph(kind: str, **keys: object) -> str:
    """JSON-LD as WordPress has it: who wrote and who publishes it are told in nodes of their own."""
    nodes = [
        {"@type": kind, "@id": "https://quay.example/a#page", **keys},
        {"@type": ["Person"], "@id": "https://quay.example/#/person/7", "name": "Ann Poe, Jr."},
        {"@type": "Organization", "@id": "https://quay.example/#firm", "name": "Quay Media Ltd"},
    ]
    return f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


@pytest.mark.parametrize("kind", ["Article", "WebPage"])
def test_an_author_whom_json_ld_refers_to(kind: str) -> None:
    author = {"@id": "https://quay.example/#/person/7"}
    assert read(head=graph(kind, author=author)).authors == ("Ann Poe Jr.",)
    assert read(head=graph(kind, author={"@id": "nowhere"})).authors == ()


def test_a_publisher_that_json_ld_refers_to_comes_behind_the_site_s_own_name() -> None:
    told = graph("Article", publisher={"@id": "https://quay.example/#firm"})
    assert read(head=told).source == "Quay Media Ltd"
    assert read(head=told + meta("og:site_name", "The Quay")).source == "The Quay"


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Ann Poe, Jr.", ("Ann Poe Jr.",)),
        ("Ann Poe, Jr. and Jane Roe", ("Ann Poe Jr.", "Jane Roe")),
        ("Jane Roe, Ann Poe, III", ("Jane Roe", "Ann Poe III")),
    ],
)
def test_what_stands_behind_a_comma_and_belongs_to_a_name(
    written: str, authors: tuple[str, ...]
) -> None:
    assert read(head=meta("author", written)).authors == authors
    shown = f'<span class="byline">By {written}</span><article>{STORY}</article>'
    assert read(shown).authors == authors


def test_a_byline_before_the_label_of_a_date_in_another_element() -> None:
    shown = (
        '<div><p>By <span itemprop="author">The Quay Post</span></p>'
        '<p>Published: <span itemprop="datePublished" content="2019-05-08">May 8</span></p></div>'
    )
    assert read(f"{shown}<article>{STORY}</article>").authors == ()
    named = shown.replace("The Quay Post", "Ann Poe")
    assert read(f"{named}<article>{STORY}</article>").authors == ("Ann Poe",)
    updated = named.replace("Published", "Last updated").replace("By", "by")
    assert read(f"{updated}<article>{STORY}</article>").authors == ("Ann Poe",)


def test_what_an_article_is_called_and_what_that_is() -> None:
    article = read(
        head=json_ld(name="Quay", headline="place where ships are unloaded"), title="Quay"
    )
    assert (article.title, article.deck) == ("Quay", "place where ships are unloaded")
