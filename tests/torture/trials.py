"""Things done to newsgrep that it must survive. Each takes how much of it to do.

``make torture`` runs them in full, the test suite a slice of each; both print what they tried
and how often. A trial that fails raises AssertionError with what it saw.
"""

from __future__ import annotations

import contextlib
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from newsgrep import Archive, NewsgrepError, Request
from torture import nasty
from torture.alert_trials import alerts_killed as alerts_killed
from torture.states import (
    PYTHON,
    QUERIES,
    article_text,
    environment,
    refused_or,
    report,
    run,
    state_of,
    write_articles,
)

BEFORE, AFTER = range(40), range(40, 60)


def _two_states(base: Path) -> tuple[Path, Path, object, object]:
    """Articles, an index of an older state of them, and what it says before and after a run."""
    folder, index = base / "articles", base / "index"
    write_articles(folder, BEFORE)
    assert run("index", "-q", folder, "--index", index).returncode == 0
    before = state_of(index)
    write_articles(folder, AFTER)
    write_articles(folder, range(5), version=1)
    (folder / "000007.txt").unlink()
    undisturbed = base / "undisturbed"
    shutil.copytree(index, undisturbed)
    assert run("index", "-q", folder, "--index", undisturbed).returncode == 0
    after = state_of(undisturbed)
    assert before != after
    return folder, index, before, after


def dying_at_each_step(base: Path, most: int) -> None:
    """The process dies at its n-th write, fsync, rename or unlink, for n from 1 on."""
    folder, index, before, after = _two_states(base)
    counter = base / "count"
    work = base / "work"

    def attempt(step: int) -> int:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(index, work)
        command = [sys.executable, "-m", "torture.dying", str(step), str(counter)]
        return subprocess.run(
            [*command, "index", "-q", str(folder), "--index", str(work)],
            env=environment(), capture_output=True, check=False, timeout=120,
        ).returncode  # fmt: skip

    assert attempt(0) == 0
    steps = int(counter.read_text())
    assert steps > 20
    chosen = range(1, steps + 1)
    if steps > most:
        chosen = sorted(random.Random(7).sample(chosen, most))  # type: ignore[assignment]
    ends: Counter[str] = Counter()
    for step in chosen:
        assert attempt(step) == 137, step
        seen = state_of(work)
        assert seen in (before, after), f"a mixed state after dying at step {step} of {steps}"
        ends["old state" if seen == before else "new state"] += 1
        again = run("index", "-q", folder, "--index", work)
        assert again.returncode == 0, again.stderr
        assert state_of(work) == after, f"not completed after dying at step {step}"
    report(f"dying at a step on disk (of {steps})", len(chosen), dict(ends))


