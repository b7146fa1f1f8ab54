"""Every form of every result: one table, and nothing made elsewhere."""

from __future__ import annotations

import ast
import base64
import csv
import importlib
import inspect
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgrep.cli
from newsgrep import Archive
from newsgrep.article import Article
from newsgrep.configuration import Configuration
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.events import Report
from newsgrep.newsroom import results as newsroom
from newsgrep.newsroom.citation import Citation
from newsgrep.newsroom.marks_file import MarkRow
from newsgrep.newsroom.told import Alert, Delivery
from newsgrep.render.forms import RENDERERS, renderer, styled, summary
from newsgrep.results import Results
from newsgrep.search.analysis import results as analysis
from newsgrep.stats import Stats
from newsgrep.verify import Checked, Damage

KINDS = {
    kind.__name__: kind
    for kind in (
        Results, Article, Alert, Configuration, Citation, Delivery, Failure, Report, Stats, Checked,
        *(kind for _, kind in inspect.getmembers(analysis, inspect.isclass)),
        *(kind for _, kind in inspect.getmembers(newsroom, inspect.isclass)), MarkRow,
    )
}  # fmt: skip
NAME = b"caf\xe9.txt"
"""The name of a file that is no UTF-8."""


def test_every_renderer_of_the_table_is_there() -> None:
    for kind, forms in RENDERERS.items():
        assert kind in KINDS, f"{kind} is no result"
        for where in forms.values():
            module, name = where.split(":")
            made = getattr(importlib.import_module(f"newsgrep.render.{module}"), name)
            assert inspect.getdoc(made), f"{where} says nothing of itself"


def test_every_result_has_a_form_for_programs() -> None:
    assert [kind for kind, forms in RENDERERS.items() if not {"json", "csl-json"} & {*forms}] == []


def imported(path: Path) -> Iterator[str]:
    """The modules and names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_command_makes_json_or_csv() -> None:
    folder = Path(inspect.getfile(newsgrep.cli)).parent
    files = sorted(folder.rglob("*.py"))
    assert len(files) > 20
    made = ("json", "csv", "base64", "dataclasses.asdict", "newsgrep.render.as_json",
            "newsgrep.render.as_table")  # fmt: skip
    assert [
        f"{path.name}: {name}"
        for path in files
        for name in imported(path)
        if any(name == one or name.startswith(f"{one}.") for one in made)
    ] == []


def test_what_is_no_form_is_a_template() -> None:
    results = Results(query="x", parsed="x", total=0, partial=0, hits=(), offset=0, took_ms=1.0)
    assert list(renderer(Results, "{title}\\t{path}")(results)) == []
    assert next(iter(renderer(Results, "csv")(results))).startswith("rank,score,")


def test_a_kind_without_lines_or_sentences_has_none() -> None:
    assert list(styled(Report)(Report())) == []
    assert list(summary(Stats)(None)) == []


def test_a_check_in_sentences() -> None:
    fine = Checked(3, 1200, 2, ())
    assert list(summary(Checked)(fine)) == ["3 files, 1.2 kB, 2 articles: all is well"]
    bad = Checked(3, 1200, 2, (Damage("a.seg", "a.seg: cut short"),))
    assert list(summary(Checked)(bad)) == [
        "newsgrep: a.seg: cut short", "3 files, 1.2 kB, 2 articles: 1 file damaged",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (Report(added=2, articles=2, index="/x/.newsgrep", seconds=1.26),
         "2 added; 2 articles in /x/.newsgrep (1.3 s)"),
        (Report(articles=0, index="/x/.newsgrep"),
         "no articles; 0 articles in /x/.newsgrep (0.0 s)"),
        (Report(changed=1, failed=3, scanned=2, articles=9, index="/x/.newsgrep"),
         "1 changed; 3 could not be read as a whole (newsgrep stats --failed), 2 of them scanned: "
         "--ocr reads them; 9 articles in /x/.newsgrep (0.0 s)"),
        (Report(kept=4, passed_over=1, articles=4, index="/x/.newsgrep"),
         "no articles; 4 kept of what is not there (--prune removes them); "
         "passed over 1 file of other kinds; 4 articles in /x/.newsgrep (0.0 s)"),
        (Report(added=1, files=1, bytes=900, dry_run=True),
         "would read 1 file (900 bytes): 1 added"),
    ],
)  # fmt: skip
def test_a_run_in_a_sentence(
    report: Report, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(summary(Report)(report)) == [said]


@pytest.fixture
def badly_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Two near-copies, in files whose names are no UTF-8."""
    if os.name == "nt" or os.uname().sysname == "Darwin":
        pytest.skip("names are text on this system")
    monkeypatch.chdir(tmp_path)
    text = "The ferry to Orlo (FTO) was sold on Monday. The quay of Orlo was closed at noon, and "
    text += "nobody could say when the ferry would sail again, or under which name."
    for name in (NAME, b"r" + NAME):
        with open(os.path.join(os.fsencode(tmp_path), name), "w") as file:
            file.write(f"Ferry sold\n\n{text}\n")
    archive = Archive(tmp_path / ".newsgrep")
    archive.index([tmp_path])
    return archive


def paths_in(values: object) -> Iterator[tuple[str, str]]:
    """Every path of some JSON with the bytes that stand beside it."""
    if isinstance(values, dict):
        if "path" in values:
            yield values["path"], values.get("path_base64", "")
        for value in values.values():
            yield from paths_in(value)
    elif isinstance(values, list):
        for value in values:
            yield from paths_in(value)


def test_a_path_that_is_no_utf_8_is_whole_in_every_json(badly_named: Archive) -> None:
    named = os.fsdecode(NAME)
    article = badly_named.article(named)
    given = {
        "Results": (badly_named.search("ferry", copies="show"),),
        "ConcordanceLine": (badly_named.kwic("ferry"),),
        "Similar": (badly_named.similar(named),),
        "StoryMember": (badly_named.story(named),),
        "Article": (article, named),
        "Failure": ([(named, Failure(0, "damaged"))],),
    }
    for kind, answer in given.items():
        text = "".join(renderer(KINDS[kind], "json")(*answer))
        text.encode()
        parsed = [json.loads(text)] if text.startswith("{\n") else list(
            map(json.loads, text.splitlines())
        )  # fmt: skip
        found = list(paths_in(parsed))
        assert found, kind
        for path, coded in found:
            assert path in ("caf\ufffd.txt", "rcaf\ufffd.txt"), kind
            assert base64.b64decode(coded).endswith(NAME), kind
            assert all(one["schema"] == 1 for one in parsed)


def test_a_path_that_is_no_utf_8_is_whole_in_every_table(badly_named: Archive) -> None:
    for kind, answer in (
        (Results, badly_named.search("ferry")), (analysis.ConcordanceLine, badly_named.kwic("quay"))
    ):  # fmt: skip
        rows = list(csv.DictReader(io.StringIO("".join(renderer(kind, "csv")(answer)))))
        assert rows
        for row in rows:
            assert base64.b64decode(row["path_base64"]).endswith(NAME)


def test_what_an_audit_lists_is_whole(badly_named: Archive) -> None:
    told = json.loads("".join(renderer(analysis.Audit, "json")(badly_named.audit())))
    undated = next(one for one in told["findings"] if one["name"] == "no date")
    assert sorted(map(base64.b64decode, undated["files_base64"])) == [NAME, b"r" + NAME]
