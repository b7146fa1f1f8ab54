"""Collections for research in SGML: all parts of a document, files cut short, sets of the WMT."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

BREAKS_OFF = "it breaks off before its end: what came behind is missing"
ONE = "The ferry firm sold its last boat on Monday, it said."
TWO = "The crew of the ferry will stay on board until May."


def read(text: str) -> tuple[list[Article], list[str]]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.sgml", "a.sgml"))
    reasons = [one.reason for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], reasons


def test_all_heads_notes_and_captions_of_a_document_are_read() -> None:
    (article,), _ = read(
        "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<HEAD>Ferry sold</HEAD>\n"
        "<HEAD>Crew to stay until the spring</HEAD>\n<NOTE>Eds: a map will follow at noon.</NOTE>\n"
        f"<TEXT>\n{ONE}\n</TEXT>\n<GRAPHIC>Photo, quay with a boat in fog</GRAPHIC>\n"
        f"<UNK>{TWO}</UNK>\n</DOC>"
    )
    assert (article.title, article.deck) == ("Ferry sold", "Crew to stay until the spring")
    text, *below = article.text.split("\n\n")
    assert text == ONE
    assert sorted(below) == sorted(
        ["Eds: a map will follow at noon.", "Photo, quay with a boat in fog", TWO]
    )


def test_a_table_of_a_document_has_bars() -> None:
    row = "<TABLEROW><TABLECELL>{}</TABLECELL><TABLECELL>{}</TABLECELL></TABLEROW>"
    (article,), _ = read(
        f"<DOC>\n<DOCNO> X1 </DOCNO>\n<TEXT>\n<P>{ONE}</P><TABLE>{row.format('Boat', 'Price')}"
        f"{row.format('Ann', '90')}</TABLE>\n</TEXT>\n</DOC>"
    )
    assert article.text.split("\n\n") == [ONE, "Boat | Price", "Ann | 90"]


TREC = "<DOC>\n<DOCNO> X{0} </DOCNO>\n<HEAD>Ferry {0} sold</HEAD>\n<TEXT>\n{1}\n</TEXT>\n</DOC>\n"
REUTERS = (
    '<REUTERS NEWID="{0}">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>\n<TITLE>FERRY {0} SOLD'
    "</TITLE>\n<BODY>{1}\n</BODY></TEXT>\n</REUTERS>\n"
)


@pytest.mark.parametrize("document", [TREC, REUTERS], ids=["TREC", "Reuters-21578"])
def test_a_collection_that_breaks_off(document: str) -> None:
    whole = document.format(1, ONE) + document.format(2, TWO)
    assert (len(read(whole)[0]), read(whole)[1]) == (2, [])
    at = whole.index(TWO) + len(TWO)
    for cut in (whole[:at], f"{whole[:at]}\n</TE", whole[: whole.rindex("</")]):
        articles, reasons = read(cut)
        assert [one.text for one in articles] == [ONE, TWO]
        assert articles[1].title.lower() == "ferry 2 sold"
        assert reasons == [BREAKS_OFF]


def test_a_document_without_an_end_goes_as_far_as_the_next() -> None:
    first = TREC.format(1, ONE).replace("</DOC>", "")
    articles, reasons = read(first + TREC.format(2, TWO))
    assert ([one.text for one in articles], reasons) == ([ONE, TWO], [])


WMT = """<srcset setid="newstest2017" srclang="any">
<doc sysid="ref" docid="harbour.example.12" genre="news" origlang="en">
<p>
<seg id="1">Ferry sold</seg>
<seg id="2">The ferry firm Sons & Co sold its last boat.</seg>
<seg id="3">It said so on Monday.</seg>
</p>
</doc>
<doc docid="nytimes.7" genre="news" origlang="en">
<hl>
<seg id="1">Crew stays</seg>
</hl>
<p>
<seg id="2">The crew will stay on board.</seg>
</p>
<p>
<seg id="3">Nobody knows for how long.</seg>
</p>
</doc>
</srcset>
"""


def test_sets_of_the_wmt() -> None:
    articles, reasons = read(WMT)
    assert not reasons
    assert [(one.title, one.text, one.source) for one in articles] == [
        (
            "Ferry sold",
            "The ferry firm Sons & Co sold its last boat. It said so on Monday.",
            articles[0].source,
        ),
        (
            "Crew stays",
            "The crew will stay on board.\n\nNobody knows for how long.",
            "The New York Times",
        ),
    ]
    assert "12" not in articles[0].source
    unknown, _ = read(WMT.replace("nytimes.7", "corpus-b.7"))
    assert not unknown[1].source
    cut, reasons = read(WMT[: WMT.index(" for how long")])
    assert (cut[1].text.splitlines()[-1], reasons) == ("Nobody knows", [BREAKS_OFF])


def test_a_translation_of_the_wmt_is_in_its_language() -> None:
    data = WMT.replace('<srcset setid="newstest2017" srclang="any">', '<refset trglang="nl">')
    texts = ("De veerdienst is verkocht", "De bemanning blijft aan boord.")
    data = data.replace("Ferry sold", texts[0]).replace("The crew will stay on board.", texts[1])
    articles, _ = read(data.replace("srcset", "refset"))
    assert articles[0].title == texts[0]
