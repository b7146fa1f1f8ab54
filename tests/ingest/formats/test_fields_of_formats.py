"""What each format says of an article, by small examples: raw documents and their claims."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import RawDocument


def only(data: bytes | str, name: str) -> RawDocument:
    """The one document of a file."""
    (found,) = read_bytes(data if isinstance(data, bytes) else data.encode(), name)
    assert isinstance(found, RawDocument)
    return found


def said(document: RawDocument, field: str) -> list[str]:
    """What the document claims for a field, in its order."""
    return [claim.value for claim in document.claims if claim.field == field]


def ninjs(**fields: object) -> RawDocument:
    return only(json.dumps({"uri": "urn:1", "version": "1", **fields}), "a.ninjs")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"body_text": "The ferry sank."}, "The ferry sank."),
        ({"body_text": "<p>The ferry</p><p>sank.</p>"}, "The ferry\n\nsank."),
        ({"body_html": "<p>The <b>ferry</b> sank.</p>"}, "The ferry sank."),
        ({"body_nitf": "<p>The ferry sank.</p>"}, "The ferry sank."),
        ({"body_long": "The ferry sank."}, "The ferry sank."),
        ({"bodies": [{"value": " "}, {"value": "<p>It sank.</p>", "contentType": "text/html"}]},
         "It sank."),
        ({"bodies": [{"value": "It sank."}, "no object"]}, "It sank."),
        ({"description_caption": "A ferry, sinking."}, "A ferry, sinking."),
        ({"descriptions": [{"value": "A ferry."}]}, "A ferry."),
        ({"headline": "Ferry sinks"}, ""),
    ],
)  # fmt: skip
def test_where_ninjs_has_its_text(fields: dict[str, object], text: str) -> None:
    assert ninjs(**fields).content == text


@pytest.mark.parametrize(
    ("fields", "text", "deck"),
    [
        ({"body_text": "In short.", "body_html": "<p>The ferry sank.</p><p>So it did.</p>"},
         "The ferry sank.\n\nSo it did.\n\nIn short.", []),
        ({"body_text": "The ferry sank.", "body_html": "<p>The ferry sank.</p>"},
         "The ferry sank.", []),
        ({"bodies": [{"role": "sidebar", "value": "Call the harbour."},
                     {"role": "main", "value": "The ferry sank on Monday."}]},
         "The ferry sank on Monday.\n\nCall the harbour.", []),
        ({"body_text": "The ferry sank.", "description_html": "<p>At sea.</p>"},
         "The ferry sank.", ["At sea."]),
        ({"body_text": "The ferry sank.", "descriptions": [{"value": "At sea."},
                                                           {"value": "Nobody drowned."}]},
         "The ferry sank.\n\nNobody drowned.", ["At sea."]),
    ],
)  # fmt: skip
def test_all_bodies_and_descriptions_of_ninjs_are_read(
    fields: dict[str, object], text: str, deck: list[str]
) -> None:
    found = ninjs(**fields)
    assert (found.content, said(found, "deck")) == (text, deck)


def headlines(data: object, name: str) -> list[tuple[int, list[str]]]:
    """The numbers and headlines of a file's documents."""
    text = data if isinstance(data, str) else json.dumps(data)
    found = list(read_bytes(text.encode(), name))
    assert all(isinstance(one, RawDocument) for one in found), found
    return [(one.record, said(one, "title")) for one in found if isinstance(one, RawDocument)]


FERRY = {"uri": "urn:1", "type": "text", "headline": "Ferry sinks", "body_text": "The ferry sank."}
HARBOUR = {"uri": "urn:2", "type": "text", "headline": "Harbour", "body_html": "<p>Shut today.</p>"}


@pytest.mark.parametrize("as_list", [True, False])
def test_items_of_ninjs_that_are_associated_are_articles(as_list: bool) -> None:
    picture = {"type": "picture", "headline": "Sea", "description_text": "The sea."}
    link = {"type": "text", "headline": "A link", "uri": "urn:3"}
    others = [picture, link, HARBOUR]
    associated = others if as_list else dict(zip("abc", others, strict=True))
    found = headlines(FERRY | {"associations": associated}, "a.ninjs")
    assert found == [(1, ["Ferry sinks"]), (2, ["Harbour"])]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("\n".join(map(json.dumps, (FERRY, HARBOUR))), "a.jsonl"),
        ([FERRY, HARBOUR], "a.json"),
        (json.dumps([FERRY, HARBOUR], indent=1), "a.json"),
    ],
)
def test_items_of_ninjs_in_lines_and_lists(data: object, name: str) -> None:
    assert headlines(data, name) == [(1, ["Ferry sinks"]), (2, ["Harbour"])]


