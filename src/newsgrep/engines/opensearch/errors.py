"""What can go wrong with a cluster, each in one or two lines."""

from __future__ import annotations

from newsgrep.engines.opensearch import mapping
from newsgrep.errors import IndexVersionUnknown, NewsgrepError, UsageError


class ClusterUnreachable(NewsgrepError):
    """No host of the cluster answers."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"the cluster {where} does not answer: {reason}",
            "is it running, and is the address right?",
        )


class ClusterSlow(NewsgrepError):
    """The cluster did not answer in time."""

    def __init__(self, where: str, seconds: float) -> None:
        super().__init__(
            f"the cluster {where} did not answer within {seconds:g} s",
            "wait longer with ?timeout=SECONDS behind the address, or --timeout",
        )


class ClusterRefuses(NewsgrepError):
    """The cluster does not let us in, or not do this."""

    def __init__(self, where: str, status: int, user: str) -> None:
        who = f"the user {user}" if user else "a user without a name"
        what = "does not know" if status == 401 else "does not permit this to"
        super().__init__(
            f"the cluster {where} {what} {who}",
            "set NEWSGREP_INDEX_USER and NEWSGREP_INDEX_PASSWORD, or NEWSGREP_INDEX_KEY",
        )


class CertificateRefused(NewsgrepError):
    """The certificate of a host cannot be verified."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"the certificate of {where} cannot be verified: {reason}",
            "if it is of an authority of your own, name that's file in NEWSGREP_INDEX_CA",
        )


class ClusterFailed(NewsgrepError):
    """The cluster answered that it could not do what it was asked."""

    def __init__(self, where: str, reason: str, hint: str = "") -> None:
        super().__init__(f"the cluster {where} could not do that: {reason}", hint)


class ShardsMissing(NewsgrepError):
    """Some shards did not answer, so that an answer would lack their articles."""

    def __init__(self, where: str, shards: str) -> None:
        super().__init__(
            f"no whole answer from {where}: {shards}",
            "try again, or take what the others know with --partial",
        )


class NotOurIndex(NewsgrepError):
    """There is an index of that name, which newsgrep did not make."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} is an index of something else, not of newsgrep", "choose another name"
        )


class OfAnotherFormat(IndexVersionUnknown):
    """An index that another version of newsgrep made, which this one neither reads nor rebuilds."""

    def __init__(self, where: str, found: object) -> None:
        NewsgrepError.__init__(
            self,
            f"the index {where} has format {found}; this newsgrep reads format {mapping.FORMAT}",
            f"index under another name, or have the indexes {where.rpartition('/')[2]}-… deleted",
        )


class NotOnCluster(UsageError):
    """Something that is done for folders alone."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is not done on a cluster", "it needs an index in a folder")


class CopiesMissing(NewsgrepError):
    """A rebuild that has not all the articles that it was to copy; the old index stays."""

    def __init__(self, where: str, has: int, had: int) -> None:
        super().__init__(
            f"the rebuild of {where} has {has:,} of the {had:,} articles of other machines, or of "
            "files that are gone",
            "the index is as it was before; try again when the cluster is well",
        )


class NotWritten(NewsgrepError, OSError):
    """Articles could not be written; the run ends, and what was committed stays."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"cannot write to the index {where}: {reason}",
            "what was committed stays; the next run goes on from there",
        )
        self._given = where, reason

    def __reduce__(self) -> tuple[type[NotWritten], tuple[str, str]]:
        return NotWritten, self._given
