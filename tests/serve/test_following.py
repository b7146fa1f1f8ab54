"""A server as a process: it follows what is indexed, bears many clients, ends when it is told."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import Command, environment

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from serving import serving

from newsgrep import Archive

Make = Callable[..., Archive]


def asked(address: str, path: str = "api/search?q=hail&copies=show&limit=100") -> tuple[Any, str]:
    """An answer, and its tag."""
    with urllib.request.urlopen(address + path, timeout=30) as answer:
        return json.loads(answer.read()), answer.headers["ETag"]


def test_many_ask_while_articles_are_indexed(archive_from: Make, tmp_path: Path) -> None:
    """Each answer is of one commit, each client sees them in order, and the last one at its end."""
    archive = archive_from(*({"title": f"Hail {n}", "text": f"Hail number {n}."} for n in range(5)))
    records = tmp_path / "records.jsonl"
    with serving("--workers", "2", cwd=tmp_path) as address:

        def client(_: int) -> list[tuple[int, int, str]]:
            found = []
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                values, tag = asked(address)
                found.append((values["total"], len(values["hits"]), tag))
                if values["total"] == 30:
                    break
            return found

        with ThreadPoolExecutor(8) as pool:
            clients = [pool.submit(client, number) for number in range(8)]
            for more in range(5, 30, 5):
                lines = "".join(
                    json.dumps({"title": f"Hail {n}", "text": f"Hail number {n}."}) + "\n"
                    for n in range(more, more + 5)
                )
                records.write_text(records.read_text() + lines)
                archive.index([records])
            seen = [one.result() for one in clients]
        for answers in seen:
            totals = [total for total, _, _ in answers]
            assert totals[-1] == 30 and set(totals) <= set(range(5, 35, 5))
            assert all(total == hits for total, hits, _ in answers)
        tags = {(tag, total) for answers in seen for total, _, tag in answers}
        assert len(tags) == len({tag for tag, _ in tags}), "a tag is of one state"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what files a process has")
def test_what_was_replaced_is_let_go(archive_from: Make, tmp_path: Path) -> None:
    archive = archive_from({"title": "Hail", "text": "Hail."})
    server = subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "serve", "--port", "0", "--workers", "1"],
        cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stderr is not None
        address = server.stderr.readline().split(" at ")[1].split()[0]
        asked(address)
        records = tmp_path / "records.jsonl"
        for n in range(3):
            records.write_text(json.dumps({"title": f"Hail {n}", "text": f"Hail {n}."}) + "\n")
            archive.index([records])
            assert asked(address)[0]["hits"][0]["title"] == f"Hail {n}"
        threads = Path(f"/proc/{server.pid}/task").iterdir()
        children = " ".join((one / "children").read_text() for one in threads).split()
        held = [str(link.readlink()) for child in children
                for link in Path(f"/proc/{child}/fd").iterdir()]  # fmt: skip
        held += [line for child in children
                 for line in Path(f"/proc/{child}/maps").read_text().splitlines()]  # fmt: skip
        assert [one for one in held if one.endswith(".seg")]
        assert [one for one in held if one.endswith(".seg (deleted)")] == []
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.skipif(sys.platform == "win32", reason="signals end a process otherwise there")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_all_its_processes(
    archive_from: Make, tmp_path: Path, sent: signal.Signals
) -> None:
    archive_from({"title": "Hail", "text": "Hail."})
    server = subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "serve", "--port", "0"],
        cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    assert server.stderr is not None
    address = server.stderr.readline().split(" at ")[1].split()[0]
    asked(address)
    os.killpg(server.pid, sent)
    assert server.wait(20) in (128 + sent, -sent)
    assert "Traceback" not in server.stderr.read()
    for _ in range(100):
        try:
            os.killpg(server.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    else:
        raise AssertionError("a process of it is still there")


def test_a_head_that_does_not_come_is_not_waited_for(archive_from: Make, tmp_path: Path) -> None:
    archive_from({"title": "Hail", "text": "Hail."})
    with serving("--workers", "1", cwd=tmp_path) as address:
        host, port = address.removeprefix("http://").strip("/").split(":")
        slow = [socket.create_connection((host, int(port)), 5) for _ in range(20)]
        for one in slow:
            one.sendall(b"GET / HTTP/1.1\r\nHost: loc")
            one.settimeout(30)
        assert asked(address)[0]["total"] == 1
        started = time.monotonic()
        assert slow[0].recv(1) == b""
        assert time.monotonic() - started < 20
        too_much = socket.create_connection((host, int(port)), 5)
        too_much.settimeout(30)
        too_much.sendall(b"GET / HTTP/1.1\r\nX: " + b"x" * 200_000)
        assert too_much.recv(100).startswith((b"HTTP/1.1 400", b"HTTP/1.1 431"))
        assert asked(address)[0]["total"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0 lets others ask"),
        (["--host", "192.0.2.1", "--token", "long enough a token"], "cannot listen at 192.0.2.1"),
        (["--token", "short"], "the token or password has 5 characters"),
        (["--password-file", "nowhere.txt"], "--password-file nowhere.txt"),
        (["--memory", "much"], "--memory 'much' is not a size"),
        (["--index", "nowhere"], "no index found"),
    ],
)
def test_what_it_does_not_start_with(
    inside: Command, archive_from: Make, arguments: list[str], said: str
) -> None:
    archive_from({"title": "Hail", "text": "Hail."})
    done = inside("serve", "--port", "0", *arguments)
    assert done.code == 2
    assert said in done.err


def test_a_port_that_is_taken(inside: Command, archive_from: Make) -> None:
    archive_from({"title": "Hail", "text": "Hail."})
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = inside("serve", "--port", str(taken.getsockname()[1]))
    assert done.code == 2
    assert "choose another with --port, or 0" in done.err


def test_a_password_from_a_file(archive_from: Make, tmp_path: Path) -> None:
    archive_from({"title": "Hail", "text": "Hail."})
    (tmp_path / "secret.txt").write_text("a password of ours\n")
    with serving("--password-file", "secret.txt", cwd=tmp_path) as address:
        with pytest.raises(urllib.error.HTTPError, match="401"):
            asked(address)
        request = urllib.request.Request(
            f"{address}api/stats", headers={"Authorization": "Bearer a password of ours"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status == 200


def test_what_an_extra_lacks_is_said(
    inside: Command, archive_from: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive_from({"title": "Hail", "text": "Hail."})
    monkeypatch.setattr("newsgrep.cli.extras.find_spec", lambda name: None)
    for command, extra in (("serve", "starlette, uvicorn, jinja2"), ("mcp", "mcp, starlette")):
        done = inside(command)
        assert done.code == 2
        assert done.err.startswith(f"newsgrep: newsgrep {command} needs {extra}")
        assert f"pip install '.[{command}]'" in done.err


def test_no_answer_is_held_back_by_the_system(archive_from: Make, tmp_path: Path) -> None:
    """Without TCP_NODELAY the second packet of each answer waits for some 40 ms."""
    import http.client

    archive_from({"title": "Hail", "text": "Hail fell."})
    seconds = []
    with serving("--workers", "1", cwd=tmp_path) as address:
        connection = http.client.HTTPConnection(address.split("/")[2])
        for _ in range(20):
            began = time.monotonic()
            connection.request("GET", "/health")
            connection.getresponse().read()
            seconds.append(time.monotonic() - began)
        connection.close()
    assert min(seconds) < 0.03


def test_a_signal_that_got_lost_in_the_server_ends_it_all_the_same(
    monkeypatch: pytest.MonkeyPatch, seeds: Archive
) -> None:
    from newsgrep.serve import server
    from newsgrep.serve.settings import Settings

    def run(self: server._Server, sockets: object) -> None:
        self.handle_exit(signal.SIGINT, None)

    monkeypatch.setattr(server._Server, "run", run)
    with server.bound("127.0.0.1", 0) as listening, pytest.raises(KeyboardInterrupt):
        server.serve(Settings((str(seeds.folder.path),)), listening)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what is written to")
def test_too_little_memory_for_any_process_is_told_in_plain_words(own_seeds: Archive) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsgrep", "serve", "--port", "0", "--memory", "1kB",
         "--index", str(own_seeds.folder.path)],
        capture_output=True, text=True, env=environment(), timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr
    assert "give them more --memory" in done.stderr
