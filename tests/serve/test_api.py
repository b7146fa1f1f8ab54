"""The API: each address gives what the command of its name prints, and its errors point."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SEEDS, Command

from newsgrep import Archive, Request

jsonschema = pytest.importorskip("jsonschema")
pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from starlette.testclient import TestClient

Client = Callable[..., TestClient]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The working folder that commands have in these tests: paths are relative to it."""
    monkeypatch.chdir(tmp_path)


def untimed(text: str) -> object:
    """JSON without what differs from run to run."""
    return json.loads(re.sub(r'"took_ms": [\d.]+', '"took_ms": 0', text))


@pytest.mark.parametrize(
    ("command", "address"),
    [
        (["search", "DEA Mexico", "-n", "3"], "/api/search?q=DEA+Mexico&limit=3"),
        (["search", "border wall", "--sort", "-date", "--offset", "1", "--snippets", "1"],
         "/api/search?q=border+wall&sort=-date&offset=1&snippets=1"),
        (["search", "mexico", "--any", "--copies", "show", "--rank", "prominence", "--explain"],
         "/api/search?q=mexico&mode=any&copies=show&rank=prominence&explain=true"),
        (["search", "hlead(wall)", "--syntax", "nexis"], "/api/search?q=hlead(wall)&syntax=nexis"),
        (["search", "DEA", "--no-expand"], "/api/search?q=DEA&expand=false"),
        (["search", "", "--since", "2017-02", "--until", "2017-03", "--lang", "en"],
         "/api/search?since=2017-02&until=2017-03&lang=en"),
        (["search", "guzmn", "--author", "vos", "--source", "wire", "--path", "*.txt"],
         "/api/search?q=guzmn&author=vos&source=wire&path=*.txt"),
        (["facets", "mexico", "--by", "lang,person", "-n", "3"],
         "/api/facets?q=mexico&by=lang,person&limit=3"),
        (["facets"], "/api/facets"),
        (["timeline", "mexico", "vs", "colombia", "--by", "year", "--share"],
         "/api/timeline?q=mexico&q=colombia&by=year&share=true"),
        (["terms", "colombia", "-n", "5"], "/api/terms?q=colombia&limit=5"),
        (["acronyms", "D.E.A."], "/api/acronyms?acronym=D.E.A."),
        (["acronyms"], "/api/acronyms"),
        (["first", "mexico"], "/api/first?q=mexico"),
        (["network", "mexico", "--by", "person", "--names", "9", "-n", "5"],
         "/api/network?q=mexico&by=person&names=9&limit=5"),
        (["marks"], "/api/marks"),
        (["explain", "guzman OR wall"], "/api/explain?q=guzman+OR+wall"),
        (["stats"], "/api/stats"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_an_answer_is_what_the_command_prints(
    inside: Command, client: TestClient, seeds: Archive, command: list[str], address: str
) -> None:
    printed = inside(*command, "--json", "--index", str(seeds.folder.path))
    given = client.get(address)
    assert given.status_code == 200, given.text
    assert given.headers["content-type"] == "application/json"
    assert untimed(given.text) == untimed(printed.out)


def test_one_article_by_its_id(client: TestClient, inside: Command, seeds: Archive) -> None:
    identity = client.get("/api/search?q=author:matalon").json()["hits"][0]["id"]
    for path, command in (
        (f"/api/articles/{identity}", ["show", identity]),
        (f"/api/articles/{identity[:6]}", ["show", identity]),
        (f"/api/similar/{identity}?limit=3", ["similar", identity, "-n", "3"]),
        (f"/api/story/{identity}", ["story", identity]),
    ):
        printed = inside(*command, "--json", "--index", str(seeds.folder.path))
        assert client.get(path).json() == json.loads(printed.out), path


@pytest.mark.parametrize(
    ("command", "address", "type"),
    [
        (["search", "mexico", "--limit", "0", "--jsonl"],
         "/api/search?q=mexico&limit=0&format=jsonl", "application/jsonl"),
        (["search", "mexico", "--format", "csv"], "/api/search?q=mexico&format=csv", "text/csv"),
        (["search", "mexico", "--format", "tsv"], "/api/search?q=mexico&format=tsv",
         "text/tab-separated-values"),
        (["search", "mexico", "--format", "ris"], "/api/search?q=mexico&format=ris",
         "application/x-research-info-systems"),
        (["search", "mexico", "--format", "bibtex"], "/api/search?q=mexico&format=bibtex",
         "application/x-bibtex"),
        (["search", "mexico", "--format", "trec"], "/api/search?q=mexico&format=trec",
         "text/plain"),
        (["facets", "mexico", "--csv"], "/api/facets?q=mexico&format=csv", "text/csv"),
        (["timeline", "mexico", "--csv"], "/api/timeline?q=mexico&format=csv", "text/csv"),
        (["kwic", "wall", "--json", "--sort", "right"], "/api/kwic?q=wall&sort=right",
         "application/jsonl"),
        (["quotes", "mexico", "--json", "-n", "3"], "/api/quotes?q=mexico&limit=3",
         "application/jsonl"),
        (["quotes", "--said", "videgaray", "--csv", "-n", "0", "--sure", "0.5"],
         "/api/quotes?said=videgaray&format=csv&limit=0&sure=0.5", "text/csv"),
        (["first", "mexico", "--csv"], "/api/first?q=mexico&format=csv", "text/csv"),
        (["network", "mexico", "--format", "gexf"], "/api/network?q=mexico&format=gexf",
         "application/gexf+xml"),
        (["kwic", "wall", "--csv", "--width", "9"], "/api/kwic?q=wall&format=csv&width=9",
         "text/csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_other_forms(
    inside: Command, client: TestClient, seeds: Archive, command: list[str], address: str, type: str
) -> None:
    printed = inside(*command, "--index", str(seeds.folder.path))
    given = client.get(address)
    assert given.headers["content-type"].partition(";")[0] == type
    assert given.content == printed.raw


def test_a_timeline_is_drawn(client: TestClient) -> None:
    given = client.get("/api/timeline?q=mexico&by=year&format=svg")
    assert given.headers["content-type"] == "image/svg+xml"
    assert given.text.startswith("<svg ") and "2017: " in given.text


def test_all_hits_come_by_the_page_under_one_header(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.serve import answers

    whole = client.get("/api/search?limit=0&q=*&format=csv&sort=date").content
    monkeypatch.setattr(answers, "PAGE", 3)
    assert client.get("/api/search?limit=0&q=*&format=csv&sort=date").content == whole
    rows = list(csv.DictReader(io.StringIO(whole.decode())))
    assert len(rows) == 19 or len(rows) == len({row["id"] for row in rows}) > 15
    part = client.get("/api/search?limit=5&offset=2&q=*&format=jsonl&sort=date").text
    assert [json.loads(line)["rank"] for line in part.splitlines()] == [3, 4, 5, 6, 7]
    assert [json.loads(line)["id"] for line in part.splitlines()] == [r["id"] for r in rows[2:7]]


@pytest.mark.parametrize(
    ("query", "place", "suggestion"),
    [
        ("auther:matalon", "auther", "author:matalon"),
        ('wall "border', '"', 'wall "border"'),
        ("(wall OR border", "(", "(wall OR border)"),
        ("wall && border", "&&", "wall AND border"),
        ("wall | border", "|", "wall OR border"),
        ("is:corected", "corected", "is:corrected"),
        ("wall AND", "AND", "wall"),
    ],
)
def test_an_error_points_and_suggests(
    client: TestClient, query: str, place: str, suggestion: str
) -> None:
    given = client.get("/api/search", params={"q": query})
    assert given.status_code == 400
    assert given.headers["content-type"] == "application/problem+json"
    problem = given.json()
    assert problem["type"] == "/problems#query"
    assert problem["title"] == "The query was not understood"
    assert problem["query"] == query
    assert problem["query"][problem["start"] : problem["end"]].startswith(place)
    assert suggestion in problem["suggestions"]
    for one in problem["suggestions"]:
        assert client.get("/api/search", params={"q": one}).status_code == 200, one


@pytest.mark.parametrize(
    ("address", "status", "type", "detail"),
    [
        ("/api/search?q=wall&colour=red", 400, "parameter", "unknown parameter 'colour'"),
        ("/api/search?q=wall&limit=ten", 400, "parameter", "limit 'ten' is not a whole number"),
        ("/api/search?q=wall&limit=0", 400, "parameter", "limit 0 is out of range"),
        ("/api/search?q=wall&limit=1001", 400, "parameter", "limit 1,001 is out of range"),
        ("/api/search?q=wall&limit=%C2%B2", 400, "parameter", "limit '²' is not a whole number"),
        ("/api/search?q=a&q=b", 400, "parameter", "q is given twice"),
        ("/api/search?q=wall&explain=maybe", 400, "parameter", "explain 'maybe' is neither"),
        ("/api/search?q=wall&sort=dat", 400, "parameter", "unknown sort 'dat'"),
        ("/api/search?q=wall&format=xml", 400, "parameter", "unknown format 'xml'"),
        ("/api/search?q=wall&since=someday", 400, "parameter", "since"),
        ("/api/search?q=wall&in=source", 400, "parameter", "in 'source' is no field and value"),
        ("/api/search?q=wall&in=colour:red", 400, "parameter", "articles are not counted by"),
        ("/api/search?q=%00", 400, "parameter", "q has a NUL in it"),
        ("/api/search?q=" + "a+" * 5000, 400, "parameter", "q has 10,000 characters"),
        ("/api/search", 400, "query", "the query is empty"),
        ("/api/facets?by=colour", 400, "parameter", "by colour: not counted by that"),
        ("/api/timeline?by=decade", 400, "parameter", "unknown by 'decade'"),
        ("/api/timeline?" + "q=a&" * 13, 400, "parameter", "q is given more than 12 times"),
        ("/api/kwic?q=wall&width=0", 400, "parameter", "width 0 is out of range"),
        ("/api/quotes?q=wall&sure=2", 400, "parameter", "sure '2' is not a share"),
        ("/api/quotes?q=wall&sure=nan", 400, "parameter", "sure 'nan' is not a share"),
        ("/api/articles/ffffffffffff", 404, "no-article", "no article with the id"),
        ("/api/articles/%C3%A9", 404, "no-article", "no article with the id"),
        ("/api/nothing", 404, "no-page", "GET /api/nothing"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_a_problem(
    client: TestClient, address: str, status: int, type: str, detail: str
) -> None:
    given = client.get(address)
    assert (given.status_code, given.json()["type"]) == (status, f"/problems#{type}")
    assert given.json()["detail"].startswith(detail)
    assert given.json()["status"] == status


def test_an_id_of_several(
    archive_from: Callable[..., Archive], client_of: Callable[..., TestClient]
) -> None:
    client = client_of(archive_from(*({"title": f"No {n}", "text": "Hail."} for n in range(20))))
    starts = [hit["id"][0] for hit in client.get("/api/search?q=hail&limit=20").json()["hits"]]
    twice = next(start for start in starts if starts.count(start) > 1)
    given = client.get(f"/api/articles/{twice}")
    assert (given.status_code, given.json()["hint"]) == (409, "type more of the id")


def test_only_reading(client: TestClient) -> None:
    given = client.post("/api/search", json={"q": "wall"})
    assert (given.status_code, given.json()["type"]) == (405, "/problems#method")
    assert "GET" in given.headers["allow"]


def test_no_index_is_a_problem(client_of: Callable[..., TestClient], tmp_path: object) -> None:
    given = client_of(Archive(f"{tmp_path}/nowhere")).get("/api/search?q=wall")
    assert (given.status_code, given.json()["type"]) == (503, "/problems#index")
    assert given.headers["retry-after"] == "10"


def test_a_mistake_of_ours_tells_nothing_of_what_is_inside(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from newsgrep.serve import answers

    def broken(*given: object) -> None:
        raise KeyError("/home/somebody")

    monkeypatch.setattr(answers, "search", broken)
    given = client.get("/api/search?q=wall")
    assert (given.status_code, given.json()["type"]) == (500, "/problems#internal")
    assert "somebody" not in given.text
    assert "somebody" in capfd.readouterr().err, "who runs it is told"


def test_tags_follow_the_commit(
    archive_from: Callable[..., Archive], client_of: Callable[..., TestClient]
) -> None:
    archive = archive_from({"title": "Hail", "text": "Hail on the orchards."})
    client = client_of(Archive(archive.folder.path))
    first = client.get("/api/search?q=hail")
    tag = first.headers["etag"]
    again = client.get("/api/search?q=hail", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = client.get("/api/search?q=hail&limit=9", headers={"If-None-Match": tag})
    assert other.status_code == 200 and other.headers["etag"] != tag
    # A new commit is followed by itself, and what was known is so no longer.
    records = archive.folder.root / "records.jsonl"
    records.write_text(records.read_text() + '{"title": "More", "text": "Hail again."}\n')
    archive.index([records])
    newer = client.get("/api/search?q=hail", headers={"If-None-Match": tag})
    assert (newer.status_code, newer.json()["total"]) == (200, 2)


def test_tags_follow_the_marks(archive_of: Callable[..., Archive], client_of: Client) -> None:
    archive = archive_of(hail="Hail\n\nHail fell on the orchards.\n")
    client = client_of(Archive(archive.folder.path))
    first = client.get("/api/search?q=-is:seen+hail")
    assert first.json()["total"] == 1
    archive.newsroom.mark(first.json()["hits"][0]["id"], "seen")
    tag = first.headers["etag"]
    again = client.get("/api/search?q=-is:seen+hail", headers={"If-None-Match": tag})
    assert (again.status_code, again.json()["total"]) == (200, 0)


def test_a_file_to_save(client: TestClient) -> None:
    given = client.get("/api/search?q=wall&format=csv&download=1")
    assert given.headers["content-disposition"] == 'attachment; filename="newsgrep.csv"'
    assert "content-disposition" not in client.get("/api/search?q=wall&format=csv").headers


def test_health(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_answers_are_as_their_schemas_say(client_of: Client, tmp_path: Path) -> None:
    archive = Archive(tmp_path / "index")
    archive.index([SEEDS])
    narrow = Request("mexico", since="2016", having=(("lang", "en"),), unseen=True, expand=False)
    archive.alerts.add("port", narrow, backlog=True)
    client = client_of(archive)
    whole = client.get("/openapi.json").json()
    assert whole["openapi"] == "3.1.0"
    identity = client.get("/api/search?q=wall").json()["hits"][0]["id"]
    checked = 0
    for path, operations in whole["paths"].items():
        address = path.replace("{id}", identity).replace("{name}", "port")
        asks = any(one["name"] == "q" for one in operations["get"]["parameters"])
        question = {"q": "mexico OR colombia"} if asks else {}
        answer = client.get(address, params=question)
        content = operations["get"]["responses"]["200"]["content"]
        if "application/json" in content:
            name = content["application/json"]["schema"]["$ref"].rpartition("/")[2]
            schema = whole["components"]["schemas"][name]
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.validate(answer.json(), schema)
            checked += 1
        if "application/jsonl" in content:
            lines = client.get(address, params={**question, "format": "jsonl"}).text.splitlines()
            for line in lines:
                jsonschema.validate(json.loads(line), content["application/jsonl"]["x-line-schema"])
            checked += bool(lines)
    assert checked == len(whole["paths"]) + 1
    assert SEEDS.is_dir()


def test_tags_are_compared_weakly(client: TestClient) -> None:
    tag = client.get("/api/search?q=wall").headers["etag"]
    strong = tag.removeprefix("W/")
    given = client.get("/api/search?q=wall", headers={"If-None-Match": f'"x", {strong}'})
    assert given.status_code == 304


@pytest.fixture
def hail(
    archive_of: Callable[..., Archive], client_of: Client, tmp_path: Path
) -> tuple[TestClient, str, Path]:
    """A server of one article, and the address and path of its file."""
    archive = archive_of(hail="Hail\n\nHail fell on the orchards.\n")
    client = client_of(Archive(archive.folder.path))
    hit = client.get("/api/search?q=hail").json()["hits"][0]
    return client, f"/articles/{hit['id']}/file", tmp_path / "articles" / "hail.txt"


def test_the_file_of_an_article_and_no_other_in_its_place(
    hail: tuple[TestClient, str, Path], tmp_path: Path
) -> None:
    client, address, file = hail
    given = client.get(address)
    assert (given.status_code, given.content) == (200, file.read_bytes())
    assert given.headers["content-disposition"] == "attachment; filename*=UTF-8''hail.txt"
    (tmp_path / "secret.txt").write_text("secret")
    file.unlink()
    file.symlink_to(tmp_path / "secret.txt")
    refused = client.get(address)
    assert (refused.status_code, "secret" in refused.text) == (404, False)
    assert "has changed" in refused.json()["detail"]
    file.unlink()
    assert "is gone" in client.get(address).json()["detail"]
    file.mkdir()
    assert client.get(address).status_code == 404


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(
    hail: tuple[TestClient, str, Path],
) -> None:
    client, address, file = hail
    file.unlink()
    os.mkfifo(file)
    told = client.get(address)
    assert (told.status_code, "has changed" in told.json()["detail"]) == (404, True)


def test_an_index_that_is_cut_off_under_the_server_answers_nothing(
    archive_of: Callable[..., Archive], client_of: Client
) -> None:
    archive = archive_of(hail="Hail\n\nHail fell on the orchards.\n")
    client = client_of(Archive(archive.folder.path))
    assert client.get("/api/search?q=hail").json()["total"] == 1
    (segment,) = archive.folder.path.glob("*.seg")
    with open(segment, "r+b") as file:
        file.truncate(segment.stat().st_size - 8)
    told = client.get("/api/search?q=orchards")
    assert (told.status_code, told.json()["type"]) == (503, "/problems#index")


def test_a_change_takes_no_parameters(client_of: Client, seeds: Archive) -> None:
    client = client_of(seeds)
    key = client.get("/api/key").json()["key"]
    headers = {"X-Newsgrep-Key": key}
    told = client.post("/api/marks?x=1", json={"id": "c5e9", "mark": "seen"}, headers=headers)
    assert (told.status_code, told.json()["detail"]) == (400, "unknown parameter 'x'")


def test_agents_have_nothing_to_listen_to(client: TestClient) -> None:
    told = client.get("/mcp", headers={"Accept": "text/event-stream"})
    assert (told.status_code, told.headers["allow"]) == (405, "POST")
