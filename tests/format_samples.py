"""Small files in every format that news is kept in, made here."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

PARAGRAPHS = (
    "The harbour authority of Port Ellis will close its northern quay for two years from March,"
    " its director said on Monday, because the piles under it have rotted through.",
    "“We looked at every other way,” said Maria Delgado, who has led the authority since 2011."
    " “There was none that anybody could pay for.”",
    "Some 340 people work on the quay. Half of them will move to the southern terminal, and the"
    " rest have been offered places at the shipyard across the bay.",
)
TITLE = "Port Ellis to close its northern quay for two years"
TEXT = "\n\n".join(PARAGRAPHS)
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
SECOND_TITLE = "Fishing fleet votes to stay in harbour"
SECOND = (
    "The fishing fleet of Port Ellis voted on Tuesday to stay in harbour until the price of"
    " diesel falls, the third such vote since the autumn and the first without a voice against."
)


def page(title: str = TITLE, body: str = HTML, head: str = "") -> str:
    """A whole web page with an article in it."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title} - The Courier</title>{head}"
        "<meta property='og:site_name' content='The Courier'>"
        "<meta property='article:published_time' content='2017-02-20T09:40:00+01:00'>"
        "<meta name='author' content='Jane Doe'></head><body><nav><a href='/'>Home</a>"
        f"<a href='/news'>News</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


def zipped(files: dict[str, bytes | str], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip archive of ``files``; those named in ``stored`` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, kind)
    return out.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    """A tar archive of ``files``."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def warc() -> bytes:
    """A packed web archive: a page, a picture, a page that was not found, another page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, status, kind, body in (
        ("https://courier.example/2017/02/20/quay", "200 OK", "text/html; charset=utf-8", page()),
        ("https://courier.example/logo.png", "200 OK", "image/png", "PNG"),
        ("https://courier.example/gone", "404 Not Found", "text/html", page("Gone")),
        ("https://courier.example/fleet", "200 OK", "text/html",
         page(SECOND_TITLE, f"<p>{SECOND}</p><p>{PARAGRAPHS[2]}</p>")),
    ):  # fmt: skip
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(body.encode()), http_headers=headers
            )
        )
    return out.getvalue()


MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/quay
Subject: {TITLE}
Date: Mon, 20 Feb 2017 09:40:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----XX"

------XX
Content-Type: text/html
Content-Transfer-Encoding: 8bit
Content-Location: https://courier.example/quay

{page()}
------XX
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/logo.png

iVBORw0KGgo=
------XX--
"""

EML = f"""From: The Harbour Brief <brief@courier.example>
To: reader@example.org
Subject: {TITLE}
Date: Mon, 20 Feb 2017 09:40:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{TEXT}
"""

MBOX = (
    f"From brief@courier.example Mon Feb 20 09:40:00 2017\n{EML}\n"
    "From roe@courier.example Tue Feb 21 08:00:00 2017\n"
    "From: John Roe <roe@courier.example>\nTo: reader@example.org\n"
    f"Subject: {SECOND_TITLE}\nDate: Tue, 21 Feb 2017 08:00:00 +0000\n\n{SECOND}\n\n"
)

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Courier</title><language>en</language>
<item><title>{TITLE}</title><link>https://courier.example/quay</link>
<pubDate>Mon, 20 Feb 2017 09:40:00 +0100</pubDate><dc:creator>Jane Doe</dc:creator>
<category>Harbour</category><description>The northern quay closes.</description>
<content:encoded><![CDATA[{HTML}]]></content:encoded></item>
<item><title>{SECOND_TITLE}</title><description>{SECOND}</description></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>
<entry><title>{TITLE}</title><link href="https://courier.example/quay"/>
<published>2017-02-20T09:40:00+01:00</published><updated>2017-02-21T10:00:00+01:00</updated>
<author><name>Jane Doe</name></author><content type="html"><![CDATA[{HTML}]]></content></entry>
</feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "items": [
            {
                "id": "1", "url": "https://courier.example/quay", "title": TITLE,
                "content_html": HTML, "date_published": "2017-02-20T09:40:00+01:00",
                "authors": [{"name": "Jane Doe"}], "tags": ["Harbour"],
            }
        ],
    }
)  # fmt: skip

NITF = f"""<?xml version="1.0"?>
<nitf><head><title>{TITLE}</title><docdata><date.issue norm="20170220T094000+0100"/>
<key-list><keyword key="Harbour"/></key-list></docdata>
<pubdata name="The Courier" position.section="Local" date.publication="20170220T094000+0100"/>
</head><body><body.head><hedline><hl1>{TITLE}</hl1></hedline>
<byline>By <person>Jane Doe</person></byline>
<dateline><location>PORT ELLIS</location></dateline></body.head>
<body.content><block>{HTML}</block></body.content></body></nitf>"""

NEWSML = f"""<?xml version="1.0"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" standard="NewsML-G2">
<itemMeta><versionCreated>2017-02-21T10:00:00+01:00</versionCreated>
<firstCreated>2017-02-20T09:40:00+01:00</firstCreated>
<provider literal="courier"><name>The Courier</name></provider></itemMeta>
<contentMeta><headline>{TITLE}</headline><by>Jane Doe</by><language tag="en"/>
<located><name>Port Ellis</name></located>
<subject type="cpnat:abstract"><name>Harbour</name></subject></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{HTML}</body></html>
</inlineXML></contentSet></newsItem>"""

NINJS = json.dumps(
    {
        "uri": "https://courier.example/quay", "type": "text", "headline": TITLE,
        "byline": "By Jane Doe", "versioncreated": "2017-02-20T09:40:00+01:00",
        "body_html": HTML, "infosource": [{"name": "The Courier"}], "language": "en",
        "subject": [{"name": "Harbour"}],
    }
)  # fmt: skip

IPTC_7901 = (
    f"\x01DPA1234 4 POL 180 HARBOUR-QUAY\r\n\x02{TITLE}\r\n\r\nBy Jane Doe\r\n\r\n"
    f"{TEXT}\r\n\x03200940 GMT FEB 17\r\n\x04"
).encode()

NEXIS_CLASSIC = f"""                               1 of 2 DOCUMENTS


                                  The Courier

                            February 20, 2017 Monday

