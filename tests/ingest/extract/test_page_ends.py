"""What stands above and below a page's article, and what stands beside its paragraphs."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.body.page_ends import is_filler, signed_alone, without_ends
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TITLE = "Harbour opens after a year of work"
STORY = [
    "The keeper of the harbour counted the boats again, and wrote down nine of them before noon.",
    "Nobody had told him that the long pier would be closed, or that the crane was sold in May.",
    "In the evening the fog came in, and the lamps at the lock were lit an hour before their time.",
]
FILLER = (
    "Dolor ipsam et est cumque. Laboriosam sed delectus rerum sint qui natus tenetur ea quia."
    " Voluptatem eos sequi quia, repellat odio libero et aliquam dicta."
)


def read(body: str, head: str = "") -> Article:
    page = f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"
    stream = io.BufferedReader(io.BytesIO(page.encode()), HEAD)
    [article] = articles_in(stream, "page.html", "page.html")
    assert isinstance(article, Article), article
    return article


def test_a_menu_above_the_headline_is_left_out() -> None:
    menu = ["Latest", "Tide tables", "About us", "»"]
    assert without_ends([*menu, TITLE, *STORY], [TITLE]).paragraphs == [TITLE, *STORY]


def test_what_has_sentences_above_the_headline_is_no_menu() -> None:
    paragraphs = ["Editor's note", "We were wrong about the pier.", "Port", TITLE, *STORY]
    assert without_ends(paragraphs, [TITLE]).paragraphs == paragraphs


def test_other_stories_with_their_dates_above_the_text() -> None:
    teasers = [f"Kamis, 0{day}/11/2015 09:25 WIB Perahu nelayan kembali" for day in (5, 4, 3)]
    assert without_ends([*teasers, *STORY], []).paragraphs == STORY
    assert without_ends([*teasers[:2], *STORY], []).paragraphs == [*teasers[:2], *STORY]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("| Penulis | : Kontributor Kota Baru, Ani Puspa |", ["Ani Puspa"]),
        ("Pewarta: Ani Puspa", ["Ani Puspa"]),
        ("| Editor | : Budi Raya |", []),
        ("港湾新闻记者 张三 李四", ["张三", "李四"]),
    ],
)
def test_credits_with_labels(line: str, authors: list[str]) -> None:
    found = without_ends([line, *STORY], [])
    assert found.paragraphs == STORY
    assert [claim.value for claim in found.claims] == authors


@pytest.mark.parametrize(
    "line", ["2020-06-06 10:08 来源：港湾新闻", "字号", "2020年09月11日 18:05"]
)
def test_the_line_below_a_chinese_headline(line: str) -> None:
    assert without_ends([line, *STORY], []).paragraphs == STORY


def test_a_break_between_sections_stays() -> None:
    assert without_ends([STORY[0], "* * *", STORY[1]], []).paragraphs == [
        STORY[0],
        "* * *",
        STORY[1],
    ]


def test_filler_gives_way_to_the_deck() -> None:
    head = '<meta property="og:description" content="The pier is closed for a month.">'
    article = read(f"<h1>{TITLE}</h1><article><p>{FILLER}</p><p>{FILLER}</p></article>", head)
    assert "Laboriosam" not in article.text
    assert article.text == "The pier is closed for a month."


@pytest.mark.parametrize(
    "line", [STORY[0], "Quis custodiet ipsos custodes?", "Omnis homo mortalis est"]
)
def test_what_is_no_filler(line: str) -> None:
    assert not is_filler(line)


def test_blocks_of_bare_text_beside_the_paragraphs_are_kept() -> None:
    quoted = "<br><br>".join(
        f"House keeper {name} is said to have told the board that the boats may stay until the"
        " piles are mended, which nobody expects before the winter is over."
        for name in ("Poe", "Roe", "Moe", "Doe")
    )
    paragraphs = "".join(f"<p>{p}</p>" for p in STORY)
    body = f"<h1>{TITLE}</h1><div class='text'>{paragraphs}<div class='well'>{quoted}</div></div>"
    assert "House keeper Doe" in read(body).text


def test_other_stories_whose_headlines_stand_twice_are_none_of_the_article() -> None:
    teasers = [
        "The Ferry That Never Sailed The Ferry That Never Sailed",
        "Its owner had no more money for an engine.",
        "What the Harbour Was Promised What the Harbour Was Promised",
        "And what became of it.",
    ]
    article = without_ends([*STORY, *teasers], ["Harbour opens"])
    assert article.paragraphs == STORY
    assert without_ends([*STORY, teasers[0]], []).paragraphs == [*STORY, teasers[0]], (
        "once, perhaps"
    )


def test_what_a_program_says_to_itself_is_no_text() -> None:
    values = ["- isSubscriber:", "- false", "- showPaywallPiano:", "- true"]
    assert without_ends([*STORY, *values], []).paragraphs == STORY


@pytest.mark.parametrize("at", ["first", "last"])
def test_a_name_alone_beside_the_text_is_its_author(at: str) -> None:
    name = "Maria Schmidt"
    paragraphs = [name, *STORY] if at == "first" else [*STORY, name]
    assert [claim.value for claim in signed_alone(paragraphs)] == [name]
    within = "So the harbour is closed again, Frau Schmidt said to those who asked on Monday."
    assert signed_alone([paragraphs[0], within, *paragraphs[1:]]) == []


@pytest.mark.parametrize("line", ["New York", "Useful Links", "The Guardian", "Harbour Opens"])
def test_a_place_or_a_heading_alone_is_nobody(line: str) -> None:
    assert signed_alone([line, *STORY]) == []


@pytest.mark.parametrize(
    "line",
    ["홍정수 기자 hong@quay.example", "항구가 월요일에 열렸다. 홍정수 기자", "[서울=홍정수 기자]"],
)
def test_a_korean_reporter_at_the_end(line: str) -> None:
    assert [claim.value for claim in signed_alone([*STORY, line])] == ["홍정수"]
