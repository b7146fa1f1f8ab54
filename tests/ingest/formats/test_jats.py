"""JATS: articles of journals, with their translations, notes and references."""

from __future__ import annotations

import io
import zipfile

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.documents import jats
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

FRONT = """<front><journal-meta><journal-title-group>
<journal-title>Annals of Harbours</journal-title></journal-title-group></journal-meta><article-meta>
<article-id pub-id-type="doi">10.5555/quay.1</article-id>
<article-categories><subj-group subj-group-type="heading"><subject>Ferries</subject></subj-group>
<subj-group><subject>Tides</subject></subj-group></article-categories>
<title-group><article-title>Boats c&#x000f6;unted in <italic>Orlo</italic></article-title>
<subtitle>A study</subtitle><trans-title-group xml:lang="fr"><trans-title>Bateaux</trans-title>
</trans-title-group></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Poe</surname>
<given-names>Ann</given-names></name><xref ref-type="aff" rid="a1"><sup>1</sup></xref></contrib>
<contrib contrib-type="author"><collab>Harbour Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>Roe</surname><given-names>John</given-names></name>
</contrib></contrib-group><aff id="a1"><label>1</label><institution>Quay College</institution>,
<country>Norway</country></aff>
<pub-date pub-type="collection"><year>2018</year></pub-date>
<pub-date pub-type="ppub"><day>9</day><month>6</month><year>2019</year></pub-date>
<pub-date pub-type="epub"><day>3</day><month>May</month><year>2019</year></pub-date>
<permissions><copyright-statement>&copy; Poe</copyright-statement>
<copyright-year>2019</copyright-year></permissions>
<abstract><title>Abstract</title><p>Twelve came.</p></abstract>
<trans-abstract xml:lang="fr"><p>Douze sont venus.</p></trans-abstract>
<kwd-group><kwd>boats</kwd></kwd-group></article-meta></front>"""
BODY = """<body><sec><label>1.</label><title>Introduction</title>
<p>Ferries sail<xref ref-type="bibr" rid="r1"><sup>1</sup></xref> on H<sub>2</sub>O<fn>
<p>By day.</p></fn> and <list list-type="bullet"><list-item>
<label>a)</label><p>at noon</p></list-item></list> at night,
<disp-formula><label>(1)</label><mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>2</mml:mn>
</mml:math><tex-math>x=2</tex-math></disp-formula> each.</p>
<table-wrap><label>Table 1</label><caption><title>Boats by day</title></caption><table>
<tr><th>Day</th><th>Boats</th></tr><tr><td><p>Monday</p></td><td>12</td></tr></table>
<table-wrap-foot><fn><p>Counted by hand.</p></fn></table-wrap-foot></table-wrap>
<fig><label>Fig. 1</label><caption><p>The quay.</p></caption></fig>
<boxed-text><p>In a box.</p></boxed-text></sec></body>
<back><ref-list><title>References</title>
<ref id="r1"><label>1</label><mixed-citation>1. Roe J. Fog; 2011.</mixed-citation>
<element-citation><person-group><name><surname>Roe</surname><given-names>J</given-names></name>
</person-group><article-title>Fog</article-title><year>2011</year><pub-id>555</pub-id>
</element-citation></ref>
<ref><element-citation><person-group><name><surname>Poe</surname><given-names>A</given-names></name>
</person-group><source>Tides</source><year>1999</year></element-citation></ref></ref-list>
<ack><p>Thanks to all.</p></ack><app-group><app><title>Appendix</title><p>More.</p></app>
</app-group></back>"""
REPLY = """<sub-article article-type="reply" xml:lang="fr"><front-stub><title-group>
<article-title>Reply</article-title></title-group><contrib-group><contrib contrib-type="author">
<name><surname>Doe</surname><given-names>Jo</given-names></name></contrib></contrib-group></front-stub>
<body><p>We agree.</p></body></sub-article>
<sub-article article-type="translation" xml:lang="es"><front-stub><title-group>
<article-title>Barcos contados</article-title></title-group></front-stub>
<body><p>Los barcos zarpan.</p></body></sub-article>"""
OPENED = (
    '<article xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article"'
    ' xml:lang="en">'
)
TEXT = [
    "Abstract", "Twelve came.", "Bateaux", "Douze sont venus.", "1. Introduction",
    "Ferries sail 1 on H2O and", "a) at noon", "at night, (1) x=2 each.", "Table 1 Boats by day",
    "Day | Boats", "Monday | 12", "Counted by hand.", "Fig. 1 The quay.", "In a box.", "By day.",
    "Thanks to all.", "Appendix", "More.", "1 Quay College, Norway", "© Poe", "References",
    "1. Roe J. Fog; 2011. 555", "Poe A, Tides, 1999",
]  # fmt: skip


