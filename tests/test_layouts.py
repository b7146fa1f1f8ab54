"""Twenty and more layouts of plain text: how many headlines, authors, dates, sources are right."""

from __future__ import annotations

from collections import Counter

import layouts
import pytest

from newsgrep import Article
from newsgrep.extract.assemble import article_from
from newsgrep.raw import Form, RawDocument

FACTS = ("title", "authors", "date", "source")


def verdict(name: str, sample: layouts.Sample, article: Article) -> str:
    """``right``, ``missing`` (or less precise) or ``wrong``."""
    wanted, got = getattr(sample.truth, name), getattr(article, name)
    if wanted == got:
        return "right"
    less = name == "date" and wanted.startswith(got)
    return "missing" if not got or less else "wrong"


def test_layouts_are_understood() -> None:
    verdicts: dict[str, Counter[str]] = {name: Counter() for name in FACTS}
    for sample in layouts.samples(each=6):
        article = article_from(RawDocument(Form.TEXT, sample.text), sample.path)
        for name in FACTS:
            verdicts[name][verdict(name, sample, article)] += 1
    for name, counts in verdicts.items():
        total = counts.total()
        assert counts["right"] >= 0.95 * total, (name, counts)
        assert counts["wrong"] < 0.02 * total, (name, counts)


BODY = (
    "The harbour authority said the piles under the quay had rotted through, and that there was"
    " no cheaper way to make it safe before the winter storms.\n\nSome 340 people work on it.\n"
)
TITLE = "Harbour to close its northern quay for two years"


@pytest.mark.parametrize(
    ("head", "authors", "date", "source"),
    [
        ("{T}\n\nJane Doe\nThe Guardian\nMon 20 Feb 2017 09.40 GMT\n\n",
         ("Jane Doe",), "2017-02-20T09:40:00+00:00", "The Guardian"),
        ("{T}\nJane Doe, BBC News\n20 February 2017\n\n", ("Jane Doe",), "2017-02-20", "BBC News"),
        ("{T}\nWritten by Jane Doe\nPublished: 20 February 2017 | 09:40\n\n",
         ("Jane Doe",), "2017-02-20T09:40:00", ""),
        ("{T}\n\nBy Jane Doe, CNN\nUpdated 9:40 AM EST, Mon February 20, 2017\n\n",
         ("Jane Doe",), "2017-02-20", "CNN"),
        ("{T}\nFeb 20, 2017 | The Courier\nJane Doe\n\n", ("Jane Doe",), "2017-02-20", "The Courier"),
        ("{T} - The Courier\n\n2017-02-20\n\n", (), "2017-02-20", "The Courier"),
        ("The Courier\n\n{T}\n\nJane Doe\n20 February 2017\n\n",
         ("Jane Doe",), "2017-02-20", "The Courier"),
        ("20/02/2017\n{T}\nPor Jane Doe\n\n", ("Jane Doe",), "2017-02-20", ""),
        ("{T}\n\nJANE DOE\nCourier Staff Writer\n\n", ("Jane Doe",), "", ""),
        ("{T}\n\nPUBLISHED 20 FEB 2017\nBY JANE DOE AND JOHN ROE | THE COURIER\n\n",
         ("Jane Doe", "John Roe"), "2017-02-20", "The Courier"),
        ("{T}\n(The Courier, 20 February 2017)\n\n", (), "2017-02-20", "The Courier"),
        ("{T}\nBy Jane Doe\n03/04/2017 EST\n\n", ("Jane Doe",), "2017-03-04", ""),
        ("{T}\nBy Jane Doe\n03/04/2017\n\n", ("Jane Doe",), "2017", ""),
    ],
)  # fmt: skip
def test_heads(head: str, authors: tuple[str, ...], date: str, source: str) -> None:
    text = head.format(T=TITLE) + BODY
    article = article_from(RawDocument(Form.TEXT, text), "a.txt")
    assert (article.title, article.authors, article.date, article.source) == (
        TITLE, authors, date, source,
    )  # fmt: skip
    assert article.text.startswith("The harbour authority")
