"""Newspapers as scholars encode them: TEI, PAGE, and XML with an element a word."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def read(data: str, name: str = "a.xml") -> list[Article | Failure]:
    raw = io.BufferedReader(io.BytesIO(data.encode()), HEAD)
    return list(articles_in(raw, name, name))


def one(data: str, name: str = "a.xml") -> Article:
    (article,) = read(data, name)
    assert isinstance(article, Article), article
    return article


EDITION = """<teiHeader><fileDesc>
<titleStmt><title>Harbour Papers Online</title><author/>
<principal>Editor, Ann</principal></titleStmt>
<publicationStmt><publisher>Orlo University</publisher><date>2015</date>
<address><addrLine>1 Library Square</addrLine></address></publicationStmt>
<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>"""
PRINTED = """<bibl><author/><title level="a" type="main">Rival Ferries</title>
<title level="j">Orlo Evening Gazette</title><date when="1890-09-16">September 16, 1890</date>
<relatedItem><bibl><title level="a">Two Boats</title><title level="j">Quay News</title>
<date when="1890-08-26"/></bibl></relatedItem></bibl>"""
STRUCTURED = """<biblStruct><analytic><title>Rival Ferries</title>
<author><forename>Jane</forename> <surname>Doe</surname></author></analytic>
<monogr><title>Orlo Evening Gazette : daily paper</title>
<imprint><publisher>Quay Press</publisher><date when="1890-09-16"/></imprint></monogr>
</biblStruct>"""
BODY = """<text xml:lang="en"><body><div1 type="article"><fw>883</fw><head>RIVAL FERRIES.</head>
<p>There is great excite-<lb/>ment at the quay<ref target="n1">1</ref> over two
<choice><sic>boots</sic><corr>boats</corr></choice>.</p><p>The second paid less.</p>
</div1></body></text>"""


@pytest.mark.parametrize("source", [PRINTED, STRUCTURED])
def test_facts_of_tei_are_those_of_the_printed_paper(source: str) -> None:
    article = one(f"<?xml version='1.0'?><TEI>{EDITION.format(source=source)}{BODY}</TEI>")
    assert (article.title, article.date) == ("Rival Ferries", "1890-09-16")
    assert article.source == "Orlo Evening Gazette"
    assert article.authors == (("Jane Doe",) if source is STRUCTURED else ())
    assert article.language == "en"
    assert article.text == (
        "There is great excitement at the quay over two boats.\n\nThe second paid less."
    )


def test_what_tei_does_not_say_of_the_source_is_not_taken_from_the_edition() -> None:
    source = "<bibl><title level='a'>Rival Ferries</title><title level='j'/><date/></bibl>"
    article = one(f"<TEI>{EDITION.format(source=source)}{BODY}</TEI>")
    assert (article.title, article.source, article.date) == ("Rival Ferries", "", "")


def test_an_issue_in_tei_is_as_many_articles_as_it_has() -> None:
    source = "<bibl><title>Orlo Evening Gazette</title><date when='1875-04-04'/></bibl>"
    divisions = "".join(
        f"<div type='article'><head>{head}</head><p>{text}</p></div>"
        for head, text in (("Ferry sold", "It went to Bergen."), ("Bridge shut", "It is old."))
    )
    header = EDITION.format(source=source)
    found = read(f"<TEI>{header}<text><body>{divisions}</body></text></TEI>")
    assert all(isinstance(article, Article) for article in found)
    assert [a.title for a in found] == ["Ferry sold", "Bridge shut"]  # type: ignore[union-attr]
    assert {a.date for a in found} == {"1875-04-04"}  # type: ignore[union-attr]


def test_a_name_in_parts_and_a_section_of_an_issue() -> None:
    source = "<bibl><title level='j'>Orlo Gazette</title><date value='1911-04-01'/></bibl>"
    name = "<persName>Jane <forename>Ann</forename><surname><addName>Poe</addName></surname>"
    item = f"<div type='item' subtype='article'><head>Ferry sold</head><p>{SAID}</p><byline>(Oslo) "
    item += f"{name}<surname>Roe</surname></persName></byline></div>"
    body = f"<div type='section'><head>Shipping</head>{item}</div>{item.replace('sold', 'kept')}"
    header = EDITION.format(source=source)
    first, second = read(f"<TEI.2>{header}<text><body>{body}</body></text></TEI.2>")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, second.title) == ("Ferry sold", "Ferry kept")
    assert (first.section, second.section) == ("Shipping", "")
    assert first.authors == second.authors == ("Jane Ann Poe Roe",)
    assert (first.date, first.source) == ("1911-04-01", "Orlo Gazette")


def division(head: str, text: str, within: str = "") -> str:
    return f"<div type='article'><head>{head}</head><p>{text}</p>{within}</div>"


def test_an_article_within_another_does_not_make_an_issue_one() -> None:
    header = EDITION.format(source="<bibl><title>Orlo Gazette</title></bibl>")
    body = division("Ferry sold", SAID, division("Its captain", "He is old."))
    body += division("Bridge shut", "It is old.") + division("Quay open", "It is new.")
    found = read(f"<TEI>{header}<text><body>{body}</body></text></TEI>")
    assert [a.title for a in found] == ["Ferry sold", "Bridge shut", "Quay open"]  # type: ignore[union-attr]
    assert "He is old." in found[0].text  # type: ignore[union-attr]


def test_articles_within_the_parts_of_an_issue_are_the_articles() -> None:
    header = EDITION.format(source="<bibl><title>Orlo Gazette</title></bibl>")
    inner = "".join(division(f"Story {n}", f"Text {n} is here.") for n in range(4))
    body = f"<div type='item'><head>Part</head>{inner}</div>"
    found = read(f"<TEI>{header}<text><body>{body}</body></text></TEI>")
    assert [a.title for a in found] == [f"Story {n}" for n in range(4)]  # type: ignore[union-attr]


PAGE = """<?xml version="1.0"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/x">
<Metadata><Creator>prov=READ-COOP:name=Reader:version=0.7.1 Transkribus</Creator>
<Created>2021-12-14T12:03:08.227+01:00</Created><LastChange>2023-11-16T11:24:26</LastChange></Metadata>
<Page imageFilename="p.jpg"><ReadingOrder><OrderedGroup>
<RegionRefIndexed index="0" regionRef="r2"/><RegionRefIndexed index="1" regionRef="r1"/>
</OrderedGroup></ReadingOrder>
<TextRegion id="r1"><TextLine><Word><Glyph><TextEquiv><Unicode>I</Unicode></TextEquiv></Glyph>
<Glyph><TextEquiv><Unicode>t</Unicode></TextEquiv></Glyph></Word>
<Word><TextEquiv index="1"><Unicode>wont</Unicode></TextEquiv>
<TextEquiv index="0"><Unicode>went</Unicode></TextEquiv></Word></TextLine>
<TextLine><TextEquiv><Unicode>to a pur⸗</Unicode></TextEquiv></TextLine>
<TextLine><TextEquiv><Unicode>chaser in Bergen.</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2"><TextLine><TextEquiv><Unicode>Ferry Sold</Unicode></TextEquiv></TextLine>
</TextRegion></Page></PcGts>"""


def test_a_transcribed_page_is_its_lines_in_their_order() -> None:
    article = one(PAGE)
    assert article.title == "Ferry Sold"
    assert article.text == "It went to a purchaser in Bergen."
    assert (article.authors, article.date) == ((), "")


OLIVE = """<?xml version="1.0" encoding="windows-1252"?>
<XMD-entity DOC_UID="X" LANGUAGE="English"><Meta NAME="Ferrysold." PUBLICATION="Orlo Gazette"
 SECTION="Front page" ISSUE_DATE="02/01/1900" BASE_HREF="ORL/1900/01/02"/>
