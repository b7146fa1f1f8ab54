"""Markup in records: what stands in blocks of its own is not glued to what is beside it."""

from __future__ import annotations

import pytest

from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import RawDocument

TABLE = "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Orlo</td><td>seven</td></tr></table>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (TABLE, "Port | Boats\n\nOrlo | seven"),
        ("<table><tr><td><p>Orlo</p></td><td></td><td>at<br>sea</td></table>", "Orlo | at sea"),
        ("<dl><dt>Quay</dt><dd>A wharf.</dd><dt>Pier</dt></dl>", "Quay\n\nA wharf.\n\nPier"),
        ("<details><summary>More</summary>It sank.</details>", "More\n\nIt sank."),
        ("<select><option>Orlo<option>Ellis</select>", "Orlo\n\nEllis"),
        ("It sank.<button>Share</button><button>Print</button>", "It sank.\n\nShare\n\nPrint"),
        ("<table><caption>Boats</caption><tr><td>Orlo</td></tr></table>", "Boats\n\nOrlo"),
        ("<fieldset><legend>Vote</legend><label>Yes</label><label>No</label></fieldset>",
         "Vote\n\nYes\n\nNo"),
        ("<figure><img src='a'><figcaption>The quay.</figcaption></figure>It", "The quay.\n\nIt"),
    ],
)  # fmt: skip
def test_cells_of_a_row_are_parted_and_blocks_stand_alone(markup: str, text: str) -> None:
    assert text_of_fragment(markup) == text


def test_columns_of_a_page_are_no_cells() -> None:
    """Newsletters are laid out in tables: what stands in one cell are paragraphs."""
    cell = "<td><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p></td>"
    inner = f"<td>{TABLE}</td>"
    page = f"<table><tr>{cell}<td>Beside it.</td></tr><tr>{inner}<td>Below it.</td></tr></table>"
    assert text_of_fragment(page).split("\n\n") == [
        "One.", "Two.", "Three.", "Four.", "Beside it.", "Port | Boats", "Orlo | seven",
        "Below it.",
    ]  # fmt: skip


def test_a_cell_of_a_table_may_hold_a_table_alone() -> None:
    (row,) = read_bytes(f"title,content\nBoats,{TABLE}\n".encode(), "a.csv")
    assert isinstance(row, RawDocument)
    assert row.content == "Port | Boats\n\nOrlo | seven"


def test_a_piece_of_a_page_in_a_plain_text() -> None:
    text = (
        "<h4>17/04/2026</h4>\n<h1>Cierra el muelle norte</h1>\n"
        "<style>\nh1{\ncolor:red;\n}\n</style>\n"
        "<P>El puerto cierra por dos años su muelle más viejo.</P>\n<h3>AUTOR: ANA POE</h3>\n"
    )
    (raw,) = read_bytes(text.encode(), "a.txt")
    assert isinstance(raw, RawDocument)
    assert "color" not in raw.content
    assert "<" not in raw.content
    assert "Cierra el muelle norte" in raw.content


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A&amp;B sold &quot;boats&quot;&#8212;all.", 'A&B sold "boats"—all.'),
        ("It writes <b>A&amp;B</b> on the page.", "It writes <b>A&amp;B</b> on the page."),
        ("It writes &lt;b&gt; and &amp; there.", "It writes &lt;b&gt; and &amp; there."),
    ],
)
def test_references_in_a_plain_text_without_tags_are_undone(written: str, read: str) -> None:
    (document,) = read_bytes(f"Boats of Orlo\n\n{written}".encode(), "a.txt")
    assert isinstance(document, RawDocument)
    assert document.content == f"Boats of Orlo\n\n{read}"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>It sank.</p><!--more-->It rose.<br>It left.", "It sank.\n\nIt rose.\n\nIt left."),
        ("It <!-- <p>no</p> -->sank <?xml:namespace prefix = o />at sea.", "It sank at sea."),
        ("It sank <![CDATA[at sea]]> again.", "It sank at sea again."),
        ("<![if !mso]>It sank<![endif]> again.", "It sank again."),
        ("<html><body><!-- x -->It sank.</body></html>", "It sank."),
        ("It sank <!-- and is never closed", "It sank &lt;!-- and is never closed"),
        ("It <!-->sank<o:p> at</o:p> sea.", "It sank at sea."),
    ],
)
def test_text_behind_comments_and_instructions_is_kept(markup: str, text: str) -> None:
    assert text_of_fragment(markup).replace("<", "&lt;") == text
