"""``newsgrep alert``: saved searches, and what is new of them."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.completion import alerts
from newsgrep.cli.opening import opened
from newsgrep.cli.options import Color, ColorOption, IndexOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND, NewsgrepError, UsageError

EPILOG = """\b
Examples:
  newsgrep alert add port 'strike port' --since 2026    what is there counts as known
  newsgrep alert add court 'verdict w/s court' --feed court.xml
  newsgrep index && newsgrep alert run                  what came since
  newsgrep alert run port --exec 'jq -r .hits[].title | mail -s port desk@example.org'
  newsgrep search @port                                 all that matches
"""
alert = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Saved searches, and what is new of them."
)

NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME…", help="Names of alerts.", autocompletion=alerts),
]


@alert.command("add")
@asking()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the alert is called.")],
    asked: Asked = NOTHING,
    any_words: Annotated[
        bool, typer.Option("--any", help="Articles with any of the words; else with all.")
    ] = False,
    feed: Annotated[
        str, typer.Option(metavar="FILE", help="Keep a feed: FILE.xml (Atom) or FILE.json.")
    ] = "",
    backlog: Annotated[
        bool, typer.Option("--backlog", help="The first run tells what is there already.")
    ] = False,
) -> None:
    """Save a search; what matches already counts as told."""
    from newsgrep.cli.delivering import check_feed, write_feed
    from newsgrep.cli.streams import environment
    from newsgrep.render.alerts import filters

    if feed:
        check_feed(feed)
    request = asked.request(mode="any" if any_words else "all", limit=None, copies="show")
    if not (request.query.strip() or filters(request)):
        raise UsageError(
            "an alert needs a query", "newsgrep alert add NAME QUERY, * for everything"
        )
    here = environment()
    with opened(here, asked.indexes) as archive:
        saved = archive.alerts.add(name, request, feed, backlog=backlog)
        if feed:
            try:
                write_feed(feed, saved, archive.alerts)
            except NewsgrepError:
                archive.alerts.remove([name])
                raise
        known = (
            "" if backlog or not archive.folder.exists() else "; what matches now counts as told"
        )
    here.say(f"added {name}{known}")


@alert.command("list")
def list_all(
    index: IndexOption = None, json: JsonOption = False, color: ColorOption = Color.auto
) -> None:
    """List all alerts."""
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.told import Alert

    here = environment(color.value, index)
    with opened(here, index) as archive:
        found = archive.alerts.all()
    print_answer(here, Alert, "json" if json else "text", found)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)


@alert.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An alert.", autocompletion=alerts)],
    index: IndexOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show an alert, and what it told last."""
    from newsgrep.cli.delivering import print_delivery
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.told import Alert

    here = environment(color.value, index)
    with opened(here, index) as archive:
        print_answer(here, Alert, "json" if json else "text", [archive.alerts.get(name)])
        for news in archive.alerts.file.entries(name)[:1]:
            if not json:
                here.write(["\n"])
                print_delivery(archive, here, news, "text")


@alert.command("remove")
def remove(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME…", help="Names of alerts.", autocompletion=alerts)
    ],
    index: IndexOption = None,
    dry_run: Annotated[
        bool, typer.Option("-n", "--dry-run", help="Say what would be removed; remove nothing.")
    ] = False,
) -> None:
    """Remove alerts, and what is kept for them; feeds stay as they are."""
    from newsgrep.cli.streams import environment

    here = environment()
    with opened(here, index) as archive:
        if dry_run:
            gone = [archive.alerts.get(name) for name in names]
        else:
            gone = archive.alerts.remove(names)
    for one in gone:
        here.say(
            f"{'would remove' if dry_run else 'removed'} {one.name} ({one.request.query or '*'})"
        )


@alert.command("run")
def run(
    names: NamesArgument = None,
    index: IndexOption = None,
    command: Annotated[
        str,
        typer.Option(
            "--exec",
            metavar="CMD",
            help="Run it for each alert with news, with the news as JSON on its standard input.",
        ),
    ] = "",
    feed: Annotated[
        str, typer.Option(metavar="FILE", help="Write a feed of one alert: FILE.xml or FILE.json.")
    ] = "",
    wait: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="How long to wait for another run.")
    ] = 60.0,
    dry_run: Annotated[
        bool, typer.Option("-n", "--dry-run", help="Tell what is new, and let it stay new.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print nothing.")] = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Tell what was indexed since the last run and matches; by default of all alerts."""
    from newsgrep.cli.delivering import feed_form, print_delivery, teller
    from newsgrep.cli.streams import environment

    if feed:
        feed_form(feed)
        if len(names or ()) != 1:
            raise UsageError(
                "--feed is of one alert", "name it: newsgrep alert run NAME --feed FILE"
            )
    here = environment(color.value, index)
    form = "quiet" if quiet else "json" if json else "text"
    with opened(here, index) as archive:
        tell = teller(archive, here, command=command, feed=feed, form=form)
        if dry_run:
            tell = lambda news: print_delivery(archive, here, news, form)  # noqa: E731
        count = archive.alerts.run(names or (), tell, wait, dry_run=dry_run)
        if not count and not quiet and not json:
            here.say(
                "nothing new"
                if archive.alerts.all()
                else "no alerts; make one with: newsgrep alert add NAME QUERY"
            )
    raise typer.Exit(EXIT_FOUND if count else EXIT_NOTHING_FOUND)
