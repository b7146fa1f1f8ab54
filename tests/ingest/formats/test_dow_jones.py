"""Stories in Dow Jones's DJNML, well-formed or with tags that no parser of XML reads."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

ONE = "ORLO -- The ferry firm A&amp;B sold its last boat on Monday, it said."
TWO = "&quot;The crew will stay on board until May,&quot; Mr. Roe said."
END = "<pre>  </pre> <p>   (END) </p> <p>   May 01, 2017 02:32 ET (06:32 GMT)</p>"


def read(text: str, name: str = "a.txt") -> tuple[list[Article], list[str]]:
    """The articles of a file, and what is told of it."""
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, name, name))
    reasons = [one.reason for one in found if isinstance(one, Failure)]
    return [one for one in found if isinstance(one, Article)], reasons


def bare(headline: str, body: str = f"<p>{ONE} </p> <p>{TWO}</p> {END} </text>") -> str:
    """A story whose attributes have no quotes and some of whose elements do not end."""
    return (
        "<dj_xml> <!DOCTYPE doc SYSTEM dj-1.0.dtd> <doc msize=000005320 md5=7036 distId=   date=>"
        " <djnml publisher=DJN docdate=20170501 product=DN seq=518 xml:lang=en-us > <head>"
        " <copyright year=2017 holder= &amp; Company, Inc. ></copyright> <docdata> <djn>"
        " <djn-mdata brand=DJ hot=N page-citation=A4 display-date=20170501T063226.009Z > <body>"
        f" <headline brand-display=DJ > {headline} -- </headline> <text> <pre> By Ann Poe </pre>"
        f" {body} </body> </djnml> </doc> "
    )


def test_stories_in_one_line_without_quotes() -> None:
    found, reasons = read("".join(bare(f"Ferry &amp; Quay Sell Boat {n}") for n in range(3)))
    assert [one.title for one in found] == [f"Ferry & Quay Sell Boat {n}" for n in range(3)]
    assert not reasons
    for one in found:
        assert (one.authors, one.date, one.place) == (("Ann Poe",), "2017-05-01T02:32:00", "Orlo")
        assert (one.source, one.language) == ("Dow Jones Newswires", "en")
        assert one.text == (
            "ORLO -- The ferry firm A&B sold its last boat on Monday, it said.\n\n"
            '"The crew will stay on board until May," Mr. Roe said.'
        )


def test_a_text_and_a_story_without_their_ends() -> None:
    found, reasons = read(bare("Boat One", f"<p>{ONE}</p>") + bare("Boat Two")[:-15])
    assert [(one.title, one.text.count("\n\n")) for one in found] == [
        ("Boat One", 0),
        ("Boat Two", 1),
    ]
    assert [one.date for one in found] == ["2017-05-01", "2017-05-01T02:32:00"]
    assert len(reasons) == 1


@pytest.mark.parametrize("name", ["a.xml", "a.nml"])
def test_well_formed_stories(name: str) -> None:
    stories = "".join(
        f'<doc msize="1" md5="x" sysId="y">\n<djnml publisher="DJN" docdate="2002010{n}" seq="1"'
        f' xml:lang="en-us">\n<head/>\n<body>\n<headline brand-display="DJ">\nBoat {n} Is Sold\n'
        f"</headline>\n<text>\n<p>\n{ONE}\n</p>\n<p>\n{TWO}\n</p>\n</text>\n</body>\n</djnml>\n</doc>\n"
        for n in (1, 2)
    )
    found, _ = read(f"<djnews>\n{stories}</djnews>\n", name)
    assert [(one.title, one.date) for one in found] == [
        (f"Boat {n} Is Sold", f"2002-01-0{n}") for n in (1, 2)
    ]


def test_other_documents_are_none_of_them() -> None:
    text = f"<doc><title>Boat Is Sold</title><date>2017-05-01</date><text>{ONE} {TWO}</text></doc>"
    ((found,), _) = read(text, "a.xml")
    assert (found.title, found.date, found.source) == ("Boat Is Sold", "2017-05-01", "")
