"""What ``bench/`` writes of real articles that are brought from outside."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import real

BODY = "The quay is shut. Nobody knows why.\n\nShips wait. Crews play cards.\n\nIt rains."


def test_real_articles_are_written_as_files(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text(f"Quay shut\n\n{BODY}")
    record = {"title": "Quay open", "dateline": "LEEDS, March 3 -", "text": BODY}
    (corpus / "more.jsonl").write_text(json.dumps(record) + '\n{"title": "no text"}\n')
    (corpus / "page.html.gz").write_bytes(gzip.compress(b"<p>Quay</p>"))

    assert real.write([corpus], tmp_path / "files", times=2) == 4
    assert real.write_pages([corpus], tmp_path / "pages") == 1

    texts = {str(f.relative_to(tmp_path / "files").parts[0]) + f.stem: f.read_text()
             for f in (tmp_path / "files").rglob("*.txt")}  # fmt: skip
    assert texts["00corpus-one"] == f"Quay shut\n\n{BODY}"
    assert texts["00corpus-more-0"].startswith("Quay open\n\nLEEDS, March 3 - The quay is shut.")
    copy = texts["01corpus-one"]
    assert copy.startswith("Quay shut\n\nThe quay is shut. Nobody knows why.\n\n")
    assert sorted(copy.split()) == sorted(texts["00corpus-one"].split())
    assert (tmp_path / "pages" / "page.html").read_bytes() == b"<p>Quay</p>"
