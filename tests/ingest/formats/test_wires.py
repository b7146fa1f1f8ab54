"""What agencies send, and collections of news for research: each with its facts."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

ONE = "The ferry firm sold its last boat on Monday, it said."
TWO = "The crew will stay on board."
BOTH = f"{ONE}\n\n{TWO}"
MARKED = f"<p>{ONE}</p><p>{TWO}</p>"


def articles(name: str, data: bytes | str) -> list[Article]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


NEWSML_1 = f"""<?xml version="1.0"?><NewsML Version="1.2"><NewsItem><Identification>
<DateId>20140829</DateId></Identification><NewsManagement>
<FirstCreated>20140829T134951+0000</FirstCreated></NewsManagement><NewsComponent><NewsLines>
<DateLine>OSLO, Aug 29, 2014 (HPA) -</DateLine><HeadLine>Ferry sold</HeadLine>
<ByLine>Jane Doe</ByLine></NewsLines><AdministrativeMetadata><Provider>
<Party FormalName="HPA"/></Provider></AdministrativeMetadata><NewsComponent><ContentItem>
<DataContent>{MARKED}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>
</NewsML>"""
FACTIVA = f"""<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
<ppsarticle><article><baseLanguage>EN</baseLanguage><headline><paragraph><hlt>Ferry</hlt> sold
</paragraph></headline><byline>By Jane Doe</byline><leadParagraph><paragraph>{ONE}</paragraph>
</leadParagraph><publicationDate><dateTime>2014-08-29T13:49:51Z</dateTime></publicationDate>
<sourceName>HPA</sourceName><tailParagraphs><paragraph>{TWO}</paragraph></tailParagraphs>
</article></ppsarticle></ppsArticleResponse></PPSResponse>"""
G2 = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta>
<provider literal="hpa"><name>HPA</name></provider>
<versionCreated>2014-08-29T13:49:51Z</versionCreated>
<link rel="irel:seeAlso"><title>Our home page</title></link></itemMeta><contentMeta>
<dateline>2014-08-29 13:49</dateline><headline rank="2">Boat</headline>
<headline rank="1">Ferry sold</headline><by>Jane Doe</by></contentMeta><contentSet><inlineXML>
{}</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
XHTML = f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Other</title></head><body>
<header><ul class="slugline"><li>Ships</li></ul><h1>Ferry sold</h1></header>
{MARKED}</body></html>"""
NITF = f"""<nitf><head><title>1 SEA Ferry</title><docdata><date.issue norm="20140829T134951Z"/>
</docdata></head><body><body.head><hedline><hl1>Ferry sold</hl1></hedline><byline>By JANE DOE
<byttl>HPA Business Writer</byttl></byline><distributor>HPA</distributor></body.head>
<body.content>{MARKED}</body.content></body></nitf>"""


@pytest.mark.parametrize(
    "data",
    [NEWSML_1, FACTIVA, G2.format(XHTML), G2.format(NITF.replace("1 SEA Ferry", "Slug")), NITF,
     G2.format(MARKED.replace("<", "&lt;"))],
    ids=["NewsML 1", "Factiva", "G2 with XHTML", "G2 with NITF", "NITF", "G2 with escaped markup"],
)  # fmt: skip
def test_wires_in_xml(data: str) -> None:
    bare = data.partition("?>")[2] if data.startswith("<?") else data
    wide = f'<?xml version="1.0" encoding="utf-16"?>{bare}'.encode("utf-16")
    for given in (data, wide):
        (article,) = articles("a.xml", given)
        assert (article.title, article.authors) == ("Ferry sold", ("Jane Doe",))
        assert (article.source, article.date) == ("HPA", "2014-08-29T13:49:51+00:00")
        assert article.text == BOTH
        assert article.place in ("", "Oslo")


def test_a_lead_that_the_full_text_repeats_is_read_once() -> None:
    body = f"<block class='lead_paragraph'><p>{ONE}</p></block>"
    body += f"<block class='full_text'>{MARKED}</block>"
    (article,) = articles(
        "a.xml",
        f"<nitf><head><title>Ferry sold</title><pubdata date.publication='19870101T000000'/></head>"
        f"<body><body.head><byline class='print_byline'>By JANE DOE</byline>"
        f"<byline class='normalized_byline'>DOE, JANE</byline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>",
    )
    assert (article.text, article.date, article.authors) == (BOTH, "1987-01-01", ("Jane Doe",))


def test_any_other_xml_is_its_text() -> None:
    (article,) = articles(
        "a.xml",
        f"<?xml version='1.0'?><story id='7'><headline>Ferry sold</headline><date>2014-08-29</date>"
        f"<writer>Jane Doe</writer><para>{ONE}</para><para>{TWO}</para></story>",
    )
    assert (article.title, article.date, article.authors) == (
        "Ferry sold", "2014-08-29", ("Jane Doe",)
    )  # fmt: skip
    assert article.text == BOTH


