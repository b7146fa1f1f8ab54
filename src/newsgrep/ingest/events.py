"""What a run of indexing tells while it goes on, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; bytes are those of the files to be read."""

    files: int
    files_total: int
    bytes: int
    bytes_total: int
    articles: int

    def after(self, before: Progress) -> Progress:
        """The same, never less than was told before: what is done of a file that several processes
        read is known of each of them at another time."""
        size = min(max(self.bytes, before.bytes), self.bytes_total)
        return replace(self, bytes=size, articles=max(self.articles, before.articles))


@dataclass(frozen=True, slots=True)
class Warned:
    """A file, or a record of one, that could not be read."""

    path: str
    record: int
    reason: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Something else that the user should know."""

    text: str


Event = Progress | Warned | Noted


@dataclass(slots=True)
class Report:
    """What a run did, counted in articles where nothing else is said."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    moved: int = 0
    """Articles of files that were found under another name with the same content."""
    kept: int = 0
    """Articles of places that are not there, in case a disk is not mounted."""
    missing: list[str] = field(default_factory=list)
    """Those places."""
    unfinished: list[str] = field(default_factory=list)
    """Files of which only a part is in the index, as the run was stopped; the next goes on."""
    waiting: list[str] = field(default_factory=list)
    """Files that were being written, and are left to the next run; for a watch."""
    failed: int = 0
    """Files and records that could not be read."""
    scanned: int = 0
    """Of those, how many ``--ocr`` would read."""
    passed_over: int = 0
    """Files of kinds that hold no articles."""
    kept_out: int = 0
    """Articles that were met, and are not to be in the index, as they were forgotten."""
    files: int = 0
    """Files read in this run."""
    bytes: int = 0
    articles: int = 0
    """Articles in the index at the end."""
    seconds: float = 0.0
    interrupted: bool = False
    dry_run: bool = False
    index: str = ""
