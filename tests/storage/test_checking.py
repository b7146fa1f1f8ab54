"""An index verified and repaired, in process; `tests/torture` has damage of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgrep import Archive, Options
from newsgrep.errors import NoIndexFound, UsageError


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Four articles in two segments."""
    archive = Archive(tmp_path / "index")
    for part in ("a", "b"):
        folder = tmp_path / part
        folder.mkdir()
        for number in range(2):
            text = f"Ferry {part}{number}\n\nThe ferry {part}{number} sailed to Orlo on Monday."
            (folder / f"{number}.txt").write_text(text)
        archive.index([folder])
    archive.close()
    return archive


def files(archive: Archive, ending: str) -> list[Path]:
    return sorted(archive.folder.path.glob(f"*{ending}"))


def flip(path: Path) -> None:
    """Change one bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 4
    path.write_bytes(bytes(data))


def test_a_sound_index(archive: Archive) -> None:
    checked = archive.check()
    assert (checked.damages, checked.articles) == ((), 4)
    named = archive.folder.manifest().files()
    assert checked.files == len(named) + 1, "and the manifest"
    assert checked.bytes == sum((archive.folder.path / name).stat().st_size for name in named)


def test_there_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(NoIndexFound):
        Archive(tmp_path / "none").check()


@pytest.mark.parametrize("ending", [".seg", ".files", ".clusters"])
@pytest.mark.parametrize("harm", ["flip", "truncate", "remove"])
def test_a_damaged_file_is_named_and_repaired(archive: Archive, ending: str, harm: str) -> None:
    named = archive.folder.manifest().files()
    bad = next(path for path in files(archive, ending) if path.name in named)
    if harm == "flip":
        flip(bad)
    elif harm == "truncate":
        bad.write_bytes(bad.read_bytes()[:-9])
    else:
        bad.unlink()
    (damage,) = archive.check().damages
    assert damage.file == bad.name
    assert bad.name in damage.reason
    archive.repair()
    assert archive.check().damages == ()
    again = Archive(archive.folder.path)
    assert again.count("ferry") == 4
    assert again.count("a1") == again.count("b0") == 1


def test_a_damaged_manifest(archive: Archive) -> None:
    manifest = archive.folder.path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"articles": 2', '"articles": 3', 1))
    (damage,) = archive.check().damages
    assert damage.file == "manifest.json"
    notes: list[object] = []
    report = archive.repair(tell=notes.append)
    assert any("everything is read anew" in str(note) for note in notes)
    assert (report.articles, report.added) == (4, 4)
    assert archive.check().damages == ()


def test_a_manifest_that_does_not_even_tell_what_was_indexed(archive: Archive) -> None:
    (archive.folder.path / "manifest.json").write_bytes(b"\0" * 900)
    with pytest.raises(UsageError, match="nothing to index"):
        archive.repair()
    assert archive.index([archive.folder.root / "a"], Options(rebuild=True)).articles == 2


def test_the_good_segments_are_kept(archive: Archive) -> None:
    _, bad = (archive.folder.path / ref.name for ref in archive.folder.manifest().segments)
    flip(bad)
    notes: list[object] = []
    report = archive.repair(tell=notes.append)
    assert any("1 damaged of 2 segments left out; 2 files are read again" in str(n) for n in notes)
    assert report.articles == 4


def test_repairing_a_sound_index_changes_nothing(archive: Archive) -> None:
    report = archive.repair()
    assert (report.articles, report.added) == (4, 0)
