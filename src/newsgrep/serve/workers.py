"""The processes that answer, and the line before them.

A question is answered by a process of its own, from one commit as a whole. One that takes too
long, or dies, is ended and another put in its place; the server itself goes on.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import NamedTuple, Protocol

from newsgrep.errors import UsageError
from newsgrep.serve.problems import Problem
from newsgrep.serve.settings import Settings
from newsgrep.serve.tasks import Chunk, Head, Task
from newsgrep.serve.worker import work

STARTING = 30.0
"""Seconds that a new process may take until it can be asked."""


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection


class _TooLong(Exception):
    pass


def _died(worker: _Worker) -> Problem:
    """What became of a process: the system ends those that take too much memory."""
    worker.process.join(1)
    number = -(worker.process.exitcode or 0)
    if number in (signal.SIGSEGV, getattr(signal, "SIGBUS", None)):
        # A file that another program cuts off is gone from under whoever reads it.
        return Problem("index", "the process that answered died", "newsgrep check")
    return Problem("memory", "the process that answered died", "ask for less")


class Rest:
    """The rest of an answer that is streamed."""

    def __init__(
        self,
        further: Callable[[], Awaitable[Chunk]],
        give_up: Callable[[], None],
        held: contextlib.AsyncExitStack,
    ) -> None:
        self._further = further
        self._give_up = give_up
        self._held = held
        self._more = True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self._more:
            chunk = await self._further()
            self._more = chunk.more
            if not chunk.more:
                await self.aclose()  # Before the last piece: who asked may go on at once.
            yield chunk.body

    async def aclose(self) -> None:
        """Let go of the process; one that has more to say is ended."""
        if self._more:
            self._more = False
            self._give_up()
        await self._held.aclose()


class Answering(Protocol):
    """What answers the questions of a server."""

    async def start(self) -> None:
        """Begin; called once, before anything is asked."""
        ...

    async def stop(self) -> None:
        """End; nothing is asked any more."""
        ...

    async def ask(self, task: Task, *, stream: bool = False) -> tuple[Head, Rest | None]:
        """The beginning of an answer, and the rest of it where there is one."""
        ...


class Workers:
    """A pool of answering processes; for one event loop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._context = multiprocessing.get_context("spawn")
        self._threads = ThreadPoolExecutor(settings.workers + 1, "newsgrep-workers")
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._waiting = 0
        # One process is always left for what is not a download.
        self._streams = asyncio.Semaphore(max(settings.workers - 1, 1))
        self._ended = False

    async def start(self) -> None:
        """Start the processes."""
        await asyncio.gather(*(self._put_new() for _ in range(self._settings.workers)))
        if not any(worker.process.is_alive() for worker in self._all):
            await self.stop()
            raise UsageError(
                "the processes that answer end as they start", "give them more --memory"
            )

    async def stop(self) -> None:
        """End the processes, whatever they are at."""
        self._ended = True
        for worker in tuple(self._all):
            self._end(worker)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def head(self, task: Task) -> Head:
        """The answer to a question that is not streamed, whole.

        Raises :class:`Problem` where the line is too long or the answer takes too long.
        """
        head, rest = await self.ask(task)
        body = head.body
        if rest is not None:
            async with contextlib.aclosing(rest):
                async for piece in rest:
                    body += piece
        return head._replace(body=body, more=False)

    async def ask(self, task: Task, *, stream: bool = False) -> tuple[Head, Rest | None]:
        """The beginning of an answer, and the rest of it where there is one.

        The rest must be closed, read to its end or not: a process is at it. Raises
        :class:`Problem`.
        """
        seconds = self._settings.stream_seconds if stream else self._settings.seconds
        if stream and self._streams.locked() and self._waiting >= self._settings.queue // 2:
            raise Problem("busy", "too many downloads at a time", "ask again in a moment")
        async with contextlib.AsyncExitStack() as held:
            if stream:
                await self._turn()
                held.callback(self._streams.release)
            worker = await self._taken()
            held.push_async_callback(self._give_back, worker)
            deadline = time.monotonic() + seconds
            head = await self._message(worker, deadline, seconds, task)
            assert isinstance(head, Head)
            if not head.more:
                return head, None

            async def further() -> Chunk:
                chunk = await self._message(worker, deadline, seconds)
                assert isinstance(chunk, Chunk)
                return chunk

            return head, Rest(further, lambda: self._end(worker), held.pop_all())
        raise AssertionError

    async def _turn(self) -> None:
        """Wait until a download may begin."""
        try:
            async with asyncio.timeout(self._settings.patience):
                await self._streams.acquire()
        except TimeoutError:
            raise Problem(
                "busy", f"other downloads went on for {self._settings.patience:g} s",
                "ask again later",
            ) from None  # fmt: skip

    async def _taken(self) -> _Worker:
        if self._waiting >= self._settings.queue:
            raise Problem("busy", "too many questions wait for an answer", "ask again in a moment")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._settings.patience):
                while not (worker := await self._idle.get()).process.is_alive():
                    self._end(worker)  # The system ended it: others are not to hear of that.
                    await self._put_new()
                return worker
        except TimeoutError:
            raise Problem(
                "busy", f"no process was free for {self._settings.patience:g} s", "ask again later"
            ) from None
        finally:
            self._waiting -= 1

    async def _message(
        self, worker: _Worker, deadline: float, seconds: float, task: Task | None = None
    ) -> Head | Chunk:
        """The next message of a worker; one that gives none, or not in time, is ended."""

        def exchanged() -> Head | Chunk:
            if task is not None:
                worker.connection.send(task)
            if not worker.connection.poll(max(deadline - time.monotonic(), 0)):
                raise _TooLong
            message: Head | Chunk = worker.connection.recv()
            return message

        loop = asyncio.get_running_loop()
        try:
            message = await loop.run_in_executor(self._threads, exchanged)
        except _TooLong:
            self._end(worker)
            raise Problem(
                "too-long", f"the answer took longer than {seconds:g} s", "ask for less at a time"
            ) from None
        except (EOFError, OSError):
            self._end(worker)
            raise _died(worker) from None
        except BaseException:  # Whoever asked has gone: so does what was said to them.
            self._end(worker)
            raise
        if isinstance(message, Head) and b'"/problems#memory"' in message.body[:64]:
            self._end(worker)  # What it holds of the memory it does not give back.
        return message

    async def _give_back(self, worker: _Worker) -> None:
        """A worker that is done, or another in the place of one that was ended."""
        if worker in self._all:
            self._idle.put_nowait(worker)
        elif not self._ended:
            await self._put_new()

    async def _put_new(self) -> None:
        worker = await asyncio.shield(
            asyncio.get_running_loop().run_in_executor(self._threads, self._started)
        )
        self._all.add(worker)
        self._idle.put_nowait(worker)

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self._settings), name="newsgrep-answers", daemon=True
        )
        process.start()
        theirs.close()
        # It is asked once it has loaded, so that a question has all its time.
        try:
            if ours.poll(STARTING):
                ours.recv()
        except (EOFError, OSError):
            process.join(1)  # Its end of the connection is closed a little before it is dead.
        return _Worker(process, ours)

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        # Its end of the connection is closed with the last thread that listens to it.
        worker.process.kill()
