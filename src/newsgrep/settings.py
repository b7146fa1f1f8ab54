"""The one table of settings: what a user may want otherwise, by file or variable.

The files' check, ``newsgrep config show`` and the documentation are made from it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from newsgrep.request import SORTS
from newsgrep.text.nearest import did_you_mean

NUMBER, TEXT, CHOICE, NAMES, STYLE = "number", "text", "choice", "names", "style"


class Setting(NamedTuple):
    """A setting: what it takes, and where it may be said."""

    kind: str
    default: Any
    help: str
    variable: str = ""
    """The variable of the environment that says it; empty for none."""
    private: bool = False
    """Whether only the user's own file may say it: what runs or opens something."""
    choices: tuple[str, ...] = ()


ROLES = (
    "rank", "title", "about", "path", "id", "match", "partial", "warning", "added", "removed",
    "italic", "bar", "bar2", "bar3", "bar4", "mark",
)  # fmt: skip
"""What of the output has a style of its own."""

SETTINGS: dict[str, Setting] = {
    "search.limit": Setting(NUMBER, 10, "hits to print, 0 for all", "NEWSGREP_LIMIT"),
    "search.sort": Setting(
        CHOICE, "relevance", "order of the hits", "NEWSGREP_SORT", choices=SORTS
    ),
    "search.format": Setting(TEXT, "text", "form of the hits", "NEWSGREP_FORMAT"),
    "output.color": Setting(
        CHOICE, "auto", "when to use colours", "NEWSGREP_COLOR",
        choices=("auto", "always", "never"),
    ),
    "output.columns": Setting(NAMES, (), "columns of CSV and TSV", "NEWSGREP_COLUMNS"),
    "output.link": Setting(
        TEXT, "", "what a path links to on a terminal", "NEWSGREP_LINK", private=True
    ),
    "alerts.exec": Setting(TEXT, "", "what alert run runs, as --exec", private=True),
    **{f"styles.{role}": Setting(STYLE, "", f"style of {role}") for role in ROLES},
}  # fmt: skip
"""Settings by table and key of the file."""

TABLES = ("sources", *dict.fromkeys(name.partition(".")[0] for name in SETTINGS))


class Value(NamedTuple):
    """What a setting is, and who says so."""

    value: Any
    origin: str
    """A file with its line, a variable, or ``default``."""


def wrong_with(name: str, value: object) -> str:
    """What is wrong with a value, in a sentence that begins with it; empty where nothing is."""
    setting = SETTINGS[name]
    if setting.kind == NUMBER:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 31:
            return f"{value!r} is no number of hits (0 for all)"
        return ""
    if setting.kind == NAMES:
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            return f'{value!r} is no list of names; write it as ["date", "title"]'
        return ""
    if not isinstance(value, str):
        return f"{value!r} is no text; put it in quotation marks"
    if not value.isprintable():
        return f"{value!r} has control characters"
    if setting.kind == CHOICE and value not in setting.choices:
        hint = did_you_mean(value, setting.choices)
        return f"{value!r} is not known; {hint}(one of {', '.join(setting.choices)})"
    if name == "output.link" and value and ("{path}" not in value or ":" not in value):
        return f"{value!r} is no address with {{path}} in it, as vscode://file{{path}}"
    return ""


def from_text(name: str, text: str) -> object:
    """A value as a variable of the environment has it: names stand with commas between them."""
    kind = SETTINGS[name].kind
    if kind == NUMBER:
        return int(text) if text.strip().isdecimal() else text
    if kind == NAMES:
        return [one.strip() for one in text.split(",") if one.strip()]
    return text
