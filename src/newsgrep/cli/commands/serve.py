"""``newsgrep serve``: the page and the API, over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import IndexesOption, ServeMemoryOption, ServeTimeoutOption
from newsgrep.errors import UsageError

EPILOG = """\b
Examples:
  newsgrep serve --open                       the page, in the browser
  newsgrep serve --index a/.newsgrep --index b/.newsgrep --port 9000
  curl 'http://127.0.0.1:8765/api/search?q=DEA+Mexico&limit=3'
  newsgrep serve --host 0.0.0.0 --password-file secret.txt   for others, too
\b
Only this machine can ask, unless --host says otherwise; then a token or password is needed,
which browsers ask for (any name will do). See docs/serve.md. Needs: pip install
'newsgrep[serve]'. Ctrl-C ends it.
"""
LEAST = 12
"""Characters that a token or password has to have."""


def serve(
    index: IndexesOption = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; 0.0.0.0 for everywhere.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")
    ] = 8765,
    token: Annotated[
        str,
        typer.Option(
            envvar="NEWSGREP_TOKEN",
            show_envvar=False,
            metavar="TOKEN",
            help="What whoever asks has to know. Default: $NEWSGREP_TOKEN.",
        ),
    ] = "",
    password_file: Annotated[
        str, typer.Option(metavar="FILE", help="A file with it, which no list of processes shows.")
    ] = "",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name that it may be asked under (repeatable)."),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Let nobody change anything.")
    ] = False,
    workers: Annotated[
        int, typer.Option(min=0, max=64, help="Processes that answer; 0 for one a core, 2 to 4.")
    ] = 0,
    timeout: ServeTimeoutOption = 10.0,
    memory: ServeMemoryOption = "2GB",
    open_page: Annotated[
        bool, typer.Option("--open", help="Open the page in the browser.")
    ] = False,
) -> None:
    """Serve the page and the API on this machine."""
    from newsgrep.archive import Archive
    from newsgrep.cli.extras import needed
    from newsgrep.cli.options import parse_size
    from newsgrep.cli.streams import environment

    needed("serve", "starlette", "uvicorn", "jinja2")
    from newsgrep.serve.server import address_of, bound
    from newsgrep.serve.server import serve as run
    from newsgrep.serve.settings import Settings, usual_workers

    here = environment()
    settings = Settings(
        indexes=tuple(index or ()),
        host=host,
        port=port,
        secret=_secret(token, password_file),
        names=tuple(name.lower() for name in allow_host or ()),
        read_only=read_only,
        workers=workers or usual_workers(),
        seconds=timeout,
        memory=parse_size("--memory", memory),
    )
    if not settings.on_loopback and not settings.secret:
        raise UsageError(
            f"--host {host} lets others ask, and they could read all there is",
            "give a --token or a --password-file",
        )
    with Archive(index) as archive:
        articles = archive.stats().totals.articles
    listening = bound(host, port)
    address = address_of(listening, settings)

    def ready() -> None:
        here.say(f"newsgrep: {articles:,} articles at {address} (Ctrl-C ends it)")
        if open_page:
            import webbrowser

            webbrowser.open(address)

    with listening:
        run(settings, listening, ready)


def _secret(token: str, password_file: str) -> str:
    """What has to be known. Raises :class:`UsageError` where that keeps nobody out."""
    secret = token
    if password_file:
        try:
            with open(password_file, encoding="utf-8") as file:
                secret = file.read(4096).strip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"--password-file {password_file}: {error}") from None
    if (token or password_file) and len(secret) < LEAST:
        raise UsageError(
            f"the token or password has {len(secret)} characters", f"it needs {LEAST} at least"
        )
    return secret
