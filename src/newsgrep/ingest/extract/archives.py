"""Archives that are written where the paper should be, whose copy they keep."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.ingest.raw_document import Claim

_ARCHIVES = frozenset(
    """newspapers.com newspaperarchive.com genealogybank.com newsbank.com
    nyshistoricnewspapers.org chroniclingamerica.loc.gov fultonhistory.com archive.org proquest.com
    britishnewspaperarchive.co.uk gallica.bnf.fr trove.nla.gov.au delpher.nl
    paperspast.natlib.govt.nz anno.onb.ac.at
    lexisnexis nexis factiva proquest newsbank pressreader europresse trove gallica delpher
    newspapersarchive chroniclingamerica britishnewspaperarchive nyshistoricnewspapers""".split()
)
"""Where papers of all kinds are kept, as it is written where the paper should be."""
_OF_ARCHIVE = 0.3
"""How much such a source is believed: less than the paper after which a file is called."""


def with_archives_doubted(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, in which an archive is hardly the source of what it keeps."""
    return [
        claim._replace(confidence=_OF_ARCHIVE)
        if claim.field == "source" and _is_archive(claim.value)
        else claim
        for claim in claims
    ]


def _is_archive(source: str) -> bool:
    name = source.strip().casefold().removeprefix("www.").rstrip("/")
    return name in _ARCHIVES or "".join(name.split()) in _ARCHIVES
