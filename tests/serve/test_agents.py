"""The tools for agents: what they answer, in how many characters, and how they teach."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Command, environment

pytest.importorskip("mcp", reason="needs: pip install -e '.[mcp]'")
jsonschema = pytest.importorskip("jsonschema")

import mcp_types as types
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPError
from serving import Inside

from newsgrep import Archive
from newsgrep.serve.agents import LANGUAGE, server
from newsgrep.serve.tools import TOOLS

Use = Callable[[Client], Awaitable[Any]]
Make = Callable[..., Archive]


def asked(archive: Archive, use: Use, max_chars: int = 20_000) -> Any:
    """What ``use`` gives of a client of a server that answers from ``archive``."""

    async def run() -> Any:
        async with Client(server(Inside(archive), max_chars)) as client:
            return await use(client)

    return asyncio.run(run())


def called(archive: Archive, name: str, budget: int = 20_000, **arguments: Any) -> Any:
    """What a tool answers."""
    return asked(archive, lambda client: client.call_tool(name, arguments), budget)


def text(result: types.CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, types.TextContent)
    return content.text


def test_tools_only_read_and_say_so(seeds: Archive) -> None:
    tools = asked(seeds, lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == [
        "search", "show", "facets", "timeline", "acronyms", "quotes", "similar", "stats"
    ]  # fmt: skip
    for tool in tools:
        assert tool.annotations.read_only_hint and not tool.annotations.destructive_hint
        assert tool.annotations.open_world_hint is False
        assert tool.description and tool.title
        for schema in (tool.input_schema, tool.output_schema):
            jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("name", "arguments", "command"),
    [
        ("search", {"q": "DEA Mexico", "limit": 2}, ["search", "DEA Mexico", "-n", "2"]),
        ("search", {"q": "guzmn", "expand": False}, ["search", "guzmn", "--no-expand"]),
        ("facets", {"q": "mexico", "by": "lang,said"}, ["facets", "mexico", "--by", "lang,said"]),
        ("timeline", {"q": ["mexico", "colombia"], "by": "year"},
         ["timeline", "mexico", "vs", "colombia", "--by", "year"]),
        ("acronyms", {"acronym": "DEA"}, ["acronyms", "DEA"]),
        ("stats", {}, ["stats"]),
    ],
)  # fmt: skip
def test_a_structured_answer_is_the_json_of_the_command(
    seeds: Archive, inside: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, arguments: dict[str, Any], command: list[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    result = called(seeds, name, **arguments)
    printed = json.loads(inside(*command, "--json", "--index", str(seeds.folder.path)).out)
    given = dict(result.structured_content)
    given.pop("next_cursor", None)
    for values in (given, printed):
        values.pop("took_ms", None)
    assert not result.is_error
    assert given == printed


def test_an_article_and_those_like_it(seeds: Archive) -> None:
    hits = called(seeds, "search", q="colombia").structured_content["hits"]
    shown = called(seeds, "show", id=hits[0]["id"])
    assert shown.structured_content["title"] in text(shown)
    assert shown.structured_content["text"][:80] in text(shown)
    assert shown.structured_content["facts"] == {}
    why = called(seeds, "show", id=hits[0]["id"][:8], why=True).structured_content
    assert why["facts"]["authors"]["origin"]
    similar = called(seeds, "similar", id=hits[0]["id"]).structured_content["hits"]
    assert similar[0]["copy"]


def test_answers_are_as_their_schemas_say(seeds: Archive) -> None:
    identity = called(seeds, "search", q="wall").structured_content["hits"][0]["id"]
    for tool in TOOLS:
        arguments: dict[str, Any] = (
            {"id": identity} if tool.parameters[:1] and (tool.parameters[0].name == "id") else {}
        )
        if tool.name in ("search",):
            arguments = {"q": "mexico", "explain": True}
        result = called(seeds, tool.name, **arguments)
        assert not result.is_error, text(result)
        jsonschema.validate(result.structured_content, tool.output_schema())


def size(result: types.CallToolResult) -> int:
    return max(len(text(result)), len(json.dumps(result.structured_content, ensure_ascii=False)))


def all_parts(archive: Archive, name: str, max_chars: int, **arguments: Any) -> list[Any]:
    """Every part of an answer, from cursor to cursor."""
    parts = []
    cursor = None
    while True:
        given = dict(arguments, max_chars=max_chars, **({"cursor": cursor} if cursor else {}))
        result = called(archive, name, **given)
        assert not result.is_error, text(result)
        parts.append(result)
        cursor = result.structured_content.get("next_cursor")
        if cursor is None:
            return parts
        assert cursor in text(result)
        assert len(parts) < 200


def test_hits_go_on_from_cursor_to_cursor(seeds: Archive) -> None:
    parts = all_parts(seeds, "search", 3000, q="*", sort="date", copies="show")
    assert len(parts) > 3 and all(size(part) <= 3000 for part in parts)
    ids = [hit["id"] for part in parts for hit in part.structured_content["hits"]]
    whole = called(seeds, "search", 400_000, q="*", sort="date", copies="show", limit=100)
    assert ids == [hit["id"] for hit in whole.structured_content["hits"]]
    assert len(ids) == 20


def test_a_long_text_goes_on(archive_of: Callable[..., Archive]) -> None:
    body = "\n\n".join(f"Paragraph {n} of the report on the orchards." for n in range(300))
    archive = archive_of(long=f"The long report\n\n{body}\n")
    identity = archive.search("orchards").hits[0].id
    parts = all_parts(archive, "show", 2000, id=identity)
    assert all(size(part) <= 2000 for part in parts) and len(parts) > 6
    together = "".join(part.structured_content["text"] for part in parts)
    assert together == archive.article(identity).text
    assert parts[0].structured_content["title"] == "The long report"


@pytest.mark.parametrize(
    ("name", "arguments", "rows"),
    [
        ("facets", {"by": "person,org,location,year", "limit": 0},
         lambda values: [(f, v["value"]) for f, vs in values["fields"].items() for v in vs]),
        ("timeline", {"by": "day"}, lambda values: list(values["series"][0]["counts"])),
        ("quotes", {"limit": 100}, lambda values: [one["text"] for one in values["quotations"]]),
        ("acronyms", {}, lambda values: [one["long"] for one in values["acronyms"]]),
        ("stats", {}, lambda values: list(values["sources"])),
    ],
)  # fmt: skip
def test_counts_go_on(
    seeds: Archive, name: str, arguments: dict[str, Any], rows: Callable[[Any], list[Any]]
) -> None:
    whole = rows(called(seeds, name, 400_000, **arguments).structured_content)
    parts = all_parts(seeds, name, 2000, **arguments)
    assert [row for part in parts for row in rows(part.structured_content)] == whole
    assert all(size(part) <= 2000 for part in parts if len(rows(part.structured_content)) > 1)


def test_the_budget_of_the_server(seeds: Archive) -> None:
    assert size(called(seeds, "search", 1500, q="*")) <= 1500
    assert size(called(seeds, "search", 1500, q="*", max_chars=8000)) > 1500


def test_a_cursor_is_of_one_question_and_one_state(archive_from: Callable[..., Archive]) -> None:
    archive = archive_from(*({"title": f"Hail {n}", "text": "Hail."} for n in range(30)))
    first = called(archive, "search", q="hail", copies="show")
    cursor = first.structured_content["next_cursor"]
    for arguments, said in (
        ({"q": "rain", "copies": "show", "cursor": cursor}, "belongs to another question"),
        ({"q": "hail", "copies": "show", "cursor": "nonsense"}, "this is no cursor"),
        ({"q": "hail", "copies": "show", "cursor": "é"}, "this is no cursor"),
    ):
        result = called(archive, "search", **arguments)
        assert result.is_error and said in text(result)
    records = archive.folder.root / "records.jsonl"
    records.write_text(records.read_text() + '{"title": "More", "text": "Hail."}\n')
    archive.index([records])
    result = called(archive, "search", q="hail", copies="show", cursor=cursor)
    assert result.is_error and "has changed" in text(result)


@pytest.mark.parametrize(
    ("name", "arguments", "lines"),
    [
        ("search", {"q": "wall auther:matalon"},
         ['unknown field "auther"', "  wall auther:matalon", "       ^^^^^^",
          "did you mean author:?", "understood would be: wall author:matalon",
          "the query language: prompt query-language"]),
        ("search", {"q": ""}, ["the query is empty"]),
        ("search", {"q": "wall", "colour": "red"}, ["unknown parameter 'colour'"]),
        ("search", {"q": "wall", "limit": 1000}, ["limit 1000 is out of range"]),
        ("search", {"q": {"a": 1}}, ["q is no text, number or truth value"]),
        ("search", {"q": "wall", "max_chars": 10}, ["max_chars 10 is out of range"]),
        ("show", {"id": "ffffffffffff"}, ["no article with the id"]),
        ("facets", {"by": "colour"}, ["by colour: not counted by that"]),
    ],
)  # fmt: skip
def test_errors_teach(
    seeds: Archive, name: str, arguments: dict[str, Any], lines: list[str]
) -> None:
    result = called(seeds, name, **arguments)
    assert result.is_error
    for line in lines:
        assert any(one.startswith(line) for one in text(result).split("\n")), text(result)


def test_a_prompt_and_resources(seeds: Archive) -> None:
    identity = seeds.search("author:matalon").hits[0].id

    async def use(client: Client) -> None:
        (prompt,) = (await client.list_prompts()).prompts
        given = await client.get_prompt(prompt.name, {"task": "who pays for the wall"})
        content = given.messages[0].content
        assert isinstance(content, types.TextContent)
        assert "# The query language" in content.text
        assert content.text.endswith("Find out: who pays for the wall")
        (resource,) = (await client.list_resources()).resources
        assert str(resource.uri) == LANGUAGE
        (language,) = (await client.read_resource(LANGUAGE)).contents
        assert language.text.startswith("# The query language")  # type: ignore[union-attr]
        (template,) = (await client.list_resource_templates()).resource_templates
        uri = template.uri_template.replace("{id}", identity)
        (article,) = (await client.read_resource(uri)).contents
        assert article.text.startswith("Mexico Weighs Its Strongest Card")  # type: ignore[union-attr]
        for wrong in (uri[:-3] + "fff", "newsgrep://colours", "file:///etc/passwd"):
            with pytest.raises(MCPError):
                await client.read_resource(wrong)
        with pytest.raises(MCPError):
            await client.get_prompt("colours")
        with pytest.raises(MCPError):
            await client.call_tool("delete", {})

    asked(seeds, use)


async def used(client: Client) -> tuple[Any, Any, list[str]]:
    """What everything comes to, over whatever transport."""
    tools = [tool.name for tool in (await client.list_tools()).tools]
    found = await client.call_tool("search", {"q": "DEA Mexico", "limit": 1})
    wrong = await client.call_tool("search", {"q": "auther:x"})
    return found, wrong, tools


def check(result: tuple[Any, Any, list[str]]) -> None:
    found, wrong, tools = result
    assert tools == [tool.name for tool in TOOLS]
    assert found.structured_content["hits"][0]["authors"] == ["Lorne Matalon"]
    assert wrong.is_error and "author:x" in text(wrong)


def test_over_standard_input_and_output(seeds: Archive, tmp_path: Path) -> None:
    parameters = StdioServerParameters(
        command=sys.executable, args=["-m", "newsgrep", "mcp", "--index", str(seeds.folder.path)],
        env=environment(), cwd=tmp_path,
    )  # fmt: skip

    async def run() -> Any:
        async with Client(stdio_client(parameters)) as client:
            return await used(client)

    check(asyncio.run(asyncio.wait_for(run(), 60)))


def test_over_http(seeds: Archive, served: str) -> None:
    async def run() -> Any:
        async with Client(f"{served}mcp") as client:
            return await used(client)

    check(asyncio.run(asyncio.wait_for(run(), 60)))


def test_no_page_elsewhere_uses_the_tools(served: str) -> None:
    import httpx

    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}):
        given = httpx.post(f"{served}mcp", json=message, headers=headers)
        assert given.status_code in (403, 421)


def test_an_article_with_many_names_is_read_in_few_parts(archive_from: Make) -> None:
    people = [f"Jane{chr(97 + n % 26)} Doe{chr(97 + n // 26)}son" for n in range(300)]
    body = "The ferry was sold at noon. " * 300
    archive = archive_from({"title": "Ferry sold", "text": body, "people": people})
    (hit,) = archive.search("ferry").hits
    parts: list[str] = []
    cursor: str | None = ""
    while cursor is not None and len(parts) < 40:
        given = called(archive, "show", id=hit.id, max_chars=1000, cursor=cursor)
        parts.append(given.structured_content["text"])
        assert len(text(given)) <= 1000
        cursor = given.structured_content.get("next_cursor")
    assert "".join(parts) == archive.article(hit.id).text
    assert len(parts) < 30


def test_the_last_part_has_no_cursor(archive_from: Make) -> None:
    archive = archive_from(*({"title": f"Ferry {n}", "text": f"Sold, {n}."} for n in range(6)))
    first = called(archive, "search", q="ferry", limit=3).structured_content
    last = called(
        archive, "search", q="ferry", limit=3, cursor=first["next_cursor"]
    ).structured_content
    assert (len(last["hits"]), last.get("next_cursor")) == (3, None)


def test_a_cursor_is_refused_once_something_was_marked(archive_from: Make) -> None:
    archive = archive_from(*({"title": f"Ferry {n}", "text": f"Sold, {n}."} for n in range(6)))
    first = called(archive, "search", q="ferry", limit=3, unseen=True).structured_content
    archive.newsroom.mark(first["hits"][0]["id"], "seen")
    refused = called(
        archive, "search", q="ferry", limit=3, unseen=True, cursor=first["next_cursor"]
    )
    assert refused.is_error
    assert "the archive has changed" in text(refused)


def test_a_client_that_leaves_in_the_midst_of_an_answer(seeds: Archive, tmp_path: Path) -> None:
    server = subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "mcp", "--index", str(seeds.folder.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path,
        env=environment(),
    )  # fmt: skip
    assert server.stdin is not None and server.stdout is not None and server.stderr is not None

    def send(**message: Any) -> None:
        assert server.stdin is not None
        server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
        server.stdin.flush()

    about = {"name": "test", "version": "1"}
    asked = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": about}
    send(id=1, method="initialize", params=asked)
    assert b'"id":1' in server.stdout.readline()
    send(method="notifications/initialized")
    for number in range(2, 6):
        wanted = {"name": "search", "arguments": {"q": "mexico"}}
        send(id=number, method="tools/call", params=wanted)
    server.stdout.close()
    server.stdin.close()
    assert (server.wait(30), server.stderr.read()) == (0, b"")
    server.stderr.close()