def test_a_message_of_dpa() -> None:
    message = (
        b"\x01eca062 4 i 211 ccccb   dpa 061\r\n\nNorway-transport/\r\n\x02EXTRA\r\n"
        b"Talks between a ferry firm\r\nand its buyer could fail =\r\n\n"
        b"   Oslo (dpa) - Talks between a ferry firm and its buyer could fail, a\r\n"
        b"manager warned.\r\n\n   The crew stays.\r\n\r\n\x03131137 GMT Nov 13 \r\n\x04"
    )
    (article,) = articles("a.txt", message)
    assert article.title == "Talks between a ferry firm and its buyer could fail"
    assert (article.source, article.place) == ("dpa", "Oslo")
    assert (article.date, article.section) == ("2013-11-13T11:37:00+00:00", "international")
    assert article.text.endswith("a manager warned.\n\nThe crew stays.")


def test_a_message_of_the_associated_press() -> None:
    message = (
        b"\x16\x16\x01G7787\x1fglbsm\r\nr s\x13\x11 BC-US--FerrySold   08-29 0590\r\n"
        b"\x02^BC-US--Ferry Sold, 1st Ld-Writethru,127<\r\n^Ferry firm sells boat<\r\n"
        b"^Eds: Changes short headline.<\r\n^By JANE DOE=\r\n^Associated Press=\r\n"
        b"\t   PORT ELLIS (AP) _ A ferry\r\nwas sold.\r\n\t   The crew stays.\r\n"
        b"\t   \x03AP-WF-08-29-16 1626GMT<\r\n\x04"
    )
    (article,) = articles("a.tst", message)
    assert (article.title, article.authors) == ("Ferry firm sells boat", ("Jane Doe",))
    assert (article.source, article.section) == ("Associated Press", "sport")
    assert article.date == "2016-08-29T16:26:00+00:00"
    assert article.text == "PORT ELLIS (AP) _ A ferry was sold.\n\nThe crew stays."


REUTERS = f"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>ship</D></TOPICS>
<PLACES><D>norway</D></PLACES><TEXT>&#2;<TITLE>Ferry sold</TITLE><AUTHOR>    By Jane Doe, Reuters
</AUTHOR><DATELINE>    OSLO, Feb 26 - </DATELINE><BODY>{ONE}
    {TWO}
 Reuter
&#3;</BODY></TEXT></REUTERS>
<REUTERS TOPICS="NO" NEWID="2"><DATE>26-FEB-1987 15:02:20.00</DATE><TEXT TYPE="BRIEF">&#2;
<TITLE>Ferry bought</TITLE><BODY>{TWO}&#3;</BODY></TEXT></REUTERS>
"""
TREC = f"""<DOC>
<DOCNO> LA022687-0001 </DOCNO>
<HEADLINE>
<P>
Ferry sold
</P>
</HEADLINE>
<BYLINE>
<P>
By JANE DOE
</P>
</BYLINE>
<TEXT>
<P>
{ONE}
</P>
<P>
{TWO}
</P>
</TEXT>
</DOC>
<DOC id="APW_ENG_19870227.0002" type="story" >
<HEADLINE>
Ferry bought
</HEADLINE>
<TEXT>
{TWO}
</TEXT>
</DOC>
"""
RIS = f"""TY  - NEWS
TI  - Ferry sold
AU  - Doe, Jane
JF  - The Courier
DA  - 1987/02/26/
AB  - {ONE}

{TWO}
ER  -

