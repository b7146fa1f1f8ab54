"""Subtitles and captions are read as transcripts."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in, is_article_name

SUBRIP = """1
00:00:01,000 --> 00:00:04,000
The quay was closed on Monday after

2
00:00:04,000 --> 00:00:08,000
<i>a storm that lasted two days</i>,
the master said.

3
00:00:12,500 --> 00:00:14,000
Nobody was hurt.
"""
WEBVTT = """WEBVTT
Kind: captions
Language: en

STYLE
::cue { color: red }

NOTE made by hand

a
00:01.000 --> 00:04.000 align:start
<v Ann Poe>The quay was closed on <c.loud>Monday</c> after

00:04.000 --> 00:08.000
<v Ann Poe>a storm that lasted two days &amp; nights.

00:08.000 --> 00:09.000
<v Bo Roe>Was anybody hurt?
"""


def read(name: str, data: str) -> Article:
    (found,) = articles_in(io.BufferedReader(io.BytesIO(data.encode()), HEAD), name, name)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_cues_are_joined_to_paragraphs(ends: str, mark: str) -> None:
    article = read("a.srt", mark + SUBRIP.replace("\n", ends))
    assert article.text == (
        "The quay was closed on Monday after a storm that lasted two days, the master said.\n\n"
        "Nobody was hurt."
    )


def test_who_speaks_begins_a_paragraph() -> None:
    article = read("a.vtt", WEBVTT)
    assert article.text == (
        "Ann Poe: The quay was closed on Monday after a storm that lasted two days & nights.\n\n"
        "Bo Roe: Was anybody hurt?"
    )


def test_captions_that_roll_say_each_line_once() -> None:
    rolled = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{n}.000 --> 00:0{n + 1}.000\n{a}\n{b}"
        for n, (a, b) in enumerate([("one", "two"), ("two", "three"), ("three", "four.")])
    )
    assert read("a.vtt", rolled).text == "one two three four."


def test_they_are_found_in_folders_by_name() -> None:
    assert is_article_name("a/news.en.vtt")
    assert is_article_name("a/news.srt")


def test_cues_without_empty_lines_between_them() -> None:
    close = SUBRIP.replace("\n\n", "\n")
    assert read("a.srt", close).text == read("a.srt", SUBRIP).text


def test_what_is_no_mark_up_is_text() -> None:
    said = SUBRIP.replace("Nobody", "<laughs> Nobody")
    assert read("a.srt", said).text.endswith("\n\n<laughs> Nobody was hurt.")


def test_what_is_said_again_after_a_pause_is_said_twice() -> None:
    again = SUBRIP.replace("Nobody was hurt.", "the master said.")
    assert read("a.srt", again).text.count("the master said.") == 2


def test_the_pictures_of_a_preview_are_no_transcript() -> None:
    data = b"WEBVTT\n\n00:00.000 --> 00:10.000\nsheet-1.jpg#xywh=0,0,160,90\n"
    stream = io.BufferedReader(io.BytesIO(data), HEAD)
    (found,) = articles_in(stream, "preview.vtt", "preview.vtt")
    assert isinstance(found, Failure)
    assert found.reason == "captions without words"


def test_a_cue_whose_times_are_wrong_is_read() -> None:
    wrong = SUBRIP.replace("00:00:04,000 --> 00:00:08,000", "00:00:4.0 --> 00.00.8")
    assert read("a.srt", wrong).text == read("a.srt", SUBRIP).text


def test_a_line_above_the_first_cue_is_kept() -> None:
    article = read("a.srt", "The evening news, 4 March 2014\n\n" + SUBRIP)
    assert article.text.startswith("The evening news, 4 March 2014\n\nThe quay")


def test_all_that_stands_above_the_first_cue_is_kept() -> None:
    article = read("a.srt", "\n\nThe evening news\n\nTyped by hand.\n\n" + SUBRIP)
    assert "Typed by hand.\n\nThe quay" in article.text
    assert "The evening news" in (article.title or "") + article.text


def test_an_empty_line_within_a_cue() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:04,000\nThe quay is closed,\n\nand the boats are sold.\n\n"
        "2\n00:00:05,000 --> 00:00:06,000\nNobody knew.\n"
    )
    assert read("a.srt", text).text == "The quay is closed, and the boats are sold. Nobody knew."
