"""What ``doctor`` says of texts that were read, but look wrong."""

from __future__ import annotations

import json
import os
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


def test_files_are_told_in_order_of_their_names_whenever_they_were_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "index")
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Story {name}\n\nA text of {name}.")
        archive.index([tmp_path / f"{name}.txt"])
    lines = [json.dumps({"title": f"Story {n}", "text": f"Text {n}."}) for n in range(12)]
    (tmp_path / "0.jsonl").write_text("\n".join(lines), encoding="utf-8")
    archive.index([tmp_path / "0.jsonl"])
    found = {finding.name: finding.files for finding in archive.audit().findings}
    names = [file.rpartition(os.sep)[2] for file in found["no date"]]
    assert names == [*(f"0.jsonl#{n}" for n in range(1, 13)), "a.txt", "b.txt", "c.txt"]