def read(data: bytes, name: str = "a.xml") -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(data), HEAD)
    found = list(articles_in(stream, name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["a.xml", "a.nxml", "a.txt"])
@pytest.mark.parametrize(
    "opening",
    [
        "",
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<!DOCTYPE article PUBLIC "-//NLM//DTD Journal Publishing DTD v2.3//EN" "j.dtd">\n',
    ],
)
def test_an_article_is_read_whole(opening: str, name: str) -> None:
    (article,) = read(f"{opening}{OPENED}{FRONT}{BODY}</article>".encode(), name)
    assert (article.title, article.deck) == ("Boats cöunted in Orlo", "A study")
    assert article.authors == ("Ann Poe", "Harbour Group")
    assert (article.date, article.source) == ("2019-05-03", "Annals of Harbours")
    assert (article.url, article.section) == ("https://doi.org/10.5555/quay.1", "Ferries")
    assert (article.language, set(article.tags)) == ("en", {"Tides", "boats"})
    assert article.text.split("\n\n") == TEXT


def test_what_stands_within_an_article_is_one_of_its_own() -> None:
    articles = read(f"{OPENED}{FRONT}{BODY}{REPLY}</article>".encode())
    assert [one.title for one in articles[1:]] == ["Reply", "Barcos contados"]
    assert [one.text for one in articles[1:]] == ["We agree.", "Los barcos zarpan."]
    assert [one.authors for one in articles[1:]] == [("Jo Doe",), ("Ann Poe", "Harbour Group")]
    assert [one.language for one in articles[1:]] == ["fr", "es"]
    assert {one.date for one in articles} == {"2019-05-03"}
    assert articles[0].text.split("\n\n") == TEXT


def test_articles_with_prefixes_within_envelopes_and_in_archives() -> None:
    one = f"{OPENED}{FRONT}{BODY}</article>".replace("&copy;", "©")
    prefixed = one.replace("<", "<j:").replace("<j:/", "</j:").replace("<j:mml:", "<mml:")
    prefixed = prefixed.replace("</j:mml:", "</mml:").replace(
        "<j:article ", '<j:article xmlns:j="urn:jats" ', 1
    )
    both = f"<OAI-PMH><record><metadata>{prefixed}</metadata></record>{one}</OAI-PMH>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("quay/1.nxml", f"<!DOCTYPE article>\n{one}")
    for article in (*read(both.encode()), *read(packed.getvalue(), "quay.zip")):
        assert (article.title, article.authors[0]) == ("Boats cöunted in Orlo", "Ann Poe")
        assert article.text.split("\n\n") == TEXT


def test_a_month_and_a_year_are_dates_where_no_day_is_told() -> None:
    for told, date in (
        ("<pub-date><month>05</month><year>2019</year></pub-date>", "2019-05"),
        ("<pub-date><season>Spring</season><year>2019</year></pub-date>", "2019"),
        ('<pub-date iso-8601-date="2019-05-03"/>', "2019-05-03"),
    ):
        front = (
            "<front><article-meta><title-group><article-title>Boats</article-title></title-group>"
            f"{told}</article-meta></front>"
        )
        (article,) = read(f"<article>{front}<body><p>They sail.</p></body></article>".encode())
        assert (article.date, article.text) == (date, "They sail.")


def test_a_page_with_an_article_is_none() -> None:
    page = b"<html><body><article><front>x</front><h1>Boats</h1></article></body></html>"
    assert not jats.matches(page, "a.html")
    piece = b"<div><article class='a' data-article-type='story'><h1>Boats</h1></article></div>"
    assert not jats.matches(piece, "a.html")
