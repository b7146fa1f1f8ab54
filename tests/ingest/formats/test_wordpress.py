"""Exports of WordPress: posts of any type, captions and other words of shortcodes, subtitles."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

ONE = "The ferry firm sold its last boat on Monday, it said."
EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<!-- generator="WordPress" wordpress.org/export/1.2 -->
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>{}</channel></rss>"""


def item(content: str, kind: str = "post", more: str = "") -> str:
    return (
        f"<item><title>Ferry sold</title><content:encoded>{content}</content:encoded>{more}"
        f"<wp:post_type>{kind}</wp:post_type><wp:status>publish</wp:status></item>"
    )


def read(*items: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(EXPORT.format("".join(items)).encode()), HEAD)
    found = list(articles_in(stream, "a.xml", "a.xml"))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def text_of(content: str) -> str:
    (article,) = read(item(f"<![CDATA[{content}]]>"))
    return article.text


def test_posts_of_any_type_are_articles_but_parts_of_wordpress_are_none() -> None:
    kinds = ["post", "page", "article", "recipe", "press-release"]
    parts = ["attachment", "nav_menu_item", "wp_block", "acf-field-group", "wpcf7_contact_form"]
    articles = read(*(item(ONE, kind) for kind in parts + kinds))
    assert [one.record for one in articles] == [6, 7, 8, 9, 10]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('[caption id="a" caption="Two boats &amp; a tug"]<img src="a.jpg" />[/caption]',
         "Two boats & a tug"),
        (f'{ONE}\n\n[caption width="3"]<img src="a.jpg"/> Boats in fog[/caption]\n\nMore soon.',
         f"{ONE}\n\nBoats in fog\n\nMore soon."),
        (f'<p>{ONE}</p>[gallery ids="1,2"]<p>More.</p>[gallery]', f"{ONE}\n\nMore."),
        ("[vc_row][vc_column_text]The quay.[/vc_column_text][/vc_row]", "The quay."),
        ('[blurb heading="What is next"]A count.[/blurb]', "What is next\n\nA count."),
        ("He [the minister] wrote it “teh [sic] boat” [emphasis added].",
         "He [the minister] wrote it “teh [sic] boat” [emphasis added]."),
    ],
)  # fmt: skip
def test_shortcodes_leave_their_words(content: str, text: str) -> None:
    assert text_of(content) == text


def test_markup_that_nobody_escaped() -> None:
    (article,) = read(item("The <b>ferry</b> firm &amp; its crew<p>stay &lt;here&gt;.</p>"))
    assert article.text.startswith("The ferry firm & its crew\n\nstay")


def test_a_subtitle_of_a_plugin_is_the_deck() -> None:
    more = (
        "<excerpt:encoded><![CDATA[Nobody knows the price yet.]]></excerpt:encoded><wp:postmeta>"
        "<wp:meta_key>subtitle</wp:meta_key><wp:meta_value>A line of 90 years ends</wp:meta_value>"
        "</wp:postmeta>"
    )
    (article,) = read(item(f"<![CDATA[{ONE}]]>", more=more))
    assert article.deck == "A line of 90 years ends"
    assert article.text == f"{ONE}\n\nNobody knows the price yet."
