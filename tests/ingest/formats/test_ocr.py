"""Scanned PDFs and pictures of clippings, recognised by tesseract where ``--ocr`` asks for it.

Most of these put a program of their own on the PATH that calls itself tesseract, so that they can
tell how often it was asked, and make it slow or unsure. The last ones ask the real one.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import format_samples as samples
import pytest
from conftest import Command

from newsgrep.ingest.formats.documents import recognised_pages, tesseract
from newsgrep.ingest.formats.documents.page_lines import Line, flowing
from newsgrep.ingest.formats.documents.tesseract import Grey, Recognised

PIL = pytest.importorskip("PIL.Image")

FAKE = '''\
import os, sys, time
if "--list-langs" in sys.argv:
    print("List of available languages in \\"/usr/share/tessdata/\\" (2):")
    print(os.environ.get("FAKE_LANGS", "eng").replace("+", "\\n"))
    sys.exit()
with open(os.environ["FAKE_LOG"], "a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
data = sys.stdin.buffer.read()
assert data.startswith(b"P5\\n"), data[:20]
width, height = map(int, data.split(b"\\n")[1].split())
width -= width % 10  # a page of a PDF may be drawn a dot wider
if width == 640:
    time.sleep(60)
if width == 720:
    sys.exit("Error opening data file")
sure = 41.5 if width == 800 else 93.0
head = """Port Ellis to close its quay
By Jane Doe
The Courier, 20 February 2017"""
text = """The terminal will close in the autumn, the board of the port said on Mon-
day. Some forty people work there, most of them for twenty years or more."""
if width not in (500, 800):
    # Another page of the same story.
    head = ""
    name = "".join(chr(97 + int(digit)) * 3 for digit in str(width))
    text = """Miss %s of the %s boats tells what she thinks of all this, and that
