"""What agencies send, and collections of news for research: each with its facts."""

from __future__ import annotations

import io
import json

import format_samples as samples
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


def test_a_deck_in_the_place_of_the_byline() -> None:
    (article,) = articles(
        "a.xml",
        "<nitf><body><body.head><hedline><hl1>Quay cuts its dues</hl1></hedline><byline>"
        "<!-- Subtitle -->Situation serious, ready for all scenarios says the port</byline>"
        f"</body.head><body.content>{MARKED}</body.content></body></nitf>",
    )
    assert article.deck == "Situation serious, ready for all scenarios says the port"
    assert article.authors == ()


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


def test_a_scanned_page_whose_divided_words_are_given_by_their_hyphens_alone() -> None:
    def line(words: str, more: str = "") -> str:
        strings = "<SP/>".join(f"<String CONTENT={word!r}/>" for word in words.split())
        return f"<TextLine>{strings}{more}</TextLine>"

    block = line("The old har", "<HYP CONTENT='-'/>") + line("bour of the self", "<HYP/>")
    block += line("made town closes and the Anglo-") + line("Saxon club.")
    (article,) = articles(
        "a.xml",
        f"<alto><Layout><Page><PrintSpace><TextBlock>{block}</TextBlock></PrintSpace></Page>"
        "</Layout></alto>",
    )
    assert article.text == "The old harbour of the self-made town closes and the Anglo- Saxon club."


@pytest.mark.parametrize("placed", [True, False])
def test_a_scanned_page_that_does_not_say_where_blanks_are(placed: bool) -> None:
    """Its words stand apart, a comma right at its word; without places, signs go without blanks."""
    words, at = "", 40
    for text in ("The", "harbour", ",", "closes", "."):
        at += 0 if text in ",." else 12
        place = f"HPOS='{at}' WIDTH='{10 * len(text)}' HEIGHT='40'" if placed else ""
        words += f"<String CONTENT='{text}' {place}/>"
        at += 10 * len(text) + 2
    (article,) = articles(
        "a.xml",
        "<alto><Layout><Page><PrintSpace><TextBlock>"
        f"<TextLine>{words}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>",
    )
    assert article.text == "The harbour, closes."


def test_the_description_of_a_picture_is_not_that_of_its_story() -> None:
    item = f"<item><title>T</title><description>{ONE}</description>"
    item += "<media:description>T, in a picture</media:description></item>"
    feed = f"<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel>{item}"
    (article,) = articles("a.xml", f"{feed}</channel></rss>")
    assert article.text == f"{ONE}\n\nT, in a picture"


def test_the_whole_text_of_an_item_beside_its_description() -> None:
    """``media:text``, as Reuters fed it."""
    text = MARKED.replace("<", "&lt;").replace(">", "&gt;")
    item = f"<item><title>T</title><description>{ONE}</description>"
    item += f"<media:text type='html' lang='en'>{text}</media:text></item>"
    feed = f"<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel>{item}"
    (article,) = articles("a.xml", f"{feed}</channel></rss>")
    assert article.text == BOTH


def test_all_texts_of_a_document_and_documents_around_their_texts() -> None:
    several = f"<DOC><DOCNO> 1 </DOCNO><TEXT>{ONE}</TEXT><TEXT>{TWO}</TEXT></DOC>"
    assert [one.text for one in articles("a.sgml", several)] == [BOTH]
    nested = f"<DOC>\n<DOCNO>1<TEXT>{ONE}</TEXT></DOCNO>\n<DOCNO>2<TEXT>{TWO}</TEXT></DOCNO></DOC>"
    assert [one.text for one in articles("a.xml", nested)] == [ONE, TWO]


def test_drafts_of_a_weblog_are_read_and_say_so() -> None:
    draft = samples.WORDPRESS.replace("<wp:status>trash", "<wp:status>draft")
    assert [(one.title, one.tags) for one in articles("a.xml", draft)][1] == ("Draft", ("draft",))


def test_a_feed_that_is_titled_as_a_section_is_of_the_site_it_links_to() -> None:
    item = f"<item><title>T</title><link>https://www.quay-daily.example/a</link><description>{ONE}"
    feed = f"<rss version='2.0'><channel><title>Editorial</title>{item}</description></item>"
    (article,) = articles("a.xml", f"{feed}</channel></rss>")
    assert article.source == "quay-daily.example"


