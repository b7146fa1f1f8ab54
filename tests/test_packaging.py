"""What is built is what runs: sdist and wheel, from the files to an answer.

Nothing is fetched: the build uses this environment's hatchling, and the environment that the wheel
is installed into sees this one's packages through a ``.pth`` file. So it has newsgrep from the
wheel, and all else as it is tested here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from conftest import SEEDS, environment

from newsgrep import __version__

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """What a command that must succeed prints."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and the wheel that was built from it."""
    source = tmp_path_factory.mktemp("source") / "newsgrep"
    # What a clone has: git's files, so that nothing else gets into it.
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    names = [name.decode() for name in listed.stdout.split(b"\0") if name]
    if not names:
        pytest.skip("no clone: git lists no files here")
    for name in names:
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist", cwd=source)
    return source / "dist"


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


def test_names_and_descriptions_pass_twine(built: Path) -> None:
    files = sorted(path.name for path in built.iterdir())
    assert files == [
        f"newsgrep-{__version__}-py3-none-any.whl", f"newsgrep-{__version__}.tar.gz"
    ]  # fmt: skip
    printed = run(sys.executable, "-m", "twine", "check", "--strict", *files, cwd=built)
    assert printed.count("PASSED") == 2


def test_the_wheel_has_the_package_and_nothing_else(wheel: Path) -> None:
    package = ROOT / "src" / "newsgrep"
    about = f"newsgrep-{__version__}.dist-info"
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
        metadata = Parser().parsestr(file.read(f"{about}/METADATA").decode())
    data = f"newsgrep-{__version__}.data"
    assert {name.split("/")[0] for name in names} == {"newsgrep", about, data}
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "man").rglob("*.[17]")}
    assert {name for name in names if name.startswith(data)} == {
        f"{data}/data/share/{page}" for page in pages
    }
    sources = {f"newsgrep/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")}
    assert sources <= names
    assert {"newsgrep/py.typed", "newsgrep/ingest/extract/names/gazetteer.txt"} <= names
    assert {f"newsgrep/docs/{topic}.md" for topic in ("query", "json", "formats")} <= names
    others = re.compile(r"(^|/)tests?/|__pycache__|\.pyc|seeds")
    assert [name for name in names if others.search(name)] == []
    assert (metadata["Version"], metadata["Requires-Python"]) == (__version__, ">=3.11")


def test_the_sdist_has_what_tests_and_documentation_need(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    for needed in (
        "pyproject.toml", "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
        "Makefile", "mkdocs.yml", "docs/query.md", "docs/search.schema.json", "tests/conftest.py",
        "tools/make_reference.py", "seeds/briefs.jsonl", "bench/run.py",
    ):  # fmt: skip
        assert needed in names
    assert not [name for name in names if name.startswith((".venv", ".newsgrep", "dist"))]


def test_an_installed_wheel_answers(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False, symlinks=sys.platform != "win32")
    python = next((tmp_path / "env").glob("[bS]*/python*"))
    site = Path(
        run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path)
        .strip()
    )  # fmt: skip
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps",
        "--disable-pip-version-check", wheel, cwd=tmp_path)  # fmt: skip
    # The packages alone: the .pth file of an editable install among them is not followed.
    (site / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
    newsgrep = next(python.parent.glob("newsgrep*"))
    where = run(python, "-c", "import newsgrep; print(newsgrep.__file__)", cwd=tmp_path).strip()
    assert Path(where).is_relative_to(site)
    assert run(newsgrep, "--version", cwd=tmp_path).startswith(f"newsgrep {__version__} ")
    run(newsgrep, "index", "--quiet", SEEDS, cwd=tmp_path)
    found = run(newsgrep, "search", "DEA Mexico", "--format", "{title}", "-n", "1", cwd=tmp_path)
    assert found.strip() == "Mexico Weighs Its Strongest Card: Shared Intelligence"
    assert "The query language" in run(newsgrep, "help", "query", cwd=tmp_path)
    manual = tmp_path / "env" / "share" / "man"
    assert (manual / "man1" / "newsgrep-search.1").is_file()
    assert (manual / "man7" / "newsgrep-query.7").is_file()


def test_the_readme_installs_from_the_clone() -> None:
    """newsgrep is on no index: a line that names it there would fail."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    installs = re.findall(r"(?:pipx|pip) install (?:-\S+ )*([^\s`]+)", text)
    assert installs
    assert {name.strip("'").partition("[")[0] for name in installs} == {"."}
