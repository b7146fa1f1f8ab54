"""Twenty and more layouts of plain text: how many headlines, authors, dates, sources are right."""

from __future__ import annotations

from collections import Counter

import layouts
import pytest
from quay import BODY, TITLE, article_of

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

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
    article = article_of(text)
    assert (article.title, article.authors, article.date, article.source) == (
        TITLE, authors, date, source,
    )  # fmt: skip
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    ("head", "title", "authors", "date", "source"),
    [
        # source, author and date in one line, in any order
        (
            "{T}\nHarbour Gazette | Jane Doe | March 3, 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "Harbour Gazette",
        ),
        (
            "{T}\nJane Doe, 3 March 2015, The Courier\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "{T}\nThe Courier / by Jane Doe / March 3, 2015 at 2:05 PM\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03T14:05:00",
            "The Courier",
        ),
        (
            "The Courier\t2015-03-03\tJane Doe\n{T}\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "{T} (The Courier, Jane Doe, 3 March 2015)\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "Jane Doe, “{T}”, The Courier, 3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        # in brackets, italics, with a role, an address, a handle
        (
            "{T}\n(Jane Doe)\nThe Courier, 3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "{T}\n\n_Jane Doe_\n\n*The Courier*, 3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "{T}\nWhat it means for those who work there\nJane Doe, Chief Correspondent\n3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "",
        ),
        (
            "{T}\n\nBy Jane Doe jane@courier.example @janedoe\n3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "",
        ),
        (
            "{T}\nBy Jane Doe For The Harbour Times\n3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Harbour Times",
        ),
        ("{T}\nBy Jane Doe in Brussels\n3 March 2015\n\n", TITLE, ("Jane Doe",), "2015-03-03", ""),
        # names
        (
            "{T}\nBy Frances d'Emilio and Ngũgĩ wa Thiong'o\n\n",
            TITLE,
            ("Frances d'Emilio", "Ngũgĩ wa Thiong'o"),
            "",
            "",
        ),
        ("{T}\nBy viktor hedlund\n\n", TITLE, ("Viktor Hedlund",), "", ""),
        (
            "{T}\nAuthor: Poe, Anna; Roe, Hans\nDate: 2015-03-03\n\n",
            TITLE,
            ("Anna Poe", "Hans Roe"),
            "2015-03-03",
            "",
        ),
        ("{T}\nPoe, Anna\nMarch 3, 2015\n\n", TITLE, ("Anna Poe",), "2015-03-03", ""),
        ("{T}\nBrin Holloway\nMarch 3, 2015\n\n", TITLE, ("Brin Holloway",), "2015-03-03", ""),
        ("{T}\nBy CNN\nMarch 3, 2015\n\n", TITLE, (), "2015-03-03", "CNN"),
        ("{T}\nDoor Jan de Vries\n\n", TITLE, ("Jan de Vries",), "", ""),
        ("{T}\nAf Mads Poe\n\n", TITLE, ("Mads Poe",), "", ""),
        ("{T}\nAv Ola Poe\n\n", TITLE, ("Ola Poe",), "", ""),
        # what stands above
        (
            "From: Jane Doe <jane@courier.example>\nDate: 3 March 2015\nSubject: {T}\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "",
        ),
        (
            "Please read this one.\n\n{T}\nThe Courier, 3 March 2015\nBy Jane Doe\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "  [1]Skip to content\n\n   * [2]Home\n   * [3]World\n\n  {T}\n\n  By Jane Doe\n  3 March 2015\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "",
        ),
        (
            "# {T}\n\n> Source: [The Courier](https://courier.example/a)\n> Author: Jane Doe\n> Published: 2015-03-03\n> Clipped: 2018-01-01\n\n",
            TITLE,
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
        (
            "FERRY SOLD\n\nJane Doe | The Courier | 3 March 2015 | 5 min read\n\n",
            "FERRY SOLD",
            ("Jane Doe",),
            "2015-03-03",
            "The Courier",
        ),
    ],
)
def test_heads_by_evidence(
    head: str, title: str, authors: tuple[str, ...], date: str, source: str
) -> None:
    article = article_from(RawDocument(Form.TEXT, head.format(T=TITLE) + BODY), "a.txt")
    assert (article.title, article.authors, article.date, article.source) == (
        title, authors, date, source,
    )  # fmt: skip
    # What is not understood, as a remark above it all, stays in the text.
    assert "The harbour authority" in article.text
    assert "Jane" not in article.text


@pytest.mark.parametrize(
    ("foot", "date", "source"),
    [
        ("\nPublished March 3, 2015\n© 2015 Harbour Gazette\n", "2015-03-03", "Harbour Gazette"),
        ("\n(The Courier, 3 March 2015)\n", "2015-03-03", "The Courier"),
        ("\n— Jane Doe, The Courier, 3 March 2015\n", "2015-03-03", "The Courier"),
    ],
)
def test_date_and_source_at_the_foot_only(foot: str, date: str, source: str) -> None:
    article = article_from(RawDocument(Form.TEXT, f"{TITLE}\n\n{BODY}{foot}"), "a.txt")
    assert (article.title, article.date, article.source) == (TITLE, date, source)
    assert article.text.endswith("Some 340 people work on it.")


@pytest.mark.parametrize(
    "line", ["Rovers v City, Sixways", "3,803", "Ewood Park", "Claim dismissed by Court of Appeal"]
)
def test_what_is_not_understood_stays_in_the_text(line: str) -> None:
    article = article_from(RawDocument(Form.TEXT, f"{TITLE}\n\n{line}\n\n{BODY}"), "a.txt")
    assert (article.authors, article.source) == ((), "")
    assert line in f"{article.deck}\n{article.text}"


@pytest.mark.parametrize(
    "title",
    ["Claim dismissed by court", "Steady growth continues in Japan", "Text message record smashed"],
)
def test_headlines_with_words_of_bylines_are_headlines(title: str) -> None:
    article = article_from(RawDocument(Form.TEXT, f"{title}\n\n{BODY}"), "a.txt")
    assert (article.title, article.authors, article.source, article.place) == (title, (), "", "")


def test_the_end_of_a_wrapped_paragraph_is_no_signature() -> None:
    last = "The two sides will meet again after a study of the quay was handed in\nby Vale, Doe and Sons Inc\n"
    article = article_from(RawDocument(Form.TEXT, f"{TITLE}\n\n{BODY}\n{last}"), "a.txt")
    assert (article.authors, article.source) == ((), "")
    assert article.text.endswith("Sons Inc")


def test_lines_that_compare_figures_are_text() -> None:
    table = "LEEDS, March 3 - Oper shr 31 cts vs 29 cts\n\nRevs 2,389,000 vs 1,287,000\n\nYear\n"
    article = article_from(
        RawDocument(Form.TEXT, f"NORTH QUAY LTD 4TH QTR NET\n\n{table}"), "a.txt"
    )
    assert (article.title, article.place) == ("NORTH QUAY LTD 4TH QTR NET", "Leeds")
    assert "Revs 2,389,000 vs 1,287,000" in article.text


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("AP News", "Associated Press"), ("apnews.com", "Associated Press"), ("The Associated Press", "Associated Press"),
        ("Guardian.com", "The Guardian"), ("THE GUARDIAN", "The Guardian"),
    ],
)  # fmt: skip
def test_a_publication_has_one_name(written: str, usual: str) -> None:
    article = article_from(RawDocument(Form.TEXT, f"{TITLE}\nSource: {written}\n\n{BODY}"), "a.txt")
    assert (article.source, article.source_as_written) == (usual, written)


def test_who_is_evidence_for_what_is_told() -> None:
    article = article_from(
        RawDocument(Form.TEXT, f"{TITLE}\nThe Courier, 3 March 2015\n\n{BODY}"), "a.txt"
    )
    assert article.facts["source"].origin.startswith("line 2: known publication")
