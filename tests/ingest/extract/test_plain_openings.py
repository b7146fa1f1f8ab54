"""Texts that are a headline and their story are told at once; whatever has a head is not."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY, TITLE, article_of

from newsgrep.ingest.extract.head.plain_opening import opens_plainly

WRAPPED = (
    "The harbour authority said the piles under the quay had\n"
    "rotted through, and that there was no cheaper way to make it\n"
    "safe before the winter storms.\n"
)
DATELINED = (
    "VARDO, March 4 - Harbour Office Chief Ann Poe\nTold the Council on Monday.\n\nShr 2 cts\n"
)


@pytest.mark.parametrize(
    ("headline", "story"),
    [
        (TITLE, LONGER_BODY),
        (TITLE, WRAPPED),
        (TITLE.upper(), DATELINED),
        ("QUAYS <QUAY> 4TH QTR NET", DATELINED),
        ("'Rotten' quay closes for 20% longer", LONGER_BODY),
        (
            TITLE,
            f'"We have no choice," said Ann Poe, who runs the harbour of Vardo.\n\n{LONGER_BODY}',
        ),
    ],
)
def test_headline_and_story_are_told_at_once(headline: str, story: str) -> None:
    text = f"{headline}\n\n{story}"
    assert opens_plainly(text.split("\n"))
    article = article_of(text)
    assert (article.title, article.authors, article.deck) == (headline, (), "")


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\nBy Ann Poe\n\n",
        f"{TITLE}\n\nBy Ann Poe\n\n",
        f"{TITLE}\n\nAnn Poe, Bo Roe and Cy Doe\n\n",
        f"{TITLE}\n\nA deck that is short\n\nBy Ann Poe\n\n",
        f"{TITLE} | The Courier\n\n",
        f"{TITLE} (The Courier)\n\n",
        f"By Ann Poe of the Courier\n\n{TITLE}\n\n",
        f"UPDATE 1 {TITLE}\n\n",
        f"Hello Ann, here is the article\n\n{TITLE}\n\n",
        f"{TITLE}\n\nThis article first appeared in The Courier on May 3, 2019.\n\n",
        f"{TITLE}\n\nSource: The Courier\n\n",
        f"{TITLE}\n\n[The Courier, May 3, 2019]\n\n",
        f"{TITLE}\n\n3 May 2019\n\n",
    ],
)
def test_text_with_more_of_a_head_is_looked_at(head: str) -> None:
    assert not opens_plainly(f"{head}{LONGER_BODY}".split("\n"))


def test_foot_of_a_plain_text_is_read_all_the_same() -> None:
    article = article_of(f"{TITLE}\n\n{LONGER_BODY}\nAuthor\nAnn Poe\n\nSource: The Guardian\n")
    assert (article.title, article.source) == (TITLE, "The Guardian")