{TITLE}

BYLINE: By JANE DOE

SECTION: Section A; Column 0; Local Desk; Pg. 1

LENGTH: 120 words

DATELINE: PORT ELLIS

{TEXT}

LOAD-DATE: February 20, 2017

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                        Copyright 2017 The Courier Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                                  The Courier

                            February 21, 2017 Tuesday

{SECOND_TITLE}

BYLINE: JOHN ROE

LENGTH: 40 words

{SECOND}

LOAD-DATE: February 21, 2017

LANGUAGE: ENGLISH
"""

NEXIS_UNI = "\n\n".join(
    (
        TITLE, "The Courier", "February 20, 2017 Monday",
        "Copyright 2017 The Courier Company All Rights Reserved",
        "Section: LOCAL; Pg. 1", "Length: 120 words", "Byline: Jane Doe", "Body", TEXT,
        "Load-Date: February 20, 2017", "End of Document",
        SECOND_TITLE, "The Courier", "February 21, 2017 Tuesday",
        "Copyright 2017 The Courier Company All Rights Reserved", "Length: 40 words",
        "Byline: John Roe", "Body", SECOND, "Load-Date: February 21, 2017", "End of Document",
    )
)  # fmt: skip

FACTIVA = f"""SE   Local
HD   {TITLE}
BY   By Jane Doe
WC   120 words
PD   20 February 2017
ET   09:40
SN   The Courier
SC   COUR
LA   English
CY   Copyright 2017 The Courier
LP   {PARAGRAPHS[0]}
TD   {PARAGRAPHS[1]}

{PARAGRAPHS[2]}
NS   gport : Harbours
AN   Document COUR000020170220ed2k0001

HD   {SECOND_TITLE}
BY   John Roe
PD   21 February 2017
SN   The Courier
LA   English
LP   {SECOND}
AN   Document COUR000020170221ed2l0001
"""

FACTIVA_PAGE = f"""<html><head><title>Factiva</title></head><body>
<div class="article enArticle"><div id="hd"><span class="enHeadline">{TITLE}</span></div>
<div>By Jane Doe</div><div>120 words</div><div>20 February 2017</div><div>09:40</div>
<div>The Courier</div><div>COUR</div><div>English</div><div>Copyright 2017</div>
{"".join(f'<p class="articleParagraph">{p}</p>' for p in PARAGRAPHS)}</div>
<div class="article enArticle"><div id="hd"><span class="enHeadline">{SECOND_TITLE}</span></div>
<div>By John Roe</div><div>40 words</div><div>21 February 2017</div><div>The Courier</div>
<p class="articleParagraph">{SECOND}</p></div></body></html>"""

PROQUEST = f"""____________________________________________________________

Document 1 of 2

{TITLE}

Author: Doe, Jane

