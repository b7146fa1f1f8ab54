"""``newsgrep config``: what is set otherwise, and by whom."""

from __future__ import annotations

import os

import typer

from newsgrep.cli.options import Color, ColorOption, IndexOption, JsonOption

EPILOG = """\b
Files, in the order in which they count:
  newsgrep.toml beside the index, or else in the working folder: of the project
  config.toml in ~/.config/newsgrep (macOS: ~/Library/Application Support/newsgrep,
  Windows: %LOCALAPPDATA%\\newsgrep), or where $NEWSGREP_CONFIG says: your own
Options count before variables, those before files. See docs/configuration.md
"""
config = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="What is set otherwise, and by whom."
)


@config.callback()
def about() -> None:
    """What is set, and where."""


@config.command("show")
def show(
    index: IndexOption = None, json: JsonOption = False, color: ColorOption = Color.auto
) -> None:
    """Show every setting, and where its value comes from."""
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.settings import check_all
    from newsgrep.cli.streams import environment
    from newsgrep.configuration import Configuration
    from newsgrep.storage.location import is_address, locate, shown_address

    here = environment(color.value, index)
    check_all(here.settings)
    named = index or os.environ.get("NEWSGREP_INDEX") or ""
    place = locate(index)
    if index:
        origin = "--index"
    elif os.environ.get("NEWSGREP_INDEX"):
        origin = "NEWSGREP_INDEX"
    else:
        origin = "nearest here or above" if place.is_dir() else "default, not there yet"
    form = "json" if json else "text"
    shown = shown_address(named) if is_address(named) else str(place)
    print_answer(here, Configuration, form, here.settings, shown, origin)
