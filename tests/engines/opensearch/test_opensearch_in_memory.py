"""An index on a cluster from end to end, on a cluster in the memory of the test."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from newsgrep import Archive, Options, Request
from newsgrep.engines.opensearch import state as states
from newsgrep.engines.opensearch import store as stores
from newsgrep.engines.opensearch.snapshot import ClusterSnapshot
from newsgrep.errors import (
    IndexDamaged,
    IndexLocked,
    IndexVersionUnknown,
    NewsgrepError,
    NoIndexFound,
    UsageError,
)
from newsgrep.ingest.events import Noted
from newsgrep.newsroom.told import Delivery

exceptions = pytest.importorskip("opensearchpy").exceptions
from cluster_in_memory import ClusterInMemory  # noqa: E402 (it needs opensearch-py)

pytest_plugins = ("press_in_memory",)

PRESS = "http://localhost:1/press?replicas=0"


def titles(archive: Archive, query: str, **request: Any) -> list[str]:
    return [hit.title.split()[0] for hit in archive.search(query, **request).hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("wombat", ["Wombats", "Dam"]),
        ("=wombats", ["Wombats"]),
        ("minister", ["Election", "Dam"]),
        ("title:election", ["Election"]),
        ("wombat OR zemblia", ["Election", "Wombats", "Dam"]),
        ("wombat AND NOT dam", ["Wombats"]),
        ("zem*", ["Election"]),
        ("wombart~1", ["Wombats", "Dam"]),
        ("/zem.+ia/", ["Election"]),
        ("date:2021", ["Dam", "Wombats"]),
        ("date:>2021-12-31", ["Election"]),
        ("wombat date:<2021-04-01", ["Wombats"]),
        ("path:b.txt", ["Dam"]),
        ("words:>18", ["Dam"]),
        ("has:date zemblia", ["Election"]),
    ],
)
def test_questions_find_what_they_find_in_a_folder(
    press: Archive, folder: Path, tmp_path: Path, query: str, found: list[str]
) -> None:
    local = Archive(tmp_path / "index")
    local.index([folder])
    ours, theirs = local.search(query), press.search(query)
    assert sorted(titles(press, query)) == sorted(found)
    assert [hit.title for hit in theirs.hits] == [hit.title for hit in ours.hits]
    assert [hit.score for hit in theirs.hits] == pytest.approx(
        [hit.score for hit in ours.hits], abs=1e-4
    )
    assert [hit.snippets for hit in theirs.hits] == [hit.snippets for hit in ours.hits]
    assert (theirs.total, theirs.partial) == (ours.total, ours.partial)


@pytest.mark.parametrize("rank", ["bm25", "prominence"])
@pytest.mark.parametrize("sort", ["relevance", "date", "-date", "title", "words", "path"])
def test_orders_are_those_of_a_folder(
    press: Archive, folder: Path, tmp_path: Path, rank: str, sort: str
) -> None:
    local = Archive(tmp_path / "index")
    local.index([folder])
    asked: dict[str, Any] = {"rank": rank, "sort": sort}
    assert titles(press, "plornville", **asked) == titles(local, "plornville", **asked)


@pytest.fixture
def mixed(press: Archive, tmp_path: Path) -> Archive:
    """The cluster, and a folder with two articles more."""
    there = tmp_path / "more"
    there.mkdir()
    for name, text in MORE.items():
        (there / f"{name}.txt").write_text(text, encoding="utf-8")
    Archive(tmp_path / "index").index([there])
    return Archive([tmp_path / "index", PRESS])


MORE = {
    "d": "Wombat court\n2020-02-03\n\nA court of Zemblia heard a wombat. The minister waited.",
    "e": "Rain falls on Plornville\n2020-02-04\n\nRain in Plornville, and rain for the ministers.",
}


@pytest.mark.parametrize(
    "query",
    ["wombat", "minister", "wombat OR zemblia", "zem*", "date:2021", "wombat AND NOT dam", "zzzzz"],
)
def test_a_folder_and_a_cluster_are_one(
    mixed: Archive, folder: Path, tmp_path: Path, query: str
) -> None:
    both = Archive(tmp_path / "both")
    both.index([folder, tmp_path / "more"])
    for rank in ("bm25", "prominence"):
        ours, theirs = both.search(query, rank=rank), mixed.search(query, rank=rank)
        assert [hit.title for hit in theirs.hits] == [hit.title for hit in ours.hits]
        assert [hit.score for hit in theirs.hits] == pytest.approx(
            [hit.score for hit in ours.hits], abs=1e-4
        )
        assert [hit.snippets for hit in theirs.hits] == [hit.snippets for hit in ours.hits]
        assert (theirs.total, theirs.partial) == (ours.total, ours.partial)
    assert mixed.count(query) == both.count(query)
    assert mixed.facets(query, ["year", "lang"]) == both.facets(query, ["year", "lang"])


def test_each_article_is_of_its_index(mixed: Archive, tmp_path: Path) -> None:
    snapshot = mixed.snapshot
    sources = {article.title: snapshot.source(match) for match, article in snapshot.everything()}
    assert sources == {
        "Wombat court": 0, "Rain falls on Plornville": 0,
        "Wombats return to Plornville": 1, "Dam opened": 1, "Election in Zemblia": 1,
    }  # fmt: skip
    assert mixed.article(str(tmp_path / "more" / "d.txt")).title == "Wombat court"
    assert mixed.article(str(tmp_path / "stories" / "b.txt")).title == "Dam opened"
    assert [path.rpartition("/")[2] for path in mixed.paths("wombat")] == [
        path.rpartition("/")[2] for path in (hit.path for hit in mixed.search("wombat").hits)
    ]
    assert len(mixed.commits()) == 2


def test_two_writers_are_not_confused(mixed: Archive, tmp_path: Path) -> None:
    (tmp_path / "more" / "f.txt").write_text("Zonked\n\nA zonkulous wombat.", encoding="utf-8")
    report = mixed.index([tmp_path / "more"])
    assert (report.added, mixed.count("zonkulous")) == (1, 1)
    assert (Archive(PRESS).count("zonkulous"), Archive(tmp_path / "index").count("*")) == (0, 3)


def test_what_is_for_files_alone_is_refused_for_a_mixture(mixed: Archive) -> None:
    with pytest.raises(UsageError, match="forgetting articles is not done on a cluster"):
        mixed.newsroom.forget(mixed.search("wombat").hits[0].id)


def test_counts_by_values_and_periods(press: Archive) -> None:
    assert press.count("wombat") == 2
    told = press.facets("plornville", ["year", "lang"])
    assert told.fields["year"] == {"2021": 2}
    line = press.timeline("wombat", by="month")
    assert next(iter(line.periods)) == "2021-03"


def test_what_the_archive_holds(press: Archive) -> None:
    stats = press.stats()
    assert (stats.totals.articles, stats.files, stats.bytes) == (3, 3, 1_000)
    assert (stats.totals.first_date, stats.totals.last_date) == ("2021-03-04", "2022-01-02")
    assert stats.index == "http://localhost:1/press"
    assert stats.totals.terms > 20


def test_a_word_that_is_written_wrongly_is_put_right(press: Archive) -> None:
    assert press.snapshot.spelling("wombta")[0] == ("wombat", 2)
    assert press.search("zzzzz").suggestions is not None
    assert press.snapshot.frequencies(["wombat", "zzzzz"]) == {"wombat": 2, "zzzzz": 0}


def test_what_a_question_looks_up_is_asked_together(
    cluster: ClusterInMemory, press: Archive
) -> None:
    press.commits()
    cluster.asked.clear()
    press.search("wombat OR minister OR zemblia OR dam")
    first = len(cluster.asked)
    cluster.asked.clear()
    press.search("wombat OR minister OR zemblia OR dam")
    # The words in two or three rounds, how many hold them, the articles, their texts.
    assert (first <= 7, len(cluster.asked)) == (True, 1)


def test_what_is_kept_of_the_dictionary_has_an_end(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgrep.engines.opensearch.lookups.MOST_KEPT", 3)
    words = ["wombat", "dam", "zemblia", "plornville"]
    press.commits()
    for _ in range(2):
        cluster.asked.clear()
        counts = press.snapshot.frequencies(word for word in words)
        assert counts == {"dam": 1, "plornville": 2, "wombat": 2, "zemblia": 1}
        assert len(cluster.asked) == 1


def test_many_texts_are_fetched_some_at_a_time(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgrep.engines.opensearch.articles.AT_ONCE", 2)
    matches = [match for match, _ in press.snapshot.everything()]
    fetched = [path for _, path in cluster.asked if path.endswith("_mget")]
    assert (len(matches), len(fetched)) == (3, 2)


def test_a_search_does_not_bring_the_catalogue(
    cluster: ClusterInMemory, press: Archive, folder: Path
) -> None:
    cluster.asked.clear()
    with Archive(PRESS) as opened:
        assert len(opened.search("wombat").hits) == 2
        assert not any(".files" in path for _, path in cluster.asked)
        assert opened.stats().files == 3
    assert any(".files" in path for _, path in cluster.asked)


# Runs


def test_what_changed_and_what_went(press: Archive, folder: Path) -> None:
    (folder / "a.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    (folder / "c.txt").unlink()
    (folder / "d.txt").write_text("Dams closed\n2021-07-06\n\nThe dams of Zembla were closed.")
    report = press.index([folder])
    assert (report.added, report.changed) == (1, 1)
    assert titles(press, "wombat") == ["Dam"]
    assert titles(press, "quokka") == ["Quokkas"]
    assert titles(press, "zemblia") == []


def test_a_run_that_breaks_off_does_not_show_and_the_next_goes_on(
    cluster: ClusterInMemory, press: Archive, folder: Path
) -> None:
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    documents = dict(cluster.indexes["press-000001"])

    def broken(method: str, path: str) -> None:
        if path.endswith("_refresh") and len(cluster.indexes["press-000001"]) > len(documents):
            raise exceptions.ConnectionError("N/A", "cut off", OSError("cut off"))

    cluster.instead = broken
    with pytest.raises(NewsgrepError, match="cut off"):
        press.index([folder])
    assert len(cluster.indexes["press-000001"]) == 4
    cluster.instead = lambda method, path: None
    assert titles(Archive(PRESS), "quokka") == []
    cluster.indexes["press-000001-state"].pop("lock", None)
    press.index([folder])
    assert titles(press, "quokka") == ["Quokkas"]
    assert len(cluster.indexes["press-000001"]) == 4


def test_a_rebuild_takes_the_place_in_one_step(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [hit.id for hit in press.search("wombat").hits]
    reader = Archive(PRESS)
    assert reader.count("wombat") == 2
    press.index([folder], Options(rebuild=True))
    assert cluster.aliases["press"] == {"press-000002"}
    assert [hit.id for hit in press.search("wombat").hits] == before
    # Who has the old one open goes on with it, until nobody has.
    assert reader.count("wombat") == 2
    press.index([folder])
    assert len(cluster.indexes) == 6
    monkeypatch.setattr(states, "KEPT", 0.0)
    press.index([folder])
    assert sorted(cluster.indexes) == ["press-000002", "press-000002-state", "press-000002-words"]


def test_a_rebuild_that_breaks_off_leaves_the_answers_as_they_were(
    cluster: ClusterInMemory, press: Archive, folder: Path
) -> None:
    def broken(method: str, path: str) -> None:
        if path == "/_aliases":
            raise exceptions.AuthorizationException(403, "no", {"error": "no"})

    cluster.instead = broken
    with pytest.raises(NewsgrepError, match="does not permit"):
        press.index([folder], Options(rebuild=True))
    cluster.instead = lambda method, path: None
    assert cluster.aliases["press"] == {"press-000001"}
    assert titles(Archive(PRESS), "wombat") == ["Wombats", "Dam"]
    for documents in cluster.indexes.values():
        documents.pop("lock", None)
    press.index([folder], Options(rebuild=True))
    assert titles(press, "wombat") == ["Wombats", "Dam"]


def test_many_batches_are_told_as_one(
    press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "MOST_BATCHES", 1)
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    press.index([folder])
    (told,) = press.folder.manifest().segments
    assert (told.articles, told.name) == (4, "press-000001")
    (folder / "d.txt").unlink()
    press.index([folder])
    assert press.search("wombat OR quokka").total == 2


def test_a_file_of_the_catalogue_that_is_missing_is_damage(
    cluster: ClusterInMemory, press: Archive, folder: Path
) -> None:
    documents = cluster.indexes["press-000001-state"]
    for name in [name for name in documents if ".files" in name]:
        del documents[name]
    with pytest.raises(IndexDamaged, match="it is missing"):
        Archive(PRESS).stats()


def test_near_copies_are_grouped(cluster: ClusterInMemory, folder: Path) -> None:
    text = " ".join(f"The {noun} of Plornville was counted again." for noun in WORDS)
    for number, more in enumerate(("", " By our own staff.", " From the wire.")):
        (folder / f"copy{number}.txt").write_text(f"Count\n2021-01-0{number + 1}\n\n{text}{more}")
    archive = Archive(PRESS)
    archive.index([folder])
    (hit,) = archive.search("counted").hits
    assert hit.copies is not None
    assert (hit.copies.others, hit.copies.first_date) == (2, "2021-01-01")
    shown = archive.search("counted", copies="show").hits
    assert len(shown) == 3
    assert shown[1].score == pytest.approx(0.6 * shown[0].score, rel=0.2)
    assert titles(archive, "is:copy", copies="show") == ["Count"] * 3
    match = archive.snapshot.find(hit.id)[0]
    assert len(archive.snapshot.near_duplicates(match)) == 3
    alone = archive.snapshot.search(query_of_text("zemblia")).rows[0]
    assert len(archive.snapshot.near_duplicates(alone)) == 1


WORDS = (
    "wall", "bridge", "market", "river", "school", "garden", "mill", "library", "harbour", "road",
    "forest", "chapel", "station", "tower", "square", "theatre", "prison", "palace", "well", "farm",
)  # fmt: skip


def query_of_text(text: str) -> Any:
    from newsgrep.search.request_tree import query_of

    return query_of(Request(text))


# Who writes, and what is there


def state_of_press(cluster: ClusterInMemory) -> Any:
    return cluster.indexes["press-000001-state"]["manifest.json"]["source"]["about"]


def hold(cluster: ClusterInMemory, until: float) -> None:
    about = {
        "token": "x", "process": 7, "machine": "wire", "since": "10:00:00", "until": until,
    }  # fmt: skip
    cluster._put("press-000001-state", "lock", {"about": about})


def test_one_run_waits_for_another(cluster: ClusterInMemory, press: Archive, folder: Path) -> None:
    hold(cluster, time.time() + 30)
    with pytest.raises(IndexLocked, match="process 7 on wire since 10:00:00"):
        press.index([folder], Options(wait=0.1))


def test_a_lock_that_was_not_renewed_is_taken(
    cluster: ClusterInMemory, press: Archive, folder: Path
) -> None:
    hold(cluster, time.time() - 1)
    assert press.index([folder], Options(wait=0.1)).unchanged == 3
    assert "lock" not in cluster.indexes["press-000001-state"]


def test_who_lost_the_lock_commits_nothing(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state_of_press(cluster)["manifest"]
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    monkeypatch.setattr("newsgrep.engines.opensearch.lease.RENEWED", 0.01)
    wrote = stores.ClusterStore.commit

    def late(self: Any, *given: Any) -> Any:
        hold(cluster, time.time() + 30)
        deadline = time.monotonic() + 5
        while not self._lease.is_lost and time.monotonic() < deadline:
            time.sleep(0.01)
        return wrote(self, *given)

    monkeypatch.setattr(stores.ClusterStore, "commit", late)
    with pytest.raises(IndexLocked, match="took this one for dead"):
        press.index([folder])
    assert state_of_press(cluster)["manifest"] == before


def test_a_manifest_that_another_wrote_is_not_written_over(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    wrote = stores.ClusterStore.commit

    def late(self: Any, *given: Any) -> Any:
        known = cluster.indexes["press-000001-state"]["manifest.json"]["source"]
        cluster._put("press-000001-state", "manifest.json", known)
        return wrote(self, *given)

    monkeypatch.setattr(stores.ClusterStore, "commit", late)
    with pytest.raises(IndexLocked, match="took this one for dead"):
        press.index([folder])


def test_what_is_not_there_or_not_ours(cluster: ClusterInMemory, folder: Path) -> None:
    with pytest.raises(NoIndexFound):
        Archive(PRESS).search("wombat")
    cluster._index("PUT", "press", {})
    for ask in (lambda: Archive(PRESS).search("wombat"), lambda: Archive(PRESS).index([folder])):
        with pytest.raises(NewsgrepError, match="is an index of something else"):
            ask()


@pytest.mark.parametrize("where", ["manifest", "mapping"])
def test_an_index_of_another_version_is_refused(
    cluster: ClusterInMemory, press: Archive, folder: Path, where: str
) -> None:
    if where == "manifest":
        state = cluster.indexes["press-000001-state"]["manifest.json"]["source"]["about"]
    else:
        state = cluster.made["press-000001"]["mappings"]["_meta"]
    state["format"] = 99
    for ask in (
        lambda: Archive(PRESS).search("wombat"),
        lambda: Archive(PRESS).stats(),
        lambda: Archive(PRESS).index([folder]),
        lambda: Archive(PRESS).index([folder], Options(rebuild=True)),
    ):
        with pytest.raises(IndexVersionUnknown, match="has format 99") as caught:
            ask()
        # Not what does not help here.
        assert "--rebuild" not in caught.value.hint
        assert "another name" in caught.value.hint


def test_an_index_that_newsgrep_did_not_make_is_refused_to_readers(
    cluster: ClusterInMemory, press: Archive
) -> None:
    cluster.made["press-000001"]["mappings"]["_meta"].clear()
    with pytest.raises(NewsgrepError, match="is an index of something else"):
        Archive(PRESS).search("wombat")


@pytest.mark.parametrize("taken", ["press-000001", "press-words", "press-000001-state"])
def test_what_is_of_others_is_not_touched(
    cluster: ClusterInMemory, folder: Path, taken: str
) -> None:
    cluster._index("PUT", taken, {})
    with pytest.raises(NewsgrepError, match=f"{taken} is an index of something else"):
        Archive(PRESS).index([folder])
    assert [*cluster.indexes] == [taken]
    assert not any(cluster.aliases.values())


@pytest.mark.parametrize("failing", ["/press-000001-state", "/_aliases"])
def test_what_was_made_is_removed_where_the_rest_cannot_be(
    cluster: ClusterInMemory, folder: Path, failing: str
) -> None:
    def refused(method: str, path: str) -> None:
        if path == failing:
            raise exceptions.RequestError(400, "no", {"error": {"reason": "no room for shards"}})

    cluster.instead = refused
    with pytest.raises(NewsgrepError, match="no room for shards"):
        Archive(PRESS).index([folder])
    assert (cluster.indexes, cluster.aliases) == ({}, {})
    cluster.instead = lambda method, path: None
    assert Archive(PRESS).index([folder]).added == 3


def test_what_another_machine_makes_at_the_same_moment_is_taken(
    cluster: ClusterInMemory, folder: Path
) -> None:
    made: list[str] = []

    def first(method: str, path: str) -> None:
        if method == "PUT" and path == "/press-000001" and not made:
            made.append(path)
            Archive(PRESS).index([folder])

    cluster.instead = first
    assert Archive(PRESS).index([folder]).unchanged == 3
    assert len(cluster.indexes) == 3


def test_a_rebuild_is_made_as_the_index_was_unless_told(
    cluster: ClusterInMemory, folder: Path
) -> None:
    def made(index: str) -> tuple[int, int]:
        settings = cluster.made[index]["settings"]["index"]
        return settings["number_of_shards"], settings["number_of_replicas"]

    where = "http://localhost:1/press"
    Archive(f"{where}?shards=3&replicas=0").index([folder])
    Archive(where).index([folder], Options(rebuild=True))
    assert (made("press-000002"), made("press-000002-state")) == ((3, 0), (1, 0))
    Archive(f"{where}?shards=5").index([folder], Options(rebuild=True))
    assert made("press-000003") == (5, 0)


def test_other_shards_than_the_index_has_are_said(cluster: ClusterInMemory, folder: Path) -> None:
    where = "http://localhost:1/press"

    def told(parameters: str, **options: Any) -> list[str]:
        heard: list[Any] = []
        Archive(where + parameters).index([folder], Options(**options), heard.append)
        return [event.text for event in heard if isinstance(event, Noted)]

    assert told("?shards=3") == told("") == told("?shards=3") == told("?replicas=1") == []
    assert told("?shards=7&replicas=0") == [
        "the index has 3 shards, not 7, as it was made so; "
        "newsgrep index --rebuild --shards 7 makes it anew",
        "the index has 1 replica, not 0, as it was made so; "
        "newsgrep index --rebuild --replicas 0 makes it anew",
    ]
    assert told("?shards=7&replicas=0", rebuild=True) == []


# What a cluster may answer


def test_who_is_too_busy_is_asked_again(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    left = [3]

    def busy(method: str, path: str) -> None:
        if left[0]:
            left[0] -= 1
            raise exceptions.TransportError(429, "rejected", {"error": {"type": "rejected"}})

    cluster.instead = busy
    assert titles(press, "wombat") == ["Wombats", "Dam"]
    assert pauses == [0.2, 0.4, 0.8]


def test_of_several_searches_those_that_were_too_much_are_asked_again(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    answered: list[int] = []
    several = ClusterInMemory._msearch

    def busy(self: ClusterInMemory, body: str) -> Any:
        found = several(self, body)
        answered.append(len(found["responses"]))
        if len(answered) <= 2:
            found["responses"][0] = {"status": 429, "error": {"type": "circuit_breaking"}}
        return found

    monkeypatch.setattr(ClusterInMemory, "_msearch", busy)
    assert titles(press, "wombat OR zemblia") == ["Election", "Wombats", "Dam"]
    assert answered[:3] == [answered[0], 1, 1]
    assert pauses == [0.2, 0.4]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (exceptions.ConnectionTimeout("TIMEOUT", "x", OSError("x")), "did not answer within 30 s"),
        (
            exceptions.SSLError("N/A", "[SSL: WRONG_VERSION_NUMBER] wrong", OSError("wrong")),
            "it speaks no TLS there",
        ),
        (
            exceptions.SSLError(
                "N/A", "[SSL: CERTIFICATE_VERIFY_FAILED] x: self-signed (_ssl.c:1006)", OSError()
            ),
            "cannot be verified: self-signed",
        ),
        (exceptions.SerializationError("<html>"), "is not one of OpenSearch: it is no JSON"),
        (exceptions.ConnectionError("N/A", "BadStatusLine('x')", OSError()), "is no HTTP"),
        (
            exceptions.ConnectionError("N/A", "a: (Failed (x: [Errno 2] not known))", OSError()),
            "does not answer: not known",
        ),
        (
            exceptions.TransportError(503, "x", {"error": "[press][2] missing shards"}),
            "not all shards answer (press 2)",
        ),
        (
            exceptions.TransportError(503, "x", {"error": {"reason": "shard [press][2] is away"}}),
            "not all shards answer (press 2)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)  # fmt: skip
def test_what_goes_wrong_is_told(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch,
    error: Exception, told: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(time, "sleep", lambda seconds: None)

    def failing(method: str, path: str) -> None:
        raise error

    cluster.instead = failing
    with pytest.raises(NewsgrepError) as caught:
        press.search("wombat")
    assert told in caught.value.message
    assert "\n" not in caught.value.message


def test_an_alert_tells_each_new_article_once(press: Archive, folder: Path) -> None:
    """Also one that comes before those that were told, in the order of the answer."""
    press.alerts.add("animals", "wombat")
    for number, year in enumerate((2022, 2020, 2023)):
        text = f"News {number}\n{year}-03-04\n\nWombat number{number} was seen."
        (folder / f"n{number}.txt").write_text(text, encoding="utf-8")
        Archive(PRESS).index([folder])
        told: list[Delivery] = []
        count = Archive(PRESS).alerts.run(tell=told.append)
        assert (count, [len(news.hits) for news in told]) == (1, [1])
        assert Archive(PRESS).alerts.run() == 0


@pytest.mark.parametrize("ask", ["search", "stats", "show"])
def test_the_time_is_that_of_the_whole_answer(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    """Each request takes less than the time, and all together more."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def slow(method: str, path: str) -> None:
        now[0] += 3.5

    cluster.instead = slow
    asks: dict[str, Any] = {
        "search": lambda archive: archive.search("wombat minister"),
        "stats": lambda archive: archive.stats(),
        "show": lambda archive: archive.article("a.txt"),
    }
    with Archive(f"{PRESS}&timeout=4") as archive:
        before = now[0]
        with pytest.raises(NewsgrepError, match="did not answer within 4 s"):
            asks[ask](archive)
        assert now[0] - before <= 7
    with Archive(f"{PRESS}&timeout=60") as archive:
        for _ in range(20):  # each is a question of its own
            assert archive.count("wombat") == 2