def test_authors_of_feeds() -> None:
    item = "<item><title>T</title>{}<description>" + ONE + "</description></item>"
    items = "".join(
        item.format(author)
        for author in ("<author>jane@paper.media (Jane Doe)</author>",
                       "<author>jane@paper.media</author><dc:creator>Jane Doe</dc:creator>",
                       "<dc:creator>by Jane Doe and John Roe</dc:creator>",
                       "<dc:creator>Jane Doe (mailto:jane@paper.example)</dc:creator>",
                       "<dc:creator>DOE, J., Poe, A.-M., O'Roe, J. R.</dc:creator>")
    )  # fmt: skip
    feed = (
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>C</title>"
        f"{items}</channel></rss>"
    )
    found = [article.authors for article in articles("a.xml", feed)]
    assert found == [
        ("Jane Doe",), ("Jane Doe",), ("Jane Doe", "John Roe"), ("Jane Doe",),
        ("J. Doe", "A.-M. Poe", "J. R. O'Roe"),
    ]  # fmt: skip


def test_an_afternoon_in_a_feed() -> None:
    feed = (
        "<rss version='2.0'><channel><title>C</title><item><title>T</title>"
        f"<pubDate>Sat, Dec 16 2023 02:02:33 PM</pubDate><description>{ONE}</description>"
        "</item></channel></rss>"
    )
    assert [article.date for article in articles("a.xml", feed)] == ["2023-12-16T14:02:33"]


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


def test_events_of_newsml_g2_and_items_with_a_headline_alone() -> None:
    event = (
        "<conceptItem><itemMeta><provider><name>HPA</name></provider></itemMeta><concept>"
        f"<name>Ferry day</name><definition>{ONE}</definition><note>{TWO}</note><eventDetails>"
        "<dates><start>2019-05-03</start></dates></eventDetails></concept></conceptItem>"
    )
    alert = "<newsItem><contentMeta><headline>Ferry sold</headline></contentMeta></newsItem>"
    found = articles("a.xml", G2.format(XHTML).replace("</itemSet>", f"{event}{alert}</itemSet>"))
    assert [one.title for one in found][1:] == ["Ferry day", "Ferry sold"]
    assert (found[1].text, found[1].date) == (BOTH, "2019-05-03")


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


def test_tables_and_breaks_of_lines_in_wires() -> None:
    marked = (
        "<p>Fares were raised on<br/>Monday.</p><table><tr><th>Line</th><th>Fare</th></tr>"
        "<tr><td><p>North</p></td><td>4,20</td></tr></table><p>One.<br/><br/>Two.</p>"
        "<media><media-caption>A boat</media-caption></media>"
    )
    (g2,) = articles("a.xml", G2.format(XHTML.replace(MARKED, f"<section>{marked}</section>")))
    (nitf,) = articles("a.xml", NITF.replace(MARKED, marked))
    right = "Fares were raised on Monday.\n\nLine | Fare\n\nNorth | 4,20\n\nOne.\n\nTwo."
    assert (g2.text, nitf.text) == (right, f"{right}\n\nA boat")


def test_a_dateline_in_the_first_paragraph_of_nitf() -> None:
    dated = f"<p><dateline><location>(Oslo, Harbour Press)</location></dateline> - {ONE}</p>"
    (article,) = articles("a.xml", NITF.replace(MARKED, dated))
    assert article.text == f"(Oslo, Harbour Press) - {ONE}"


@pytest.mark.parametrize(
    ("creator", "noted", "authors"),
    [
        ('<creator qcode="hpa-ad:doe.jane"><name>doe.jane</name></creator>', "", ()),
        ('<creator qcode="hpa-ad:load"><name>load</name></creator>',
         "<edNote>Autorin: Jane Döe (Oslo), +47 55 07, &lt;doe@hpa.example&gt;</edNote>",
         ("Jane Döe",)),
        ('<creator literal="HPA"/>', "", ()),
        ('<creator literal="Harbour Media, LLC"/>', "", ()),
        ('<creator literal="hpa"><organisationDetails><contactInfo><note>Write to the address '
         "above about this release</note></contactInfo></organisationDetails></creator>", "", ()),
        ('<creator><name>Jane Doe</name></creator>', "", ("Jane Doe",)),
    ],
    ids=["a login", "named to editors", "the provider", "a firm", "a house's note", "a person"],
)  # fmt: skip
def test_who_created_an_item_of_newsml_g2(
    creator: str, noted: str, authors: tuple[str, ...]
) -> None:
    data = G2.format(XHTML).replace("<by>Jane Doe</by>", creator)
    (article,) = articles("a.xml", data.replace("</itemMeta>", f"{noted}</itemMeta>"))
    assert article.authors == authors