def killed_at_random(base: Path, times: int, articles: int) -> None:
    """SIGKILL at random moments of a run with several processes, over an older state."""
    folder, index = base / "many", base / "index"
    write_articles(folder, range(300))
    first = base / "first"
    assert run("index", "-q", folder, "--index", first).returncode == 0
    before = state_of(first)
    write_articles(folder, range(300, articles))
    undisturbed = base / "undisturbed"
    shutil.copytree(first, undisturbed)
    started = time.monotonic()
    assert run("index", "-q", folder, "--index", undisturbed).returncode == 0
    whole = time.monotonic() - started
    after = state_of(undisturbed)
    ends: Counter[str] = Counter()
    draw = random.Random(11)
    for _ in range(times):
        shutil.rmtree(index, ignore_errors=True)
        shutil.copytree(first, index)
        process = subprocess.Popen(
            [*PYTHON, "index", "-q", str(folder), "--index", str(index)],
            env=environment(),
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(draw.uniform(0.05, whole))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        seen = state_of(index)
        assert set(before.articles) <= set(seen.articles) <= set(after.articles)
        ends["old state" if seen == before else "new state" if seen == after else "between"] += 1
        again = run("index", "-q", folder, "--index", index)
        assert again.returncode == 0, again.stderr
        assert state_of(index) == after
    report("killed at a random moment", times, dict(ends))


def stopped_at_random(base: Path, times: int, records: int) -> None:
    """SIGTERM, SIGINT, SIGHUP and SIGKILL at random moments, again and again, until a run of one
    large file of ``records``, many small and some changed ones comes to its end; the index is then
    that of an undisturbed run, and no record of the large file is lost, doubled or taken for all
    of it.
    """
    import json

    folder, first, undisturbed = base / "many", base / "first", base / "undisturbed"
    write_articles(folder, range(300))
    assert run("index", "-q", folder, "--index", first).returncode == 0
    write_articles(folder, range(600))
    write_articles(folder, range(50), version=1)
    export = folder / "export.jsonl"
    lines = (json.dumps({"title": f"R{n}", "text": article_text(n) * 6}) for n in range(records))
    export.write_text("\n".join(lines), encoding="utf-8")
    os.utime(export, (1_500_000_000, 1_500_000_000))
    shutil.copytree(first, undisturbed)
    started = time.monotonic()
    assert run("index", "-q", folder, "--index", undisturbed).returncode == 0
    whole = time.monotonic() - started
    after = state_of(undisturbed)
    ends: Counter[str] = Counter()
    draw = random.Random(29)
    tried = 0
    while tried < times:
        index = base / "index"
        shutil.rmtree(index, ignore_errors=True)
        shutil.copytree(first, index)
        for _ in range(200):
            process = subprocess.Popen(
                [*PYTHON, "index", "-q", str(folder), "--index", str(index)],
                env=environment(), start_new_session=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            )  # fmt: skip
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(draw.uniform(0.3, whole))
            number = draw.choice((signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL))
            send = draw.choice((os.kill, os.killpg))
            with contextlib.suppress(ProcessLookupError):
                if process.poll() is None:
                    send(process.pid, number)
            sent = time.monotonic()
            _, errors = process.communicate(timeout=120)
            tried += 1
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            with Archive(index) as archive:
                articles = [article for _, article in archive.snapshot.everything()]
                unfinished = archive.stats().unfinished
            ids = [article.id for article in articles]
            assert len(ids) == len(set(ids)), "a record is in the index twice"
            assert set(ids) <= set(after.articles)
            read = sum(article.path.endswith("export.jsonl") for article in articles)
            assert (0 < read < records) == bool(unfinished), (read, unfinished)
            if process.returncode == 0:
                break
            if number != signal.SIGKILL:
                # Stopped while it was loading, it had nothing to say.
                assert process.returncode in (128 + number, -number), (number, errors)
                assert time.monotonic() - sent < 20
                assert b"Traceback" not in errors, errors
            ends[f"by {signal.Signals(number).name}"] += 1
        assert run("index", "-q", folder, "--index", index).returncode == 0
        assert state_of(index) == after
        ends["to the end"] += 1
    report("stopped at a random moment", tried, dict(ends))


def damaged(base: Path, truncations: int, flips: int) -> None:
    """Every file truncated at some places, and single bits flipped."""
    folder, index = base / "articles", base / "index"
    write_articles(folder, range(120))
    run("index", "-q", folder, "--index", index)
    write_articles(folder, range(120, 140))
    (folder / "000003.txt").unlink()
    run("index", "-q", folder, "--index", index)
    queries = QUERIES[::4]
    with Archive(index) as archive:
        expected = {}
        for query in queries:
            found = archive.search(Request(query=query, mode="all", limit=5))
            expected[query] = (found.total, tuple(hit.id for hit in found.hits))
    files = sorted(
        file for file in index.iterdir()
        if file.suffix in (".seg", ".del", ".files", ".clusters", ".json") and file.stat().st_size
    )  # fmt: skip
    ends: Counter[str] = Counter()
    draw = random.Random(13)
    tried = 0
    for file in files:
        whole = file.read_bytes()
        for _ in range(truncations):
            tried += 1
            file.write_bytes(whole[: draw.randrange(len(whole))])
            end = refused_or(index, queries, expected)
            assert end in ("as before", "refused"), f"{file.name} truncated: {end}"
            ends[f"truncated, {end}"] += 1
        file.write_bytes(whole)
    sizes = [file.stat().st_size for file in files]
    for _ in range(flips):
        tried += 1
        file = draw.choices(files, sizes)[0]
        whole = file.read_bytes()
        at, bit = draw.randrange(len(whole)), 1 << draw.randrange(8)
        file.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        end = refused_or(index, queries, expected)
        assert end in ("as before", "refused"), f"{file.name}, bit {bit} of byte {at}: {end}"
        ends[f"flipped, {end}"] += 1
        file.write_bytes(whole)
    assert state_of(index)
    report("damage", tried, dict(ends))


def repaired(base: Path) -> None:
    """An index of several segments, of which one is damaged, is repaired from the files."""
    folder, index = base / "articles", base / "index"
    for part in range(4):
        write_articles(folder, range(20 * part, 20 * part + 20))
        run("index", "-q", folder, "--index", index)
    before = state_of(index)
    segments = sorted(index.glob("*.seg"))
    assert len(segments) > 1
    data = bytearray(segments[0].read_bytes())
    data[len(data) // 3] ^= 4
    segments[0].write_bytes(bytes(data))
    checked = run("check", "--index", index)
    assert checked.returncode == 2
    assert b"damaged" in checked.stderr
    mended = run("check", "--repair", "--index", index)
    assert mended.returncode == 0, mended.stderr
    assert state_of(index) == before
    assert run("check", "--index", index).returncode == 0
    report("repair", 1, {"same answers after": 1})


def readers_in_a_storm(base: Path, seconds: float, readers: int) -> None:
    """Searching processes in a loop while articles come, change and go."""
    folder, index = base / "articles", base / "index"
    write_articles(folder, range(60))
    run("index", "-q", folder, "--index", index)
    stop = base / "stop"
    totals = base / "totals"
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from newsgrep import Archive\n"
        "stop, out = Path(sys.argv[2]), open(sys.argv[3], 'a')\n"
        "count = 0\n"
        "while not stop.exists():\n"
        "    with Archive(sys.argv[1]) as archive:\n"
        "        found = archive.search('*', limit=3)\n"
        "        articles = sum(1 for _ in archive.snapshot.everything())\n"
        "        assert articles == found.total, (articles, found.total)\n"
        "        out.write(f'{found.total}\\n'); count += 1\n"
        "out.close(); print(count)\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(index), str(stop), f"{totals}{n}"],
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for n in range(readers)
    ]  # fmt: skip
    committed = {60}
    draw = random.Random(17)
    ends: Counter[str] = Counter()
    until = time.monotonic() + seconds
    turn = 0
    while time.monotonic() < until:
        turn += 1
        first = draw.randrange(0, 200)
        write_articles(folder, range(first, first + 8), version=turn)
        for file in draw.sample(sorted(folder.iterdir()), 4):
            file.unlink()
        rebuild = ["--rebuild"] if turn % 5 == 0 else []
        done = run("index", "--json", folder, "--index", index, *rebuild)
        assert done.returncode == 0, done.stderr
        # A run commits what it adds before what it removes; both are states.
        committed.add(len(list(folder.iterdir())))
        ends["rebuilt" if rebuild else "changed"] += 1
    stop.touch()
    searches = 0
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
        searches += int(out)
    seen = {int(line) for n in range(readers) for line in Path(f"{totals}{n}").read_text().split()}
    assert seen <= committed, seen - committed
    seen = {int(line) for n in range(readers) for line in Path(f"{totals}{n}").read_text().split()}
    assert seen <= committed, seen - committed
    report(f"{readers} readers for {seconds:.0f} s, {searches:,} searches", turn, dict(ends))


def one_writer(base: Path) -> None:
    """A second writer waits, then ends with 75; the lock of a dead one is free."""
    folder, index = base / "articles", base / "index"
    write_articles(folder, range(10))
    run("index", "-q", folder, "--index", index)
    script = (
        "import sys, time\nfrom pathlib import Path\n"
        "from newsgrep.storage.folder import IndexFolder\n"
        "with IndexFolder(Path(sys.argv[1])).locked(1):\n    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(index)], stdout=subprocess.PIPE, env=environment()
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    refused = run("index", folder, "--index", index, "--wait", "0.3")
    assert refused.returncode == 75
    assert f"process {holder.pid}".encode() in refused.stderr
    assert run("search", "*", "-c", "--index", index).returncode == 0
    holder.kill()
    holder.wait()
    assert run("index", "-q", folder, "--index", index, "--wait", "1").returncode == 0
    (index / "writer.json").write_text("{ left by a dead process")
    assert run("index", "-q", folder, "--index", index, "--wait", "1").returncode == 0
    report("a second writer", 3, {"as promised": 3})


def _limited(limits: dict[int, int]) -> object:
    import resource

    def apply() -> None:
        for name, value in limits.items():
            resource.setrlimit(name, (value, value))

    return apply


def without_resources(base: Path) -> None:
    """Disk full, read-only, no permission, few open files, little memory: one line and exit 2."""
    import resource

    folder, index = base / "articles", base / "index"
    write_articles(folder, range(60))
    run("index", "-q", folder, "--index", index)
    before = state_of(index)
    write_articles(folder, range(60, 400))
    ends: Counter[str] = Counter()

    def refuses(name: str, done: subprocess.CompletedProcess[bytes]) -> None:
        lines = done.stderr.decode().strip().splitlines()
        assert done.returncode == 2, (name, done.returncode, lines)
        assert "Traceback" not in done.stderr.decode(), (name, lines)
        assert 1 <= len([line for line in lines if line.startswith("newsgrep:")]) <= 2, (
            name,
            lines,
        )
        assert state_of(index) == before, name
        ends[name] += 1

    # A limit on the size of files is what a full disk looks like to a program.
    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    refuses("file size limit", run("index", "-q", folder, "--index", index, preexec_fn=full))
    if os.geteuid() == 0 and shutil.which("mount"):
        disk = base / "disk"
        # Room for the index as it is, and for a little of what is to come.
        room = sum(-(-file.stat().st_size // 4096) * 4 for file in index.iterdir()) + 64
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={room}k", "tmpfs", str(disk)], capture_output=True
        )
        if mounted.returncode == 0:
            try:
                shutil.copytree(index, disk / "index")
                full_disk = run("index", "-q", folder, "--index", disk / "index")
                lines = full_disk.stderr.decode()
                assert full_disk.returncode == 2, lines
                assert os.strerror(errno.ENOSPC) in lines, lines
                assert len(state_of(disk / "index").articles) == 60
                ends["disk full"] += 1
                subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
                read_only = run("index", "-q", folder, "--index", disk / "index")
                assert read_only.returncode == 2, read_only.stderr
                assert b"Traceback" not in read_only.stderr
                assert run("search", "*", "-c", "--index", disk / "index").stdout == b"60\n"
                ends["read-only disk"] += 1
            finally:
                subprocess.run(["umount", str(disk)], check=False)
    if os.geteuid() != 0:
        index.chmod(0o500)
        refuses("read-only folder", run("index", "-q", folder, "--index", index))
        index.chmod(0o700)
    limits = _limited({resource.RLIMIT_NOFILE: 12})
    done = run("search", "harbour", "-c", "--index", index, preexec_fn=limits)
    assert b"Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 2)
    ends["few open files"] += 1
    limits = _limited({resource.RLIMIT_AS: 1 << 30})
    done = run("index", "-q", folder, "--index", base / "small", preexec_fn=limits)
    assert b"Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 2), done.stderr
    ends["1 GB of address space"] += 1
    assert run("index", "-q", folder, "--index", index).returncode == 0
    report("without resources", sum(ends.values()), dict(ends))


def hostile_files(base: Path) -> None:
    """A corpus of nasty files is indexed or refused, within 1 GB and the limit of time."""
    import json
    import resource

    folder, index = base / "nasty", base / "index"
    count = nasty.write(folder)
    assert count >= 150, count
    started = time.monotonic()
    done = run("index", folder, "--json", "--index", index, "--timeout", "5", "--follow-symlinks",
               timeout=600)  # fmt: skip
    seconds = time.monotonic() - started
    assert done.returncode == 0, done.stderr[-2000:]
    assert b"Traceback" not in done.stderr
    for shown in (done.stderr, run("stats", "--failed", "--index", index).stdout):
        assert b"\x1b" not in shown, shown[shown.index(b"\x1b") - 80 :][:200]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak < 1_000_000, f"{peak} kB"
    summary = json.loads(done.stdout)
    assert summary["added"] > 60
    commands = [
        ["search", "harbour", "-n", "0"], ["search", "*", "--format", "csv", "-n", "0"],
        ["search", "*", "--jsonl", "-n", "0"], ["kwic", "harbour"], ["doctor"],
        ["facets", "*", "--by", "author,source,person"], ["terms", "harbour"],
    ]  # fmt: skip
    for command in commands:
        out = run(*command, "--index", index)
        assert out.returncode == 0, (command, out.stderr)
        assert b"\x1b" not in out.stdout + out.stderr, command
        assert b"Traceback" not in out.stderr
        for line in out.stdout.split(b"\r\n") if "csv" in command else ():
            for cell in line.split(b'","'):
                assert not cell.lstrip(b'"').startswith((b"=cmd", b"+1+1", b"@SUM")), cell
    assert not Path("/tmp/escaped.txt").exists()
    report(
        f"hostile files, {seconds:.0f} s, peak {peak // 1000} MB", count,
        {"articles": summary["added"], "refused with a reason": summary["failed"]},
    )  # fmt: skip


def no_network(base: Path) -> None:
    """Every command runs with all use of sockets made fatal."""
    folder, index = base / "articles", base / "index"
    write_articles(folder, range(20))
    (folder / "page.html").write_text(
        "<html><head><link rel='stylesheet' href='http://127.0.0.1:9/x.css'></head><body><img "
        "src='http://127.0.0.1:9/x.png'><article><p>"
        + "Words of an article. " * 30
        + "</p></article>"
    )
    hook = base / "sitecustomize.py"
    hook.write_text(
        "import socket\n"
        "def fatal(*a, **k):\n    raise SystemExit('network used')\n"
        "class Fatal(socket.socket):\n"
        "    def connect(self, *a):\n        fatal()\n"
        "    connect_ex = sendto = fatal\n"
        "socket.socket = Fatal\n"
        "socket.create_connection = socket.getaddrinfo = fatal\n"
    )
    one = str(folder / "000001.txt")
    commands = [
        ["index", "-q", str(folder)], ["index", "--rebuild", "-q", str(folder)],
        ["search", "harbour"], ["search", "harbour", "--json"], ["show", one], ["story", one],
        ["similar", one], ["facets", "*"], ["timeline", "*"], ["terms", "harbour"],
        ["kwic", "harbour"], ["acronyms"], ["explain", "harbour"], ["doctor"], ["check"],
        ["stats"], ["open", one, "--print"], ["cite", one, "--format", "apa"],
        ["alert", "add", "harbour", "harbour"], ["alert", "run"], ["config", "show"],
    ]  # fmt: skip
    ends: Counter[str] = Counter()
    for command in commands:
        done = subprocess.run(
            [*PYTHON, *command, "--index", str(index)], capture_output=True, check=False,
            env={**environment(), "PYTHONPATH": str(base)}, timeout=120,
        )  # fmt: skip
        assert b"network used" not in done.stderr + done.stdout, command
        assert done.returncode in (0, 1), (command, done.stderr)
        ends["ran"] += 1
    mode = index.stat().st_mode & 0o777
    assert mode == 0o700, oct(mode)
    for file in index.iterdir():
        assert file.stat().st_mode & 0o077 == 0, (file.name, oct(file.stat().st_mode))
    report("no network", len(commands), dict(ends))


def fuzzed_queries(base: Path, articles: int, count: int, longest: float) -> None:
    """Generated and mutated queries: each is answered or refused, within ``longest`` seconds."""
    import corpus

    folder, index = base / "articles", base / "index"
    write_articles(folder, range(400))
    corpus.write(folder / "made", articles - 400)
    run("index", "-q", folder, "--index", index)
    draw = random.Random(19)
    pieces = [
        *QUERIES, "AND", "OR", "NOT", "-", "(", ")", '"', "“", "”", "title:", "author:", "date:",
        "date:2012..2013", "w/5", "pre/3", "w/s", "w/p", "NEAR/9", "atleast/2", "~2", "^3", "*",
        "?", "h*", "*r", "/(a+)+$/", "/h.*/", "/[/", "is:copy", "has:date", "no:author", "=",
        "words:>5", "quote:", "said:x", "lang:en", "path:*", "\x00", "\x1b[31m", "é", "漢字", "😀",
        "fleet~", "D.E.A.", "oil", "prices", "the", "of", "s*", "*e*", "pr?ce*", "/.*e.*/",
        "percent", "a" * 300, "..", ":", "::", "\\", "'", "<b>", "%s", "{}", "1,400",
    ]  # fmt: skip
    ends: Counter[str] = Counter()
    slowest = 0.0
    with Archive(index) as archive:
        for _ in range(count):
            query = draw.choice([" ", "", " "]).join(draw.choices(pieces, k=draw.randrange(1, 9)))
            if draw.random() < 0.4 and query:
                at = draw.randrange(len(query))
                query = (
                    query[:at]
                    + draw.choice(['"', "(", ")", "", "~", "*", "\u202e"])
                    + query[at + 1 :]
                )
            # The time of this process: the machine may have more to do.
            started = time.process_time()
            try:
                archive.search(Request(query=query, limit=3))
                ends["answered"] += 1
            except NewsgrepError as error:
                assert error.message, query
                ends["refused"] += 1
            except Exception as error:
                raise AssertionError(f"{query!r}: {type(error).__name__}: {error}") from error
            taken = time.process_time() - started
            assert taken < longest, (query, taken)
            slowest = max(slowest, taken)
    report(f"queries of {articles:,} articles, the slowest {slowest:.2f} s", count, dict(ends))


def bounded_memory(base: Path, articles: int) -> None:
    """Many articles within --memory 512, all processes together; searching within 150 MB."""
    import corpus

    folder, index = base / "corpus", base / "index"
    corpus.write(folder, articles)
    process = subprocess.Popen(
        [*PYTHON, "index", "-q", str(folder), "--index", str(index), "--memory", "512MB"],
        env=environment(),
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(0.1)
    assert process.returncode == 0
    assert peak <= 512 << 20, f"{peak >> 20} MB"
    searching = 0
    for query in ("*", "oil prices", "the of and", "pri*", '"oil prices" -percent'):
        command = [*PYTHON, "search", query, "--json", "--index", str(index)]
        script = (
            "import resource, subprocess, sys\n"
            "code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, code)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, *command], capture_output=True, env=environment()
        )
        size, code = map(int, done.stdout.split())
        assert code in (0, 1)
        searching = max(searching, size)
    assert searching < 150_000, f"{searching} kB"
    report(
        f"memory: indexing {peak >> 20} MB, searching {searching // 1000} MB", articles,
        {"articles": articles},
    )  # fmt: skip


def _resident(parent: int) -> int:
    """Bytes of memory that a process and its children have to themselves or share."""
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(entry.name) == parent or int(fields[1]) == parent:
                total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError, ValueError):
            continue
    return total


def oracle(base: Path, count: int, seed: int) -> None:
    """Random questions are answered as ``tests/oracle`` answers them."""
    from oracle.asking import trial

    trial(base, count, seed)
