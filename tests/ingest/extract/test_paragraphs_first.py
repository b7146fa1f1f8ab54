"""First lines that are a story's paragraph, or a picture's caption, and no headline."""

from __future__ import annotations

import pytest
from quay import article_of as read

STORY = (
    "The harbour authority said on Monday that the quay would be closed for a year, and that the"
    " ferries would sail from the other side of the bay until the works were over."
)


@pytest.mark.parametrize(
    "first",
    [
        "The quay is closed to everybody from Monday on, and the ferries sail from the bay."
        " But nobody had told the fishermen of it!",
        "The quay of Orlo cannot be called a comfort .",
        "ORLO: The harbour authority does not rule out bringing back some of the ferries, but it"
        " will do its best, its keeper said on Monday.",
        "The keeper counts the boats at the quay in Orlo. Photo: Ann Poe",
        "港口当局星期一说，码头将关闭一年。渡轮将从海湾的另一边开出，直到工程结束为止。渔民们问道，"
        "为什么没有人告诉他们？港务长说，他会在下一次会议上回答所有的问题：",
    ],
)
def test_what_opens_a_story_is_no_headline(first: str) -> None:
    article = read(f"{first}\n\n{STORY}\n\n{STORY}")
    assert article.facts["title"].origin == "first words of the text"
    assert article.text.startswith(first)


@pytest.mark.parametrize(
    "first",
    ["The Ferry Is Gone. Will It Be Back?", "Orlo: The harbour authority does not rule it out"],
)
def test_headlines_of_sentences_stay_headlines(first: str) -> None:
    assert read(f"{first}\n\n{STORY}\n\n{STORY}").title == first


def test_a_first_sentence_that_goes_on_in_the_next_line_is_whole() -> None:
    article = read(f"Apple\n reported earnings that beat what Orlo had thought of it.\n\n{STORY}")
    assert article.title.startswith("Apple reported earnings")
    assert article.source == ""


def test_an_abstract_with_its_citation_in_one_line() -> None:
    head = "Ferry of Orlo: Sold? Okay   By Poe, Ann, The Wall Street Journal,  Oct 7, 2007  "
    article = read(f"20071006\n {head}{STORY}")
    assert article.title == "Ferry of Orlo: Sold? Okay"
    assert (article.authors, article.source) == (("Ann Poe",), "The Wall Street Journal")
    assert (article.date, article.text) == ("2007-10-07", STORY)