def test_the_section_of_newsml_g2_is_its_category_and_not_the_service_that_sends_it() -> None:
    service = "<service qcode='s:bdt'><name>Basic service bdt</name></service>"
    sign = "<name role='nrol:mnemonic'>wi</name>"
    category = "<subject qcode='dpacat:wi' type='dpatype:category'>{}</subject>"
    data = G2.format(XHTML).replace("<by>", f"{service}{category}<by>")
    (named,) = articles("a.xml", data.replace("{}", f"{sign}<name>Harbour</name>"))
    (signed,) = articles("a.xml", data.replace("{}", sign))
    assert (named.section, signed.section) == ("Harbour", "Wirtschaft")


def test_a_provider_with_its_legal_form() -> None:
    data = G2.format(XHTML).replace("<name>HPA</name>", "<name>Deutsche Presse-Agentur GmbH</name>")
    (article,) = articles("a.xml", data)
    assert (article.source, article.source_as_written) == ("dpa", "Deutsche Presse-Agentur GmbH")


def test_a_dateline_below_decks_and_a_byline_of_an_agency() -> None:
    decks = "<p>(Adds a quote)</p><p>By Jane Doe</p>"
    first = f"<p>PORT ELLIS, Jan 21 (Reuters) - {ONE}</p>"
    last = f"<p>{TWO} (Reporting by Hans Roe Editing by Ann Poe)</p>"
    data = G2.format(XHTML.replace(MARKED, decks + first + last))
    (article,) = articles("a.xml", data)
    assert article.place == "Port Ellis"
    (article,) = articles(
        "a.xml", data.replace("By Jane Doe", "More").replace("<by>Jane Doe</by>", "")
    )
    assert article.authors == ("Hans Roe",)


def test_a_message_of_kyodo_without_marks_at_its_head() -> None:
    message = (
        b"\x01a0105KYODO\x1fkoko-\r\nu s\x12 BC-Ferry   09-12 0344\r\n\x02BC-Ferry-Sale\r\n"
        b"Ferries: Firm sells last boat+\r\n     PORT ELLIS, Norway, Dec. 9 Kyodo - A firm sold\r\n"
        b"its boat.\r\n     The crew stays.\r\n==Kyodo\r\n\x03KWS-21:37-09-12-18\x04\r\n"
    )
    (article,) = articles("a.txt", message)
    assert (article.title, article.source) == ("Ferries: Firm sells last boat", "Kyodo")
    assert (article.date, article.place) == ("2018-12-09T21:37:00", "Port Ellis, Norway")
    assert article.text.endswith("sold its boat.\n\nThe crew stays.")


def test_a_message_of_dpa_that_lost_its_control_characters() -> None:
    (article,) = articles(
        "a.txt",
        "eca00075 3 i 510    dpa 1003\n\n/politics/Norway/ferries/\n2ND LEAD\n3RD NET\n"
        "Firm may sell its boat\nBy Jane Doe, dpa  =\n\nOslo (dpa) - A firm may sell its last boat,"
        " it said\non Monday.\n\n* * * *\nThe following information is not intended for "
        "publication\n\n- Editing by: Hans Roe\n\n101137 GMT Dez 18\n",
    )
    assert (article.title, article.authors) == ("Firm may sell its boat", ("Jane Doe",))
    assert (article.source, article.place) == ("dpa", "Oslo")
    assert article.date == "2018-12-10T11:37:00+00:00"
    assert article.text == "Oslo (dpa) - A firm may sell its last boat, it said on Monday."


def test_a_message_of_the_swiss_agency() -> None:
    (article,) = articles(
        "a.txt",
        b"\x01bsf025 3 ec 121   etf 967\r\n\r\nFrance\r\n\r\n\x02Situation \r\nFrance:  \r\n"
        b"Le dernier bateau est vendu = \r\n \r\n   Paris (ats afp) Une compagnie a vendu\r\n"
        b"son bateau. \r\n\x03091223 dec 18\r\n\x04",
    )
    assert article.title == "Le dernier bateau est vendu"
    assert (article.source, article.place) == ("Keystone-SDA", "Paris")