def test_what_ninjs_claims() -> None:
    found = ninjs(
        headlines=[{"value": "Ferry sinks"}], body_text="It sank.", firstcreated="2017-03-04",
        by=[{"value": "Ada Orlo"}], infosource=[{"name": "Harbour Wire"}, {"qcode": "x"}],
        person=[{"name": "Bo Quay"}, {"rel": "none"}], keywords=["ferry", ""], located="Orlo",
    )  # fmt: skip
    for field, values in {
        "title": ["Ferry sinks"], "authors": ["Ada Orlo"], "source": ["Harbour Wire"],
        "people": ["Bo Quay"], "tags": ["ferry"], "place": ["Orlo"], "date": ["2017-03-04"],
    }.items():  # fmt: skip
        assert said(found, field) == values


@pytest.mark.parametrize(
    ("data", "reason"),
    [("{}", "without text"), ('{"uri": ', "not valid JSON")],
)
def test_ninjs_that_is_none(data: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        only(data, "a.ninjs")


def odt(content: str, meta: str = "") -> bytes:
    """An OpenDocument text."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:body {spaces}>{content}</office:body>")
        if meta:
            archive.writestr("meta.xml", f"<office:meta {spaces}>{meta}</office:meta>")
    return out.getvalue()


def test_an_open_document_with_spaces_notes_and_properties() -> None:
    found = only(
        odt(
            "<text:h>Ferry<text:s/>sinks</text:h><text:p/>"
            "<text:p>It <text:span>sank</text:span><text:note><text:p>A note.</text:p></text:note>"
            " off<text:tab/>Orlo.<text:line-break/>Nobody drowned.</text:p>",
            "<dc:title>The ferry of Orlo</dc:title>"
            "<meta:initial-creator>Ada Orlo</meta:initial-creator>",
        ),
        "a.odt",
    )
    assert found.content == "Ferry sinks\n\nIt sank off Orlo.\nNobody drowned.\n\nA note."
    assert said(found, "title") == ["The ferry of Orlo"]
    assert said(found, "authors") == ["Ada Orlo"]


def test_an_open_document_without_properties() -> None:
    found = only(odt("<text:p>It sank.</text:p>", "<dc:title>Short</dc:title>"), "a.odt")
    assert (found.content, found.claims) == ("It sank.", ())


def test_a_word_document_with_a_table_and_properties() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("It sank off Orlo.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Ferries", "Two"
    document.core_properties.title = "The ferry of Orlo"
    document.core_properties.author = "Ada Orlo"
    out = io.BytesIO()
    document.save(out)
    found = only(out.getvalue(), "a.docx")
    assert found.content == "It sank off Orlo.\n\nFerries\n\nTwo"
    assert said(found, "title") == ["The ferry of Orlo"]
    assert said(found, "authors") == ["Ada Orlo"]


def test_a_word_document_without_its_properties() -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("It sank off Orlo.")
    whole, stripped = io.BytesIO(), io.BytesIO()
    document.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(stripped, "w") as new:
        for member in old.namelist():
            if not member.startswith("docProps/"):
                new.writestr(member, old.read(member))
    found = only(stripped.getvalue(), "a.docx")
    assert (found.content, found.claims) == ("It sank off Orlo.", ())


def test_factivas_xml_without_paragraphs() -> None:
    found = only(
        "<ppsarticle><article><headline>Ferry sinks</headline><leadParagraph>It sank.\n"
        "   Nobody drowned.\n\n  \n</leadParagraph><publicationDate><date>2017-03-04</date>"
        "</publicationDate><region><name>Orlo</name></region><region/><person>Bo Quay</person>"
        "<company>Harbour Plc</company></article></ppsarticle>",
        "a.xml",
    )
    assert found.content == "It sank.\n\nNobody drowned."
    assert said(found, "date") == ["2017-03-04"]
    assert said(found, "places") == ["Orlo"]
    assert said(found, "people") == ["Bo Quay"]
    assert said(found, "organizations") == ["Harbour Plc"]


def test_a_json_feed() -> None:
    data = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Harbour News",
        "items": [
            "no item",
            {"id": "1", "title": "Ferry sinks", "summary": "Off Orlo.", "content_text": "It sank."},
            {"id": "2", "title": "Quay", "content_html": "<p>It is closed.</p>"},
        ],
    }  # fmt: skip
    first, second = read_bytes(json.dumps(data).encode(), "a.json")
    assert isinstance(first, RawDocument)
    assert isinstance(second, RawDocument)
    assert (first.content, said(first, "deck"), said(first, "source")) == (
        "It sank.", ["Off Orlo."], ["Harbour News"],
    )  # fmt: skip
    assert second.content == "It is closed."


NEWSML = """<?xml version="1.0"?><NewsML><NewsItem><NewsComponent>
<NewsLines><HeadLine>Ferry sinks</HeadLine><ByLine>Ada Orlo</ByLine><ByLine/>
<KeywordLine>ferry; harbour</KeywordLine></NewsLines>
<DescriptiveMetadata><Language FormalName="en"/>
<Location><Property FormalName="City" Value="Orlo"/></Location></DescriptiveMetadata>
<ContentItem><DataContent><p>It sank.</p></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def test_newsml_of_the_first_version() -> None:
    found = only(NEWSML, "a.xml")
    assert found.content.strip() == "It sank."
    assert said(found, "title") == ["Ferry sinks"]
    assert said(found, "authors") == ["Ada Orlo"]
    assert said(found, "tags") == ["ferry", "harbour"]
    assert said(found, "language") == ["en"]


def test_newsml_without_an_item() -> None:
    with pytest.raises(UnreadableFile, match="without a news item"):
        only("<?xml version='1.0'?><NewsML><Catalog/></NewsML>", "a.xml")


def test_nitf_with_all_that_it_may_say() -> None:
    found = only(
        "<nitf><head><meta name='section' content='Harbour'/><meta name='other' content='x'/>"
        "<docdata><key-list><keyword key='ferry'/><keyword/></key-list>"
        "<doc.copyright holder='Harbour Wire'/></docdata></head><body><body.head>"
        "<hedline><hl1>Ferry sinks</hl1></hedline><byline>By <person>Ada Orlo</person></byline>"
        "</body.head><body.content><p>It sank.</p></body.content></body></nitf>",
        "a.xml",
    )
    assert said(found, "section") == ["Harbour"]
    assert said(found, "tags") == ["ferry"]
    assert "Harbour Wire" in said(found, "source")
    assert said(found, "authors") == ["Ada Orlo"]


def test_a_dispatch_of_iptc_7901_without_a_category() -> None:
    found = only(
        b"\x01abc123 4 zz 40 ferry\r\n\x02Ferry sinks =\r\n"
        b"It sank off Orlo.\r\n\x03041205 mar 17\r\n",
        "a.iptc",
    )
    assert said(found, "title") == ["Ferry sinks"]
    assert "It sank off Orlo." in found.content


def test_pdf_properties_and_pages_without_text(tmp_path: object) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument.new()
    document.new_page(200, 200)
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(UnreadableFile, match="without text"):
        only(out.getvalue(), "a.pdf")


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("From: Ada Orlo <a@orlo.example>\nTo: b@orlo.example\nSubject: Ferry\n\n", "without text"),
    ],
)
def test_a_message_without_text(message: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        only(message, "a.eml")


def test_a_message_with_a_folded_header_and_a_list() -> None:
    found = only(
        "From: Harbour News <news@orlo.example>\nTo: b@orlo.example,\n c@orlo.example\n"
        "List-Id: The Harbour List <list.orlo.example>\nSubject: Ferry sinks\n\nIt sank.\n",
        "a.eml",
    )
    assert found.content.strip() == "It sank."
    assert said(found, "title") == ["Ferry sinks"]
    assert "The Harbour List" in said(found, "source")
