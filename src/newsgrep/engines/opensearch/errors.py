"""What can go wrong with a cluster, each in one or two lines."""

from __future__ import annotations

from collections.abc import Sequence

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

    def __init__(self, where: str, seconds: float, hanging: Sequence[str] = ()) -> None:
        hangs = "hangs" if len(hanging) == 1 else "hang"
        hosts = f" ({', '.join(hanging)} {hangs})" if hanging else ""
        super().__init__(
            f"the cluster {where} did not answer within {seconds:g} s{hosts}",
            "wait longer with ?timeout=SECONDS behind the address",
        )


class HostHangs(ClusterUnreachable):
    """A host takes connections, and answers nothing; others may."""

    def __init__(self, where: str, host: str) -> None:
        super().__init__(where, f"{host} hangs")
        self.host = host


class ClusterRefuses(NewsgrepError):
    """The cluster does not let us in, or not do this."""

    def __init__(self, where: str, status: int, user: str) -> None:
        if status == 401 and not user:
            what = "asks who you are"
        elif status == 401:
            what = f"does not know the user {user}, or not by this password"
        else:
            what = (
                f"does not permit this to {f'the user {user}' if user else 'whoever has no name'}"
            )
        super().__init__(
            f"the cluster {where} {what}",
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


class NotOpenSearch(NewsgrepError):
    """What answers at an address is another program."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"the answer from {where} is not one of OpenSearch: {reason}",
            "are host and port right, and what stands between?",
        )


class ShardsMissing(NewsgrepError):
    """Some shards did not answer, so that an answer would lack their articles."""

    def __init__(self, where: str, shards: str) -> None:
        super().__init__(
            f"no whole answer from {where}: {shards}",
            "try again when they answer; with ?partial=yes behind the address, searches do without "
            "articles, but not without the words",
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