the board of %s has never asked for %s in her long life.""" % (name, name, name, name)
lines = [line.split() for line in (head + "\\n" + text).strip().splitlines()]
first = len(head.splitlines())
print("level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext")
print("1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t%d\\t%d\\t-1\\t" % (width, height))
block = 1
for n, line in enumerate(lines):
    block += n <= first
    x = 10
    for m, word in enumerate(line):
        print("5\\t1\\t%d\\t1\\t%d\\t%d\\t%d\\t%d\\t%d\\t%d\\t%s\\t%s" % (
            block, n, m + 1, x, 40 * n, 10 * len(word), 20, sure, word))
        x += 10 * len(word) + 10
'''


class Scanner:
    """A folder to index, and a program on the PATH that says it is tesseract."""

    def __init__(self, folder: Path, run: Command) -> None:
        self.folder = folder / "scans"
        self.folder.mkdir()
        self.log = folder / "asked.log"
        programs = folder / "programs"
        programs.mkdir()
        (programs / "fake.py").write_text(FAKE)
        if os.name == "nt":
            (programs / "tesseract.cmd").write_text(
                f'@"{sys.executable}" "{programs / "fake.py"}" %*\r\n'
            )
        else:
            (programs / "tesseract").write_text(
                f'#!/bin/sh\nexec "{sys.executable}" "{programs / "fake.py"}" "$@"\n'
            )
            (programs / "tesseract").chmod(0o755)
        self._env = {"PATH": str(programs), "FAKE_LOG": str(self.log)}
        self._run = run

    def __call__(self, *arguments: str, **env: str):  # type: ignore[no-untyped-def]
        return self._run(*arguments, **{**self._env, **env})

    @property
    def asked(self) -> int:
        """How many pages were recognised."""
        return len(self.log.read_text().splitlines()) if self.log.exists() else 0


@pytest.fixture
def scanner(tmp_path: Path, inside: Command, monkeypatch: pytest.MonkeyPatch) -> Scanner:
    """Commands that read all files in this process, as they read plain ones."""
    monkeypatch.setattr("newsgrep.ingest.parallelism.is_plain", lambda path: True)
    # A process finds out once which languages there are.
    tesseract.settled.cache_clear()
    tesseract._installed.cache_clear()
    return Scanner(tmp_path, inside)


@pytest.fixture
def in_processes(tmp_path: Path, newsgrep: Command) -> Scanner:
    """Commands as a user runs them: scans are read by processes of their own."""
    return Scanner(tmp_path, newsgrep)


def picture(width: int = 500, height: int = 300, shade: int = 230) -> Any:
    return PIL.new("L", (width, height), shade)


def scanned_pdf(*widths: int) -> bytes:
    """A PDF with a picture as each page, none like the other."""
    pages = [picture(width, 300, 200 + at) for at, width in enumerate(widths)]
    out = io.BytesIO()
    # At 300 dots an inch a page is asked for with as many pixels as its picture has.
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=300)
    return out.getvalue()


def facts(scanner: Scanner, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(scanner("show", f"scans/{name}", "--json").out)
    return found


def test_a_scanned_pdf_is_said_to_be_one_and_read_when_asked_for(scanner: Scanner) -> None:
    (scanner.folder / "old.pdf").write_bytes(scanned_pdf(500))
    (scanner.folder / "told.txt").write_text("A headline\n\nA text of some words.\n")
    without = scanner("index", "scans")
    told = (
        "1 could not be read as a whole (newsgrep stats --failed), 1 of them scanned: --ocr reads"
    )
    assert told in without.err
    assert scanner("stats", "--failed").out == "scans/old.pdf: scanned: --ocr reads it\n"
    assert json.loads(scanner("index", "scans", "--json", "-q").out)["scanned"] == 0  # told before
    # The file has not changed, and yet there is more to be read of it now.
    assert "would read 1 file" in scanner("index", "scans", "--ocr", "--dry-run").err
    assert "1 added, 1 unchanged" in scanner("index", "scans", "--ocr").err
    found = facts(scanner, "old.pdf")
    assert found["title"] == "Port Ellis to close its quay"
    assert (found["authors"], found["source"]) == (["Jane Doe"], "The Courier")
    assert found["date"] == "2017-02-20"
    assert found["text"] == (
        "The terminal will close in the autumn, the board of the port said on Monday. Some forty "
        "people work there, most of them for twenty years or more."
    )
    assert found["facts"]["text"] == {
        "origin": "recognised by tesseract, eng",
        "confidence": 0.93,
    }
    assert found["facts"]["title"]["confidence"] < 0.93
    why = scanner("show", "scans/old.pdf", "--why").out
    assert "recognised by tesseract, eng, 93% sure" in " ".join(why.split())
    assert scanner("stats", "--failed").code == 1


def test_no_page_is_recognised_twice(in_processes: Scanner) -> None:
    scanner = in_processes
    (scanner.folder / "a.pdf").write_bytes(scanned_pdf(500, 510))
    scanner("index", "scans", "--ocr")
    assert scanner.asked == 2
    shutil.copy(scanner.folder / "a.pdf", scanner.folder / "b.pdf")
    assert "2 added" in scanner("index", "--ocr", "--rebuild").err
    assert scanner("extract", "scans/a.pdf", "--ocr").code == 0
    assert scanner.asked == 2
    # In another language it is another reading.
    scanner("index", "--ocr", "--rebuild", "--ocr-lang", "deu", FAKE_LANGS="deu+eng")
    assert scanner.asked == 4
    # What is damaged is recognised again.
    kept = [path for path in (scanner.folder.parent / ".newsgrep/ocr").rglob("*") if path.is_file()]
    assert len(kept) == 4
    for path in kept:
        path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    assert "2 added" in scanner("index", "--ocr", "--rebuild").err
    assert scanner.asked == 6


def test_pictures_are_read_when_asked_for(scanner: Scanner) -> None:
    for name in ("clip.png", "clip.jpg", "clip.gif", "clip.bmp", "clip.webp"):
        picture(500 + len(name) + ord(name[5])).save(scanner.folder / name)
    frames = [picture(500), picture(610)]
    frames[0].save(scanner.folder / "two.tiff", save_all=True, append_images=frames[1:])
    picture(60, 20).save(scanner.folder / "button.png")
    (scanner.folder / "broken.jpg").write_bytes(b"\xff\xd8\xff" + b"x" * 5000)
    assert "passed over 8 files of other kinds" in scanner("index", "scans").err
    done = scanner("index", "scans", "--ocr")
    assert "6 added" in done.err
    assert "passed over 1 file of other kinds" in done.err  # the button
    assert "broken.jpg: a damaged picture" in done.err
    assert scanner.asked == 7
    text = str(facts(scanner, "two.tiff")["text"])
    assert "The terminal will close" in text
    assert "the gggbbbaaa boats" in text
    # They stay when a later run does not ask for them.
    assert "6 articles in" in scanner("index", "scans").err


def test_a_picture_that_is_named_is_not_passed_over_in_silence(scanner: Scanner) -> None:
    picture().save(scanner.folder / "clip.png")
    named = scanner("index", "scans/clip.png")
    assert "clip.png: a picture: --ocr reads what is printed on it" in named.err
    assert "1 added" in scanner("index", "scans/clip.png", "--ocr").err


def test_a_page_that_takes_too_long_or_fails_costs_no_other(scanner: Scanner) -> None:
    (scanner.folder / "a.pdf").write_bytes(scanned_pdf(500, 640, 720, 510))
    done = scanner("index", "scans", "--ocr", "--ocr-timeout", "3")
    assert "1 added" in done.err
    assert "page 2: took longer to recognise than --ocr-timeout allows (3 s)" in done.err
    assert "page 3: tesseract ended with 1 (Error opening data file)" in done.err
    found = facts(scanner, "a.pdf")
    assert "The terminal will close" in found["text"]
    assert "the fffbbbaaa boats" in found["text"]
    origin = found["facts"]["text"]["origin"]
    assert origin == "2 of 4 pages recognised by tesseract, eng"


def test_recognising_takes_none_of_an_articles_own_time(scanner: Scanner) -> None:
    (scanner.folder / "a.pdf").write_bytes(scanned_pdf(500, 640, 510))
    done = scanner("index", "scans", "--ocr", "--timeout", "2", "--ocr-timeout", "4")
    assert "1 added" in done.err
    assert "a.pdf: page 2: took longer to recognise than --ocr-timeout" in done.err


TOLD = "This page has a text of its own, in which the board answers. It says that it has asked."


def test_scanned_pages_among_others_are_not_lost_in_silence(scanner: Scanner) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    joined = pypdfium2.PdfDocument.new()
    told = samples.pdf([[(60, 700, 12, "Told in words"), (60, 660, 10, TOLD)]])
    for data in (told, scanned_pdf(510)):
        joined.import_pages(pypdfium2.PdfDocument(data))
    joined.save(str(scanner.folder / "a.pdf"))
    done = scanner("index", "scans")
    assert "a.pdf: 1 of 2 pages scanned: --ocr reads it" in done.err
    assert facts(scanner, "a.pdf")["title"] == "Told in words"
    assert "1 changed" in scanner("index", "scans", "--ocr").err
    found = facts(scanner, "a.pdf")
    assert TOLD in str(found["text"])
    assert "the fffbbbaaa boats" in found["text"]


def test_unsure_pages_are_told_and_listed(scanner: Scanner) -> None:
    (scanner.folder / "a.pdf").write_bytes(scanned_pdf(500, 800))
    picture(800).save(scanner.folder / "b.png")
    (scanner.folder / "c.pdf").write_bytes(scanned_pdf(500))
    scanner("index", "scans", "--ocr")
    origin = facts(scanner, "a.pdf")["facts"]["text"]["origin"]
    assert origin == "recognised by tesseract, eng; unsure: page 2 (42%)"
    listed = scanner("doctor", "--list", "uncertain scan").out.split()
    assert sorted(listed) == ["scans/a.pdf", "scans/b.png"]


def test_scans_in_archives(in_processes: Scanner) -> None:
    scanner = in_processes
    clip = io.BytesIO()
    picture().save(clip, "PNG")
    inside: dict[str, bytes | str] = {
        "a.pdf": scanned_pdf(510),
        "clip.png": clip.getvalue(),
        "note.txt": b"A note.\n\nYes.",
    }
    (scanner.folder / "all.zip").write_bytes(samples.zipped(inside))
    done = scanner("index", "scans")
    assert "all.zip#1: a.pdf: scanned: --ocr reads it" in done.err
    assert "1 added" in done.err
    assert "3 changed" in scanner("index", "--ocr").err


@pytest.mark.parametrize(
    ("arguments", "env", "told", "advice"),
    [
        (["--ocr"], {"PATH": ""}, "--ocr needs tesseract, which is not on the PATH", "apt install"),
        (["--ocr", "--ocr-lang", "fra"], {}, "tesseract has no language 'fra'; it has: eng",
         "apt install tesseract-ocr-fra"),
        (["--ocr"], {"FAKE_LANGS": "ara+deu+eng+fra+osd+spa"},
         "tesseract has 5 languages; say which to read", "--ocr-lang ara+deu"),
        (["--ocr-lang", "fra"], {}, "--ocr-lang says in which languages to recognise", "add --ocr"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["index", "extract"])
def test_what_is_missing_is_said_before_anything_is_read(
    scanner: Scanner,
    command: str,
    arguments: list[str],
    env: dict[str, str],
    told: str,
    advice: str,
) -> None:
    (scanner.folder / "a.pdf").write_bytes(scanned_pdf(500))
    done = scanner(command, "scans", *arguments, **env)
    assert done.code == 2
    first, second = done.err.splitlines()
    assert told in first
    assert advice in second


def test_the_languages_that_are_installed_are_asked_for(scanner: Scanner) -> None:
    (scanner.folder / "a.pdf").write_bytes(scanned_pdf(500))
    scanner("index", "scans", "--ocr", FAKE_LANGS="eng+deu+osd")
    assert "-l deu+eng " in scanner.log.read_text()


def test_a_page_that_may_lie_on_its_side_is_looked_at_again(scanner: Scanner) -> None:
    picture(800).save(scanner.folder / "b.png")
    scanner("index", "scans", "--ocr", FAKE_LANGS="eng+osd")
    first, second = scanner.log.read_text().splitlines()
    assert "--psm" not in first
    assert "--psm 1" in second


def test_the_oldest_pages_go_where_there_are_too_many(tmp_path: Path) -> None:
    page = Recognised((Line(0, 0, 1, 1, "word", 1),), 0.9, 1)
    for number in range(20):
        key = recognised_pages.key_of(Grey(2, 1, bytes((number, 1))), "eng")
        recognised_pages.keep(tmp_path, key, page)
        path = next(p for p in tmp_path.rglob("*") if p.is_file() and p.stat().st_mtime > 2000)
        os.utime(path, (number, number))
    size = sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
    recognised_pages.trim(tmp_path, size)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 20
    recognised_pages.trim(tmp_path, size // 2)
    left = sorted(path.stat().st_mtime for path in tmp_path.rglob("*") if path.is_file())
    assert left == list(range(12, 20))


Turn = Callable[[int, int, int, int], tuple[int, int, int, int]]


@pytest.mark.parametrize(
    "turn",
    [
        lambda left, top, right, bottom: (left, top, right, bottom),
        lambda left, top, right, bottom: (-bottom, left, -top, right),
        lambda left, top, right, bottom: (top, -right, bottom, -left),
        lambda left, top, right, bottom: (-right, -bottom, -left, -top),
    ],
    ids=["upright", "to the right", "to the left", "on its head"],
)
def test_boxes_of_a_turned_page_are_turned_back(turn: Turn) -> None:
    rows = [("By Jane Doe", 0), ("The Courier, Monday, 20 February 2017, page four", 30)]
    table = ["level"]
    for line, (text, y) in enumerate(rows):
        x = 0
        for word in text.split():
            left, top, right, bottom = turn(x, y, x + 10 * len(word), y + 20)
            box = f"{left}\t{top}\t{right - left}\t{bottom - top}"
            table.append(f"5\t1\t1\t1\t{line}\t1\t{box}\t90\t{word}")
            x += 10 * len(word) + 10
    found = tesseract._read("\n".join(table))
    assert flowing([list(found.lines)]) == "\n\n".join(text for text, _ in rows)


REAL = shutil.which("tesseract")
needs_tesseract = pytest.mark.skipif(REAL is None, reason="tesseract is not installed")


def printed(lines: list[tuple[str, int]], turned: int = 0) -> bytes:
    """A picture of some lines of print, each with its size."""
    from PIL import ImageDraw, ImageFont

    page = PIL.new("L", (1500, 900), 255)
    draw, y = ImageDraw.Draw(page), 60
    for text, size in lines:
        draw.text((80, y), text, font=ImageFont.load_default(size=size), fill=0)
        y += int(1.6 * size)
    out = io.BytesIO()
    page.rotate(turned, expand=True, fillcolor=255).save(out, "PNG")
    return out.getvalue()


@needs_tesseract
@pytest.mark.parametrize("turned", [0, 90])
def test_a_clipping_by_the_real_tesseract(tmp_path: Path, newsgrep: Command, turned: int) -> None:
    told = newsgrep("index", "--ocr", "--ocr-lang", "eng", str(tmp_path))
    if "has no language" in told.err:
        pytest.skip("tesseract has no English")
    if turned and "osd" not in tesseract._installed(str(REAL)):
        pytest.skip("tesseract has no data to tell how a page lies")
    text = [
        ("Harbour board to vote on new quay", 60), ("", 30),
        ("By Anna Poe", 32), ("The Harbour Times, March 3, 1987", 32), ("", 30),
        ("The harbour board will vote on Tuesday on a plan to build a", 32),
        ("quay for ferries, after months of argument between fisher-", 32),
        ("men and the shipping companies, officials said.", 32),
    ]  # fmt: skip
    (tmp_path / "clip.png").write_bytes(printed(text, turned))
    assert newsgrep("index", "--ocr", "--ocr-lang", "eng", str(tmp_path)).code == 0
    found = json.loads(newsgrep("show", "clip.png", "--json").out)
    assert found["title"] == "Harbour board to vote on new quay"
    assert (found["authors"], found["date"]) == (["Anna Poe"], "1987-03-03")
    assert "argument between fishermen and the shipping companies" in found["text"]
    assert found["facts"]["text"]["confidence"] > 0.8
