"""Alerts under trial: killed at any moment, run by two at once, over an index that changes."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import time
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from torture.states import PYTHON, environment, report, run, write_articles

ATOM = "{http://www.w3.org/2005/Atom}"
TAKE = 'to="$OUT/$NEWSGREP_DELIVERY"; cat > "$to.$$" && mv "$to.$$" "$to"'
"""A command that takes each delivery once: one that comes again replaces itself."""


def alerts_killed(base: Path, times: int) -> None:
    """SIGKILL at random moments of ``alert run``, two of them at once, while articles come, move,
    merge and are rebuilt: each article is in the feed once and in one delivery, none is missing.
    """
    folder, index, out = base / "articles", base / "index", base / "out"
    out.mkdir()
    write_articles(folder, range(20))
    assert run("index", "-q", folder, "--index", index).returncode == 0
    feed = base / "all.xml"
    assert run("alert", "add", "all", "*", "--feed", feed, "--index", index).returncode == 0
    draw = random.Random(31)
    command = [*PYTHON, "alert", "run", "-q", "--exec", TAKE, "--index", str(index)]
    variables = {**environment(), "OUT": str(out)}
    started = time.monotonic()
    subprocess.run(command, env=variables, check=False)
    whole = time.monotonic() - started
    ends: Counter[str] = Counter()
    written = 20
    for turn in range(times):
        more = draw.randrange(1, 12)
        write_articles(folder, range(written, written + more))
        written += more
        _disturb(folder, index, draw, ends)
        for _ in range(2):
            processes = [
                subprocess.Popen(command, env=variables, start_new_session=True)
                for _ in range(1 + turn % 2)
            ]
            time.sleep(draw.uniform(0, whole * 1.2))
            for process in processes:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                ends["killed" if process.wait() < 0 else "to the end"] += 1
    last = subprocess.run(command, env=variables, check=False)
    assert last.returncode in (0, 1)
    assert subprocess.run(command, env=variables, check=False).returncode == 1
    deliveries = [json.loads(file.read_text()) for file in out.iterdir() if "." not in file.name]
    told = Counter(
        hit["title"] + hit["snippets"][0]["text"] for one in deliveries for hit in one["hits"]
    )
    assert set(told.values()) <= {1}, "an article was told in two deliveries"
    assert len(told) == written - 20, (len(told), written - 20)
    entries = ET.parse(feed).getroot().findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids))
    assert len(ids) >= min(written - 20, 200), len(ids)
    report("alerts killed at a random moment", 2 * times, dict(ends))


def _disturb(folder: Path, index: Path, draw: random.Random, ends: Counter[str]) -> None:
    """Take the articles in, after some of them moved, or the index is rebuilt or gone."""
    kind = draw.choice(("as it is", "moved", "rebuilt", "index lost"))
    ends[kind] += 1
    files = sorted(folder.rglob("*.txt"))
    if kind == "moved":
        for file in draw.sample(files, min(5, len(files))):
            target = folder / f"sub{draw.randrange(3)}"
            target.mkdir(exist_ok=True)
            file.rename(target / file.name)
    if kind == "index lost":
        shutil.rmtree(index)
    rebuild = ["--rebuild"] if kind == "rebuilt" else []
    assert run("index", "-q", folder, "--index", index, *rebuild).returncode == 0
