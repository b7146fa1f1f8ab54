"""Articles beside others in a document of JSON, and within them: each is an article."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said."
MORE = "The crew of the boat will stay on board for as long as there is coffee."
THIRD = "Nobody in the town had known of it, and the mayor learned it from the radio."
SOLD = {"title": "Ferry sold", "date": "2019-01-01", "author": "Ann Poe", "content": TEXT}
CREW = {"title": "Crew stays", "date": "2019-01-02", "text": MORE}
TOWN = {"headline": "Town surprised", "body": THIRD}


def told(data: Any, name: str = "a.json") -> list[tuple[int, str]]:
    """The numbers and headlines of the articles in a document."""
    raw = (data if isinstance(data, str) else json.dumps(data)).encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return [(one.record, one.title) for one in found if isinstance(one, Article)]


ALL = [(1, "Ferry sold"), (2, "Crew stays"), (3, "Town surprised")]


@pytest.mark.parametrize(
    "data",
    [
        {"article": SOLD, "related": [CREW, TOWN]},
        {"article": SOLD | {"related": [TOWN]}, "next": CREW},
        {"items": [SOLD, CREW], "editorial": TOWN},
        {"data": {"items": [SOLD, CREW]}, "more": {"town": [TOWN]}},
        [SOLD, CREW | {"see": {"also": TOWN}}],
        [SOLD | {"articles": [CREW | {"articles": [TOWN]}]}],
        SOLD | {"related": [CREW, TOWN]},
    ],
)
def test_articles_beside_others_and_within_them_are_read(data: Any) -> None:
    assert told(data) == ALL


def test_those_within_lines_stand_behind_all_lines() -> None:
    lines = [json.dumps(one) for one in (SOLD | {"related": [TOWN]}, CREW)]
    assert told("\n".join(lines), "a.jsonl") == ALL


@pytest.mark.parametrize(
    "more",
    [
        {"related": [{"title": "Crew stays", "url": "https://a.example/2", "date": "2019-01-02"}]},
        {"versions": [{"title": "Ferry is sold", "text": TEXT}]},
        {"tags": [{"title": "Ferries", "text": "boats"}]},
        {"sections": [{"headline": "The crew", "paragraphs": [MORE]}]},
    ],
)
def test_teasers_versions_tags_and_sections_are_no_articles(more: dict[str, Any]) -> None:
    assert told({"article": SOLD | more}) == [(0, "Ferry sold")]


def test_letters_have_no_headline_and_are_read() -> None:
    letters = [{"from": "Jo Poe", "letter": f"Sir, {THIRD}"}]
    assert told({"articles": [SOLD, CREW], "letters": letters})[2][0] == 3


def test_a_record_of_nothing_but_its_articles() -> None:
    assert told([{"id": 7, "en": CREW, "no": TOWN}]) == [(2, "Crew stays"), (3, "Town surprised")]


def test_files_of_a_video_are_no_articles_and_its_script_is_the_text() -> None:
    files = [
        {"title": "Full Resolution (MPG)", "rel": "Main", "href": "https://orlo.example/a.mpg"},
        {"title": "Preview (MP4)", "rel": "Preview", "href": "https://orlo.example/b.mp4?s=1"},
    ]
    script = {"nitf": f"<p>{TEXT}</p><p>{MORE}</p>", "words": 9}
    video = {"headline": "Ferry sold", "script": script, "renditions": files}
    raw = json.dumps(video).encode()
    (found,) = articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), "a.json", "a.json")
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("Ferry sold", f"{TEXT}\n\n{MORE}")


def test_the_article_that_an_object_is_wrapped_around_is_read_once() -> None:
    inner = SOLD | {"related": [{"title": "Crew stays", "url": "https://a.example/2"}]}
    assert told({"status": "ok", "data": {"article": inner}}) == [(0, "Ferry sold")]


@pytest.mark.parametrize(
    "data",
    [
        {"name": "quay", "version": "1.0.0", "description": MORE, "dependencies": {"a": "1"}},
        {"name": "quay", "short_name": "q", "start_url": "/", "description": MORE, "icons": []},
    ],
)
def test_a_description_of_a_program_is_no_article(data: Any) -> None:
    stream = io.BufferedReader(io.BytesIO(json.dumps(data).encode()), HEAD)
    (found,) = articles_in(stream, "a.json", "a.json")
    assert isinstance(found, Failure)
    assert "a description of a program" in found.reason


def test_a_story_of_arc() -> None:
    data = {
        "headlines": {"basic": "Ferry sold"},
        "description": {"basic": "It went to Bergen."},
        "display_date": "2019-01-01T10:00:00Z",
        "credits": {"by": [{"name": "Ann Poe"}]},
        "content_elements": [{"type": "text", "content": TEXT}, {"type": "text", "content": MORE}],
    }
    stream = io.BufferedReader(io.BytesIO(json.dumps(data).encode()), HEAD)
    (article,) = articles_in(stream, "a.json", "a.json")
    assert isinstance(article, Article)
    assert (article.title, article.authors, article.date[:10], article.deck) == (
        "Ferry sold", ("Ann Poe",), "2019-01-01", "It went to Bergen.",
    )  # fmt: skip
    assert article.text == f"{TEXT}\n\n{MORE}"