def test_an_answer_that_lacks_shards_is_none_unless_it_is_asked_for(
    cluster: ClusterInMemory, press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = ClusterInMemory.search

    def lacking(self: ClusterInMemory, name: str, body: Any) -> Any:
        failures = [{"index": "press-000001", "shard": 1}]
        shards = {"total": 2, "successful": 1, "failed": 1, "failures": failures}
        return {**search(self, name, body), "_shards": shards}

    monkeypatch.setattr(ClusterInMemory, "search", lacking)
    with pytest.raises(NewsgrepError, match="1 of 2 shards did not answer"):
        Archive(PRESS).search("wombat")
    found = Archive(f"{PRESS}&partial=yes").search("wombat")
    assert (found.total, found.notes) == (2, ("1 of 2 shards did not answer (press-000001 1)",))


@pytest.mark.parametrize("rebuild", [False, True])
def test_a_run_never_goes_by_answers_that_lack_shards(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch,
    rebuild: bool,
) -> None:  # fmt: skip
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    search = ClusterInMemory.search

    def lacking(self: ClusterInMemory, name: str, body: Any) -> Any:
        shards = {"total": 2, "successful": 1, "failed": 0}
        return {**search(self, name, body), "_shards": shards}

    patient = Archive(f"{PRESS}&partial=yes")
    with monkeypatch.context() as patch:
        patch.setattr(ClusterInMemory, "search", lacking)
        with pytest.raises(NewsgrepError, match="1 of 2 shards did not answer"):
            patient.index([folder], Options(rebuild=rebuild))
        assert patient.search("wombat").notes == ("1 of 2 shards did not answer",)
    assert cluster.aliases["press"] == {"press-000001"}
    assert patient.index([folder], Options(rebuild=rebuild)).articles == 4


def another_machines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles of a machine that is elsewhere, beside those of this one."""
    there = folder.parent / "elsewhere"
    there.mkdir()
    for name, text in MORE.items():
        (there / f"{name}.txt").write_text(text, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setenv("NEWSGREP_MACHINE", "elsewhere")
        Archive(PRESS).index([there])


def test_a_rebuild_that_lacks_articles_of_another_machine_does_not_take_the_place(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_machines(folder, monkeypatch)
    right = ClusterSnapshot.of_file
    with monkeypatch.context() as patch:
        patch.setattr(
            ClusterSnapshot, "of_file",
            lambda self, path: [] if path.endswith("e.txt") else right(self, path),
        )  # fmt: skip
        with pytest.raises(NewsgrepError, match="has 1 of the 2 articles of other machines"):
            press.index([folder], Options(rebuild=True))
    assert (cluster.aliases["press"], len(cluster.indexes)) == ({"press-000001"}, 3)
    assert Archive(PRESS).count("*") == 5
    assert press.index([folder], Options(rebuild=True)).articles == 5
    assert press.count("*") == 5


def test_a_rebuild_copies_an_article_once_that_was_there_twice(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_machines(folder, monkeypatch)
    documents = cluster.indexes["press-000001"]
    (name,) = [name for name, one in documents.items() if one["source"]["path"].endswith("e.txt")]
    source = documents[name]["source"]
    cluster._put("press-000001", "again", {**source, "key": "again"})
    assert Archive(PRESS).count("*") == 6
    assert press.index([folder], Options(rebuild=True)).articles == 5
    assert Archive(PRESS).count("*") == 5


@pytest.mark.parametrize("verify", [False, True])
def test_articles_that_no_run_accounts_for_are_said(
    cluster: ClusterInMemory, press: Archive, folder: Path, verify: bool
) -> None:
    (one, *_) = cluster.indexes["press-000001"].values()
    cluster._put("press-000001", "again", {**one["source"], "key": "again"})
    heard: list[Any] = []
    press.index([folder], Options(verify=verify), heard.append)
    notes = [event.text for event in heard if isinstance(event, Noted)]
    assert notes == [
        "the index ought to have 3 articles, and the cluster shows 4; "
        "newsgrep index --rebuild puts that right"
    ]
    heard.clear()
    press.index([folder], Options(rebuild=True), heard.append)
    press.index([folder], Options(verify=verify), heard.append)
    assert not [event for event in heard if isinstance(event, Noted)]
    assert press.count("*") == 3


def test_what_was_removed_meanwhile_is_told(cluster: ClusterInMemory, press: Archive) -> None:
    matches = press.snapshot.search(query_of_text("wombat")).rows
    cluster.indexes["press-000001"].clear()
    with pytest.raises(NewsgrepError, match="was changed while it was asked"):
        press.snapshot.article(matches[0])


# What is asked of a snapshot


def test_what_answers_in_part_follows_what_answers_in_full(press: Archive) -> None:
    found = press.search('"wombat" "dam"')
    assert [(hit.title.split()[0], hit.match) for hit in found.hits] == [
        ("Dam", "all"), ("Wombats", "some"),
    ]  # fmt: skip
    assert (found.total, found.partial) == (1, 1)
    assert titles(press, '"wombat" "dam"', limit=1) == ["Dam"]
    assert titles(press, '"wombat" "dam"', mode="all") == ["Dam"]
    assert press.search('"wombat" "dam"', mode="any").total == 2
    nothing = press.snapshot.search(query_of_text('"wombat" "dam"').asked(limit=0))
    assert (nothing.full, nothing.partial) == (1, 1)


def test_pages_are_read_on(
    press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("rows", "near_duplicates", "counting"):
        monkeypatch.setattr(f"newsgrep.engines.opensearch.{name}.MANY_AT_ONCE", 2)
    assert sorted(titles(press, "plornville OR zemblia", limit=None)) == [
        "Dam", "Election", "Wombats",
    ]  # fmt: skip
    told = [article.title.split()[0] for _, article in press.snapshot.everything()]
    assert told == ["Wombats", "Dam", "Election"]
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas instead of them.")
    assert press.index([folder]).articles == 4


def test_the_reasons_of_a_score_add_up_to_it(press: Archive) -> None:
    (first, *_) = press.search("wombat", explain=True).hits
    assert [reason.what for reason in first.reasons] == ["wombat"]
    assert first.reasons[0].score == pytest.approx(first.score, abs=1e-3)
    assert first.reasons[0].detail == "headline 1, lead 2; in 2 articles"


def test_a_question_is_explained_with_the_articles_of_its_words(press: Archive) -> None:
    told = press.snapshot.words(query_of_text("wombat OR zemblia"))
    assert [(term.text, term.articles) for term in told] == [("wombat", 2), ("zemblia", 1)]


def test_what_answers_comes_to(press: Archive) -> None:
    told = press.snapshot.digest(query_of_text("wombat"))
    assert (told.articles, told.stories, told.first, told.last) == (
        2, 2, "2021-03-04", "2021-05-06",
    )  # fmt: skip
    assert told.best is not None
    assert press.snapshot.article(told.best).title == "Wombats return to Plornville"
    assert press.snapshot.digest(query_of_text("zzzz")).articles == 0


def test_articles_by_file_and_by_content(press: Archive, folder: Path) -> None:
    from newsgrep.article import content_hash

    stored = press.folder.stored(str(folder / "b.txt"))
    (match,) = press.snapshot.of_file(stored)
    article = press.snapshot.article(match)
    assert article.title == "Dam opened"
    assert press.snapshot.path(match) == str(folder / "b.txt")
    content = bytes.fromhex(content_hash(article))[:16]
    assert [*press.snapshot.with_content(frozenset((content, b"0" * 16)))] == [content]


def test_marks_narrow_what_is_asked(press: Archive) -> None:
    found = press.search("wombat", limit=1).hits[0]
    press.newsroom.mark([found.id], "seen")
    assert titles(press, "wombat is:seen") == ["Wombats"]
    assert titles(press, "wombat AND NOT is:seen") == ["Dam"]
    assert press.search("wombat").reviewed == 1


def test_a_proximity_within_another_is_measured_here(press: Archive) -> None:
    assert titles(press, "(two NEAR/2 wombats) NEAR/4 plornville") == ["Wombats"]
    assert titles(press, "(two NEAR/2 zemblia) NEAR/4 plornville") == []


def test_what_is_too_much_to_be_measured_is_an_error(
    press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgrep.engines.opensearch.measured.MOST", 0)
    with pytest.raises(NewsgrepError, match="has to be measured in 1 articles"):
        press.search("(two NEAR/2 wombats) NEAR/4 plornville")


def test_distinctive_words_and_what_stands_around_a_word(press: Archive) -> None:
    assert press.terms("wombat").total == 2
    lines = [*press.kwic("=wombat")]
    assert {line.match for line in lines} == {"wombat"}


def test_searching_loads_nothing_that_only_indexing_needs() -> None:
    import subprocess
    import sys

    code = (
        "import sys, newsgrep.engines.opensearch.snapshot, newsgrep.engines.opensearch.store; "
        "print([one for one in ('numpy', 'rapidfuzz', 'opensearchpy') if one in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