def test_telegrams() -> None:
    signs = "%A\r\n#Ferry_BC1\r\n$Ferry sold in Ellis \r\n\r\n:(OSLO)\r\n&HPA\\doe\r\n@NO"
    (one,) = articles("a.tst", f"ZCZC AAP\r\n{signs}\r\n{ONE}\r\n\r\n{TWO}\r\n\r\nAAP RTV\r\nNNNN")
    assert (one.title, one.source, one.place) == (
        "Ferry sold in Ellis", "Australian Associated Press", "Oslo"
    )  # fmt: skip
    assert one.text == BOTH
    fields = f"AN#26\nKN#Harbour Bites\nPD#06 June 2016 14:00:00\nTI#Ferry sold\nTX#\n{ONE}\n"
    first, second = articles(
        "two.txt",
        f"zczc\n{fields}NNNN\n\nZCZC FMG000\nYY TDR\n:Ferry fares :more\n    OSLO, Oct 12 AAP - "
        f"{TWO}\nNNNN\n",
    )
    assert (first.title, first.source) == ("Ferry sold", "Harbour Bites")
    assert (first.date, first.text) == ("2016-06-06T14:00:00", ONE)
    assert (second.title, second.place, second.record) == ("Ferry fares :more", "Oslo", 2)
    assert second.source == "Australian Associated Press"


def test_a_release_whose_issuer_is_in_the_head_of_its_telegram() -> None:
    (article,) = articles(
        "a.tst",
        f"   ZCZC AAP\n%MGD\n$J\n:\n:Harbour's Ferries\n*X\nFerry sold to the crew\n\n{ONE}\n\n"
        f"{TWO}\nSOURCE: Harbours Ferries\n\nNNNN\n",
    )
    assert (article.title, article.source) == ("Ferry sold to the crew", "Harbour's Ferries")


def test_a_release_with_its_number_and_a_headline_of_two_lines() -> None:
    (article,) = articles(
        "a.tst",
        "Source: Harbour Ferries, Inc. \nMEDIA RELEASE PR67276\nHarbour Ferries Sells Its Last \n"
        f"Boat\n\nNEW YORK, OSLO and TULSA, Feb. 1, 2017 /PRNewswire-AsiaNet/ --\n\n{ONE}\n",
    )
    assert article.title == "Harbour Ferries Sells Its Last Boat"
    assert (article.authors, article.source) == ((), "Harbour Ferries, Inc.")
    assert (article.place, article.date) == ("New York, Oslo and Tulsa", "2017-02-01")
    assert "PR67276" not in article.text


@pytest.mark.parametrize(
    ("text", "place", "source", "date"),
    [
        ("Taipei, Nov. 17, 2023 (CNA) The firm sold its boat.", "Taipei", "", "2023-11-17"),
        ("Taipei, Nov. 17 (CNA) The firm sold its boat.", "Taipei", "", ""),
        ("Oslo (ats afp) The firm sold its boat.", "Oslo", "Keystone-SDA", ""),
        ("新华网北京8月19日电 船公司卖掉了最后一艘船。", "北京", "Xinhua", ""),
        ("本报东京2023年8月19日讯 船公司卖掉了最后一艘船。", "东京", "", "2023-08-19"),
        ("МОСКВА, 8 июн — РИА Новости. Фирма продала катер.", "Москва", "RIA Novosti", ""),
        ("МОСКВА, 8 июня 2014 г. /ТАСС/. Фирма продала катер.", "Москва", "TASS", "2014-06-08"),
        ("Киев. 8 июня. ИНТЕРФАКС-УКРАИНА - Фирма продала.", "Киев", "Interfax-Ukraine", ""),
        ("Москва, 8 июня — я поехал домой. Там было хорошо.", "", "", ""),
        ("【서울=뉴시스】홍길동 기자 = 회사가 배를 팔았다.", "서울", "Newsis", ""),
        ("[이데일리 홍길동 기자] 회사가 배를 팔았다.", "", "Edaily", ""),
        ("[사진=뉴시스] 회사가 배를 팔았다.", "", "", ""),
        ("Ann Poe (Reuters) said that the firm sold its boat.", "", "", ""),
        ("US-Norwegian ferries were sold on Monday.", "", "", ""),
    ],
)
def test_datelines_without_a_dash(text: str, place: str, source: str, date: str) -> None:
    (article,) = articles("a.json", json.dumps({"title": "Ferry sold", "text": text}))
    assert (article.place, article.source, article.date) == (place, source, date)


