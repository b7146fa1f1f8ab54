"""What a command costs: wall time, processor time and memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

_LOOK = 0.1


class Cost(NamedTuple):
    """Seconds on the clock, seconds of all processors, and bytes at the height (0: not known)."""

    wall: float
    cpu: float
    memory: int


def cost_of(command: list[str], env: dict[str, str] | None = None) -> Cost:
    """Run a command and measure it; its output is thrown away."""
    before = os.times()
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        env={**os.environ, **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    memory = 0
    while True:
        try:
            # Long enough that looking costs the command nothing.
            _, errors = process.communicate(timeout=_LOOK)
            break
        except subprocess.TimeoutExpired:
            memory = max(memory, memory_of_tree(process.pid))
    wall = time.perf_counter() - started
    after = os.times()
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{errors.decode()}")
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return Cost(wall, cpu, memory)


def memory_of_tree(pid: int) -> int:
    """Bytes of a process and all below it, where the system tells; 0 elsewhere."""
    return sum(map(_memory, _tree(pid)))


def _tree(pid: int) -> list[int]:
    """A process and all below it, where the system tells."""
    found = [pid]
    for each in found:
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _memory(pid: int) -> int:
    """Bytes of a process, its share of what it has together with others."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    except OSError:
        pass
    return 0
