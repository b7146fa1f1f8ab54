"""The processes that answer: bounded in time, memory and number; the server goes on."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from newsgrep import Archive
from newsgrep.errors import UsageError
from newsgrep.serve import workers as module
from newsgrep.serve.problems import Problem, problem_json, problem_of
from newsgrep.serve.settings import Settings
from newsgrep.serve.tasks import Chunk, Head, Task
from newsgrep.serve.worker import READY, bound
from newsgrep.serve.workers import Workers

OK = Head(200, {}, b"ok")


def odd(connection: Connection, settings: Settings) -> None:
    """A worker that does as its task is named."""
    connection.send(READY)
    while (task := connection.recv()) is not None:
        match task.name:
            case "sleep":
                import time

                time.sleep(60)
            case "die":
                os._exit(3)
            case "hoard":
                bound(settings.memory)
                try:
                    connection.send(Head(200, {}, bytes(len(bytearray(1 << 30)) % 7)))
                except MemoryError as error:
                    connection.send(Head(503, {}, problem_json(problem_of(error))))
            case "stream":
                connection.send(Head(200, {}, b"a", True))
                for n in range(100):
                    connection.send(Chunk(b"b" * 1000, n < 99))
            case "pid":
                connection.send(Head(200, {}, str(os.getpid()).encode()))
            case _:
                connection.send(OK)


def run(settings: Settings, use: Callable[[Workers], Awaitable[Any]]) -> Any:
    """What ``use`` gives of a pool of odd workers."""

    async def inside() -> Any:
        pool = Workers(settings)
        await pool.start()
        try:
            return await use(pool)
        finally:
            await pool.stop()

    return asyncio.run(inside())


@pytest.fixture(autouse=True)
def odd_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "work", odd)
    monkeypatch.setattr(module, "STARTING", 20.0)


async def told(pool: Workers, name: str) -> str:
    """The body of an answer, or the name of its problem."""
    try:
        head, rest = await pool.ask(Task("api", name))
    except Problem as problem:
        return problem.kind.name
    body = head.body
    if rest is not None:
        body = b"".join([body, *[piece async for piece in rest]])
        await rest.aclose()
    return body.decode()


def test_what_takes_too_long_is_ended_and_the_next_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def use(pool: Workers) -> list[str]:
        first = await told(pool, "ok")  # it has started
        return [first, *[await told(pool, name) for name in ("sleep", "ok", "pid")]]

    settings = Settings(workers=1, seconds=0.3)
    found = run(settings, use)
    assert found[:3] == ["ok", "too-long", "ok"]


def test_a_death_is_a_problem_and_no_more() -> None:
    async def use(pool: Workers) -> list[str]:
        return [await told(pool, name) for name in ("pid", "die", "pid", "die", "ok")]

    first, died, second, again, last = run(Settings(workers=1), use)
    assert (died, again, last) == ("memory", "memory", "ok")
    assert first != second


def test_one_that_died_of_itself_is_replaced_unheard() -> None:
    async def use(pool: Workers) -> list[str]:
        first = await told(pool, "pid")
        os.kill(int(first), 9)
        for _ in range(100):
            await asyncio.sleep(0.05)
            if not [one for one in multiprocessing.active_children() if one.pid == int(first)]:
                break
        return [first, await told(pool, "pid")]

    first, second = run(Settings(workers=1), use)
    assert second.isdigit() and first != second


def test_those_who_come_when_the_line_is_long_are_told_so() -> None:
    async def use(pool: Workers) -> list[str]:
        await told(pool, "ok")
        asked = [asyncio.create_task(told(pool, name)) for name in ("sleep", "ok", "ok", "ok")]
        return list(await asyncio.gather(*asked))

    # One is at work, two may wait.
    settings = Settings(workers=1, seconds=0.5, queue=2, patience=30)
    assert sorted(run(settings, use)) == ["busy", "ok", "ok", "too-long"]


def test_nobody_waits_for_ever() -> None:
    async def use(pool: Workers) -> list[str]:
        await told(pool, "ok")
        asked = [asyncio.create_task(told(pool, name)) for name in ("sleep", "ok")]
        return list(await asyncio.gather(*asked))

    assert run(Settings(workers=1, seconds=1.5, patience=0.2), use) == ["too-long", "busy"]


def test_a_stream_is_whole_and_gives_its_process_back() -> None:
    async def use(pool: Workers) -> list[int]:
        return [len(await told(pool, "stream")) for _ in range(3)]

    assert run(Settings(workers=1), use) == [100_001] * 3


def test_who_goes_away_leaves_no_process_busy() -> None:
    async def use(pool: Workers) -> list[str]:
        for _ in range(3):
            _, rest = await pool.ask(Task("api", "stream"), stream=True)
            assert rest is not None
            async for _ in rest:
                break
            await rest.aclose()
        unread, never = await pool.ask(Task("api", "stream"), stream=True)
        assert unread.more and never is not None
        await never.aclose()
        asked = asyncio.create_task(told(pool, "sleep"))
        await asyncio.sleep(0.2)
        asked.cancel()
        await asyncio.gather(asked, return_exceptions=True)
        return [await told(pool, "ok") for _ in range(3)]

    assert run(Settings(workers=1), use) == ["ok"] * 3


def test_downloads_leave_a_process_free() -> None:
    async def use(pool: Workers) -> list[str]:
        _, rest = await pool.ask(Task("api", "stream"), stream=True)
        assert rest is not None
        second = asyncio.create_task(pool.ask(Task("api", "stream"), stream=True))
        await asyncio.sleep(0.1)
        answered = await told(pool, "ok")
        waited = not second.done()
        await rest.aclose()
        _, other = await second
        assert other is not None
        await other.aclose()
        return [answered, str(waited)]

    assert run(Settings(workers=2), use) == ["ok", "True"]


def test_all_processes_end_with_the_server() -> None:
    async def use(pool: Workers) -> None:
        await told(pool, "ok")

    before = len(multiprocessing.active_children())
    run(Settings(workers=3), use)
    for child in multiprocessing.active_children()[before:]:
        child.join(10)
    assert len(multiprocessing.active_children()) <= before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what is written to")
def test_memory_is_bounded() -> None:
    """What takes more is told so, and its process, which holds what it took, is replaced."""

    async def use(pool: Workers) -> list[str]:
        return [await told(pool, name) for name in ("pid", "hoard", "pid")]

    first, hoarded, second = run(Settings(workers=1, memory=300 << 20), use)
    assert json.loads(hoarded)["type"] == "/problems#memory"
    assert first != second


def test_true_workers_answer(monkeypatch: pytest.MonkeyPatch, seeds: Archive) -> None:
    monkeypatch.undo()
    settings = Settings((str(seeds.folder.path),), workers=2)

    async def use(pool: Workers) -> list[int]:
        pairs = (("q", "mexico"), ("format", "csv"), ("limit", "0"))
        head, _ = await pool.ask(Task("api", "search", pairs), stream=True)
        wrong, _ = await pool.ask(Task("api", "search", (("q", "(mexico"),)))
        return [head.status, head.body.count(b"\r\n"), wrong.status]

    status, lines, wrong = run(settings, use)
    assert (status, wrong) == (200, 400)
    assert lines > 5


def test_processes_that_end_as_they_start_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "work", ending)
    with pytest.raises(UsageError, match="end as they start"):
        run(Settings(workers=2), lambda pool: told(pool, "ok"))


def ending(connection: Connection, settings: Settings) -> None:
    """A worker that has no memory to load; it hangs up some time before it is dead."""
    connection.close()
    time.sleep(0.2)
    os._exit(1)


def test_downloads_wait_no_longer_than_questions() -> None:
    async def use(pool: Workers) -> list[str]:
        _, rest = await pool.ask(Task("api", "stream"), stream=True)
        assert rest is not None
        with pytest.raises(Problem) as caught:
            await pool.ask(Task("api", "stream"), stream=True)
        await rest.aclose()
        _, other = await pool.ask(Task("api", "stream"), stream=True)
        assert other is not None
        await other.aclose()
        return [caught.value.kind.name]

    assert run(Settings(workers=2, patience=0.3), use) == ["busy"]
