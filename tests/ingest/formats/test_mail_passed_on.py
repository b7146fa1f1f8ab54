"""Articles that messages pass on: mail with headers, and heads of mail kept in plain texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgrep import Article, extract_articles

TITLE = "Harbour to close its northern quay for two years"
BODY = (
    "The harbour authority said the piles under the quay had rotted through, and that there was"
    " no cheaper way to make it safe before the winter storms.\n\nSome 340 people work on it.\n"
)


def read(folder: Path, text: str) -> Article:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = extract_articles(path)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("sign", ["Fwd", "FW", "WG", "RV", "TR", "ENC", "Re: Fwd"])
@pytest.mark.parametrize("note", ["", "Ann, this is what I meant.\n\n"])
def test_who_passes_an_article_on_is_not_its_author(tmp_path: Path, sign: str, note: str) -> None:
    head = (
        f"From: Jim Poe <jim@mail.example>\nTo: Ann Roe <ann@mail.example>\n"
        f"Subject: {sign}: {TITLE}\nDate: Tue, 7 May 2019 14:02:11 -0400\n\n"
    )
    byline = f"{TITLE}\nBy Jane Doe\nThe Straits Times\nMay 3, 2019\n\n"
    article = read(tmp_path, f"{head}{note}{byline}{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.date, article.source) == ("2019-05-03", "The Straits Times")


def test_an_article_that_somebody_posted_to_a_newsgroup(tmp_path: Path) -> None:
    head = (
        f"From: jim@mail.example (Jim Poe)\nNewsgroups: misc.harbours\n"
        f"Subject: {TITLE} [The Straits Times]\nDate: 7 May 2019 09:14:55 GMT\n\n"
        "The Straits Times\nFriday, May 3, 2019\n\n"
    )
    article = read(tmp_path, f"{head}{TITLE}\n\nBy Jane Doe\n\n{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.date, article.source) == ("2019-05-03", "The Straits Times")


def test_who_writes_to_a_newsgroup_is_the_author(tmp_path: Path) -> None:
    head = (
        "From: Jim Poe <jim@mail.example>\nNewsgroups: misc.harbours\nSubject: The old quay\n"
        "Date: 7 May 2019 09:14:55 GMT\n\n"
    )
    article = read(tmp_path, f"{head}I saw it last week.\n\n{BODY}")
    assert (article.title, article.authors) == ("The old quay", ("Jim Poe",))
    assert article.date.startswith("2019-05-07")


@pytest.mark.parametrize(
    "names",
    [
        "De Enviado Para Assunto ENC", "Da Inviato A Oggetto I", "Od Wysłano Do Temat PD",
        "Från Skickat Till Ämne VB", "Fra Sendt Til Emne VS", "Van Verzonden Aan Onderwerp FW",
        "Von Gesendet An Betreff WG", "De Envoyé À Objet TR", "De Enviado Para Asunto RV",
        "От Отправлено Кому Тема FW",
    ],
)  # fmt: skip
def test_heads_of_mail_in_many_languages(tmp_path: Path, names: str) -> None:
    sender, sent, to, subject, sign = names.split()
    head = (
        f"{sender}: Jim Poe <jim@mail.example>\n{sent}: 7 May 2019 09:14\n{to}: Ann Roe\n"
        f"{subject}: {sign}: {TITLE}\n\n"
    )
    byline = f"{TITLE}\nBy Jane Doe\nThe Straits Times\nMay 3, 2019\n\n"
    article = read(tmp_path, f"{head}{byline}{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.date, article.source) == ("2019-05-03", "The Straits Times")


FORWARDED = (
    "From: Jim Poe <jim@mail.example>\nSubject: Fwd: {subject}\n"
    "Date: Tue, 7 May 2019 14:02:11 -0400\nContent-Type: text/plain\n\n{note}"
    "---------- Forwarded message ----------\nFrom: Ann Roe <ann@mail.example>\n"
    "Date: Tue, 7 May 2019 at 09:00\nSubject: {subject}\nTo: Jim Poe\n\n"
)


@pytest.mark.parametrize("note", ["", "Is that so? Call the harbour before we print it.\n\n"])
def test_the_subject_is_the_headline_of_a_text_that_has_none(tmp_path: Path, note: str) -> None:
    article = read(tmp_path, FORWARDED.format(subject="The old quay", note=note) + BODY)
    assert article.title == "The old quay"
    assert article.text.startswith("The harbour authority said")
    assert note.strip() in article.text


def test_a_subject_beside_a_headline_stays_in_the_text(tmp_path: Path) -> None:
    head = FORWARDED.format(subject="Rotten piles again", note="")
    byline = f"{TITLE}\nBy Jane Doe\nThe Straits Times\nMay 3, 2019\n\n"
    article = read(tmp_path, f"{head}{byline}{BODY}")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert article.text.endswith("Some 340 people work on it.\n\nRotten piles again")


@pytest.mark.parametrize(
    "rule", ["Original Message", "Ursprüngliche Nachricht", "Oorspronkelijk bericht"]
)
def test_rules_of_messages_that_are_passed_on(tmp_path: Path, rule: str) -> None:
    head = (
        "From: Jim Poe <jim@mail.example>\nTo: Bo Roe <bo@mail.example>\nSubject: FW: The quay\n"
        f"Date: Tue, 7 May 2019 14:02:11 -0400\n\n-----{rule}-----\nFrom: Ann Roe\n"
        "Sent: Monday, May 6, 2019\nTo: Jim Poe\nSubject: The quay\n\n"
    )
    article = read(tmp_path, head + BODY)
    assert (article.title, article.authors) == ("The quay", ("Ann Roe",))
    assert article.text.startswith("The harbour authority said")
