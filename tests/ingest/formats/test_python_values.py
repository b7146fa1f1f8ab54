"""Values that Python, NumPy and databases print into cells and texts, and what they mean."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.data import csv_table
from newsgrep.ingest.formats.data.python_values import (
    python_value,
    with_ends_of_lines,
    with_lists_as_paragraphs,
)
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

FIRST = "The ferry returned to the quay on Monday, and many waited for it."
SECOND = "It had been away 'for two years', they said."
BOTH = f"{FIRST}\n\n{SECOND}"


def articles(name: str, text: str) -> list[Article]:
    data = text.encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize(
    "cell",
    [
        f"['{FIRST}', \"{SECOND}\"]",
        f"['{FIRST}'\n \"{SECOND}\"]",  # an array of NumPy
        f"('{FIRST}', \"{SECOND}\")",
        f"[None, '{FIRST}', \"{SECOND}\", '']",
        f"[['{FIRST}'], [\"{SECOND}\"]]",
        f"[{{'type': 'p', 'text': '{FIRST}'}}, {{'type': 'p', 'text': \"{SECOND}\"}}]",
        f"{FIRST}\\n\\n{SECOND}\\n",
    ],
)
def test_a_text_in_a_cell_is_read_as_paragraphs(cell: str) -> None:
    escaped = cell.replace('"', '""')
    (article,) = articles("a.csv", f'title,date,content\nFerry,2019-05-03,"{escaped}"\n')
    assert article.text == BOTH


def test_a_mapping_in_a_cell_is_what_it_shows() -> None:
    table = (
        "source;author;title;content;publishedAt\n"
        f"{{'id': None, 'name': 'The Quay'}};[];Ferry;{FIRST};2019-05-03\n"
    )
    (article,) = articles("a.csv", table)
    assert (article.source, article.authors) == ("The Quay", ())


@pytest.mark.parametrize("around", ["{}", "[{}]"])
def test_a_text_of_what_python_prints_is_of_records(around: str) -> None:
    record = (
        "{'title': 'Ferry returns', 'date': datetime.datetime(2019, 5, 3, 8, 15),\n"
        f" 'authors': ['Ann Poe'], 'text': \"{FIRST} It's back.\", 'url': None}}"
    )
    (article,) = articles("a.txt", around.format(record))
    assert (article.title, article.date) == ("Ferry returns", "2019-05-03T08:15:00")
    assert (article.authors, article.text) == (("Ann Poe",), f"{FIRST} It's back.")


def test_a_record_a_line_and_what_is_none() -> None:
    line = f"{{'title': 'Ferry {{n}}', 'text': '{FIRST}', 'date': '2019-05-0{{n}}'}}"
    lines = "\n".join(line.replace("{n}", str(n)) for n in (1, 2))
    assert [one.date for one in articles("a.txt", lines)] == ["2019-05-01", "2019-05-02"]
    (article,) = articles("a.txt", "{'ferry': it is back}\n\n" + FIRST)
    assert FIRST in article.text, "nothing is lost of what cannot be read so"


def test_a_list_behind_a_label_is_the_text() -> None:
    text = f"title: Ferry returns\ndate: 2019-05-03\ncontent: ['{FIRST}', \"{SECOND}\"]\n"
    (article,) = articles("a.txt", text)
    assert (article.title, article.date, article.text) == ("Ferry returns", "2019-05-03", BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "She said ['sic'] that it was back.",
        "['Ann Poe', 'John Roe']\n\nThey wrote it.",
        "[Editor's note: it is ['back'] here]",
    ],
)
def test_brackets_of_a_text_stay(text: str) -> None:
    assert with_lists_as_paragraphs(text) == text


def test_paths_and_real_lines_are_no_ends_of_lines() -> None:
    path = r"It is in C:\new and in D:\names, she said."
    assert with_ends_of_lines(path) == path
    assert with_ends_of_lines("One.\\nTwo.\nThree.\\nFour.") == "One.\\nTwo.\nThree.\\nFour."


@pytest.mark.parametrize("text", ["['a'", "[" * 9000 + "]" * 9000, "['a', open('x')]", "{'a'}}"])
def test_what_python_could_not_have_printed_is_no_value(text: str) -> None:
    assert python_value(text) is None


@pytest.mark.parametrize("missing", ["NULL", r"\N", "<NA>", "(null)", "#N/A", "[]", "NULL, NULL"])
def test_what_databases_write_for_nothing_is_nothing(missing: str) -> None:
    table = (
        "id\ttitle\tauthor\tdate\tsource\tcontent\tsummary\n"
        f"1\tFerry\t{missing}\t{missing}\t{missing}\t{FIRST}\t{missing}\n"
        f"2\t{missing}\tAnn Poe\t2019-05-03\tThe Quay\t{FIRST}\t{missing}\n"
        f"3\tFerry\tAnn Poe\t2019-05-03\tThe Quay\t{missing}\t{missing}\n"
    )
    first, second, third = articles("dump.tsv", table)
    assert (first.authors, first.date, first.source, first.deck) == ((), "", "", "")
    assert second.title == "The ferry returned to the quay on Monday, and many waited for it."
    assert (third.title, third.text) == ("Ferry", "")


def test_a_dump_without_names_in_a_text() -> None:
    text = f"{FIRST} {SECOND} Nobody knew why it had gone, and the master did not tell them at all."
    row = "{n}\tNULL\tNULL\t2018-09-0{n} 00:00:00\tNULL\t{text}\thttp://quay.example/{n}\tNULL\n"
    rows = "".join(row.format(n=n, text=f"{text} {text}") for n in (1, 2, 3))
    first, *others = articles("news.txt", rows)
    assert (first.date, first.url) == ("2018-09-01T00:00:00", "http://quay.example/1")
    assert "NULL" not in first.text and len(others) == 2


def test_a_dump_that_is_too_long_for_one_text_is_refused_and_not_cut_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_table, "MAX_DOCUMENT", 2000)
    row = "{n}\t\\N\tferry\t\\N\n"
    (whole,) = articles("dump.tsv", "".join(row.format(n=n) for n in range(50)))
    assert "49" in whole.text
    longer = "".join(row.format(n=n) for n in range(500)).encode()
    stream = io.BufferedReader(io.BytesIO(longer), HEAD)
    (refused,) = articles_in(stream, "dump.tsv", "dump.tsv")
    assert isinstance(refused, Failure) and "one article of more than" in refused.reason


def test_chinese_paragraphs_whose_line_ends_were_lost() -> None:
    text = "渡轮星期一回到了码头，许多人在那里等着它。"
    (article,) = articles(
        "a.json", f'{{"content": "　　{text} 　　{text}　　{text}", "date": "2018-09-01"}}'
    )
    assert article.text == f"{text}\n\n{text}\n\n{text}"
    assert article.title == text
