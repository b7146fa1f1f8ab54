"""An index checked, every byte of it; and repaired, with what is good of it kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsgrep.errors import IndexDamaged, IndexVersionUnknown, NewsgrepError
from newsgrep.ingest.catalog import Changes, read_inventory, write_changes
from newsgrep.ingest.events import Event, Noted, Report
from newsgrep.ingest.run import Options, Run
from newsgrep.storage.folder import MANIFEST, IndexFolder, Manifest
from newsgrep.storage.section_file import SectionFile

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine


@dataclass(frozen=True, slots=True)
class Damage:
    """A file of an index that is not as it was written, and what is wrong with it."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    files: int
    """Files that were read, every byte."""
    bytes: int
    articles: int
    damages: tuple[Damage, ...]


def check(folder: IndexFolder) -> Checked:
    """Read every file that the committed state names, and verify every checksum."""
    folder.require_files("check")
    folder.require()
    try:
        manifest = folder.manifest()
    except IndexDamaged as error:
        return Checked(1, 0, 0, (Damage(MANIFEST, error.message),))
    size = 0
    damages = []
    names = sorted(manifest.files())
    for name in names:
        try:
            size += _verified(folder, name)
        except (IndexDamaged, IndexVersionUnknown) as error:
            damages.append(Damage(name, error.message))
        except OSError as error:
            shown = IndexDamaged(str(folder.path / name), _unreadable(error))
            damages.append(Damage(name, shown.message))
    return Checked(len(names) + 1, size, manifest.articles, tuple(damages))


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is missing"
    return error.strerror or str(error)


def _verified(folder: IndexFolder, name: str) -> int:
    file = SectionFile(folder.path / name)
    try:
        file.verify_all()
    finally:
        file.close()
    return (folder.path / name).stat().st_size


def repair(
    folder: IndexFolder, engine: Engine, options: Options, tell: Callable[[Event], None]
) -> Report:
    """Keep what is good of a damaged index, and read the rest of its files again.

    Segments are kept if all of them is as it was written; the files whose articles are not all
    in those are read anew. Without the manifest or the inventory, everything is.
    """
    folder.require_files("check --repair")
    found = check(folder)
    bad = {damage.file for damage in found.damages}
    if not bad:
        return Run(folder, engine, options, tell).execute([])
    try:
        manifest = folder.manifest()
    except NewsgrepError:
        manifest = None
    if manifest is None or bad & set(manifest.inventory):
        tell(Noted("what was read before is not known any more; everything is read anew"))
        return Run(folder, engine, replace(options, rebuild=True), tell).execute([])
    with folder.locked(options.wait):
        _keep_the_good(folder, engine, manifest, bad, tell)
    return Run(folder, engine, options, tell).execute([])


def _keep_the_good(
    folder: IndexFolder,
    engine: Engine,
    manifest: Manifest,
    bad: set[str],
    tell: Callable[[Event], None],
) -> None:
    """Commit a state of the good segments alone, in which the rest has not been read yet."""
    good = [ref for ref in manifest.segments if not {ref.name, ref.deletions} & bad]
    inventory = read_inventory(folder.path, manifest.inventory)
    counts = engine.articles_by_file(folder.path, good)
    unread = {
        path
        for path, entry in inventory.items()
        if entry.articles and counts.get(path, 0) != entry.articles
    }
    kept = engine.delete_files(folder.path, good, unread)
    changes: Changes = dict.fromkeys(unread)
    names = write_changes(folder.path, manifest.inventory, inventory, changes)
    folder.commit(manifest._replace(segments=tuple(kept), inventory=names, clusters=""))
    lost = len(manifest.segments) - len(good)
    tell(Noted(f"{lost} damaged of {len(manifest.segments)} segments left out; "
               f"{len(unread)} files are read again"))  # fmt: skip