Publication info: The Courier ; Port Ellis [Port Ellis]20 Feb 2017: A.1.

Abstract: The northern quay closes for two years.

Full text: {TEXT}

Subject: Harbours; Ports

Title: {TITLE}

Publication title: The Courier

Publication date: Feb 20, 2017

Section: Local

Language of publication: English

ProQuest document ID: 1870000001

Document URL: https://search.proquest.com/docview/1870000001

____________________________________________________________

Document 2 of 2

{SECOND_TITLE}

Author: Roe, John

Full text: {SECOND}

Title: {SECOND_TITLE}

Publication title: The Courier

Publication date: Feb 21, 2017

ProQuest document ID: 1870000002

____________________________________________________________
"""

EUROPRESSE = f"""<html><head><meta charset="utf-8"></head><body><article>
<span class="DocPublicationName">Le Courrier, no. 1234</span>
<span class="DocHeader">Local; lundi 20 février 2017 120 mots, p. 1</span>
<div class="titreArticle"><p class="titreArticleVisu">{TITLE}</p></div>
<p class="sm-margin-bottomNews">Jane Doe</p>
<div class="docOcurrContainer">{HTML}</div></article></body></html>"""

WORDPRESS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Courier</title>
<item><title>logo</title><wp:post_type>attachment</wp:post_type></item>
<item><title>{TITLE}</title><link>https://courier.example/quay</link>
<dc:creator>Jane Doe</dc:creator><content:encoded><![CDATA[{TEXT}]]></content:encoded>
<excerpt:encoded><![CDATA[The northern quay closes.]]></excerpt:encoded>
<wp:post_date>2017-02-20 09:40:00</wp:post_date><wp:post_type>post</wp:post_type>
<wp:status>publish</wp:status><category domain="category">Local</category>
<category domain="post_tag">Harbour</category></item>
<item><title>Draft</title><content:encoded>Not yet.</content:encoded>
<wp:post_type>post</wp:post_type><wp:status>trash</wp:status></item>
</channel></rss>"""


def rtf(text: str) -> bytes:
    """Text as RTF."""
    escaped = "".join(
        "\\par\n" if c == "\n" else f"\\u{ord(c)}?" if ord(c) > 126 else c for c in text
    )
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0 " + escaped + "}").encode("ascii")


def docx(text: str) -> bytes:
    """Text as a Word document, a paragraph a line."""
    import docx as library

    document = library.Document()
    for line in text.split("\n\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt(text: str) -> bytes:
    """Text as an OpenDocument text."""
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n\n"))
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{paragraphs}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content}, stored=("mimetype",))


