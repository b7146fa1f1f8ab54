"""Short sentences beside an article's text: captions, questions, quotations. None is lost."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = (
    "The ferry firm sold its last boat to a buyer from Bergen on Monday, the keeper of the harbour"
    " said. Fishermen had asked for it, and would have paid more."
)
CAPTION = "Fishermen mend their nets below the bridge."
QUESTION = "Who should pay for the ferry from now on?"
SOLD: dict[str, Any] = {"title": "Ferry sold", "date": "2019-01-01", "text": TEXT}


def told(data: str, name: str) -> list[str]:
    """The texts of the articles in a file."""
    stream = io.BufferedReader(io.BytesIO(data.encode()), HEAD)
    return [one.text for one in articles_in(stream, name, name) if isinstance(one, Article)]


@pytest.mark.parametrize(
    "more",
    [
        {"caption": CAPTION},
        {"images": [{"url": "a.jpg", "caption": CAPTION}]},
        {"multimedia": [{"subtype": "photo", "caption": CAPTION, "url": "a.jpg"}]},
        {"poll": {"question": CAPTION, "votes": 3}},
        {"caption": "码头的渔民星期一在桥下补网，没有人告诉他们。"},
    ],
)
def test_short_sentences_in_json_stand_below_the_text(more: dict[str, Any]) -> None:
    (text,) = told(json.dumps(SOLD | more), "a.json")
    said = CAPTION if CAPTION in json.dumps(more) else more["caption"]
    assert text == f"{TEXT}\n\n{said}"


@pytest.mark.parametrize(
    "more",
    [
        {"copyright_notice": "Copyright 2019 Orlo Gazette. All rights reserved."},
        {"title_short": "What does Orlo want of its ferry?"},
        {"images": [{"credit": "Photographed by Ann Poe of Orlo."}]},
        {"action": "publish now"},
        {"author": {"name": "Ann Poe", "bio": "She writes on boats and on nets."}},
    ],
)
def test_rights_headlines_and_facts_are_no_text(more: dict[str, Any]) -> None:
    assert told(json.dumps(SOLD | more), "a.json") == [TEXT]


def test_short_sentences_in_tables() -> None:
    table = io.StringIO()
    rows = csv.DictWriter(table, [*SOLD, "caption", "ask"])
    rows.writeheader()
    rows.writerow(SOLD | {"caption": CAPTION, "ask": QUESTION})
    rows.writerow(SOLD | {"title": "Ferry sunk", "caption": "", "ask": "Orlo"})
    first, second = told(table.getvalue(), "a.csv")
    assert (first, second) == (f"{TEXT}\n\n{CAPTION}\n\n{QUESTION}", TEXT)


def test_short_sentences_in_xml() -> None:
    item = (
        f"<item><title>Ferry {{}}</title><date>2019-01-01</date><text>{TEXT}</text>"
        f"<images><image><caption>{CAPTION}</caption></image></images><quote>{QUESTION}</quote></item>"
    )
    texts = told(f"<items>{item.format('sold')}{item.format('sunk')}</items>", "a.xml")
    assert texts == [f"{TEXT}\n\n{CAPTION}\n\n{QUESTION}"] * 2


def test_what_an_item_s_picture_shows() -> None:
    picture = {"type": "picture", "headline": "Bridge", "description_text": CAPTION}
    item = {
        "uri": "urn:orlo:1", "type": "text", "headline": "Ferry sold", "body_text": TEXT,
        "associations": {"main": picture},
    }  # fmt: skip
    assert told(json.dumps(item), "a.json") == [f"{TEXT}\n\n{CAPTION}"]
