"""Clusters for the tests: one that the environment names, or nodes started here."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from opensearch.nodes import Nodes, missing

NAMED = os.environ.get("NEWSGREP_TEST_CLUSTER", "")
"""Hosts of a cluster that exists, as ``https://one:9200``: what needs no node killed runs there."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of one file in one process: each process would start a cluster of its own."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("cluster"))


@pytest.fixture(scope="session")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The beginning of an address: a cluster that is there, or one node of our own."""
    pytest.importorskip("opensearchpy")
    if NAMED:
        yield NAMED.rstrip("/")
        return
    if missing():
        pytest.skip(missing())
    with Nodes(tmp_path_factory.mktemp("node"), 1) as nodes:
        yield nodes.hosts


@pytest.fixture
def address(hosts: str) -> Iterator[str]:
    """The address of an index that is removed after the test."""
    from newsgrep.engines.opensearch.address import address_of
    from newsgrep.engines.opensearch.connection import Connection

    name = f"newsgrep-test-{secrets.token_hex(4)}"
    address = f"{hosts}/{name}?shards=2&replicas=0"
    yield address
    found = Connection(address_of(address)).request("GET", f"/{name}*", known=(404,))
    for index in [one for one in found if one.startswith(name)]:
        Connection(address_of(address)).request("DELETE", f"/{index}")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """Three nodes of our own."""
    pytest.importorskip("opensearchpy")
    if missing():
        pytest.skip(missing())
    with Nodes(tmp_path_factory.mktemp("three"), 3) as nodes:
        yield nodes
