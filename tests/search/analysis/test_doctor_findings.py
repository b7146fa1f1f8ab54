"""What ``doctor`` says of texts that were read, but look wrong."""

from __future__ import annotations

from pathlib import Path

from newsgrep import Archive


def test_texts_that_look_wrong_are_listed(tmp_path: Path) -> None:
    words = "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said. "
    broken = "Th e fe r ry fi r m so ld its l as t bo at to a bu y er on M on da y it sa id. "
    (tmp_path / "good.txt").write_text(f"Ferry sold\n\n{words * 10}")
    (tmp_path / "huge.txt").write_text(f"Ferries sold\n\n{words * 1500}")
    (tmp_path / "broken.txt").write_text(f"Boat\n\n{broken * 10}")
    with Archive(tmp_path / ".newsgrep") as archive:
        archive.index([tmp_path])
        found = {finding.name: finding.files for finding in archive.audit().findings}
    assert [Path(name).name for name in found["many in one"]] == ["huge.txt"]
    assert [Path(name).name for name in found["letters without words"]] == ["broken.txt"]
