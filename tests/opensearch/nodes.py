"""Nodes of a cluster as processes on this machine, started, killed, halted and ended by tests."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "node"
NEWEST_NEEDED = 21
SECONDS = 120.0
"""Until a cluster has to be up, on a machine that does other things as well."""


def java() -> Path | None:
    """A Java that is new enough, with its compiler; None where there is none."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    found = shutil.which("java")
    homes += [Path(found).resolve().parent.parent] if found else []
    homes += sorted(Path("/usr/lib/jvm").glob("*")) if Path("/usr/lib/jvm").is_dir() else []
    for home in homes:
        about = home / "release"
        version = re.search(r'JAVA_VERSION="(\d+)', about.read_text()) if about.is_file() else None
        if version and int(version[1]) >= NEWEST_NEEDED and (home / "bin" / "javac").is_file():
            return home / "bin" / "java"
    return None


def jars() -> Path:
    """Where the jars of a node are, or would be."""
    return Path(os.environ.get("NEWSGREP_OPENSEARCH_JARS", "") or HERE / "target" / "lib")


def missing() -> str:
    """What is lacking to start a node; empty where nothing is."""
    if java() is None:
        return f"no Java {NEWEST_NEEDED} or newer here"
    if not any(jars().glob("opensearch-*.jar")):
        return f"no jars in {jars()}: (cd {HERE} && mvn -q -B package), as .ci/run does"
    return ""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Nodes:
    """A cluster of some nodes; they end with the test, or with the process that runs it."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.names = [f"node{number}" for number in range(count)]
        self.http = {name: free_port() for name in self.names}
        self._transport = {name: free_port() for name in self.names}
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Nodes:
        for name in self.names:
            self.start(name)
        self.wait("green", len(self.names))
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes.values():
            process.kill()
            process.wait()

    @property
    def hosts(self) -> str:
        """The hosts, as an address begins."""
        return "http://" + ",".join(f"127.0.0.1:{port}" for port in self.http.values())

    def start(self, name: str) -> None:
        """Start a node, or one that was killed again."""
        home = self.folder / name
        (home / "config").mkdir(parents=True, exist_ok=True)
        seeds = ",".join(f"127.0.0.1:{port}" for port in self._transport.values())
        settings = {
            "cluster.name": "newsgrep-tests",
            "node.name": name,
            "node.processors": "1",
            "path.home": str(home),
            "path.data": str(home / "data"),
            "network.host": "127.0.0.1",
            "http.port": str(self.http[name]),
            "transport.port": str(self._transport[name]),
            "discovery.seed_hosts": seeds,
            "cluster.initial_cluster_manager_nodes": ",".join(self.names),
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            "cluster.fault_detection.leader_check.timeout": "2s",
            "cluster.fault_detection.follower_check.timeout": "2s",
        }
        found = java()
        assert found is not None
        with open(home / "log", "ab") as log:
            self._processes[name] = subprocess.Popen(
                [
                    found, "-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED", "-cp", f"{jars()}/*",
                    str(HERE / "OneNode.java"), *(f"{k}={v}" for k, v in settings.items()),
                ],
                stdin=subprocess.PIPE, stdout=log, stderr=log,
            )  # fmt: skip

    def kill(self, name: str) -> None:
        """End a node as a power cut does."""
        self._processes[name].kill()
        self._processes[name].wait()

    def is_dead(self, name: str) -> bool:
        """Whether a node has ended."""
        return self._processes[name].poll() is not None

    def halt(self, name: str) -> None:
        """Let a node do nothing any more, without ending it."""
        self._processes[name].send_signal(signal.SIGSTOP)

    def go_on(self, name: str) -> None:
        """Let a node that was halted go on."""
        self._processes[name].send_signal(signal.SIGCONT)

    def get(self, path: str, method: str = "GET", body: object = None) -> Any:
        """What the first node that answers says."""
        data = None if body is None else json.dumps(body).encode()
        last: Exception | None = None
        for port in self.http.values():
            request = urllib.request.Request(
                f"http://127.0.0.1:{port}{path}", data, {"Content-Type": "application/json"},
                method=method,
            )  # fmt: skip
            try:
                with urllib.request.urlopen(request, timeout=5) as answer:
                    return json.loads(answer.read())
            except (OSError, ValueError) as error:
                last = error
        raise last or OSError("no nodes")

    def wait(self, colour: str, nodes: int) -> None:
        """Until the cluster has a colour, or a better one, and so many nodes."""
        wanted = ("red", "yellow", "green").index(colour)
        deadline = time.monotonic() + SECONDS
        told: object = "nothing"
        while time.monotonic() < deadline:
            try:
                health = self.get("/_cluster/health")
                told = health
                seen = ("red", "yellow", "green").index(health["status"])
                if seen >= wanted and health["number_of_nodes"] == nodes:
                    return
            except (OSError, urllib.error.URLError) as error:
                told = error
            time.sleep(0.3)
        raise AssertionError(f"not {colour} with {nodes} nodes: {told}; see {self.folder}")
