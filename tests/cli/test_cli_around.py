"""The commands around a search, as processes: what they print, to people and to programs."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from conftest import SEEDS, Command, environment


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("around") / "index"
    subprocess.run(
        [sys.executable, "-m", "newsgrep", "index", "-q", str(SEEDS), "--index", str(folder)],
        env=environment(), check=True,
    )  # fmt: skip
    return str(folder)


def test_facets(newsgrep: Command, index: str) -> None:
    done = newsgrep("facets", "*", "--by", "source,lang,year,person", "--json", "--index", index)
    counts = json.loads(done.out)
    assert counts["total"] == 20
    assert {"value": "es", "articles": 1, "share": 0.05} in counts["fields"]["lang"]
    assert sum(v["articles"] for v in counts["fields"]["year"]) == 20
    text = newsgrep("facets", "trump", "--by", "source", "--index", index)
    assert (text.code, text.out) == (0, "field,value,articles,share\nsource,Seed Wire,2,1.000000\n")
    drawn = newsgrep("facets", "trump", "--by", "source", "--color", "always", "--index", index)
    assert "█" in drawn.out
    assert newsgrep("facets", "nowhereatall", "--index", index).code == 1
    refused = newsgrep("facets", "*", "--by", "sorce", "--index", index)
    assert (refused.code, "did you mean source?" in refused.err) == (2, True)
    of_all = newsgrep("facets", "--by", "source,lang,year,person", "--json", "--index", index)
    assert of_all.out == done.out, "without a query, all articles"


def test_timeline_is_csv_in_a_pipe(newsgrep: Command, index: str, tmp_path: Path) -> None:
    done = newsgrep(
        "timeline", "mexico", "vs", "colombia", "--by", "year", "--svg", "t.svg", "--index", index
    )
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert list(rows[0]) == ["period", "mexico", "colombia", "all"]
    assert {row["period"] for row in rows} >= {"2016", "2017"}
    ElementTree.parse(tmp_path / "t.svg")
    share = newsgrep("timeline", "mexico", "--by", "year", "--share", "--json", "--index", index)
    (series,) = json.loads(share.out)["series"]
    assert all(0 <= value <= 1 for value in series["shares"].values())
    assert newsgrep("timeline", "mexico", "--by", "decade", "--index", index).code == 2
    drawn = newsgrep("timeline", "mexico", "--by", "year", "--color", "always", "--index", index)
    assert "█" in drawn.out


def test_terms_and_kwic(newsgrep: Command, index: str) -> None:
    terms = json.loads(newsgrep("terms", "colombia", "--json", "--index", index).out)
    assert "Juan Manuel Santos" in {term["text"] for term in terms["terms"]}
    lines = newsgrep("kwic", "wall", "--width", "20", "--index", index).out.splitlines()
    assert len({line.index("wall") for line in lines if line[20:24] == "wall"}) == 1
    rows = list(
        csv.DictReader(io.StringIO(newsgrep("kwic", "wall", "--csv", "--index", index).out))
    )
    assert {row["match"] for row in rows} == {"wall"}
    ordered = newsgrep("kwic", "the", "--sort", "right", "--json", "--index", index).out
    rights = [json.loads(line)["right"].casefold() for line in ordered.splitlines()]
    assert len(rights) > 20
    assert newsgrep("kwic", "wall", "--sort", "up", "--index", index).code == 2


def test_similar_and_story(newsgrep: Command, index: str) -> None:
    peace = str(SEEDS / "wire-colombia-peace.txt")
    hits = json.loads(newsgrep("similar", peace, "--json", "--index", index).out)["hits"]
    assert hits[0]["path"].endswith("colombia-peace-daily.txt")
    assert hits[0]["copy"] is True
    text = b"The rebels of FARC and the government of Colombia signed a peace accord."
    piped = newsgrep("similar", "-", "--json", "--index", index, stdin=text)
    assert "colombia" in json.loads(piped.out)["hits"][0]["path"]
    members = json.loads(newsgrep("story", peace, "--json", "--index", index).out)["members"]
    assert len(members) == 2
    assert members[1]["added"] + members[1]["removed"] > 0
    shown = newsgrep("story", peace, "--index", index)
    assert "[+" in shown.out or "[-" in shown.out
    assert newsgrep("story", str(SEEDS / "panama-papers.md"), "--index", index).code == 1


def test_acronyms_and_explain(newsgrep: Command, index: str) -> None:
    found = newsgrep("acronyms", "d.e.a.", "--index", index)
    assert found.out.split() == ["DEA", "1", "Drug", "Enforcement", "Administration"]
    assert newsgrep("acronyms", "XYZ", "--index", index).code == 1
    told = json.loads(newsgrep("explain", "guzman OR wall", "--json", "--index", index).out)
    assert told["query"]["parsed"] == "guzman OR wall"
    assert [word["text"] for word in told["words"]] == ["guzman", "wall"]
    assert newsgrep("explain", "auther:x", "--index", index).code == 2


def test_open_only_prints_where_asked(newsgrep: Command, index: str) -> None:
    path = str(SEEDS / "panama-papers.md")
    assert newsgrep("open", path, "--print", "--index", index).out.strip() == path
    refused = newsgrep("open", str(SEEDS / "us-mexico-intelligence.txt"), "--url", "--index", index)
    assert (refused.code, "no web address" in refused.err) == (2, True)


def test_doctor(newsgrep: Command, index: str) -> None:
    audit = json.loads(newsgrep("doctor", "--json", "--index", index).out)
    assert audit["articles"] == 20
    assert audit["known"]["date"] == 20
    findings = {finding["name"]: finding for finding in audit["findings"]}
    assert findings["near copies"]["count"] == 2
    assert findings["corrected"]["count"] == len(findings["corrected"]["files"]) == 1
    listed = newsgrep("doctor", "--list", "near copies", "--index", index)
    assert len(listed.out.splitlines()) == 2
    assert newsgrep("doctor", "--list", "nothing such", "--index", index).code == 2


def test_help_has_the_pages(newsgrep: Command) -> None:
    assert "query" in newsgrep("help").out
    assert newsgrep("help", "query").out.startswith("# The query language")
    assert newsgrep("help", "nothing").code == 2


def test_several_indexes_are_searched_as_one(newsgrep: Command, index: str, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "a.txt").write_text("A wall falls\n\nThe wall fell on the road to Mexico.")
    newsgrep("index", "-q", "more", "--index", "second")
    both = json.loads(
        newsgrep("search", "wall", "--json", "-n", "0", "--index", index, "--index", "second").out
    )
    alone = json.loads(newsgrep("search", "wall", "--json", "--index", index).out)
    assert both["total"] == alone["total"] + 1
    assert "more/a.txt" in {hit["path"] for hit in both["hits"]}
    shown = newsgrep("show", both["hits"][0]["id"], "--index", index, "--index", "second")
    assert shown.code == 0


def test_trec_runs(newsgrep: Command, index: str) -> None:
    lines = newsgrep("search", "trump wall", "--format", "trec", "--index", index).out.splitlines()
    fields = [line.split() for line in lines]
    assert [row[3] for row in fields] == [str(n) for n in range(1, len(fields) + 1)]
    scores = [float(row[4]) for row in fields]
    assert scores == sorted(scores, reverse=True)


def test_search_tells_copies_and_reasons(newsgrep: Command, index: str) -> None:
    found = newsgrep("search", "colombia peace", "--explain", "--index", index)
    assert "+1 copy (first: " in found.out
    hit = json.loads(newsgrep("search", "colombia", "--json", "--explain", "--index", index).out)
    assert hit["hits"][0]["copies"]["others"] == 1
    assert hit["hits"][0]["explanation"][0]["what"] == "colombia"
    both = newsgrep("search", "colombia peace", "--copies", "show", "-l", "--index", index)
    assert len(both.out.splitlines()) == 2


def test_dialects_on_the_command_line(newsgrep: Command, index: str) -> None:
    found = newsgrep(
        "search", "--syntax", "nexis", "hlead(peace) w/9 rebels", "-c", "--index", index
    )
    assert found.code in (0, 1)
    refused = newsgrep("search", "--syntax", "lexis", "x", "--index", index)
    assert refused.code == 2


@pytest.mark.parametrize(
    "command",
    [
        ["kwic", "the"], ["kwic", "the", "--csv"], ["kwic", "the", "--json"], ["facets", "*"],
        ["timeline", "*"], ["terms", "mexico"], ["acronyms"], ["doctor"], ["doctor", "--json"],
        ["help", "query"], ["explain", "a b c"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_closed_pipe_ends_quietly(index: str, tmp_path: Path, command: list[str]) -> None:
    script = f'"{sys.executable}" -m newsgrep "$@"; echo $? > code'
    extra = [] if command[0] == "help" else ["--index", index]
    done = subprocess.run(
        ["sh", "-c", f"({script}) | head -1", "sh", *command, *extra],
        capture_output=True, env=environment(), cwd=tmp_path, timeout=60,
    )  # fmt: skip
    assert done.stderr.count(b"Traceback") == 0
    assert (tmp_path / "code").read_text().strip() == "0"
