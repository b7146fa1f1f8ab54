"""A short slice of each trial of ``make torture``; see ``tests/torture/``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from torture import trials

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc, mounts")


def test_dying_at_a_step_on_disk(tmp_path: Path) -> None:
    trials.dying_at_each_step(tmp_path, 6)


def test_killed_at_a_random_moment(tmp_path: Path) -> None:
    trials.killed_at_random(tmp_path, 2, 900)


def test_stopped_at_random_moments(tmp_path: Path) -> None:
    trials.stopped_at_random(tmp_path, 2, 1500)


def test_damage_is_noticed_or_harmless(tmp_path: Path) -> None:
    trials.damaged(tmp_path, 4, 80)


def test_repair_keeps_the_good_and_reads_the_rest(tmp_path: Path) -> None:
    trials.repaired(tmp_path)


def test_alerts_tell_each_article_once(tmp_path: Path) -> None:
    trials.alerts_killed(tmp_path, 4)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    trials.one_writer(tmp_path)


@LINUX
def test_without_resources(tmp_path: Path) -> None:
    trials.without_resources(tmp_path)


def test_readers_never_wait_and_never_fail(tmp_path: Path) -> None:
    trials.readers_in_a_storm(tmp_path, 5.0, 2)


def test_hostile_files_do_no_harm(tmp_path: Path) -> None:
    trials.hostile_files(tmp_path)


def test_nothing_leaves_the_machine(tmp_path: Path) -> None:
    trials.no_network(tmp_path)


def test_any_query_is_answered_or_refused(tmp_path: Path) -> None:
    trials.fuzzed_queries(tmp_path, 800, 1000, 20.0)


@LINUX
def test_memory_is_bounded(tmp_path: Path) -> None:
    trials.bounded_memory(tmp_path, 2500)
