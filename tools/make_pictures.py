"""Draws ``docs/pictures/``: what commands print on a terminal, of ``seeds/``, as SVG by Rich.

    python tools/make_pictures.py

Needs a system with pseudo-terminals. ``tests/test_pictures.py`` fails where a picture is not what
this would draw. How long a search took is left out: it differs from run to run.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from pathlib import Path

import on_terminal
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 80
COMMANDS = {
    "search": 'newsgrep search "DEA Mexico" -n 2',
    "timeline": "newsgrep timeline mexico vs colombia --by year",
    "facets": "newsgrep facets mexico --by source,person -n 4",
    "story": "newsgrep story seeds/wire-colombia-peace.txt",
}
"""Each picture's name, and the command that it shows."""
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_DURATION = re.compile(r" \((?:under )?[\d.,]+ m?s\)")
# A reader's browser asks nobody for a font.
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\n?", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "font-family: Fira Code, monospace", "font-family: ui-monospace, Menlo, Consolas, monospace"
)


def pictures(folder: Path) -> dict[str, str]:
    """Every picture by its name; ``folder`` is an empty one to work in."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    on_terminal.raw("newsgrep index -q seeds/", folder, WIDTH)
    return {name: _drawn(name, command, folder) for name, command in COMMANDS.items()}


def _drawn(name: str, command: str, folder: Path) -> str:
    printed = on_terminal.raw(command, folder, WIDTH).replace("\r\n", "\n")
    text = Text.from_ansi(_DURATION.sub("", _LINK.sub("", printed)).rstrip("\n"))
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True,
        color_system="standard", legacy_windows=False,
    )  # fmt: skip
    console.print(Text(f"$ {command}", style="bold"))
    console.print(text)
    return console.export_svg(title="newsgrep", code_format=_FORMAT, unique_id=f"newsgrep-{name}")


def main() -> None:
    """Write the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures(Path(folder)).items():
            (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")
            print(PICTURES / f"{name}.svg")


if __name__ == "__main__":
    main()
