"""First lines that are no headline, or more than one: kickers, datelines, labels, papers."""

from __future__ import annotations

import pytest
from quay import BODY, article_of

from newsgrep import Article

HEADLINE = "Ferry firm of Orlo sells its last boat to a buyer in Bergen"


def told(head: str, below: str = "") -> Article:
    return article_of(f"{head}\n\n{BODY}{below}")


@pytest.mark.parametrize("kicker", ["NORTH QUAY", "COREA DEL NORTE", "TARIFAS"])
def test_a_kicker_in_capitals_right_above_its_headline(kicker: str) -> None:
    assert told(f"{kicker}\n{HEADLINE}").title == HEADLINE
    assert told(f"{kicker}\n{HEADLINE} de EE.UU.").title == f"{HEADLINE} de EE.UU."


def test_a_short_headline_in_capitals_above_a_paragraph_is_one() -> None:
    assert article_of(f"PRICES RISE\n{BODY}").title == "PRICES RISE"


def test_a_first_paragraph_with_its_dateline_is_no_headline() -> None:
    first = (
        "МОСКВА, 8 июн — РИА Новости. Из поездов в порту эвакуировали людей после аварии"
        " на причале, сообщила компания."
    )
    article = article_of(
        f'{first}\n"Пассажиры всех поездов эвакуированы", — говорится в сообщении.'
    )
    assert article.text.startswith(first)
    assert (article.source, article.place) == ("RIA Novosti", "Москва")


def test_a_label_above_a_story_with_its_dateline_is_no_headline() -> None:
    article = article_of(f"Title: {HEADLINE}\nORLO (AP) — {BODY}")
    assert (article.title, article.source) == (HEADLINE, "Associated Press")


@pytest.mark.parametrize("paper", ["Quayside Bulletin", "이투데이", "Orlo Dnes"])
def test_a_paper_behind_the_headline_and_on_the_next_line(paper: str) -> None:
    article = told(f"{HEADLINE} - {paper}\n{paper}\n2024-09-23")
    assert (article.title, article.source, article.date) == (HEADLINE, paper, "2024-09-23")


def test_an_agency_alone_opens_a_story_below_a_deck() -> None:
    article = article_of(f"{HEADLINE}\nThe last boat is sold\n(CNN) — {BODY}")
    assert article.source == "CNN"


@pytest.mark.parametrize(
    ("notice", "source"),
    [
        ("Copyright Hawk Press Inc., 2004", "Hawk Press Inc"),
        ("© 2024 NME is part of NME Networks.", "NME"),
        ("© 2019 Guardian News & Media Limited", "The Guardian"),
    ],
)
def test_whose_paper_a_notice_names(notice: str, source: str) -> None:
    assert told(HEADLINE, f"\n\n{notice}").source == source


@pytest.mark.parametrize(
    ("line", "authors"),
    [("홍길동", ("홍길동",)), ("신용카드", ()), ("카드론", ()), ("남궁민", ("남궁민",))],
)
def test_a_korean_line_alone_is_a_name_by_its_family(line: str, authors: tuple[str, ...]) -> None:
    body = "회사가 배를 팔았다고 월요일에 밝혔다. " * 5
    address = "https://www.etnews.com/20240923000173"
    head = f"{address}\n회사가 마지막 배를 팔다\n전자신문\n2024-09-23\n{line}"
    article = article_of(f"{head}\n{body}")
    assert (article.authors, article.source) == (authors, "ETNews")


def test_a_day_and_a_deck_below_a_headline_and_a_menu() -> None:
    menu = "\n".join(
        ["Acesso à informação", "Participe", "Serviços", "Legislação", "Canais", "Portal", "E-mail",
         "Webmail", "Mapa do Site", "RSS", "Notícias", "Contato", "Home", "NADIC"]
    )  # fmt: skip
    deck = "Processo seletivo visou formação de cadastro de reserva"
    title = "Porto de Orlo divulga resultado final da seleção de bolsistas do novo cais"
    text = (
        "Foi publicado na manhã desta segunda-feira o resultado final do processo, que visou"
        " a formação de cadastro de reserva de bolsistas do porto, no novo cais."
    )
    article = article_of(f"{menu}\n{title}\n23/05/2022 - {deck}\n{text}\n\n\n{text} Mais uma vez.")
    assert (article.title, article.deck, article.date) == (title, deck, "2022-05-23")


def test_a_korean_sentence_below_a_day_is_no_paper() -> None:
    text = "서울시는 버스 요금을 100원 올린다."
    article = article_of(
        f"버스 요금 오른다\n홍길동 기자\n2017.02.03\n\n{text}\n\n시민들은 불만을 나타냈다."
    )
    assert (article.source, article.text.split("\n")[0]) == ("", text)


def test_a_rule_below_a_paragraph_ends_the_head() -> None:
    days = [f"{day}, {number} February 2017" for number, day in ((3, "Monday"), (4, "Tuesday"))]
    text = "The ferries will stop for three weeks from Monday, the harbour board said in the port."
    text += " Nobody else was told of it."
    parts = "".join(f"* * *\n\n{day}\n\n{text}\n\n" for day in days)
    article = article_of(f"{HEADLINE}\nBy Ann Poe\n\n{text}\n\n{parts}")
    assert (article.title, article.authors, article.deck) == (HEADLINE, ("Ann Poe",), "")
    assert article.text.count(text) == 3
    assert all(day in article.text for day in days)


def test_captions_between_a_deck_and_a_byline() -> None:
    deck = "The firm had tried to keep it until the summer, and had no money left to do so."
    caption = "The last boat still lies at the quay of Orlo."
    article = article_of(
        f"{HEADLINE}\n{deck}\n\n\n{caption}\n{caption}Credit...Ann Roe/Quay Images\nBy Tariq Poe\n"
        f"Nov. 15, 2019\n\nORLO, Norland — {BODY}"
    )
    assert (article.title, article.deck) == (HEADLINE, deck)
    assert (article.authors, article.date) == (("Tariq Poe",), "2019-11-15")
    assert article.text.startswith(caption)
