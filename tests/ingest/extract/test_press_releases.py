"""Press releases: datelines of the wires, and dates of the folders that they are kept in."""

from __future__ import annotations

import pytest

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.raw_document import Form, RawDocument

STORY = "Quellbach Pumps today announced the opening of its second works on the river."


@pytest.mark.parametrize(
    ("text", "place", "source", "date"),
    [
        ("OTTAWA, ON, March 02, 2024 /24-7PressRelease/ -- ", "Ottawa, ON", "24-7 Press Release",
         "2024-03-02"),
        ("TULSA, OK - (NewMediaWire) - September 11, 2024 - ", "Tulsa, OK", "NewMediaWire",
         "2024-09-11"),
        ("TULSA, OK - January 27, 2025 (NEWMEDIAWIRE) - ", "Tulsa, OK", "NewMediaWire",
         "2025-01-27"),
        ("OSLO, Norway — April 03, 2025 — (QUELL NEWSWIRE) — ", "Oslo, Norway", "QUELL NEWSWIRE",
         "2025-04-03"),
        ("HONG KONG SAR - Quell Newswire - 5 June 2026 - ", "Hong Kong SAR", "Quell Newswire",
         "2026-06-05"),
        ("Winnipeg, MB, Canada (Quell.example) Friday Mar 13, 2026 @ 8:15 AM Central — ",
         "Winnipeg, MB, Canada", "Quell.example", "2026-03-13T08:15:00"),
        ("BONN, 5. Juni 2024 /PRNewswire/ -- ", "Bonn", "PR Newswire", "2024-06-05"),
        ("MADRID, 5 de junio de 2024 (EFE).- ", "Madrid", "EFE", "2024-06-05"),
        ("TAMPA, Fla., June 3, 2024 (GLOBE NEWSWIRE) -- ", "Tampa, Fla.", "GlobeNewswire",
         "2024-06-03"),
        ("VANCOUVER, BC / ACCESSWIRE / June 3, 2024 / ", "Vancouver, BC", "ACCESSWIRE",
         "2024-06-03"),
        ("BOSTON--(BUSINESS WIRE)--Feb. 3, 2010--", "Boston", "Business Wire", "2010-02-03"),
        ("BOSTON–(BUSINESS WIRE)–", "Boston", "Business Wire", ""),
        ("DALLAS, TX -- August 8th, 2025 -- ", "Dallas, TX", "", "2025-08-08"),
        ("New York, NY (April 10, 2025) - ", "New York, NY", "", "2025-04-10"),
        ("Edmonton, Alberta, Canada November 7, 2024. ", "Edmonton, Alberta, Canada", "",
         "2024-11-07"),
        ("Miami, November 12, 2025\n– ", "Miami", "", "2025-11-12"),
        ("GAPYEONG-GUN, KOREA, May 2, 2024 - ", "Gapyeong-Gun, Korea", "", "2024-05-02"),
    ],
)  # fmt: skip
def test_datelines_of_press_wires(text: str, place: str, source: str, date: str) -> None:
    dateline = read_dateline(text + STORY)
    assert dateline is not None
    assert (dateline.place, dateline.source, dateline.date) == (place, source, date)
    assert (text + STORY)[dateline.end :] == STORY


@pytest.mark.parametrize("label", ["FOR IMMEDIATE RELEASE", "Updated", "PRESS RELEASE"])
def test_labels_before_a_date_are_no_place(label: str) -> None:
    dateline = read_dateline(f"{label} - June 15, 2026 - {STORY}")
    assert dateline is not None
    assert (dateline.place, dateline.date) == ("", "2026-06-15")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe, May 4, 2024 – Text",
        "By Ann Poe, May 4, 2024 – Text",
        "On Monday, May 4, 2024 - the council met",
        "The Treaty of Quell, March 25, 1957: what it says",
        "GAPYEONG-GUN said no",
        "LAS VEGAS (NASDAQ: QUEL) - Quell rose",
    ],
)
def test_what_is_no_press_dateline(text: str) -> None:
    assert read_dateline(text) is None


def test_a_dateline_stands_below_the_decks() -> None:
    decks = "# Quellbach Opens Works\n\nSecond site on the river\n\n- Forty jobs"
    text = f"{decks}\n\nTULSA, OK - May 2, 2024 - {STORY}"
    article = article_from(RawDocument(Form.MARKDOWN, text), "a.md")
    assert (article.title, article.place) == ("Quellbach Opens Works", "Tulsa, OK")
    assert article.date == "2024-05-02"


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("quell/2024/0427/a.md", "2024-04-27"),
        ("www.quell.example/2024/04/27/a.html", "2024-04-27"),
        ("2024\\04\\27\\a.md", "2024-04-27"),
        ("2024/0427/parts/a.md", ""),
        ("2024/0231/a.md", ""),
        ("quell2024/0427/a.md", ""),
    ],
)
def test_dated_folders_right_above_a_file(path: str, date: str) -> None:
    assert article_from(RawDocument(Form.MARKDOWN, f"# Quell\n\n{STORY}"), path).date == date


def test_a_dateline_is_believed_rather_than_the_folders() -> None:
    text = f"# Quell\n\nTULSA, OK - May 2, 2024 - {STORY}"
    assert article_from(RawDocument(Form.MARKDOWN, text), "2024/0503/a.md").date == "2024-05-02"
