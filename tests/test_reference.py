"""The pages made from the program are as the program is; the site builds, and its links lead on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import make_reference
import pytest

needs_zensical = pytest.mark.skipif(
    find_spec("zensical") is None, reason="the site needs zensical: pip install -e '.[docs]'"
)
ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", make_reference.PAGES)
def test_references_are_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == make_reference.PAGES[name](), "run: python tools/make_reference.py"


def test_every_command_and_every_name_has_its_place() -> None:
    import newsgrep
    from newsgrep.cli.main import COMMANDS

    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"\n## newsgrep {name}\n" not in page] == []
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    names = [name for name in newsgrep.__all__ if name != "__version__"]
    assert [name for name in names if f"\n## {name}\n" not in page] == []


def built(folder: Path) -> subprocess.CompletedProcess[str]:
    """The site of a folder with mkdocs.yml and docs/, built strictly into its site/."""
    return subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the documentation: a build writes beside it."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@needs_zensical
def test_the_site_builds(folder: Path) -> None:
    done = built(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {path.stem for path in (folder / "site").glob("*.html")}
    assert pages >= {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert (folder / "site" / "search.schema.json").is_file()
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in home, "a reader's browser asks nobody else"
    assert [page for page in pages - {"404"} if f'href="{page}.html"' not in home] == []


@needs_zensical
@pytest.mark.parametrize("link", ["missing.md", "query.md#no-such-heading"])
def test_a_broken_link_stops_the_build(folder: Path, link: str) -> None:
    with (folder / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[nowhere]({link})\n")
    assert built(folder).returncode == 1
