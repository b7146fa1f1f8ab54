"""Tables whose quotation marks and delimiters are not as they should be: no text is lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.data.table_rows import CUT_OFF, UNCLOSED, Rows, joined
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The harbour opened on Monday{comma} the council said of quay {n}."


def table(comma: str = ",", **odd: str) -> str:
    """Nine rows; those that are named are written otherwise: ``_3`` is the third."""
    rows = [f'Quay {n},2017-01-0{n},"{TEXT.format(n=n, comma=comma)}"' for n in range(1, 10)]
    for name, row in odd.items():
        rows[int(name[1:]) - 1] = row.format(text=TEXT.format(n=name[1:], comma=comma))
    return "\n".join(["title,date,text", *rows]) + "\n"


def read(text: str, name: str = "a.csv") -> tuple[list[Article], list[str]]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, name, name))
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [f"#{one.record}: {one.reason}" for one in found if isinstance(one, Failure)]


@pytest.mark.parametrize("comma", [",", ""])
@pytest.mark.parametrize("number", [3, 8])
def test_a_mark_that_is_never_closed_takes_no_other_rows(number: int, comma: str) -> None:
    odd = f'Quay {number},2017-01-0{number},"{{text}}'
    articles, told = read(table(comma, **{f"_{number}": odd}))
    assert [article.title for article in articles] == [f"Quay {n}" for n in range(1, 10)]
    assert all(f"quay {n}." in one.text for n, one in enumerate(articles, start=1))
    assert told[0] == f"#{number}: {UNCLOSED}"


def test_a_mark_in_the_last_row_is_closed_by_the_end_and_told() -> None:
    articles, told = read(table(_9='Quay 9,2017-01-09,"{text}'))
    assert (len(articles), articles[-1].text) == (9, TEXT.format(n=9, comma=","))
    assert told == [f"#9: {CUT_OFF}"]


def test_texts_of_several_lines_stay_whole() -> None:
    row = 'Quay 4,2017-01-04,"One, two.\n\nThree, ""four"", five.\nSix,2017-01-05,seven."'
    articles, told = read(table(_4=row))
    assert (len(articles), told) == (9, [])
    assert articles[3].text.endswith("Six,2017-01-05,seven.")


def test_commas_outside_of_marks_cut_no_text_off() -> None:
    articles, told = read(
        table(_2="Quay 2,2017-01-02,{text}", _5='Quay 5, again,2017-01-05,"{text}"')
    )
    assert (articles[1].title, articles[1].text) == ("Quay 2", TEXT.format(n=2, comma=","))
    assert (articles[4].title, articles[4].date) == ("Quay 5, again", "2017-01-05")
    assert articles[4].text == TEXT.format(n=5, comma=",")
    assert [one.partition(":")[0] for one in told] == ["#2", "#5"]
    assert "more cells than the table has columns" in told[0]


def test_cells_too_many_are_joined_where_dates_stay_dates() -> None:
    fields = ["title", "date", "text"]
    assert joined(["A", "B", "2017-01-02", "C"], fields, ",") == ["A,B", "2017-01-02", "C"]
    assert joined(["A", "2017-01-02", "B", "C"], fields, ";") == ["A", "2017-01-02", "B;C"]


@given(st.lists(st.lists(st.text("ab ,\"\n'", max_size=8), min_size=2, max_size=2), max_size=8))
def test_rows_that_are_well_written_are_read_as_the_library_reads_them(
    rows: list[list[str]],
) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    reader = Rows(iter(out.getvalue().splitlines(keepends=True)), ",")
    reader.columns = 2
    assert [row for row in reader if row] == [row for row in rows if row]


@pytest.mark.parametrize(
    "first",
    [
        "Article text, for those without a subscription:",
        "Text, if you cannot open it:",
        "Headline, date and text below.",
    ],
)
def test_a_sentence_with_a_comma_is_no_header(first: str) -> None:
    body = "The quay will close for two years, the council said, and the ferries go to Orlo."
    data = f"{first}\n\nQuay closes\n\nBy Ann Poe, The Courier\n\n{body}\n".encode()
    (found,) = articles_in(io.BufferedReader(io.BytesIO(data), HEAD), "a.txt", "a.txt")
    assert isinstance(found, Article)
    assert body in found.text


def test_a_table_is_known_by_one_name_where_the_next_line_is_like_it() -> None:
    data = b"text,label\nThe quay will close for two years.,1\nThe ferries go on.,0\n"
    assert len(list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), "a.txt", "a.txt"))) == 2


PARAGRAPH = (
    "The ferry firm of Orlo sold boat {n} to a buyer from Bergen on Monday, it said, and the crew "
    "stays on board. Nobody at the quay had heard of the sale before, and the story, date, and "
    "price of it were told by the buyer alone."
)


@pytest.mark.parametrize(
    ("name", "row"), [("csv", '"{}"'), ("tsv", "{}"), ("csv", "{}")], ids=["marks", "tabs", "bare"]
)
def test_a_table_of_one_column_without_a_name_has_a_text_a_row(name: str, row: str) -> None:
    texts = [PARAGRAPH.format(n=n) for n in range(1, 6)]
    found, told = read("\n".join(map(row.format, texts)) + "\n", f"a.{name}")
    assert ([one.text for one in found], told) == (texts, [])


def test_a_column_that_a_program_numbered_has_texts_as_well() -> None:
    texts = [PARAGRAPH.format(n=n) for n in range(1, 5)]
    found, _ = read(",0\n" + "".join(f'{n},"{text}"\n' for n, text in enumerate(texts)))
    assert [one.text for one in found] == texts


def test_texts_of_dense_scripts_are_shorter() -> None:
    texts = [
        f"{n}月四日、港の渡し船は対岸の町の買い手に売られ、乗組員は船に残ると会社が月曜日に伝えた。"
        for n in range(1, 5)
    ]
    found, _ = read("\n".join(texts) + "\n", "a.tsv")
    assert [one.text for one in found] == texts


def test_a_list_of_headlines_or_of_cells_that_fit_nowhere_is_refused() -> None:
    for rows in (
        [f"The ferry of Orlo sinks off quay {n}" for n in range(1, 9)],
        [f"{n},Orlo{',x' * n},{PARAGRAPH.format(n=n)}" for n in range(1, 9)],
    ):
        found, told = read("\n".join(rows) + "\n")
        assert found == []
        assert "no column of texts" in told[0]


@pytest.mark.parametrize(
    "header",
    ["secao,titulo,fonte", "section,title,source", "Rubrik,Titel,Quelle", "rubrique,titre,journal"],
)
def test_a_headline_with_its_source_is_an_article(header: str) -> None:
    found, told = read(f"{header}\nMar,Barca de Orlo volta ao cais,Correio de Orlo\n")
    assert [(one.title, one.source, one.text, one.section) for one in found] == [
        ("Barca de Orlo volta ao cais", "Correio de Orlo", "", "Mar")
    ]
    assert told == []


@pytest.mark.parametrize(
    "above", ["sep=;\n", "\ufeffsep=;\r\n", "Exported on 3 May 2024\nFrom: the archive\n\n", ""]
)
def test_lines_above_the_names_of_columns(above: str) -> None:
    table = f"{above}title;text;date\nQuay opens;The quay opened on Monday, it said.;2019-05-03\n"
    stream = io.BufferedReader(io.BytesIO(table.encode()), HEAD)
    (article,) = articles_in(stream, "a.csv", "a.csv")
    assert isinstance(article, Article)
    assert (article.title, article.date) == ("Quay opens", "2019-05-03")


def test_a_table_that_ends_within_quotation_marks_is_told() -> None:
    whole = table()
    articles, told = read(whole[: whole.rindex("council")])
    assert articles[-1].text == "The harbour opened on Monday, the"
    assert told == [f"#9: {CUT_OFF}"]
    assert read(whole)[1] == read(whole.rstrip("\n"))[1] == []
