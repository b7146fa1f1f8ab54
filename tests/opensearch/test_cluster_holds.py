"""Three nodes, one of which is killed, halted or cut off: right answers, or errors that say so."""

from __future__ import annotations

import secrets
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgrep import Archive, Options
from newsgrep.engines.opensearch import bulk
from newsgrep.engines.opensearch.address import address_of
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.errors import NotWritten, ShardsMissing
from newsgrep.errors import NewsgrepError
from opensearch.nodes import Nodes, free_port

MANY = 300


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(MANY):
        text = f"Plorn {number}\n\nThe wombat number{number} stood there" + " and waited" * 60
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def name() -> str:
    return f"newsgrep-test-{secrets.token_hex(4)}"


def found(address: str, query: str = "wombat") -> int:
    with Archive(address) as archive:
        return len(archive.search(query, limit=None, copies="show", snippets=0).hits)


def indexed(address: str, articles: Path) -> int:
    return Archive(address).index([articles], Options(jobs=1)).articles


@pytest.fixture
def whole(three: Nodes) -> Iterator[Nodes]:
    """The three nodes; whoever was killed is there again afterwards."""
    yield three
    for node in three.names:
        three.go_on(node)
        if three.is_dead(node):
            three.start(node)
    three.wait("green", 3)


def found_again(address: str) -> int:
    """The same, once other nodes stand in for the one that died: until then an error is right."""
    until = time.monotonic() + 60
    while True:
        try:
            return found(address)
        except NewsgrepError as error:
            assert error.exit_code == 2, error.message
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def test_a_node_that_dies_while_articles_are_written(
    whole: Nodes, articles: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BYTES", 20_000)
    right, sent = bulk._send_one, []

    def sending(*given: object) -> None:
        sent.append(1)
        if len(sent) == 4:
            whole.kill("node1")
        right(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(bulk, "_send_one", sending)
    address = f"{whole.hosts}/{name}?shards=3&replicas=1&timeout=60"
    assert indexed(address, articles) == MANY
    assert len(sent) > 8
    assert found_again(address) == MANY
    whole.start("node1")
    whole.wait("green", 3)
    assert found(address) == MANY
    assert Archive(address).index([articles], Options(jobs=1)).unchanged == MANY


def test_a_node_that_dies_while_questions_are_asked(
    whole: Nodes, articles: Path, name: str
) -> None:
    address = f"{whole.hosts}/{name}?shards=3&replicas=1&timeout=20"
    assert indexed(address, articles) == MANY
    whole.wait("green", 3)
    killer = threading.Timer(0.5, whole.kill, ["node2"])
    killer.start()
    right = 0
    until = time.monotonic() + 12
    while time.monotonic() < until or not right:
        try:
            assert found(address) == MANY
            right += 1
        except NewsgrepError as error:
            assert error.exit_code == 2, error.message
            assert "\n" not in error.message
    killer.join()
    assert found(address) == MANY


def test_shards_that_are_lost_are_told_and_never_left_out_in_silence(
    whole: Nodes, articles: Path, name: str
) -> None:
    address = f"{whole.hosts}/{name}?shards=6&replicas=0&timeout=20"
    assert indexed(address, articles) == MANY
    # One that has articles, but not the only copy of what is known of them.
    where = {
        shard["node"] for shard in whole.get(f"/_cat/shards/{name}-000001-state?format=json")
    } | {shard["node"] for shard in whole.get(f"/_cat/shards/{name}-000001-words?format=json")}
    victim = next(node for node in whole.names if node not in where)
    whole.kill(victim)
    whole.wait("red", 2)
    with pytest.raises(ShardsMissing) as caught:
        found(address)
    assert caught.value.exit_code == 2
    with Archive(f"{address}&partial=yes") as archive:
        results = archive.search("wombat", limit=None, copies="show")
    assert 0 < len(results.hits) < MANY
    assert any("of 6 shards did not answer" in note for note in results.notes)
    whole.start(victim)
    whole.wait("green", 3)
    assert found(address) == MANY


def test_a_node_that_hangs_makes_nobody_wait_for_ever(
    whole: Nodes, articles: Path, name: str
) -> None:
    address = f"{whole.hosts}/{name}?shards=6&replicas=0"
    assert indexed(f"{address}&timeout=60", articles) == MANY
    whole.halt("node2")
    began = time.monotonic()
    with pytest.raises(NewsgrepError) as caught:
        found(f"{address}&timeout=2")
    assert caught.value.exit_code == 2
    assert time.monotonic() - began < 30
    whole.go_on("node2")
    whole.wait("green", 3)
    assert found(f"{address}&timeout=60") == MANY


def test_a_rebuild_copies_all_of_another_machine_or_nothing(
    whole: Nodes, articles: Path, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    address = f"{whole.hosts}/{name}?shards=3&replicas=0&timeout=60"
    monkeypatch.setenv("NEWSGREP_MACHINE", "beta")
    indexed(address, articles)
    monkeypatch.setenv("NEWSGREP_MACHINE", "alpha")
    own = tmp_path / "own"
    own.mkdir()
    (own / "one.txt").write_text("One\n\nOne more wombat came by.\n", encoding="utf-8")
    assert indexed(address, own) == MANY + 1
    holders = {
        shard["node"]: shard["index"]
        for shard in whole.get(f"/_cat/shards/{name}-000001*?format=json")
    }
    state = next(
        shard["node"] for shard in whole.get(f"/_cat/shards/{name}-000001-state?format=json")
    )
    victim = next(node for node in holders if node != state)
    whole.kill(victim)
    whole.wait("red", 2)
    # One that waits for the node that died to be given up.
    with pytest.raises(NewsgrepError) as caught:
        Archive(f"{address}&partial=yes").index([own], Options(jobs=1, rebuild=True))
    assert caught.value.exit_code == 2
    changed = own / "one.txt"
    changed.write_text("One\n\nNo other wombat came by.\n", encoding="utf-8")
    with pytest.raises(NewsgrepError):
        Archive(f"{address}&partial=yes").index([own], Options(jobs=1))
    whole.start(victim)
    whole.wait("green", 3)
    assert found(address) == MANY + 1
    assert indexed(address, own) == MANY + 1
    assert found(address, "other") == 1
    assert found(address) == MANY + 1


class Cut:
    """A way to a host that is cut in the middle of the first answers."""

    def __init__(self, port: int, answers: int) -> None:
        self.port = free_port()
        self._to = port
        self._left = answers
        self.cut = 0
        self._server = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self._server.accept()
            threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._to)) as host:
            threading.Thread(target=_pump, args=(client, host), daemon=True).start()
            while data := host.recv(65536):
                if self._left:
                    self._left -= 1
                    self.cut += 1
                    client.sendall(data[: len(data) // 2])
                    client.shutdown(socket.SHUT_RDWR)
                    return
                client.sendall(data)


def _pump(one: socket.socket, other: socket.socket) -> None:
    try:
        while data := one.recv(65536):
            other.sendall(data)
    except OSError:
        return


def test_a_connection_that_is_cut_is_tried_again(three: Nodes, articles: Path, name: str) -> None:
    address = f"{three.hosts}/{name}?shards=2&replicas=0&timeout=60"
    assert indexed(address, articles) == MANY
    way = Cut(three.http["node0"], answers=2)
    assert found(f"http://127.0.0.1:{way.port}/{name}?timeout=60") == MANY
    assert way.cut == 2
    never = Cut(three.http["node0"], answers=1_000)
    with pytest.raises(NewsgrepError, match="does not answer") as caught:
        found(f"http://127.0.0.1:{never.port}/{name}?timeout=20")
    assert caught.value.exit_code == 2


def test_writing_through_cuts_writes_each_article_once(
    three: Nodes, articles: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BYTES", 20_000)
    way = Cut(three.http["node1"], answers=3)
    address = f"http://127.0.0.1:{way.port}/{name}?shards=2&replicas=0&timeout=60"
    assert indexed(address, articles) == MANY
    assert way.cut == 3
    there = f"{three.hosts}/{name}?timeout=60"
    assert found(there) == MANY
    assert Connection(address_of(there)).request("GET", f"/{name}/_count")["count"] == MANY


@pytest.mark.parametrize("blocked", [("",), ("", "-words", "-state"), ("-state",)], ids=str)
def test_a_disk_that_is_full_is_told_and_nothing_is_lost(
    three: Nodes, articles: Path, name: str, blocked: tuple[str, ...]
) -> None:
    address = f"{three.hosts}/{name}?shards=2&replicas=0&timeout=60"
    assert indexed(address, articles) == MANY
    more = articles.parent / f"{name}.txt"
    more.write_text("More\n\nOne more wombat came by.\n", encoding="utf-8")
    block = {"index.blocks.read_only_allow_delete": True}
    for part in blocked:
        three.get(f"/{name}-000001{part}/_settings", "PUT", block)
    began = time.monotonic()
    with pytest.raises(NotWritten, match="disk is full") as caught:
        Archive(address).index([more], Options(jobs=1))
    assert caught.value.exit_code == 2
    assert (time.monotonic() - began < 15, caught.value.message.count("cannot write")) == (True, 1)
    assert found(address) == MANY
    for part in blocked:
        unblock = {"index.blocks.read_only_allow_delete": None}
        three.get(f"/{name}-000001{part}/_settings", "PUT", unblock)
    assert Archive(address).index([more], Options(jobs=1)).added == 1
    assert found(address) == MANY + 1
