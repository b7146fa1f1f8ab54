"""The page as something to work in: saved searches, notes, and what was reviewed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from starlette.testclient import TestClient
from test_page import link, of, page_of, texts

from newsgrep import Archive, Request

Make = Callable[..., Archive]
Client = Callable[..., TestClient]


@pytest.fixture
def archive(archive_from: Make) -> Archive:
    """Three articles on hail and one on rain."""
    return archive_from(
        *({"title": f"Hail {n}", "text": f"Hail fell on orchard {n}.", "source": "Vale Post",
           "date": f"2017-0{n}-20"} for n in (1, 2, 3)),
        {"title": "Rain", "text": "Rain, and nothing else.", "date": "2018-03-20"},
    )  # fmt: skip


def identity(archive: Archive, query: str) -> str:
    """The id of the article that answers best."""
    return archive.search(query, limit=1).hits[0].id


def test_how_many_were_reviewed_is_told_as_by_the_command(
    archive: Archive, client_of: Client
) -> None:
    client = client_of(archive)
    assert texts(page_of(client, "/?q=hail"), of("reviewed")) == [""]
    archive.newsroom.mark(identity(archive, "orchard 2"), "key")
    assert texts(page_of(client, "/?q=hail"), of("found"))[0].startswith(
        "3 articles; 1 of 3 reviewed in"
    )


def test_unseen_is_a_switch_a_chip_and_a_part_of_the_address(
    archive: Archive, client_of: Client
) -> None:
    client = client_of(archive)
    archive.newsroom.mark(identity(archive, "orchard 2"), "irrelevant")
    page = page_of(client, "/?q=hail&sort=date")
    (switch,) = page.xpath("//form[contains(@class,'options')]//input[@name='unseen']")
    assert (switch.get("type"), switch.get("value"), switch.get("checked")) == (
        "checkbox", "1", None,
    )  # fmt: skip
    only = page_of(client, "/?q=hail&sort=date&unseen=1")
    assert texts(only, of("hit") + "//h2") == ["Hail 1", "Hail 3"]
    assert only.xpath("//input[@type='checkbox']/@checked")
    assert texts(only, of("chip")) == ["Take off Only unseen ×"]
    assert link(only, "Take off") == "/?q=hail&sort=date"
    # What stands around the hits is of the same articles.
    assert "Vale Post 2" in texts(page_of(client, "/?q=*&unseen=1"), of("facet") + "//li")
    assert client.get(link(only, "CSV")).text.count("\n") == 3
    # A new question keeps the switch; the switch's own form does not send it twice.
    assert only.xpath("//form[@role='search']//input[@name='unseen']/@value") == ["1"]
    assert len(only.xpath("//form[contains(@class,'options')]//input[@name='unseen']")) == 1


def test_unseen_alone_shows_all_that_nobody_reviewed(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    archive.newsroom.mark(Request("hail"), "seen")
    page = page_of(client, "/?unseen=1")
    assert texts(page, of("hit") + "//h2") == ["Rain"]
    none = page_of(client, "/?q=hail&unseen=1")
    assert link(none, "Also articles that were reviewed", of("coach")) == "/?q=hail"


def test_marks_and_notes_stand_with_hits_and_article(archive: Archive, client_of: Client) -> None:
    rain = identity(archive, "rain")
    archive.newsroom.mark(rain, "key", "Chapter 3", notes=["who <b>saw</b> it?", "a\nb"])
    client = client_of(archive)
    for address in ("/?q=rain", f"/articles/{rain}", f"/articles/{rain}?bare=1"):
        page = page_of(client, address)
        assert sorted(page.xpath("//@data-mark")) == ["Chapter 3", "key"]
        assert sorted(texts(page, "//*[@class='note']")) == ["a b", "who <b>saw</b> it?"]
        pressed = page.xpath("//button[@data-set-mark and @aria-pressed='true']/@data-set-mark")
        assert pressed == ["key"]
        assert sorted(page.xpath("//@data-remove-note")) == ["a\nb", "who <b>saw</b> it?"]


def test_a_server_that_only_reads_shows_and_offers_no_change(
    archive: Archive, client_of: Client
) -> None:
    rain = identity(archive, "rain")
    archive.newsroom.mark(rain, "key", notes=["who saw it?"])
    archive.alerts.add("rain", "rain")
    client = client_of(archive, read_only=True)
    for address in ("/", "/?q=rain", f"/articles/{rain}", "/alerts", "/alerts/rain", "/help"):
        page = page_of(client, address)
        assert page.xpath("//@data-writable | //template | //@data-save | //button[@data-set-mark]"
                          " | //@data-remove-note | //@data-remove-alert") == []  # fmt: skip
    page = page_of(client, "/?q=rain")
    assert (texts(page, "//*[@class='note']"), page.xpath("//@data-mark")) == (
        ["who saw it?"], ["key"],
    )  # fmt: skip


def test_saved_searches_are_listed_and_lead_to_their_hits(
    archive: Archive, client_of: Client
) -> None:
    client = client_of(archive)
    assert "No search is saved yet." in page_of(client, "/alerts").text_content()
    archive.alerts.add("hail", Request("hail", mode="all", since="2017-02"))
    archive.alerts.add("vale", Request("", having=(("source", "Vale Post"),), unseen=True))
    page = page_of(client, "/alerts")
    assert texts(page, of("saved") + "//code") == ["hail", "*"]
    assert texts(page, of("about")) == [
        "since 2017-02 · not run yet", "mode default · in source:Vale Post · unseen · not run yet",
    ]  # fmt: skip
    hits = page_of(client, link(page, "@hail"))
    assert sorted(texts(hits, of("hit") + "//h2")) == ["Hail 2", "Hail 3"]
    assert hits.xpath("//input[@id='q']/@value") == ["@hail"]
    assert link(page_of(client, "/"), "@vale") == "/?q=%40vale"
    # Narrowed further, by words and by what narrows.
    assert texts(page_of(client, "/?q=@hail 3"), of("hit") + "//h2") == ["Hail 3"]
    assert texts(page_of(client, "/?q=@hail&until=2017-02"), of("hit") + "//h2") == ["Hail 2"]
    article = page_of(client, link(hits, "Hail 2"))
    assert "Hail" in texts(article, "//article//mark")
    assert link(article, "← Hits") == "/?q=%40hail"


def test_what_is_saved_is_what_is_asked(archive: Archive, client_of: Client) -> None:
    page = page_of(
        client_of(archive),
        "/?q=hail&in=source:Vale Post&since=2017&unseen=1&expand=0&mode=any&sort=date&n=50&page=1",
    )
    (given,) = page.xpath("//@data-save")
    assert json.loads(given) == {
        "q": "hail", "in": ["source:Vale Post"], "since": "2017", "unseen": True, "expand": False,
        "mode": "any",
    }  # fmt: skip


def test_what_is_new_of_a_saved_search(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    archive.alerts.add("hail", Request("hail", mode="all"), backlog=True)
    archive.newsroom.mark(identity(archive, "orchard 2"), "seen")
    page = page_of(client, link(page_of(client, "/alerts"), "What is new"))
    assert texts(page, "//h1") == ["New of @hail"]
    assert texts(page, of("hit") + "//h2") == ["Hail 3", "Hail 2", "Hail 1"]
    assert "3 articles; they stay new" in page.text_content()
    assert page.xpath("//@data-mark") == ["seen"]
    assert texts(page, of("path")) == [f"{archive.folder.shown('records.jsonl')}#{n}"
                                       for n in (3, 2, 1)]  # fmt: skip
    # It opens an article with what was asked, which is none of the hits of a page.
    article = page_of(client, link(page, "Hail 2"))
    assert article.xpath("//a[@rel]") == []
    archive.alerts.run()
    assert "Nothing is new." in page_of(client, "/alerts/hail").text_content()


def test_many_new_articles_are_not_all_shown(
    archive: Archive, client_of: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.serve.page import alerts

    monkeypatch.setattr(alerts, "MOST", 2)
    archive.alerts.add("hail", Request("hail", mode="all"), backlog=True)
    page = page_of(client_of(archive), "/alerts/hail")
    assert texts(page, of("hit") + "//h2") == ["Hail 3", "Hail 2"]
    assert "3 articles, the newest 2 here" in page.text_content()


def test_errors_of_saved_searches_are_worded(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    archive.alerts.add("hail", Request("hail", mode="all"))
    archive.alerts.add("trade", Request("hail OR rain", syntax="nexis", mode="all"))
    unknown = page_of(client, "/?q=@hial")
    assert texts(unknown, of("notes") + "/p")[0].startswith("no alert is called 'hial'")
    wrong = page_of(client, "/?q=@hail auther:dow", 400)
    assert texts(wrong, of("pointed") + "//mark") == ["auther"]
    assert link(wrong, "@hail author:dow") == "/?q=%40hail+author%3Adow"
    foreign = page_of(client, "/?q=@trade orchard", 400)
    assert texts(foreign, "//*[@role='alert']") == [
        "@trade is a query of nexis, to which no words can be added"
    ]
    assert texts(page_of(client, "/alerts/hial", 404), "//h1") == ["No saved search has this name"]
    archive.alerts.file.path.write_bytes(b"no database" * 99)
    assert texts(page_of(client, "/?q=@hail", 503), "//*[@role='alert']")[0].startswith(
        "cannot use the alerts in "
    )
    assert "cannot use the alerts" in page_of(client, "/alerts", 503).text_content()
    # What does not need them is shown all the same.
    home = page_of(client, "/")
    assert texts(home, of("failed"))[0].startswith("cannot use the alerts in ")
    assert texts(page_of(client, "/?q=rain"), of("hit") + "//h2") == ["Rain"]