<HedLine_hl1><Primitive><L/><W BOX="0 0 50 20" NS="y">Ferry</W><W BOX="60 0 90 20" NS="y">sold</W>
<W BOX="90 0 95 20">.</W></Primitive></HedLine_hl1>
<Content><Primitive><L P="SA"/><W>It</W><W>went</W><W>to</W><Q QID="1">Ber</Q><L/>
<q QID="1">gen</q><QW QID="1">Bergen</QW><W>at</W><W>once</W><W>.</W>
<L P="S"/><W>The</W><W>crew</W><W>stays</W><W NS="y">on</W><W>.</W></Primitive></Content>
</XMD-entity>"""


def test_olive_active_paper() -> None:
    article = one(OLIVE)
    assert (article.title, article.date) == ("Ferry sold.", "1900-01-02")
    assert (article.source, article.section) == ("Orlo Gazette", "Front page")
    assert article.text == "It went to Bergen at once.\n\nThe crew stays on."


def test_a_page_of_olive_says_only_where_its_articles_are() -> None:
    (found,) = read("<?xml version='1.0'?><XMD-PAGE><Meta ISSUE_DATE='02/01/1900'/></XMD-PAGE>")
    assert isinstance(found, Foreign)


WORDS = "the ferry firm sold its last boat to a buyer from Bergen on Monday , it said .".split()


def tetml(word: str) -> str:
    glyphs = "".join(f'<Glyph font="F0">{letter}</Glyph>' for letter in word)
    return f"<Word><Text>{word}</Text><Box llx='1'>{glyphs}</Box></Word>"


def abbyy(line: str) -> str:
    read_as = 9 * "<charRecVariant>x</charRecVariant>"
    read_as = f"\n<charRecVariants>{read_as}</charRecVariants>"
    letters = "".join(
        f"<charParams l='1'>{read_as if letter in 'aeo' else ''}{letter}</charParams>"
        for letter in line
    )
    return f"<line><formatting lang='en'>{letters}</formatting></line>"


SAID = "the ferry firm sold its last boat to a buyer from Bergen on Monday, it said."


@pytest.mark.parametrize(
    "document",
    [
        "<AudioDoc>"
        + 2 * ("<SpeechSegment>" + "".join(f"<Word>{w}</Word>" for w in WORDS) + "</SpeechSegment>")
        + "</AudioDoc>",
        "<TET><DocInfo><CreationDate>2004-02-25</CreationDate><Creator>Scan Ltd</Creator></DocInfo>"
        + 2 * ("<Para><Line>" + "".join(map(tetml, WORDS)) + "</Line></Para>")
        + "</TET>",
        "<document><page>"
        + 2 * ("<par>" + abbyy("the ferry firm sold its last boat to a buy-")
               + abbyy("er from Bergen on Monday, it said.") + "</par>")
        + "</page></document>",
        "<corpus>"
        + 2 * ("<p>" + "".join("<s>" + "".join(f"<w>{w}</w>" for w in part) + "</s>"
                               for part in (WORDS[:9], WORDS[9:])) + "</p>")
        + "</corpus>",
    ],
    ids=["transcript", "TETML", "ABBYY", "tokenized corpus"],
)  # fmt: skip
def test_words_and_letters_are_put_together(document: str) -> None:
    article = one(f"<?xml version='1.0'?>{document}")
    assert article.text == f"{SAID}\n\n{SAID}"
    assert (article.date, article.authors) == ("", ())


def test_a_line_of_very_many_words_takes_no_time() -> None:
    words = 50_000 * "<w>ferry</w>"
    article = one(f"<?xml version='1.0'?><a><s>{words}</s></a>")
    assert article.text.count("ferry ferry") == 25_000
    lines = 10_000 * "<l><w>a</w><w>fer-</w></l><l><w>ry</w></l>"
    assert one(f"<?xml version='1.0'?><a><p>{lines}</p></a>").text.count("ferry") == 10_000


def test_many_keywords_make_no_text_of_words() -> None:
    keywords = "".join(f"<keyword>{word}</keyword>" for word in 3 * WORDS)
    paragraphs = "".join(f"<p>{SAID} {n}</p>" for n in range(12))
    article = one(f"<?xml version='1.0'?><a><keys>{keywords}</keys>{paragraphs}</a>")
    assert f"{SAID} 11" in article.text


def test_mets_is_no_article() -> None:
    (found,) = read(
        "<?xml version='1.0'?><mets:mets xmlns:mets='x'><agent>Scan Ltd</agent></mets:mets>"
    )
    assert isinstance(found, Foreign)
    assert "METS" in found.reason


def test_the_kind_of_a_file_is_no_publication() -> None:
    record = (
        "<r><title>Ferry sold</title><medium>image/jpg</medium><isPartOf>Orlo Gazette</isPartOf>"
    )
    article = one(f"<?xml version='1.0'?>{record}<text>{SAID}</text></r>")
    assert article.source == "Orlo Gazette"
