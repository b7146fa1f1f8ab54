"""The tools as a server of the Model Context Protocol, by its official SDK."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

import mcp_types as types
from mcp.server import Server
from mcp.shared.exceptions import MCPError

from newsgrep import __version__
from newsgrep.documentation import document
from newsgrep.errors import QueryError
from newsgrep.serve.problems import Problem
from newsgrep.serve.settings import Settings
from newsgrep.serve.tasks import Task
from newsgrep.serve.tools import BY_NAME, MOST, TOOLS, USUAL, ToolKind
from newsgrep.serve.workers import Answering, Workers

INSTRUCTIONS = """\
A full-text archive of news articles on the user's own machine. Begin with `stats` to see what it \
holds, find articles with `search`, read them with `show` by their id. Cite headline, source, date \
and id of what you use. A query that is not understood is never answered: the error says where and \
why. An answer that does not fit ends with next_cursor; ask again with it to go on. The prompt \
`query-language` and the resource newsgrep://query-language explain queries in full."""

SCHEME = "newsgrep://"
PROMPT = "query-language"
LANGUAGE = f"{SCHEME}{PROMPT}"
ARTICLE = f"{SCHEME}articles/"


def server(workers: Answering, max_chars: int = USUAL) -> Server[Any]:
    """A server whose tools are answered by ``workers``, in ``max_chars`` if none are asked for."""

    async def asked(name: str, arguments: dict[str, Any]) -> tuple[bool, dict[str, Any]]:
        """Whether an answer is one, and it or the problem."""
        budget = (("max_chars", str(max_chars)),)
        try:
            head, rest = await workers.ask(Task("tool", name, budget, arguments=arguments))
        except Problem as problem:
            return False, problem.values()
        body = head.body
        if rest is not None:
            async with contextlib.aclosing(rest):
                body = b"".join([body, *[piece async for piece in rest]])
        return head.status == 200, json.loads(body)

    async def call_tool(context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        if params.name not in BY_NAME:
            raise MCPError(types.INVALID_PARAMS, f"there is no tool {params.name!r}")
        is_answer, given = await asked(params.name, dict(params.arguments or {}))
        if not is_answer:
            return _failed(given)
        return types.CallToolResult(
            content=[types.TextContent(text=given["text"])], structured_content=given["structured"]
        )

    async def read_resource(
        context: Any, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        uri = str(params.uri)
        if uri == LANGUAGE:
            return _text(uri, document("query.md"), "text/markdown")
        if not uri.startswith(ARTICLE):
            raise MCPError(types.INVALID_PARAMS, f"there is no resource {uri}")
        named = {"id": uri.removeprefix(ARTICLE), "max_chars": MOST}
        is_answer, given = await asked("show", named)
        if not is_answer:
            raise MCPError(types.INVALID_PARAMS, f"{given['detail']} ({given.get('hint', '')})")
        return _text(uri, given["text"], "text/plain")

    return Server(
        "newsgrep",
        version=__version__,
        title="newsgrep",
        description="Full-text search for news articles",
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=call_tool,
        on_list_resources=_list_resources,
        on_list_resource_templates=_list_templates,
        on_read_resource=read_resource,
        on_list_prompts=_list_prompts,
        on_get_prompt=_get_prompt,
    )


async def _list_tools(context: Any, params: Any) -> types.ListToolsResult:
    return types.ListToolsResult(tools=[_described(tool) for tool in TOOLS])


async def _list_resources(context: Any, params: Any) -> types.ListResourcesResult:
    language = types.Resource(
        uri=LANGUAGE, name=PROMPT, title="The query language", mime_type="text/markdown"
    )
    return types.ListResourcesResult(resources=[language])


async def _list_templates(context: Any, params: Any) -> types.ListResourceTemplatesResult:
    article = types.ResourceTemplate(
        uri_template=f"{ARTICLE}{{id}}", name="article", title="An article",
        description="An article by its id, as search gives it.", mime_type="text/plain",
    )  # fmt: skip
    return types.ListResourceTemplatesResult(resource_templates=[article])


async def _list_prompts(context: Any, params: Any) -> types.ListPromptsResult:
    task = types.PromptArgument(name="task", description="What is to be found out.", required=False)
    prompt = types.Prompt(
        name=PROMPT, title="Search with newsgrep",
        description="Explains the query language and the tools.", arguments=[task],
    )  # fmt: skip
    return types.ListPromptsResult(prompts=[prompt])


async def _get_prompt(context: Any, params: types.GetPromptRequestParams) -> types.GetPromptResult:
    if params.name != PROMPT:
        raise MCPError(types.INVALID_PARAMS, f"there is no prompt {params.name!r}")
    task = (params.arguments or {}).get("task", "")
    wanted = f"\n\nFind out: {task}" if task else ""
    text = f"{INSTRUCTIONS}\n\n{document('query.md')}{wanted}"
    message = types.PromptMessage(role="user", content=types.TextContent(text=text))
    return types.GetPromptResult(description="The query language", messages=[message])


def _described(tool: ToolKind) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.help,
        input_schema=tool.input_schema(),
        output_schema=tool.output_schema(),
        annotations=types.ToolAnnotations(
            title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True,
            open_world_hint=False,
        ),
    )  # fmt: skip


def _text(uri: str, text: str, kind: str) -> types.ReadResourceResult:
    contents = types.TextResourceContents(uri=uri, mime_type=kind, text=text)
    return types.ReadResourceResult(contents=[contents])


def _failed(problem: dict[str, Any]) -> types.CallToolResult:
    """A problem in words that teach: where it is in the query, and what would be understood."""
    lines = [problem["detail"]]
    if problem.get("query", "").strip():
        error = QueryError(problem["query"], problem["start"], problem["end"], problem["detail"])
        lines += [f"  {line}" for line in error.pointer()]
    if problem.get("hint"):
        lines.append(problem["hint"])
    if problem.get("suggestions"):
        lines.append("understood would be: " + "   ".join(problem["suggestions"]))
    if "query" in problem:
        lines.append(f"the query language: prompt query-language, resource {LANGUAGE}")
    return types.CallToolResult(
        content=[types.TextContent(text="\n".join(lines))], is_error=True
    )  # fmt: skip


def serve_stdio(settings: Settings, max_chars: int = USUAL) -> None:
    """Answer on standard input and output, until one of them ends."""
    from anyio import BrokenResourceError, ClosedResourceError
    from mcp.server.stdio import stdio_server

    async def run() -> None:
        workers = Workers(settings)
        await workers.start()
        try:
            tools = server(workers, max_chars)
            async with stdio_server() as (incoming, outgoing):
                await tools.run(incoming, outgoing, tools.create_initialization_options())
        finally:
            await workers.stop()

    try:
        asyncio.run(run())
    except BaseExceptionGroup as errors:
        # Whoever asked may close their end while an answer is on its way.
        _, others = errors.split((OSError, BrokenResourceError, ClosedResourceError))
        if others is not None:
            raise
