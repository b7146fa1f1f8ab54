"""Options that several commands share, each with its help beside it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.completion import syntaxes, values_of
from newsgrep.errors import UsageError

if TYPE_CHECKING:
    from newsgrep.ingest.formats.documents.recognition import Ocr


class Color(StrEnum):
    """When to use colours; ``auto`` on a terminal that wants them."""

    auto = "auto"
    always = "always"
    never = "never"


IndexOption = Annotated[
    str | None,
    typer.Option(
        "--index",
        metavar="DIR",
        help="The index: a folder, or https://host:9200/NAME. Default: $NEWSGREP_INDEX, else the "
        "nearest .newsgrep at or above here.",
        autocompletion=completion.folders,
    ),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colours.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV.")]


def counts_form(*, json: bool, as_csv: bool, drawn: bool) -> str:
    """The form of counts: bars where they are ``drawn``, CSV elsewhere and where asked for."""
    return "json" if json else "text" if drawn and not as_csv else "csv"


PathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH…",
        help="Files and folders; - for a list on standard input.",
        autocompletion=completion.files,
    ),
]

_UNITS = {"": 1, "k": 1000, "m": 1000**2, "g": 1000**3}


def parse_size(option: str, text: str) -> int:
    """Bytes of ``512``, ``64MB``, ``1.5g``. A bare number is megabytes. Raises UsageError."""
    stripped = text.strip().lower().removesuffix("b").removesuffix("i")
    unit = stripped[-1:] if stripped[-1:] in ("k", "m", "g") else ""
    try:
        value = float(stripped.removesuffix(unit) if unit else stripped)
    except ValueError:
        raise UsageError(f"{option} {text!r} is not a size", "write it like 512MB or 2GB") from None
    if not 0 < value < 1e9:
        raise UsageError(f"{option} {text!r} is not a size", "write it like 512MB or 2GB")
    return int(value * (_UNITS[unit] if unit else _UNITS["m"]))


NamesOption = Annotated[
    str,
    typer.Option(
        metavar="HOW",
        help="What finds names: rules, none or spacy:MODEL.",
        autocompletion=completion.one_of(("rules", "none", "spacy:")),
    ),
]
TimeoutOption = Annotated[
    float,
    typer.Option(min=0, metavar="SECONDS", help="Time that one article may take; 0 for any."),
]
KeepAllOption = Annotated[
    bool,
    typer.Option("--keep-all", help="Keep all text of web pages that is not navigation."),
]
OcrOption = Annotated[
    bool,
    typer.Option("--ocr", help="Recognise scanned PDFs and pictures of clippings, by tesseract."),
]
OcrLangOption = Annotated[
    str,
    typer.Option(
        "--ocr-lang", metavar="LANGS", help="In these languages (deu+eng). Default: all it has."
    ),
]
OcrTimeoutOption = Annotated[
    float,
    typer.Option(
        "--ocr-timeout", min=0, metavar="SECONDS", help="Time that one scanned page may take."
    ),
]


def ocr_of(ocr: bool, languages: str, seconds: float) -> Ocr | None:
    """How pages are recognised; None without ``--ocr``. Raises :class:`UsageError`."""
    if not ocr:
        if languages:
            raise UsageError("--ocr-lang says in which languages to recognise", "add --ocr")
        return None
    from newsgrep.ingest.formats.documents.recognition import Ocr

    return Ocr(languages, seconds)


ServeTimeoutOption = Annotated[
    float,
    typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Time that a question may take."),
]
ServeMemoryOption = Annotated[
    str, typer.Option("--memory", metavar="SIZE", help="Memory that each process may take.")
]
QueryArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="QUERY…",
        help="What to look for; * for everything, @NAME for what an alert asks.",
        autocompletion=completion.query,
    ),
]
IndexesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--index",
        metavar="DIR",
        help="An index; several are searched as one (repeatable).",
        autocompletion=completion.folders,
    ),
]
SinceOption = Annotated[str, typer.Option(metavar="DATE", help="Published then or later.")]
UntilOption = Annotated[str, typer.Option(metavar="DATE", help="Published then or before.")]
AuthorOption = Annotated[
    str,
    typer.Option(metavar="NAME", help="By this author.", autocompletion=values_of("author")),
]
SourceOption = Annotated[
    str,
    typer.Option(metavar="NAME", help="From this publication.", autocompletion=values_of("source")),
]
LangOption = Annotated[
    str,
    typer.Option(
        metavar="CODE", help="In this language (en, es, …).", autocompletion=values_of("lang")
    ),
]
PathOption = Annotated[
    str, typer.Option(metavar="GLOB", help="In files like this.", autocompletion=completion.files)
]
SyntaxOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="The query's language: newsgrep, nexis, factiva, google.",
        autocompletion=syntaxes,
    ),
]
NoExpandOption = Annotated[
    bool, typer.Option("--no-expand", help="An acronym is not its long form, nor the other way.")
]
