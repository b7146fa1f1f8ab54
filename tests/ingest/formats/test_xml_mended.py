"""XML that is not well-formed: nothing of its text is lost, and what breaks off is told."""

from __future__ import annotations

import io

import pytest

from newsgrep.article import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.formats.xml import elements
from newsgrep.ingest.formats.xml_mending import mended, mended_pieces
from newsgrep.ingest.reader import articles_in

BREAKS_OFF = "it breaks off before its end: what came behind is missing"

NITF = """<?xml version="1.0"?>
<nitf><body><body.head><hedline><hl1>Quay to reopen</hl1></hedline></body.head>
<body.content><p>{}</p></body.content></body></nitf>"""

G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>
<headline>Quay to reopen</headline></contentMeta><contentSet><inlineXML><html><body><p>{}</p>
</body></html></inlineXML></contentSet></newsItem>"""

NEWSML_1 = """<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Quay to reopen</HeadLine>
</NewsLines><ContentItem><DataContent><p>{}</p></DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>"""

TEI = """<TEI><text><body><div><head>Quay to reopen</head><p>{}</p></div></body></text></TEI>"""

ANY = """<?xml version="1.0"?><page><title>Quay to reopen</title><p>{}</p></page>"""

RECORDS = """<items>
<item><title>Quay to reopen</title><date>2019-05-03</date><text>{}</text></item>
<item><title>Ferry stays</title><date>2019-05-04</date><text>The ferry stays.</text></item>
</items>"""

WXR = """<?xml version="1.0" encoding="UTF-8"?>
<!-- generator="WordPress" wordpress.org/export/1.2 --><rss xmlns:content="x">
<channel><item><title>Quay to reopen</title><content:encoded>{}</content:encoded></item>
<item><title>Ferry stays</title><content:encoded>The ferry stays.</content:encoded></item>
</channel></rss>"""

ENEX = """<en-export><note><title>Quay to reopen</title><content>{}</content></note></en-export>"""

EACH = pytest.mark.parametrize(
    "document", [NITF, G2, NEWSML_1, TEI, ANY, RECORDS, WXR, ENEX],
    ids=["NITF", "NewsML-G2", "NewsML 1", "TEI", "any XML", "records", "WordPress", "Evernote"],
)  # fmt: skip


def read(data: bytes | str, name: str = "a.xml") -> tuple[list[Article], list[str]]:
    data = data if isinstance(data, bytes) else data.encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    reasons = [one.reason for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], reasons


def first_text(data: bytes | str) -> str:
    articles, reasons = read(data)
    assert not reasons
    return " ".join(articles[0].text.split())


@EACH
@pytest.mark.parametrize("control", ["\x0b", "\x0c", "\x01", "\x1e", "\x1f", "\ufffe", "\x1b[1m"])
def test_control_characters_cost_no_text(document: str, control: str) -> None:
    """Word's line breaks and the like get into CDATA, where a parser drops what is before them."""
    pasted = f"<![CDATA[The quay, <b>shut</b> since{control} May, opens.]]>"
    expected = "The quay, <b>shut</b> since May, opens."
    found = first_text(document.format(pasted))
    assert found in (expected, expected.replace("<b>", "").replace("</b>", ""))


@EACH
def test_entities_of_html_and_bare_signs_are_read_as_they_are_meant(document: str) -> None:
    written = "The Caf&eacute; of AT&T &mdash; R&D at x < y, &#147;far&#148; &unheard; of&#11;."
    meant = "The Café of AT&T — R&D at x < y, “far” &unheard; of."
    assert first_text(document.format(written)) == meant


@EACH
def test_bytes_that_are_not_in_the_declared_encoding(document: str) -> None:
    """Said to be UTF-8, or said to be nothing, but written as Windows-1252."""
    said = "The café “Zur Möwe” of Ålesund, déjà vu: naïve."
    assert first_text(document.format(said).encode("cp1252")) == said
    stray = document.format("The Möwe of Ålesund in a naNve year").encode()
    assert first_text(stray.replace(b"naNve", b"na\xefve")) == "The Möwe of Ålesund in a naïve year"


def test_what_a_document_defines_itself() -> None:
    """A sign or a word is put in its place; what is longer is not expanded."""
    doctype = (
        '<!DOCTYPE page [<!ENTITY eacute "&#233;"><!ENTITY ago "two years ago">'
        '<!ENTITY much "&ago;&ago;">]>'
    )
    text = "The caf&eacute; was shut &ago; and &much; opens &agrave; la mer."
    (article,), _ = read(doctype + ANY.format(text).removeprefix('<?xml version="1.0"?>'))
    assert article.text.startswith("The café was shut two years ago and")
    assert article.text.endswith("opens à la mer.")
    assert "agotwo" not in article.text


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_a_document_is_mended_alike_however_it_is_cut(size: int) -> None:
    document = (
        "<r a='1&2'><!-- a & b --><t>AT&T &amp; R&D;, caf&eacute; x < y</t>"
        "<![CDATA[ a & b\x0b &eacute; ]]]><i/>é</r>"
    ).encode()
    pieces = iter([document[at : at + size] for at in range(0, len(document), size)])

    class Slow(io.RawIOBase):
        def read(self, _: int = -1) -> bytes:
            return next(pieces, b"")

    assert b"".join(mended_pieces(Slow())) == mended(document)  # type: ignore[arg-type]
    assert mended(document).decode() == (
        "<r a='1&amp;2'><!-- a & b --><t>AT&amp;T &amp; R&amp;D;, caf&#233; x &lt; y</t>"
        "<![CDATA[ a & b  &eacute; ]]]><i/>é</r>"
    )


def test_a_long_document_is_read_in_the_encoding_that_its_first_letters_are_in() -> None:
    opening = '<?xml version="1.0" encoding="windows-1251"?><list>'
    ascii_only = "<item>harbour</item>" * 8000
    for encoding in ("windows-1251", "utf-8", "utf-16"):
        data = f"{opening}{ascii_only}<item>причал</item></list>".encode(encoding)
        texts = [element.text for element in elements(io.BytesIO(data), "item")]
        assert (texts[0], texts[-1], len(texts)) == ("harbour", "причал", 8001)


def test_a_prefixed_root_that_ends_is_whole() -> None:
    text = "The quay opens in May, and the ferry sails again."
    articles, reasons = read(f'<?xml version="1.0"?><a:page xmlns:a="x"><a:p>{text}</a:p></a:page>')
    assert ([one.text for one in articles], reasons) == ([text], [])


@EACH
@pytest.mark.parametrize("lost", ["</", "<p", "&am", "<![CDATA[", ""])
def test_a_document_that_breaks_off_is_read_as_far_as_it_goes(document: str, lost: str) -> None:
    text = "The quay opens in May, and the ferry sails again."
    written = document[: document.index("{}")] + f"<![CDATA[{text}]]>{lost}"
    articles, reasons = read(written)
    assert ([one.text for one in articles], reasons) == ([text], [BREAKS_OFF])
    written = document[: document.index("{}")] + f"<![CDATA[{text}"
    articles, reasons = read(written)
    assert ([one.text for one in articles], reasons) == ([text], [BREAKS_OFF])


@pytest.mark.parametrize("document", [NITF, G2, NEWSML_1, TEI])
def test_documents_one_behind_another_in_a_file(document: str) -> None:
    both = document.format("The quay opens.") + "\n" + document.format("The ferry stays.")
    articles, reasons = read(both)
    assert [one.text for one in articles] == ["The quay opens.", "The ferry stays."]
    assert not reasons
