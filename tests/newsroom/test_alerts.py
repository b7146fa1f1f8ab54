"""Alerts: what was indexed since the last run and matches, told once."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

import pytest
from conftest import Command

from newsgrep import Archive, Article, Options, Request
from newsgrep.article import content_hash
from newsgrep.errors import AlertNotFound, AlertsUnusable, NotDelivered, QueryError, UsageError
from newsgrep.newsroom.alerts_file import AlertsFile
from newsgrep.newsroom.saved_search import resolved
from newsgrep.newsroom.told import Delivery

ATOM = "{http://www.w3.org/2005/Atom}"


class Desk:
    """A folder of stories, an archive of them, and what its alerts told."""

    def __init__(self, base: Path) -> None:
        self.stories = base / "stories"
        self.stories.mkdir()
        self.archive = Archive(base / ".newsgrep")

    def write(self, *numbers: int, day: str = "Monday") -> None:
        for number in numbers:
            text = f"Ferry {number} sold\n\nBy Jane Doe\n2 March 2020\n\n"
            text += f"The ferry of number {number} was sold at the port on {day}.\n"
            (self.stories / f"{number}.txt").write_text(text)

    def index(self, **options: bool) -> None:
        self.archive.index([self.stories], Options(**options))  # type: ignore[arg-type]

    def told(self, *names: str) -> dict[str, list[str]]:
        news: dict[str, list[str]] = {}
        self.archive.alerts.run(
            names, lambda one: news.setdefault(one.alert, []).extend(hit.title for hit in one.hits)
        )
        return {name: sorted(titles) for name, titles in news.items()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_was_indexed_since_is_told_once(desk: Desk) -> None:
    desk.write(1, 2)
    desk.index()
    desk.archive.alerts.add("ferry", "ferry")
    desk.archive.alerts.add("third", "number 3")
    assert desk.told() == {}  # what was there when they were made is known
    desk.write(3, 4)
    desk.index()
    assert desk.told() == {"ferry": ["Ferry 3 sold", "Ferry 4 sold"], "third": ["Ferry 3 sold"]}
    assert desk.told() == {}


def test_the_first_run_tells_what_is_there_where_that_is_asked(desk: Desk) -> None:
    desk.write(1)
    desk.index()
    desk.archive.alerts.add("ferry", "ferry", backlog=True)
    assert desk.told() == {"ferry": ["Ferry 1 sold"]}


def test_an_alert_can_be_made_before_there_is_an_index(desk: Desk) -> None:
    desk.archive.alerts.add("ferry", "ferry")
    desk.write(1)
    desk.index()
    assert desk.told() == {"ferry": ["Ferry 1 sold"]}


def test_rebuilt_merged_and_moved_nothing_is_told_twice(desk: Desk) -> None:
    desk.archive.alerts.add("ferry", "ferry")
    for number in range(1, 8):  # segments merge meanwhile
        desk.write(number)
        desk.index()
        assert desk.told() == {"ferry": [f"Ferry {number} sold"]}
    desk.index(rebuild=True)
    assert desk.told() == {}
    (desk.stories / "1.txt").rename(desk.stories / "renamed.txt")
    (desk.stories / "old").mkdir()
    (desk.stories / "2.txt").rename(desk.stories / "old" / "2.txt")
    desk.index()
    assert desk.told() == {}
    desk.write(2)  # the same text once more
    desk.index()
    assert desk.told() == {}
    desk.archive.close()
    for file in desk.archive.folder.path.iterdir():  # the index is lost, the alerts are not
        file.unlink()
    desk.archive.folder.path.rmdir()
    desk.index()
    assert desk.told() == {}


def test_what_went_and_came_back_is_not_told_again(desk: Desk) -> None:
    desk.write(1, 2)
    desk.archive.alerts.add("ferry", "ferry")
    desk.index()
    assert desk.told() == {"ferry": ["Ferry 1 sold", "Ferry 2 sold"]}
    (desk.stories / "1.txt").unlink()
    desk.index()
    assert desk.told() == {}
    desk.write(1)
    desk.index()
    assert desk.told() == {}


def test_a_changed_article_is_told_as_changed(desk: Desk) -> None:
    desk.write(1, 2)
    desk.index()
    desk.archive.alerts.add("ferry", "ferry")
    desk.write(1, day="Friday")
    desk.index()
    news: list[Delivery] = []
    desk.archive.alerts.run(tell=news.append)
    assert [(one.changed, one.hits[0].title) for one in news] == [((True,), "Ferry 1 sold")]
    assert desk.told() == {}


def test_another_version_that_reads_a_file_otherwise_tells_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(1)
    desk.index()
    desk.archive.alerts.add("ferry", "ferry")
    monkeypatch.setattr("newsgrep.__version__", "99")
    desk.write(1, day="Friday")
    desk.write(2)
    desk.index()
    assert desk.told() == {"ferry": ["Ferry 2 sold"]}
    desk.write(1, day="Sunday")
    desk.index()
    assert desk.told() == {"ferry": ["Ferry 1 sold"]}


def test_an_article_that_comes_to_match_is_told(desk: Desk) -> None:
    desk.write(1)
    desk.index()
    desk.archive.alerts.add("friday", "friday")
    desk.write(1, day="Friday")
    desk.index()
    assert desk.told() == {"friday": ["Ferry 1 sold"]}


def test_a_run_that_breaks_off_loses_nothing(desk: Desk) -> None:
    desk.archive.alerts.add("ferry", "ferry")
    desk.archive.alerts.add("port", "port")
    desk.write(1)
    desk.index()
    ids = []

    def fails(news: Delivery) -> None:
        ids.append(news.id)
        if news.alert == "ferry":
            raise NotDelivered("no mail today")

    with pytest.raises(NotDelivered, match="no mail today"):
        desk.archive.alerts.run(tell=fails)
    assert len(ids) == 2  # the other alert was told all the same
    again: list[Delivery] = []
    assert desk.archive.alerts.run(tell=again.append) == 1
    assert [(one.alert, one.id) for one in again] == [("ferry", ids[0])]
    assert desk.told() == {}


def test_what_waits_to_be_told_comes_before_what_is_newer(desk: Desk) -> None:
    desk.archive.alerts.add("ferry", "ferry")

    def killed(news: Delivery) -> None:
        raise KeyboardInterrupt

    desk.write(1)
    desk.index()
    with pytest.raises(KeyboardInterrupt):
        desk.archive.alerts.run(tell=killed)
    (desk.stories / "1.txt").unlink()  # gone meanwhile, and told all the same
    desk.write(2)
    desk.index()
    news: list[Delivery] = []
    desk.archive.alerts.run(tell=news.append)
    assert [[hit.title for hit in one.hits] for one in news] == [["Ferry 1 sold"], ["Ferry 2 sold"]]


def test_looking_tells_nothing_away(desk: Desk) -> None:
    desk.archive.alerts.add("ferry", "ferry")
    desk.write(1)
    desk.index()
    assert desk.archive.alerts.run(dry_run=True) == 1
    assert desk.told() == {"ferry": ["Ferry 1 sold"]}


def test_documents_that_are_known_are_not_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(*range(1, 31))
    desk.index()
    desk.archive.alerts.add("ferry", "ferry")
    from newsgrep.newsroom import alerts

    hashed: list[str] = []

    def counted(one: Article) -> str:
        hashed.append(one.path)
        return content_hash(one)

    monkeypatch.setattr(alerts, "content_hash", counted)
    assert (desk.told(), hashed) == ({}, [])
    desk.write(31)
    desk.index()
    assert desk.told() == {"ferry": ["Ferry 31 sold"]}


def test_what_was_told_long_ago_and_is_gone_is_forgotten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgrep.newsroom.alerts._MANY", 1)
    desk.write(*range(1, 9))
    desk.index()
    desk.archive.alerts.add("ferry", "ferry")
    for number in range(2, 9):
        (desk.stories / f"{number}.txt").unlink()
    desk.index()
    alerts = desk.archive.alerts
    assert (desk.told(), len(alerts.file.told("ferry"))) == ({}, 8)  # not yet
    with sqlite3.connect(alerts.file.path) as database:
        database.execute("UPDATE told SET at = '2001-01-01T00:00:00+00:00'")
    assert (desk.told(), len(alerts.file.told("ferry"))) == ({}, 1)


@pytest.mark.parametrize("name", ["", "@port", "-x", "two words", "a/b", "x" * 65])
def test_a_name_that_is_none_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(UsageError, match="is no name for an alert"):
        desk.archive.alerts.add(name, "ferry")


def test_a_query_that_is_none_and_a_name_that_is_taken_are_refused(desk: Desk) -> None:
    with pytest.raises(QueryError):
        desk.archive.alerts.add("x", "auther:doe")
    desk.archive.alerts.add("x", "ferry")
    with pytest.raises(UsageError, match="there is an alert called x"):
        desk.archive.alerts.add("x", "port")
    assert desk.archive.alerts.get("x").request.query == "ferry"
    with pytest.raises(AlertNotFound):
        desk.archive.alerts.remove(["x", "y"])
    assert [alert.name for alert in desk.archive.alerts.all()] == ["x"]
    desk.archive.alerts.remove(["x"])
    assert desk.archive.alerts.all() == []


def test_a_request_is_kept_whole(desk: Desk) -> None:
    asked = Request("port", since="2020", author="Doe", mode="any", syntax="google", expand=False)
    desk.archive.alerts.add("x", asked)
    assert desk.archive.alerts.get("x").request == asked
    narrowed = asked.but(having=(("source", "Tarn Post"),))
    desk.archive.alerts.add("narrowed", narrowed)
    assert desk.archive.alerts.get("narrowed").request == narrowed


def test_only_so_much_is_kept_for_a_feed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgrep.newsroom.alerts_file.KEPT_ENTRIES", 3)
    desk.archive.alerts.add("ferry", "ferry")
    for first in range(1, 10, 2):
        desk.write(first, first + 1)
        desk.index()
        desk.told()
    kept = desk.archive.alerts.file.entries("ferry")
    assert [len(one.hits) for one in kept] == [2, 2]
    assert {hit.title for hit in kept[0].hits} == {"Ferry 9 sold", "Ferry 10 sold"}


def test_what_is_forgotten_leaves_no_text(desk: Desk) -> None:
    desk.archive.alerts.add("ferry", "ferry")
    desk.write(1)
    desk.index()
    desk.told()
    file = desk.archive.alerts.file
    (content,) = file.entries("ferry")[0].contents
    assert b"sold at the port" in file.path.read_bytes()
    assert file.forget([content]) == 1
    assert b"sold at the port" not in file.path.read_bytes()
    assert desk.told() == {}


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"no database at all, but text that is long enough", "not a database"), (None, "layout 99")],
)
def test_a_file_that_cannot_be_used_is_said(desk: Desk, content: bytes | None, reason: str) -> None:
    desk.archive.alerts.add("x", "ferry")
    file = desk.archive.alerts.file.path
    if content is not None:
        file.write_bytes(content)
    else:
        with sqlite3.connect(file) as database:
            database.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    for use in (desk.archive.alerts.all, lambda: desk.archive.alerts.add("y", "port")):
        with pytest.raises(AlertsUnusable, match=reason):
            use()
    assert file.read_bytes() == before


def test_two_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    archives = [Archive(tmp_path / ".newsgrep") for _ in range(4)]
    threads = [
        threading.Thread(target=lambda a=a, n=n: [a.alerts.add(f"a{n}-{i}", "x") for i in range(5)])
        for n, a in enumerate(archives)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(archives[0].alerts.all()) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_loses_no_earlier_alert(desk: Desk, inside: Command) -> None:
    import resource
    import signal

    for number in range(20):
        desk.archive.alerts.add(f"a{number}", "ferry")
    path = desk.archive.alerts.file.path
    size = path.stat().st_size

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    query = "ferry " * 3000
    done = subprocess.run(
        [sys.executable, "-m", "newsgrep", "alert", "add", "more", query,
         "--index", str(desk.archive.folder.path)],
        preexec_fn=full, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "cannot use the alerts in" in done.stderr
    assert "Traceback" not in done.stderr
    assert [alert.name for alert in desk.archive.alerts.all()] == sorted(
        f"a{number}" for number in range(20)
    )


# On the command line


@pytest.fixture
def port(inside: Command, tmp_path: Path) -> Desk:
    """One article, an alert of all of them, and another article."""
    desk = Desk(tmp_path)
    desk.write(1)
    inside("index", "-q", "stories")
    assert inside("alert", "add", "port", "ferry", "--feed", "port.xml").code == 0
    desk.write(2)
    inside("index", "-q")
    return desk


def test_run_ends_with_0_where_there_is_something_new(port: Desk, inside: Command) -> None:
    done = inside("alert", "run")
    assert (done.code, done.out.splitlines()[0]) == (0, "@port  1 new")
    assert "stories/2.txt" in done.out
    done = inside("alert", "run")
    assert (done.code, done.out, done.err) == (1, "", "nothing new\n")
    done = inside("alert", "run", "prt")
    assert (done.code, "did you mean port?" in done.err) == (2, True)


def test_json_is_an_object_an_alert(port: Desk, inside: Command) -> None:
    inside("alert", "add", "all", "*", "--backlog")
    lines = [json.loads(line) for line in inside("alert", "run", "--json").out.splitlines()]
    assert [(one["schema"], one["alert"], one["total"]) for one in lines] == [
        (1, "all", 2), (1, "port", 1),
    ]  # fmt: skip
    hit = lines[1]["hits"][0]
    assert (hit["title"], hit["changed"]) == ("Ferry 2 sold", False)
    assert hit["path"] == str(port.stories / "2.txt")


def test_exec_gets_the_news_and_may_fail(port: Desk, inside: Command) -> None:
    script = (
        "import json,os,sys; d=json.load(sys.stdin); "
        "open('got','a').write(os.environ['NEWSGREP_ALERT']+' '+d['hits'][0]['title']+'\\n')"
    )
    (port.stories.parent / "take.py").write_text(script)
    command = f'"{sys.executable}" take.py'
    assert inside("alert", "run", "-q", "--exec", f'"{sys.executable}" -c "exit(3)"').code == 2
    assert inside("alert", "run", "-q", "--exec", command).code == 0
    assert inside("alert", "run", "-q", "--exec", command).code == 1
    assert (port.stories.parent / "got").read_text() == "port Ferry 2 sold\n"


def test_an_atom_feed_is_valid_and_goes_on(port: Desk, inside: Command, tmp_path: Path) -> None:
    feed = tmp_path / "port.xml"
    assert entries_of(feed) == []  # there to be followed before there is news
    inside("alert", "run", "-q")
    (first,) = entries_of(feed)
    port.write(3)
    inside("index", "-q")
    inside("alert", "run", "-q")
    second, same = entries_of(feed)
    assert same == first
    assert second["title"] == "Ferry 3 sold"
    assert second["link"] == (port.stories / "3.txt").as_uri()
    feed.unlink()
    port.write(4)
    inside("index", "-q")
    inside("alert", "run", "-q")
    assert entries_of(feed)[1:] == [second, first]


def entries_of(feed: Path) -> list[dict[str, str]]:
    """The entries of an Atom feed that is as RFC 4287 asks."""
    import feedparser

    root = ET.parse(feed).getroot()
    assert root.tag == f"{ATOM}feed"
    for part in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1, name
        for moment in (*part.findall(f"{ATOM}updated"), *part.findall(f"{ATOM}published")):
            assert datetime.fromisoformat(moment.text or "").tzinfo is not None
        alternate = [one for one in part.findall(f"{ATOM}link") if one.get("rel") == "alternate"]
        assert len(alternate) <= 1
        assert all(re.match(r"[a-z]+:", one.get("href", "")) for one in part.findall(f"{ATOM}link"))
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [one.findtext(f"{ATOM}id") for one in (root, *root.iter(f"{ATOM}entry"))]
    assert len(ids) == len(set(ids))
    assert not feedparser.parse(feed.read_bytes()).bozo
    return [
        {
            "id": one.findtext(f"{ATOM}id") or "",
            "title": one.findtext(f"{ATOM}title") or "",
            "updated": one.findtext(f"{ATOM}updated") or "",
            "link": next((x.get("href", "") for x in one.findall(f"{ATOM}link")), ""),
        }
        for one in root.iter(f"{ATOM}entry")
    ]


def test_a_json_feed_is_valid(inside: Command, archive_from: object, tmp_path: Path) -> None:
    inside("alert", "add", "port", "ferry", "--feed", "port.json")
    records = [
        {"title": "Ferry \x07 <b>sold</b> & gone", "author": "Jane Doe", "section": "Harbour",
         "date": "2020-03-02T10:00:00+01:00", "url": "https://orlo.example/ä b", "language": "en",
         "text": "The ferry was sold at the port on Monday, at noon."},
        {"text": "A ferry without any headline at all came in late in the day."},
    ]  # fmt: skip
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    inside("index", "-q", "r.jsonl")
    assert inside("alert", "run", "-q").code == 0
    feed = json.loads((tmp_path / "port.json").read_text())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    by_title = {item.get("title", ""): item for item in feed["items"]}
    assert len({item["id"] for item in feed["items"]}) == 2
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None
    sold = next(item for title, item in by_title.items() if "sold" in title)
    assert sold["date_published"] == "2020-03-02T10:00:00+01:00"
    assert sold["url"] == "https://orlo.example/%C3%A4%20b"
    assert sold["authors"] == [{"name": "Jane Doe"}]
    assert sold["tags"] == ["Harbour"]


def test_a_feed_takes_the_place_of_no_other_file(
    port: Desk, inside: Command, tmp_path: Path
) -> None:
    (tmp_path / "package.json").write_text('{"name": "mine"}')
    done = inside("alert", "run", "port", "--feed", "package.json")
    assert (done.code, "is no feed of newsgrep" in done.err) == (2, True)
    assert (tmp_path / "package.json").read_text() == '{"name": "mine"}'
    done = inside("alert", "run", "port", "--feed", "news.rss")
    assert (done.code, "FILE.xml" in done.err) == (2, True)
    assert inside("alert", "run", "port").code == 0  # still new


@pytest.mark.parametrize("feed", ["package.json", "none/feed.xml"])
def test_an_alert_whose_feed_cannot_be_written_is_not_made(
    port: Desk, inside: Command, tmp_path: Path, feed: str
) -> None:
    (tmp_path / "package.json").write_text('{"name": "mine"}')
    done = inside("alert", "add", "quay", "ferry", "--feed", feed)
    assert (done.code, done.out) == (2, "")
    assert "quay" not in inside("alert", "list").out
    assert inside("alert", "add", "quay", "ferry").code == 0


def test_a_feed_among_the_stories_is_not_indexed(inside: Command, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name in ("a.xml", "b.json"):
        inside("alert", "add", name[0], "ferry", "--feed", f"stories/{name}")
    desk.write(1)
    for code in (0, 1, 1):
        inside("index", "-q", "stories")
        assert inside("alert", "run", "-q").code == code
    assert inside("search", "*", "-c").out == "1\n"


def test_a_saved_search_is_asked_by_name(port: Desk, inside: Command) -> None:
    assert inside("search", "@port", "-c").out == "2\n"
    assert inside("search", "@port", "number", "2", "-l").out == "stories/2.txt\n"
    assert inside("facets", "@port", "--by", "author", "--json").code == 0
    assert inside("search", "@port", "--until", "2019", "-c").out == "0\n"
    done = inside("search", "@prt")
    assert (done.code, "no alert is called 'prt'" in done.err) == (1, True)


def test_what_a_saved_search_was_narrowed_to_narrows_it_by_name_too(desk: Desk) -> None:
    desk.write(1, 2)
    desk.index()
    alerts = desk.archive.alerts
    alerts.add("one", Request("ferry", mode="any", having=(("author", "Jane Doe"),), unseen=True))
    alerts.add("abroad", Request("ferry AND port!", syntax="nexis", copies="only"))
    found, notes = resolved(
        Request("@one  sold  ", source="Post", having=(("lang", "en"),)), alerts.all
    )
    assert (found.query, found.mode, found.source, found.unseen) == (
        "(ferry) AND (sold)", "any", "Post", True,
    )  # fmt: skip
    assert found.having == (("author", "Jane Doe"), ("lang", "en"))
    assert notes == ()
    assert resolved(Request("ferry @other"), alerts.all)[0].query == "ferry @other"
    whole, _ = resolved(Request("@abroad"), alerts.all)
    assert (whole.syntax, whole.copies) == ("nexis", "only")
    with pytest.raises(UsageError, match="@abroad is a query of nexis"):
        resolved(Request("@abroad sold"), alerts.all)
    with pytest.raises(QueryError) as caught:
        resolved(Request("@one sold) OR (ferry"), alerts.all)
    assert caught.value.query == "@one sold) OR (ferry"
    assert caught.value.query[caught.value.start] == ")"


def test_what_a_run_would_tell_is_told_without_telling_it(desk: Desk) -> None:
    desk.archive.alerts.add("port", Request("ferry", mode="all"))
    desk.write(1)
    desk.index()
    with pytest.raises(NotDelivered):
        desk.archive.alerts.run(tell=failing)
    desk.write(2)
    desk.index()
    before = desk.archive.alerts.file.path.read_bytes()
    for _ in range(2):
        news = desk.archive.alerts.news("port")
        # What an earlier run found and could not tell comes first.
        assert [[hit.title for hit in one.hits] for one in news] == [
            ["Ferry 1 sold"], ["Ferry 2 sold"],
        ]  # fmt: skip
    assert desk.archive.alerts.file.path.read_bytes() == before
    assert desk.told() == {"port": ["Ferry 1 sold", "Ferry 2 sold"]}
    assert desk.archive.alerts.news("port") == []
    with pytest.raises(AlertNotFound):
        desk.archive.alerts.news("prt")


def failing(news: Delivery) -> None:
    raise NotDelivered("the mail is down")


def test_a_run_that_comes_between_is_neither_lacking_nor_there_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.archive.alerts.add("port", Request("ferry", mode="all"))
    desk.write(1)
    desk.index()
    alerts = desk.archive.alerts
    pending = AlertsFile.pending
    runs: list[str] = []

    def late(file: AlertsFile, name: str) -> list[Delivery]:
        found = pending(file, name)
        if not runs:
            runs.append("one")
            with pytest.raises(NotDelivered):
                desk.archive.alerts.run(tell=failing)
        return found

    monkeypatch.setattr(AlertsFile, "pending", late)
    assert [[hit.title for hit in one.hits] for one in alerts.news("port")] == [["Ferry 1 sold"]]
    assert runs == ["one"]


def test_list_show_and_remove(port: Desk, inside: Command) -> None:
    assert inside("alert", "list").out.startswith("port  ferry\n    not run yet\n")
    inside("alert", "run", "-q")
    assert "Ferry 2 sold" in inside("alert", "show", "port").out
    listed = json.loads(inside("alert", "list", "--json").out)["alerts"]
    assert [(one["name"], one["query"], one["filters"]) for one in listed] == [
        ("port", "ferry", {})
    ]
    assert inside("alert", "remove", "-n", "port").err == "would remove port (ferry)\n"
    assert inside("alert", "remove", "port").err == "removed port (ferry)\n"
    done = inside("alert", "list")
    assert (done.code, "no alerts; make one with" in done.err) == (1, True)
    assert os.path.exists(port.stories.parent / "port.xml")


def test_an_alert_asks_for_marks_too(desk: Desk) -> None:
    desk.write(1, 2)
    desk.index()
    desk.archive.alerts.add("mine", "is:key")
    assert desk.told() == {}
    desk.archive.newsroom.mark(desk.archive.search("number 2").hits[0].id, "key")
    assert desk.told() == {"mine": ["Ferry 2 sold"]}
    assert desk.told() == {}


def test_names_are_completed(port: Desk, inside: Command) -> None:
    def offered(*words: str) -> str:
        return inside(
            "", _NEWSGREP_COMPLETE="complete_bash", COMP_WORDS="\n".join(("newsgrep", *words)),
            COMP_CWORD=str(len(words)),
        ).out.strip()  # fmt: skip

    assert offered("alert", "run", "po") == "port"
    assert offered("search", "@p") == "@port"
    assert "@" not in offered("search", "p")


def test_a_pipe_that_closes_is_no_error(port: Desk, tmp_path: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m newsgrep alert run --json | head -c 1', shell=True, cwd=tmp_path,
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_the_file_is_the_users_alone(desk: Desk) -> None:
    desk.archive.alerts.add("x", "ferry")
    assert isinstance(desk.archive.alerts.file, AlertsFile)
    if os.name != "nt":
        assert desk.archive.alerts.file.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("query", ["NOT @port", "(@port)", "ferry @port", "@port (@port)"])
def test_a_saved_search_begins_a_query_or_is_refused(
    port: Desk, inside: Command, query: str
) -> None:
    done = inside("search", query, "-c")
    assert (done.code, done.out) == (2, "")
    assert "@port is a saved search, which can only begin a query" in done.err
    assert "is searched as" in inside("search", "ferry", "@nobody", "-c").err
