"""Stories of CNN and the Daily Mail as corpora have them: highlights below, heads in one line."""

from __future__ import annotations

import io
import json

from newsgrep.article import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

STORY = (
    "Boats came in with the tide on Monday, and the quay was full by noon . "
    "The harbour master said that none of them had been hurt ."
)


def read(text: str, name: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, name, name))
    assert all(isinstance(one, Article) for one in found)
    return [one for one in found if isinstance(one, Article)]


def rows(*articles: tuple[str, str]) -> list[Article]:
    lines = ['"id","article","highlights"']
    lines += [f'"{n}","{article}","{points}"' for n, (article, points) in enumerate(articles)]
    return read("\n".join(lines) + "\n", "test.csv")


def test_highlights_below_a_story_are_its_deck() -> None:
    (story,) = read(
        f"ORLO, Norland (CNN) -- {STORY}\n\n@highlight\n\nBoats came in\n\n@highlight\n\n"
        "Harbour master: None was hurt\n",
        "0a1b.story",
    )
    assert story.deck == "Boats came in. Harbour master: None was hurt."
    assert story.text == f"ORLO, Norland (CNN) -- {STORY}"
    assert (story.place, story.source) == ("Orlo, Norland", "CNN")


def test_a_head_whose_line_ends_are_full_stops() -> None:
    story, later, updated = rows(
        (
            "By . Ann Poe . PUBLISHED: . 14:11 EST, 25 October 2013 . | . "
            f"UPDATED: . 15:36 EST, 25 October 2013 . {STORY}",
            "Boats came in .",
        ),
        (f"By . Eleanor Roe, Press Association . {STORY}", "Boats came in ."),
        (f"UPDATED: . 03:12 EST, 8 February 2012 . {STORY}", "Boats came in ."),
    )
    assert story.authors == ("Ann Poe",)
    assert (story.date, story.modified) == (
        "2013-10-25T14:11:00-05:00",
        "2013-10-25T15:36:00-05:00",
    )
    assert story.text == STORY
    assert (later.authors, later.source, later.text) == (("Eleanor Roe",), "PA Media", STORY)
    assert (updated.modified, updated.text) == ("2012-02-08T03:12:00-05:00", STORY)


def test_what_is_no_such_head_stays_in_the_text() -> None:
    texts = [f"By . the time they came in . {STORY}", f"UPDATED: . soon . {STORY}"]
    assert [one.text for one in rows(*((text, "Boats .") for text in texts))] == texts


def test_a_paper_that_signs_with_its_reporters_is_the_source() -> None:
    one, other, many = rows(
        (f"By . Daily Mail Reporter . {STORY}", ""),
        (f"By . Mail On Sunday Reporter . {STORY}", ""),
        (f"By . Quayside Reporters . {STORY}", ""),
    )
    assert (one.authors, one.source) == ((), "Daily Mail")
    assert (other.authors, other.source) == ((), "The Mail on Sunday")
    assert many.authors == ()


def test_a_dateline_of_an_agency_alone_without_a_dash() -> None:
    glued, apart, none = rows(
        (f"(CNN){STORY}", ""), (f"(CNN) {STORY}", ""), (f"(Sometimes) {STORY}", "")
    )
    assert [one.source for one in (glued, apart, none)] == ["CNN", "CNN", ""]
    assert glued.text == f"(CNN){STORY}"


def test_nothing_of_a_long_headline_or_deck_is_lost() -> None:
    long = "The tide was late. " * 60 + "So was the ferry."
    record = {"title": "Boats came in", "description": long, "content": STORY}
    (article,) = read(json.dumps(record), "a.json")
    assert article.text == f"{long}\n\n{STORY}"
    assert article.deck == ""
    (article,) = read(json.dumps({"title": long, "content": STORY}), "a.json")
    assert article.text == f"{long}\n\n{STORY}"
    assert article.title.startswith("The tide was late.")
    (article,) = read(
        json.dumps({"title": "Boats", "description": long, "content": long}), "a.json"
    )
    assert article.text == long


def test_heads_in_one_line_with_several_names_or_none() -> None:
    stamped = (
        "PUBLISHED: . 08:21 EST, 6 December 2012 . | . UPDATED: . 16:19 EST, 6 December 2012 . "
    )
    found = rows(
        (f"By . Ann Poe . and John Roe . {stamped}{STORY}", ""),
        (f"Ann Poe . {stamped}{STORY}", ""),
        (f"Daily Mail Reporter . {stamped}{STORY}", ""),
        (f"By . Jill Roe . Last updated at 8:21 AM on 6th December 2011 . {STORY}", ""),
    )
    assert [one.authors for one in found] == [
        ("Ann Poe", "John Roe"),
        ("Ann Poe",),
        (),
        ("Jill Roe",),
    ]
    assert [one.date[:10] for one in found] == ["2012-12-06"] * 3 + ["2011-12-06"]
    assert [one.text for one in found] == [STORY] * 4
    assert found[2].source == "Daily Mail"