TY  - NEWS
TI  - Ferry bought
T2  - The Courier
DA  - 1987/02/27/
AB  - {TWO}
ER  -
"""


@pytest.mark.parametrize(("data", "name"), [(REUTERS, "a.sgm"), (TREC, "a"), (RIS, "a.ris")])
def test_collections(data: str, name: str) -> None:
    first, second = articles(name, data)
    assert [first.title, second.title] == ["Ferry sold", "Ferry bought"]
    assert first.authors == ("Jane Doe",)
    assert first.date.startswith("1987-02-26")
    assert second.date[:8] == "1987-02-"
    assert first.source
    assert " ".join(first.text.split()) == f"{ONE} {TWO}"
    assert second.text == TWO


def test_rcv1() -> None:
    (article,) = articles(
        "2330newsML.xml",
        f"<?xml version='1.0'?><newsitem itemid='2330' date='1996-08-20' xml:lang='en'>"
        f"<title>NORWAY: Ferry sold.</title><headline>Ferry sold.</headline>"
        f"<byline>Jane Doe</byline><dateline>OSLO 1996-08-20</dateline><text>{MARKED}</text>"
        "<metadata><dc element='dc.publisher' value='Reuters Holdings Plc'/></metadata></newsitem>",
    )
    assert (article.title, article.date, article.place) == ("Ferry sold.", "1996-08-20", "Oslo")
    assert (article.authors, article.text) == (("Jane Doe",), BOTH)


def test_a_scanned_page_in_alto() -> None:
    def line(*words: str) -> str:
        return f"<TextLine>{'<SP/>'.join(words)}</TextLine>"

    def word(text: str, more: str = "") -> str:
        return f"<String CONTENT='{text}' {more}/>"

    block = line(word("The"), word("har", "SUBS_TYPE='HypPart1' SUBS_CONTENT='harbour'"))
    block += line(word("bour", "SUBS_TYPE='HypPart2'"), word("closes."))
    (article,) = articles(
        "a.xml",
        "<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'><Layout><Page><PrintSpace>"
        f"<TextBlock>{line(word('FERRY'), word('SOLD'))}</TextBlock><TextBlock>{block}</TextBlock>"
        "</PrintSpace></Page></Layout></alto>",
    )
    assert (article.title, article.text) == ("FERRY SOLD", "The harbour closes.")


def test_authors_of_feeds() -> None:
    item = "<item><title>T</title>{}<description>" + ONE + "</description></item>"
    items = "".join(
        item.format(author)
        for author in ("<author>jane@paper.media (Jane Doe)</author>",
                       "<author>jane@paper.media</author><dc:creator>Jane Doe</dc:creator>",
                       "<dc:creator>by Jane Doe and John Roe</dc:creator>")
    )  # fmt: skip
    feed = (
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>C</title>"
        f"{items}</channel></rss>"
    )
    found = [article.authors for article in articles("a.xml", feed)]
    assert found == [("Jane Doe",), ("Jane Doe",), ("Jane Doe", "John Roe")]


def test_wordpress_shows_names_and_whole_tags() -> None:
    (article,) = articles(
        "a.xml",
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        " xmlns:dc='http://purl.org/dc/elements/1.1/'"
        " xmlns:wp='http://wordpress.org/export/1.2/'><channel><wp:author><wp:author_login>jdoe"
        "</wp:author_login><wp:author_display_name>Jane Doe</wp:author_display_name></wp:author>"
        "<item><title>T</title><dc:creator>jdoe</dc:creator>"
        f"<content:encoded><![CDATA[{MARKED}]]></content:encoded>"
        "<category domain='post_tag'><![CDATA[Q&amp;A]]></category></item></channel></rss>",
    )
    assert (article.authors, article.tags) == (("Jane Doe",), ("Q&A",))


def test_newsml_1_with_a_slug_below_its_headline_and_a_code_for_its_place() -> None:
    slug = "FERRIES SEA"
    nitf = (
        f"<nitf><head><docdata><evloc city='Oslo' iso-cc='NOR'/><key-list><keyword key='{slug}'/>"
        f"</key-list></docdata></head><body><body.head><hedline><hl2>{slug}</hl2></hedline>"
        f"<abstract><p>{ONE}</p></abstract></body.head><body.content>{MARKED}</body.content></body>"
        "</nitf>"
    )
    place = '<Location><Property FormalName="Country" Value="NOR"/></Location>'
    data = NEWSML_1.replace(MARKED, nitf).replace("<ByLine>", f"{place}<ByLine>")
    data = data.replace("</HeadLine>", f"</HeadLine><SubHeadLine>{slug}</SubHeadLine>")
    data = data.replace("<DateLine>OSLO, Aug 29, 2014 (HPA) -</DateLine>", "")
    (article,) = articles("a.xml", data)
    assert (article.place, article.deck, article.tags) == ("Oslo", "", (slug,))
    assert article.text == BOTH
    (article,) = articles("a.xml", data.replace("<evloc city='Oslo' iso-cc='NOR'/>", ""))
    assert article.place == ""


def test_films_of_newsml_g2() -> None:
    film = (
        "<newsItem><contentMeta><infoSource literal='WEBSITE'/><by>WEBSITE, JAN 02</by>"
        "<description role='descRole:audio'>NATURAL WITH MUSIC</description></contentMeta>"
        "<contentSet><remoteContent contenttype='video/mpeg'/></contentSet></newsItem>"
    )
    located = "<located literal='SAID TO BE PORT ELLIS, NORWAY'/>"
    data = G2.format(XHTML).replace(
        "<dateline>2014-08-29 13:49</dateline>",
        f"{located}<dateline>SAID TO BE DECEMBER 31, 2015</dateline>",
    )
    data = data.replace("</itemSet>", f"{film}</itemSet>")
    stream = io.BufferedReader(io.BytesIO(data.encode()), HEAD)
    article, failure = articles_in(stream, "a.xml", "a.xml")
    assert isinstance(article, Article)
    assert article.place == "Port Ellis, Norway"
    assert not isinstance(failure, Article)
    assert failure.reason == "a news item without text"


def test_a_planning_item_of_newsml_g2_is_no_article() -> None:
    data = (
        '<planningItem xmlns="http://iptc.org/std/nar/2006-10-01/"><newsCoverageSet><newsCoverage>'
        "<planning><headline>Ferry sold</headline><edNote>Text 250 words</edNote></planning>"
        "</newsCoverage></newsCoverageSet></planningItem>"
    )
    (failure,) = articles_in(io.BufferedReader(io.BytesIO(data.encode()), HEAD), "a.xml", "a.xml")
    assert not isinstance(failure, Article)
    assert "without a news item" in failure.reason