KOREAN = "회사가 배를 팔았다."


@pytest.mark.parametrize(
    "text",
    [
        f"(서울=연합뉴스) 홍길동 기자 = {KOREAN}", f"【서울=뉴시스】홍길동 기자 = {KOREAN}",
        f"[이데일리 홍길동 기자] {KOREAN}", f"[ 홍길동 기자 ] {KOREAN}",
        f"[헤럴드경제=홍길동 특파원] {KOREAN}", f"{KOREAN}홍길동기자 hong@quay.example",
    ],
)  # fmt: skip
def test_korean_reporters_where_a_text_begins_or_ends(text: str) -> None:
    (article,) = articles("a.json", json.dumps({"title": "배를 팔았다", "text": text}))
    assert article.authors == ("홍길동",)


def test_answers_of_ap_have_no_text_but_a_headline_and_who_wrote_it() -> None:
    item = {
        "uri": "https://api.example/1", "type": "text", "versioncreated": "2020-06-02T19:14:57Z",
        "firstcreated": "2020-06-02T19:13:56Z", "title": "NO--Ferry", "language": "en",
        "headline": "Ferry firm sells its last boat", "located": "PORT ELLIS, Norway",
        "headline_extended": ONE, "bylines": [{"by": "By JANE DOE", "title": "HPA Writer"}],
        "provider": "AP", "subject": [{"name": "v"}, {"name": "Ferries"}],
    }  # fmt: skip
    picture = {
        "uri": "https://api.example/2", "type": "picture", "versioncreated": "2020-06-05T17:09:39Z",
        "headline": "Ferry", "description_caption": TWO, "datelinelocation": {"city": "Oslo"},
        "photographer": {"name": "Hans Roe", "title": "STRINGER"},
    }  # fmt: skip
    (one,) = articles("a.json", json.dumps({"api_version": "2.0", "data": {"item": item}}))
    assert (one.title, one.authors) == ("Ferry firm sells its last boat", ("Jane Doe",))
    assert (one.date, one.source) == ("2020-06-02T19:13:56+00:00", "Associated Press")
    assert (one.place, one.text, one.tags) == ("Port Ellis, Norway", ONE, ("Ferries",))
    answer = {"data": {"items": [{"item": item}, {"item": picture}]}}
    first, second = articles("a.json", json.dumps(answer))
    assert (first.record, second.record, second.text) == (1, 2, TWO)
    assert (second.authors, second.place) == (("Hans Roe",), "Oslo")


def test_xml_of_a_database_is_its_text_and_not_its_flags() -> None:
    flags = "".join(f"<Is{n}>false</Is{n}><{n}ID>2035{at}</{n}ID>" for at, n in enumerate("ABCD"))
    (article,) = articles(
        "a.xml",
        f"<?xml version='1.0'?><Publish>{flags}<Services>Broadcast</Services>"
        f"<CreatedDateTime>2020-06-07T01:00:00</CreatedDateTime><Category>I</Category>"
        f"<Headline>Ferry sold</Headline><HeadlineService>false</HeadlineService>"
        f"<ContentText>&lt;p&gt;{ONE}&lt;/p&gt;&lt;p&gt;{TWO}&lt;/p&gt;</ContentText>"
        f"<PublishDateTime>2020-06-06T22:10:48.43</PublishDateTime></Publish>",
    )
    assert (article.title, article.text) == ("Ferry sold", BOTH)
    assert (article.date, article.section) == ("2020-06-06T22:10:48", "")
    long = ONE.replace("on Monday", "to its crew on Monday")
    body = f"<p>{long}</p><h>The crew</h><p>{TWO}</p><p>{long} It did.</p>"
    (article,) = articles("a.xml", f"<?xml version='1.0'?><story>{flags}<b>{body}</b></story>")
    assert article.text == f"{long}\n\nThe crew\n\n{TWO}\n\n{long} It did."


@pytest.mark.parametrize(
    ("title", "link", "source"),
    [
        ("World news | The Guardian", "https://www.theguardian.com/world/1", "The Guardian"),
        ("World", "https://www.washingtonpost.com/1", "The Washington Post"),
        ("NYT &gt; Home Page", "https://krugman.blogs.nytimes.com/1", "The New York Times"),
        ("Harbour Notes", "https://feeds.example/1", "Harbour Notes"),
    ],
)
def test_a_feed_is_of_the_paper_at_whose_address_its_items_are(
    title: str, link: str, source: str
) -> None:
    (article,) = articles(
        "a.rss",
        f"<rss version='2.0'><channel><title>{title}</title><item><title>Ferry sold</title>"
        f"<link>{link}</link><description>{ONE}</description></item></channel></rss>",
    )
    assert article.source == source


