"""Sentences that a program broke at each link are whole again."""

from __future__ import annotations

import pytest

from newsgrep.ingest.extract.body.broken_sentences import with_broken_joined

BROKEN = """The port of Orlo has\x20
closed
 its quay, as the ferry firm
, the second of the town, said on Monday.
Numbers from\x20
last month’s report
 help explain it.
The board meets in June."""


def test_a_line_goes_on_where_the_blanks_around_a_link_are_left() -> None:
    assert with_broken_joined(BROKEN).split("\n") == [
        "The port of Orlo has closed its quay, as the ferry firm, the second of the town, "
        "said on Monday.",
        "Numbers from last month’s report help explain it.",
        "The board meets in June.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Port to close\nBy Ann Poe\n\nThe quay of Orlo closes.\n and so does the ferry.",
        " The port of Orlo has\n closed its quay, as\n the ferry firm told the\n paper on Monday",
        "The port has closed. \nIts quay is for sale. \nThe board meets in June. \nNobody came. ",
        "- berths\n - left: forty\n - let: two\n- cranes\n - sold: two",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert with_broken_joined(text) == text
