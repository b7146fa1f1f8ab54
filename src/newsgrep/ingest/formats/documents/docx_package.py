"""The package of a Word document that names parts which it does not have."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import BinaryIO

from newsgrep.ingest.formats.containers.zip_archive import open_zip
from newsgrep.ingest.formats.xml import parsed

_RELATIONS = ".rels"


def without_missing_parts(file: BinaryIO) -> BinaryIO:
    """The package without its relations to properties, pictures and the like that are missing.

    Word opens such documents; programs that strip what they say of their author leave them so.
    The members were checked before: what they unpack to is within its limit.
    """
    file.seek(0)
    whole = io.BytesIO()
    with open_zip(file) as package, zipfile.ZipFile(whole, "w") as mended:
        names = {name.lower() for name in package.namelist()}
        for info in package.infolist():
            data = package.read(info)
            if info.filename.endswith(_RELATIONS):
                data = _of_present_parts(data, info.filename, names)
            mended.writestr(info.filename, data)
    whole.seek(0)
    return whole


def _of_present_parts(data: bytes, name: str, names: set[str]) -> bytes:
    """Relations, without those to parts that are none of ``names``."""
    from lxml import etree

    root = parsed(data)
    # "word/_rels/document.xml.rels" has the relations of "word/document.xml".
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root):
        target = relation.get("Target", "")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").lower()
        if relation.get("TargetMode") != "External" and path not in names:
            root.remove(relation)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