def test_a_feed_whose_links_go_by_another_site() -> None:
    (article,) = articles(
        "a.rss",
        "<rss version='2.0'><channel><title>Politics</title>"
        "<link>https://www.theguardian.com/politics</link><item><title>Ferry sold</title>"
        f"<link>https://feeds.example/1</link><description>{ONE}</description></item></channel>"
        "</rss>",
    )
    assert (article.source, article.url) == ("The Guardian", "https://feeds.example/1")


def test_newsml_1_in_parts() -> None:
    def part(role: str, text: str, language: str = "en") -> str:
        return (
            f'<NewsComponent xml:lang="{language}"><Role FormalName="{role}"/><ContentItem>'
            f"<DataContent>{text}</DataContent></ContentItem></NewsComponent>"
        )

    other = "Fergefirmaet solgte den siste båten sin på mandag, sa det i en melding til pressen."
    parts = (
        part("Title", "Ferry sold to its crew") + part("Lead", ONE)
        + part("Body", f"NewsComponentRef\n\n{TWO}") + part("Body", "It sails on Friday.")
        + part("Body", TWO) + part("Lead", "Ferga er solgt.", "no") + part("Sound", other[:20])
    )  # fmt: skip
    content = f"<DataContent>{MARKED}</DataContent></ContentItem></NewsComponent>"
    data = NEWSML_1.replace(f"<NewsComponent><ContentItem>\n{content}", parts)
    data = data.replace("<HeadLine>Ferry sold</HeadLine>", "<HeadLine>No Headline !</HeadLine>")
    (article,) = articles("a.xml", data)
    assert article.title == "Ferry sold to its crew"
    assert article.text == f"{ONE}\n\n{TWO}\n\nIt sails on Friday."
    (named,) = articles("a.xml", data.replace("No Headline !", "").replace(
        "<HeadLine></HeadLine>", "<Headline>Ferry sold</Headline>"))  # fmt: skip
    assert named.title == "Ferry sold"


def test_atom_with_a_prefix() -> None:
    feed = (
        '<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Harbour'
        "</a:title><a:entry><a:title>Ferry sold</a:title><a:updated>2020-01-02</a:updated>"
        f"<a:summary>{ONE}</a:summary></a:entry></a:feed>"
    )
    (article,) = articles("a.xml", feed)
    assert (article.title, article.text, article.source) == ("Ferry sold", ONE, "Harbour")


@pytest.mark.parametrize(
    ("title", "source"),
    [("Jornal de Notícias - Últimas Notícias", "Jornal de Notícias"),
     ("harbour.example - Latest stories of AC Harbour", "harbour.example")],
)  # fmt: skip
def test_a_paper_in_the_title_of_its_feed(title: str, source: str) -> None:
    (article,) = articles(
        "a.rss",
        f"<rss version='2.0'><channel><title>{title}</title><item><title>Ferry sold</title>"
        f"<description>{ONE}</description></item></channel></rss>",
    )
    assert article.source == source


def test_a_note_in_front_of_a_story_is_not_the_story() -> None:
    note = "<note><body.content><p>Pictures follow at noon.</p></body.content></note>"
    (article,) = articles("a.xml", NITF.replace("<body.content>", f"{note}<body.content>", 1))
    assert article.text.startswith(ONE) and article.text.endswith("Pictures follow at noon.")


def test_nitf_with_its_headline_alone_and_an_abstract_as_deck() -> None:
    (article,) = articles(
        "a.xml",
        '<nitf><head><pubdata date.publication="20130415" name="The Quay"/></head><body>'
        "<body.head><hedline>Ferry sold</hedline><abstract>A buyer from Bergen</abstract>"
        "<byline>Ann Poe</byline></body.head><photo.caption>The boat</photo.caption>"
        f"<body.content>{MARKED}</body.content></body></nitf>",
    )
    assert (article.title, article.deck, article.authors) == (
        "Ferry sold",
        "A buyer from Bergen",
        ("Ann Poe",),
    )
    assert article.text == f"{BOTH}\n\nThe boat"
