"""``newsgrep mcp``: tools for agents, over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import IndexesOption, ServeMemoryOption, ServeTimeoutOption

EPILOG = """\b
Examples, as an agent's configuration has it:
  {"mcpServers": {"news": {"command": "newsgrep", "args": ["mcp", "--index", "DIR"]}}}
  claude mcp add news -- newsgrep mcp --index DIR
\b
The tools search, show, facets, timeline, acronyms, quotes, similar and stats only read.
newsgrep serve has the same over HTTP, at /mcp. See docs/mcp.md. Needs: pip install 'newsgrep[mcp]'.
"""


def mcp(
    index: IndexesOption = None,
    max_chars: Annotated[
        int,
        typer.Option(
            min=1_000,
            max=400_000,
            metavar="N",
            help="Characters of an answer; a cursor leads on to the rest.",
        ),
    ] = 20_000,
    timeout: ServeTimeoutOption = 10.0,
    memory: ServeMemoryOption = "2GB",
) -> None:
    """Give agents tools to search with (Model Context Protocol)."""
    from newsgrep.archive import Archive
    from newsgrep.cli.extras import needed
    from newsgrep.cli.options import parse_size

    needed("mcp", "mcp", "starlette")
    with Archive(index) as archive:
        archive.snapshot.span()  # an index that cannot be read is said at once
    from newsgrep.serve.agents import serve_stdio
    from newsgrep.serve.settings import Settings

    settings = Settings(
        tuple(index or ()), workers=1, seconds=timeout, memory=parse_size("--memory", memory)
    )
    serve_stdio(settings, max_chars)
