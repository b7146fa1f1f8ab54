"""A folder of nasty files, each of which has brought some program down."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ESCAPES = (
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP0;1|17/ab\x1b\\", "\x1b[2J\x1b[H", "\x9b31m", "\x1b]52;c;ZXZpbA==\x07", "\x1b[6n",
    "\x1bc", "\x08\x08\x08", "\x07", "\x00",
)  # fmt: skip
ODD = (
    "\u202eevil\u202c", "\u2066left\u2069", "\ufeff", "\ufffe", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "a\u0300" * 500, "\u200b" * 1000, "ﷺ" * 500, "👨‍👩‍👧‍👦" * 100, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "\U000e0041" * 50,
    "[bold red]not markup[/]", "[link=file:///etc/passwd]x[/link]", "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)",
    "<script>alert(1)</script>", "&lt;b&gt;", "%s%s%s%n", "{0.__class__}", "../../etc/passwd", "'; DROP TABLE x; --",
)  # fmt: skip
BODY = (
    "The council met on Monday and the budget of the harbour was approved by all of its members.\n"
)


def _zip(files: dict[str, bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", level) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _files() -> Iterator[tuple[str, bytes]]:
    """Names and contents."""
    zeros = bytes(20_000_000)
    for number, text in enumerate(ESCAPES):
        yield (
            f"escape{number}.txt",
            f"Head {text} line\n\nBy Jane {text} Doe\n\n{text}{BODY}".encode(),
        )
        yield (
            f"escape{number}.json",
            json.dumps({"title": text, "author": f"J{text}", "text": BODY + text}).encode(),
        )
        yield f"escape{number}.csv", f'title,text\n"{text}","{text} {BODY}"\n'.encode()
    for number, text in enumerate(ODD):
        yield f"odd{number}.txt", f"{text} headline\n\n{BODY} {text}".encode("utf-8", "replace")
        yield (
            f"odd{number}.html",
            f"<html><title>{text}</title><body><article><h1>{text}</h1><p>{BODY * 3}{text}</p></article>".encode(
                "utf-8", "replace"
            ),
        )
        yield (
            f"odd{number}.md",
            f"---\ntitle: {json.dumps(text)}\n---\n{BODY}{text}".encode("utf-8", "replace"),
        )
    bomb = _zip({"a.txt": zeros})
    yield "bomb.zip", _zip({f"{n}.zip": bomb for n in range(40)}, zipfile.ZIP_STORED)
    yield "bomb.gz", gzip.compress(gzip.compress(zeros * 3))
    yield "bomb.docx", _zip({"[Content_Types].xml": b"<a/>", "word/document.xml": zeros})
    yield (
        "bomb.odt",
        _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": zeros}),
    )
    overlap = bytearray(_zip({"a.txt": BODY.encode(), "b.txt": BODY.encode()}))
    second = overlap.rindex(b"PK\x01\x02")
    overlap[second + 42 : second + 46] = (0).to_bytes(4, "little")
    yield "overlap.zip", bytes(overlap)
    inner = BODY.encode()
    name = "deep.txt"
    for level in range(30):
        inner, name = _zip({name: inner}), f"deep{level}.zip"
    yield "deep.zip", inner
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, kind, target in (
            ("link", tarfile.SYMTYPE, "/etc/passwd"), ("up", tarfile.SYMTYPE, ".."),
            ("hard", tarfile.LNKTYPE, "/etc/passwd"), ("null", tarfile.CHRTYPE, ""),
            ("fifo", tarfile.FIFOTYPE, ""),
        ):  # fmt: skip
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
        info = tarfile.TarInfo("../../../tmp/escaped.txt")
        info.size = len(BODY)
        archive.addfile(info, io.BytesIO(BODY.encode()))
    yield "links.tar.gz", out.getvalue()
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    for form, root in (("nitf", "nitf"), ("rss", "rss version='2.0'"), ("g2", "newsItem")):
        yield (
            f"laughs-{form}.xml",
            (
                f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}'
                '<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "http://127.0.0.1:9/">'
                f"]><{root}><body><p>&l11;&f;&h;</p></body></{root.split()[0]}>"
            ).encode(),
        )
        yield (
            f"quadratic-{form}.xml",
            (
                f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><{root}><p>{"&a;" * 5_000}</p></{root.split()[0]}>'
            ).encode(),
        )
    yield "oneline.txt", b"word " * 1_500_000
    yield "noline.txt", b"x" * 9_000_000
    yield "nuls.txt", b"Headline\n\n" + bytes(5000) + BODY.encode()
    yield (
        "nested.html",
        b"<html><body>" + b"<div>" * 100_000 + BODY.encode() * 5 + b"</div>" * 100_000,
    )
    yield "nested-b.html", b"<html><body><article>" + b"<b>" * 50_000 + BODY.encode() * 5
    yield "table.html", b"<html><body>" + b"<table><tr><td>" * 20_000 + BODY.encode()
    yield "attributes.html", b"<html><body><p " + b"a='1' " * 200_000 + b">" + BODY.encode() * 5
    yield "comments.html", b"<html><body>" + b"<!--" * 100_000 + BODY.encode()
    yield "nested.json", b"[" * 200_000
    yield "nested2.json", b'{"text":' * 100_000
    yield (
        "huge-number.json",
        b'{"title": "x", "text": ' + json.dumps(BODY).encode() + b', "date": ' + b"9" * 5000 + b"}",
    )
    odd: tuple[object, ...] = ("0000-01-01", "9999999-01-01", "1582-10-10", -1, 1e300, "32 Feb 2017", "2017-13-45", True, [], {"a": 1}, "1" * 400)  # fmt: skip
    yield (
        "odd-dates.jsonl",
        b"".join(
            json.dumps({"title": f"Date {d}", "text": BODY, "date": d}).encode() + b"\n"
            for d in odd
        ),
    )
    yield (
        "odd-types.json",
        json.dumps([{"text": [1, 2, {"a": []}], "title": {"b": 1}}, 5, None, "x", [[]]]).encode(),
    )
    yield "quotes.csv", b'title,text\n"open,' + b"x" * 200_000
    yield "columns.csv", b",".join(b"text" for _ in range(20_000)) + b"\n" + b"," * 20_000
    yield "regex-byline.txt", b"Title\n\nBy " + b"A " * 20_000 + b"\n\n" + BODY.encode()
    yield (
        "regex-dateline.txt",
        b"A" * 5000 + b", " + b"B. " * 3000 + b"(" * 3000 + b" - " + BODY.encode(),
    )
    yield "regex-quotes.txt", "“".encode() * 20_000 + BODY.encode() + b'"' * 20_001
    yield "regex-capitals.txt", b"Aa " * 60_000
    yield "regex-initials.txt", b"A.B.C.D. " * 20_000
    yield "regex-acronyms.txt", b"(ABC) " * 20_000 + b"((((" * 5000
    yield "regex-dates.txt", b"1 jan 1 feb 2017 " * 10_000
    yield "regex-labels.txt", b"Title: x\n" * 20_000
    yield "regex-dots.txt", b"a.b" * 50_000 + b"." * 100_000 + b"!?" * 50_000
    yield "regex-copyright.txt", b"Title\n\n" + BODY.encode() + b"copyright " * 20_000
    yield "regex-hyphens.txt", b"-" * 100_000 + b"a-" * 50_000
    yield "regex-said.txt", "“x,” said ".encode() * 10_000 + b"he said " * 10_000
    yield "nexis.txt", b"1 of 99999999 DOCUMENTS\n" * 5000
    yield "factiva.txt", b"HD x\nPD y\nLP z\nAN a\n" * 3000
    yield "proquest.txt", b"Title: x\nFull text: y\nDocument URL: z\n____________________\n" * 2000
    yield (
        "mail.mbox",
        b"From a@b Mon Feb 20 09:40:00 2017\nSubject: =?utf-8?B?////?=\nContent-Type: multipart/mixed; boundary=x\n\n"
        * 500,
    )
    yield (
        "parts.eml",
        b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 2000,
    )
    yield (
        "charset.eml",
        b"From: a\nTo: b\nSubject: c\nContent-Type: text/plain; charset=no-such\n\n"
        + BODY.encode() * 3,
    )
    yield "damaged.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 100
    yield "damaged.docx", _zip({"[Content_Types].xml": b"<a", "word/document.xml": b"<w"})
    yield (
        "damaged.epub",
        _zip(
            {
                "mimetype": b"application/epub+zip",
                "META-INF/container.xml": b"<c><rootfile full-path='../../../etc/passwd'/></c>",
            }
        ),
    )
    yield "damaged.rtf", b"{\\rtf1" + b"{\\'" * 20_000
    yield "unicode.rtf", b"{\\rtf1 \\u-99999999999? \\bin99999999999 x}"
    yield "damaged.warc.gz", gzip.compress(b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx")
    yield "damaged.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n"
    yield "damaged.parquet", b"PAR1" + bytes(1000) + b"PAR1"
    yield "damaged.xz", b"\xfd7zXZ\x00" + bytes(100)
    yield "damaged.bz2", b"BZh9" + bytes(100)
    yield "damaged.tar", bytes(257) + b"ustar" + bytes(1000)
    yield "utf16.txt", BODY.encode("utf-16")[:-1]
    yield "utf32.txt", BODY.encode("utf-32")
    yield "latin.txt", "Señor Müller naïve façade".encode("latin-1") * 50
    yield "mac.txt", "“L’été,” a dit le député à Genève.".encode("mac-roman") * 20
    yield "mojibake.txt", "Ã©tÃ© Ã  GenÃ¨ve. ".encode() * 20
    yield "empty.txt", b""
    yield "space.txt", b" \n\t\r\n" * 100
    yield "dots.txt", b". . . . ."
    yield "yaml.md", b"---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b]\n---\n" + BODY.encode()
    yield "yaml-tag.md", b"---\na: !!python/object/apply:os.system ['id']\n---\n" + BODY.encode()
    yield "front.md", b"---\n" + b"a: 1\n" * 50_000 + b"---\n"
    yield "links.md", b"[a](" * 50_000
    yield "quotes.md", b">" * 50_000 + BODY.encode()
    yield "iptc.txt", b"\x01" * 1000 + b"\x02\x03" * 1000


def write(folder: Path) -> int:
    """Write the nasty files into ``folder``; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, data in _files():
        (folder / name).write_bytes(data)
        count += 1
    long = folder
    for _ in range(40):
        long = long / ("n" * 100)
        try:
            long.mkdir()
        except OSError:
            break
    names = [b"\xff\xfe.txt", b"new\nline.txt", b"tab\there.txt", b"\x1b[31mred.txt", "e\u0301.txt".encode(), b"-rf.txt", b" .txt", "\u202egpj.txt".encode()]  # fmt: skip
    for odd in names:
        path = os.path.join(os.fsencode(folder), odd)
        try:
            with open(path, "wb") as file:
                file.write(b"Name\n\n" + BODY.encode())
            count += 1
        except OSError:
            continue
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "fifo.txt")
        (folder / "loop").symlink_to(folder)
        (folder / "self.txt").symlink_to(folder / "self.txt")
        (folder / "zero.txt").symlink_to("/dev/zero")
        count += 4
        server = socket.socket(socket.AF_UNIX)
        try:
            server.bind(str(folder / "s.txt"))
            count += 1
        except OSError:
            pass
        finally:
            server.close()
    return count
