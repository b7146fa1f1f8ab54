"""``newsgrep network``: for people, and as graphs that networkx reads."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from conftest import Command

from newsgrep import Archive

Make = Callable[..., Archive]


@pytest.fixture
def index(archive_from: Make, tmp_path: Path) -> str:
    archive_from(
        {"title": "Council", "date": "2020-01-02", "people": ["Joan Quill", "Edna Roe"],
         "text": "Joan Quill & Edna Roe met in Orlo <today>, and Bob Brown was there."},
        {"title": "Council", "date": "2020-02-02", "text": "Joan Quill saw Edna Roe of late."},
    )  # fmt: skip
    return str(tmp_path / ".newsgrep")


def graph(form: str, text: str) -> networkx.Graph:
    """What networkx reads."""
    if form == "gexf":
        return networkx.read_gexf(io.BytesIO(text.encode()))
    return networkx.read_graphml(io.BytesIO(text.encode()))


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_it(inside: Command, index: str, form: str) -> None:
    done = inside("network", "*", "--by", "person", "--format", form, "--index", index)
    assert done.code == 0
    read = graph(form, done.out)
    assert not read.is_directed()
    assert sorted(data["label"] for _, data in read.nodes(data=True)) == [
        "Bob Brown", "Edna Roe", "Joan Quill",
    ]  # fmt: skip
    assert read.nodes["person:Joan Quill"] | {"label": ""} == {
        "label": "", "kind": "person", "articles": 2, "first": "2020-01-02", "last": "2020-02-02",
        "other_names": "",
    }  # fmt: skip
    edge = read.edges["person:Edna Roe", "person:Joan Quill"]
    assert (edge["weight"], edge["articles"], edge["last"]) == (2, 2, "2020-02-02")


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_names_are_what_they_are_in_xml(
    inside: Command, archive_from: Make, tmp_path: Path, form: str
) -> None:
    archive_from({"title": "X", "text": "Y", "tags": ['<Quay & "Bay">', "it's \u00e9t\u00e9"]})
    index = str(tmp_path / ".newsgrep")
    done = inside("network", "*", "--by", "tag", "--format", form, "--index", index)
    labels = {data["label"] for _, data in graph(form, done.out).nodes(data=True)}
    assert labels == {'<Quay & "Bay">', "it's été"}


def test_a_table_of_pairs(inside: Command, index: str) -> None:
    done = inside("network", "*", "--by", "person", "--index", index)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert rows[0] == {
        "source": "Edna Roe", "target": "Joan Quill", "type": "Undirected", "weight": "2",
        "source_kind": "person", "target_kind": "person",
        "first": "2020-01-02", "last": "2020-02-02",
    }  # fmt: skip
    assert len(rows) == 3


@pytest.mark.parametrize("columns", ["60", "100", "200"])
def test_a_list_on_a_terminal(inside: Command, index: str, columns: str) -> None:
    done = inside(
        "network", "*", "--by", "person", "-n", "1", "--index", index,
        tty=True, COLUMNS=columns, NO_COLOR="1",
    )  # fmt: skip
    (line,) = done.out.splitlines()
    assert len(line) <= int(columns)
    assert line.split()[:5] == ["2", "Edna", "Roe", "Joan", "Quill"]
    assert ("2 Jan 2020 – 2 Feb 2020" in line) == (columns != "60")
    assert done.err == "2 articles; 3 names; 3 pairs\n"


def test_json_and_nothing_found(inside: Command, index: str) -> None:
    told = json.loads(inside("network", "*", "--json", "--by", "person", "--index", index).out)
    assert (told["schema"], told["total"], len(told["nodes"]), len(told["edges"])) == (1, 2, 3, 3)
    done = inside("network", "zeppelin", "--format", "gexf", "--index", index)
    assert (done.code, len(graph("gexf", done.out))) == (1, 0)
    assert inside("network", "*", "--by", "who", "--index", index).code == 2
    assert inside("network", "*", "--json", "--format", "gexf", "--index", index).code == 2