def epub() -> bytes:
    """A book of a cover and two chapters."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>The Courier Weekly</dc:title><dc:creator>Jane Doe</dc:creator>"
        "<dc:date>2017-02-20</dc:date><dc:language>en</dc:language></metadata><manifest>"
        '<item id="c" href="cover.xhtml"/><item id="a" href="one.xhtml"/>'
        '<item id="b" href="two%20b.xhtml"/></manifest>'
        '<spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/content.opf": package,
            "OEBPS/cover.xhtml": "<html><body><p>Cover</p></body></html>",
            "OEBPS/one.xhtml": f"<html><body><h1>{TITLE}</h1>{HTML}</body></html>",
            "OEBPS/two b.xhtml": f"<html><body><h1>{SECOND_TITLE}</h1><p>{SECOND}</p>"
            f"<p>{PARAGRAPHS[2]}</p></body></html>",
        },
        stored=("mimetype",),
    )


def pdf(pages: list[list[tuple[float, float, float, str]]]) -> bytes:
    """A PDF whose pages have lines of text at (x, y, size), in points from the lower left."""
    objects: list[bytes] = [b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        stream = b"BT\n"
        for x, y, size, text in lines:
            shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(")
            shown = shown.replace(b")", b"\\)")
            stream += f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm (".encode() + shown + b") Tj\n"
        stream += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 2 0 R >> >> >>" % (len(pages) * 2 + 3, content)
        )
        kids.append(len(objects))
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (listed, len(kids)))
    objects[0] = b"<< /Type /Catalog /Pages %d 0 R >>" % len(objects)
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )
    return out


def two_columns() -> bytes:
    """Three pages of two columns, with running heads, page numbers and a hyphenated word."""
    words = " ".join(PARAGRAPHS).replace("“", '"').replace("”", '"').split()
    lines: list[str] = []
    line = ""
    for word in words:
        if len(line) + len(word) > 34:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    half = len(lines) // 2
    pages = []
    for number in range(3):
        page: list[tuple[float, float, float, str]] = [
            (60, 770, 8, "The Courier - Monday, 20 February 2017"),
            (300, 20, 8, str(number + 1)),
        ]
        top = 740
        if number == 0:
            page.append((60, 735, 20, "Port Ellis to close its quay"))
            page.append((60, 715, 10, "By Jane Doe"))
            top = 690
        for at, text in enumerate(lines[:half]):
            page.append((60, top - 13 * at, 10, text))
        for at, text in enumerate(lines[half:]):
            page.append((320, top - 13 * at, 10, text))
        if number == 1:
            at = len(lines[half:])
            page.append((320, top - 13 * at, 10, "The terminal was extra-"))
            page.append((320, top - 13 * (at + 1), 10, "ordinarily busy that year."))
        pages.append(page)
    return pdf(pages)


def parquet() -> bytes:
    """A table of two articles."""
    import pyarrow
    from pyarrow import parquet as library

    table = pyarrow.table(
        {
            "headline": [TITLE, SECOND_TITLE], "content": [TEXT, SECOND],
            "published_at": ["2017-02-20T09:40:00+01:00", "2017-02-21"],
            "authors": [["Jane Doe"], ["John Roe"]], "publication": ["The Courier"] * 2,
        }
    )  # fmt: skip
    out = io.BytesIO()
    library.write_table(table, out)
    return out.getvalue()


PLAIN = f"{TITLE}\n\nBy Jane Doe\n20 Feb 2017\n\n{TEXT}".encode()
DATED = f"{TITLE}\n\nBy Jane Doe\n\nFebruary 20, 2017\n\n{TEXT}"
PAGES: dict[str, bytes | str] = {
    "one.html": page(), "two.html": page(SECOND_TITLE, f"<p>{SECOND}</p>"),
}  # fmt: skip
_RAW = {name: str(data).encode() for name, data in PAGES.items()}

ONE: dict[str, tuple[str, bytes]] = {
    "page": ("a.html", page().encode()),
    "MHTML": ("a.mhtml", MHTML.encode()),
    "EML": ("a.eml", EML.encode()),
    "Atom": ("a.atom", ATOM.encode()),
    "JSON Feed": ("feed.json", JSON_FEED.encode()),
    "NITF": ("a.xml", NITF.encode()),
    "NewsML-G2": ("a.xml", NEWSML.encode()),
    "ninjs": ("a.json", NINJS.encode()),
    "IPTC 7901": ("a.iptc", IPTC_7901),
    "Europresse": ("a.html", EUROPRESSE.encode()),
    "WordPress": ("a.xml", WORDPRESS.encode()),
    "DOCX": ("a.docx", docx(DATED)),
    "ODT": ("a.odt", odt(DATED)),
    "RTF": ("a.rtf", rtf(DATED)),
    "bzip2": (
        "a.txt.bz2",
        bz2.compress(PLAIN),
    ),
    "xz": (
        "a.txt.xz",
        lzma.compress(PLAIN),
    ),
}
"""One article by Jane Doe of 20 February 2017, by the format that it is in."""

TWO: dict[str, tuple[str, bytes]] = {
    "WARC": ("a.warc.gz", warc()),
    "mbox": ("a.mbox", MBOX.encode()),
    "RSS": ("a.rss", RSS.encode()),
    "Nexis text": ("a.txt", NEXIS_CLASSIC.encode()),
    "Nexis DOCX": ("a.docx", docx(NEXIS_UNI)),
    "Nexis RTF": ("a.rtf", rtf(NEXIS_UNI)),
    "Factiva RTF": ("a.rtf", rtf(FACTIVA)),
    "Factiva text": ("a.txt", FACTIVA.encode()),
    "Factiva page": ("a.html", FACTIVA_PAGE.encode()),
    "ProQuest": ("a.txt", PROQUEST.encode()),
    "EPUB": ("a.epub", epub()),
    "Parquet": ("a.parquet", parquet()),
    "zip": (
        "a.zip",
        zipped({"x/one.html": page(), "y/two.html": PAGES["two.html"], "logo.png": b"PNG",
                "__MACOSX/._one.html": b"x"}),
    ),
    "tar.gz": ("a.tar.gz", gzip.compress(tarred(_RAW))),
    "tar.xz": ("a.tar.xz", tarred(_RAW, "w:xz")),
    "zip in zip": ("a.zip", zipped({"inner.zip": zipped(PAGES)})),
}  # fmt: skip
"""The same article, and one on the fishing fleet."""
