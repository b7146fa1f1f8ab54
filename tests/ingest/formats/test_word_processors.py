"""Documents of word processors: what stands in boxes, notes and comments is of them, too."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from test_fields_of_formats import odt, only

NAMESPACES = nsdecls("w") + ' xmlns:wps="urn:wps" xmlns:mc="urn:mc"'
BOX = "<w:txbxContent><w:p><w:r><w:t>The box says more.</w:t></w:r></w:p></w:txbxContent>"


def word(*paragraphs: str, notes: str = "") -> str:
    """The text of a Word document of such paragraphs, and of footnotes."""
    document = docx.Document()
    for paragraph in paragraphs:
        element = parse_xml(f"<w:p {NAMESPACES}>{paragraph}</w:p>")
        document.element.body.insert(len(document.element.body) - 1, element)
    out, whole = io.BytesIO(), io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(whole, "w") as new:
        for member in old.namelist():
            data = old.read(member).decode("latin-1")
            if notes and member == "word/_rels/document.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                relation = f'<Relationship Id="n1" Type="{kind}/footnotes" Target="footnotes.xml"/>'
                data = data.replace("</Relationships>", f"{relation}</Relationships>")
            if notes and member == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
                part = (
                    f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/>'
                )
                data = data.replace("</Types>", f"{part}</Types>")
            new.writestr(member, data.encode("latin-1"))
        if notes:
            new.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>")
    return only(whole.getvalue(), "a.docx").content


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_words_in_tags_and_insertions_stay_in_their_sentence() -> None:
    sentence = run("The king of ") + f"<w:smartTag>{run('Egypt')}</w:smartTag>" + run(" died")
    inserted = f'<w:ins w:id="1">{run(" in June")}</w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText> in May</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{run(" at home")}</w:moveFrom>'
    field = "<w:r><w:instrText>PAGE 1</w:instrText></w:r>"
    assert word(sentence + inserted + deleted + moved + field) == "The king of Egypt died in June"


def test_a_box_is_read_once_below_its_paragraph() -> None:
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert word(run("It sank.") + twice, run("Nobody drowned.")) == (
        "It sank.\n\nThe box says more.\n\nNobody drowned."
    )
    assert word(f"<w:r><w:pict>{BOX}</w:pict></w:r>") == "The box says more."


def test_footnotes_stand_below_the_text() -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator"><w:p>{run("----")}</w:p></w:footnote>'
        f'<w:footnote w:id="0"><w:p>{run("So the board says.")}</w:p></w:footnote>'
    )
    assert word(run("It sank."), notes=notes) == "It sank.\n\nSo the board says."


def test_a_table_within_a_table() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "Ferries"
    cell.add_table(rows=1, cols=1).rows[0].cells[0].text = "Two"
    out = io.BytesIO()
    document.save(out)
    assert only(out.getvalue(), "a.docx").content == "Ferries\n\nTwo"


def test_an_open_document_with_a_note_a_comment_and_a_box() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body>{}</text:note-body></text:note>"
    )
    body = (
        "<text:p>It sank" + note.format("<text:p>So the board says.</text:p>") + " off Orlo."
        "<draw:frame xmlns:draw='urn:d'><draw:text-box><text:p>The box says more.</text:p>"
        "</draw:text-box></draw:frame></text:p><text:p>Nobody drowned.</text:p>"
    )
    assert only(odt(body), "a.odt").content == (
        "It sank off Orlo.\n\nThe box says more.\n\nNobody drowned.\n\nSo the board says."
    )


def test_notes_comments_and_boxes_of_rtf() -> None:
    groups = (
        r"{\footnote\pard\plain {\super\chftn} So the board says.}"
        r"{\*\annotation\pard Ask {\i them} again.}"
        r"{\shp{\*\shpinst{\shptxt \pard The box says more.}}}"
    )
    data = rf"{{\rtf1\ansi\ansicpg1252 It sank\'85{groups} off Orlo.\par Nobody drowned.\par}}"
    text = only(data.encode(), "a.rtf").content
    assert text.startswith("It sank…")
    for said in (
        "off Orlo.",
        "Nobody drowned.",
        "So the board says.",
        "Ask them again.",
        "The box says more.",
    ):
        assert text.count(said) == 1, text
