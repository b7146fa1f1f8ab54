"""Requests to a cluster, and what comes of those that fail.

The client is opensearch-py's; the hosts are asked one after the other where one does not answer
(``hosts``). Who asks is told by the environment: ``NEWSGREP_INDEX_USER`` and
``NEWSGREP_INDEX_PASSWORD`` (or the keyring's password of that user for ``newsgrep``), or
``NEWSGREP_INDEX_KEY``; ``NEWSGREP_INDEX_CA`` names the file of an authority of one's own.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Container, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from newsgrep.engines.opensearch.address import Address
from newsgrep.engines.opensearch.errors import (
    CertificateRefused,
    ClusterSlow,
    ClusterUnreachable,
    HostHangs,
    NotOpenSearch,
    ShardsMissing,
)
from newsgrep.engines.opensearch.failures import (
    TOO_BUSY,
    Answer,
    disk_full,
    failure,
    is_full,
    missing_shards,
    said_by_system,
)
from newsgrep.errors import NewsgrepError, UsageError

TRIES = 3
"""Times that each host is asked, where connections are cut; and as often where there are fewer."""

WRITING = 600.0
"""Seconds that changing or removing many documents may take."""

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
"""Seconds after which it is asked again; they double each time."""
LEAST = 0.01
"""Seconds without which nothing is asked any more."""
_OVER_THERE = 502, 504
"""What a server answers that stands before a host which does not."""
_JSON = json.JSONEncoder(separators=(",", ":"))
Json = dict[str, Any]


class _Asked(NamedTuple):
    """A request, and what is made of it."""

    method: str
    path: str
    parameters: Json
    body: object
    known: Container[int]


class Question:
    """What was taken for the answer to a question so far, and what it lacks."""

    def __init__(self) -> None:
        self.waited: float | None = None
        """Seconds that the cluster took; None where no question is asked, as in a run."""
        self.lacking: list[str] = []
        """Which shards did not answer, where an answer without them was asked for."""


class Connection:
    """Speaks to a cluster; made anew in each process."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._client: Any = None
        self.question = Question()
        """The one that is asked, or was last; another connection may ask a part of it."""

    def __getstate__(self) -> Address:
        return self.address

    def __setstate__(self, address: Address) -> None:
        self.__init__(address)  # type: ignore[misc]

    def begin(self) -> None:
        """A question is asked: from now on the address's time is that of all requests together.

        What passes between them does not count: whoever reads an answer piece by piece may pause.
        """
        self.question.waited = 0.0

    def unhurried(self) -> None:
        """A run begins: each of its requests has a time of its own."""
        self.question.waited = None

    def go_on(self) -> None:
        """The next piece of a long answer is asked for, which has the same time anew."""
        if self.question.waited is not None:
            self.question.waited = 0.0

    @property
    def _left(self) -> float:
        """Seconds that a request may take."""
        return self.address.timeout - (self.question.waited or 0.0)

    def request(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        seconds: float = 0.0,
        known: Container[int] = (),
        **parameters: object,
    ) -> Json:
        """What the cluster answers; of an error whose status is ``known``, that with ``status``.

        ``seconds`` are how long it may take, what is left of the address's time where 0. Raises
        :class:`NewsgrepError`.
        """
        asked = _Asked(
            method, path, {name: _written(value) for name, value in parameters.items()}, body, known
        )
        began = time.monotonic()
        hanging: list[str] = []
        try:
            return self._patiently(asked, began + (seconds or self._left), hanging)
        except (ClusterSlow, HostHangs):
            told = seconds or self.address.timeout
            raise ClusterSlow(str(self.address), told, hanging) from None
        finally:
            if self.question.waited is not None:
                self.question.waited += time.monotonic() - began

    def _patiently(self, asked: _Asked, deadline: float, hanging: list[str]) -> Json:
        """The same, until a moment of the clock that runs on; notes which hosts are ``hanging``."""
        pause, cuts = FIRST_PAUSE, 0
        hosts = max(TRIES, len(self.address.hosts))
        while True:
            left = deadline - time.monotonic()
            if left < LEAST:
                raise ClusterSlow(str(self.address), 0.0)
            try:
                found = self._once(asked, left, len(self.address.hosts) - len(hanging))
            except HostHangs as error:
                hanging.append(error.host)
                continue
            except ClusterUnreachable:
                # A connection may be cut several times in a row, at whichever host.
                cuts += 1
                wait = 0.0 if cuts % hosts else pause
                if cuts == TRIES * hosts or time.monotonic() + wait > deadline:
                    raise
                time.sleep(wait)
                continue
            if found.get("status") != TOO_BUSY or TOO_BUSY in asked.known:
                return found
            if time.monotonic() + pause > deadline:
                raise self._failed(TOO_BUSY, found)
            # It did nothing of what it was asked, and says so.
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _once(self, asked: _Asked, left: float, hosts: int) -> Json:
        """What one of ``hosts`` answers that are left to be asked."""
        import opensearchpy
        from opensearchpy import exceptions

        from newsgrep.engines.opensearch.hosts import Hanging, patience

        where = str(self.address)
        given = {**asked.parameters, "request_timeout": patience(left, hosts)}
        try:
            found = self._opened().transport.perform_request(
                asked.method, asked.path, params=given, body=asked.body
            )
        except Hanging as error:
            raise HostHangs(where, str(error.info)) from None
        except exceptions.ConnectionTimeout:
            raise ClusterSlow(where, left) from None
        except exceptions.SSLError as error:
            if "WRONG_VERSION_NUMBER" in str(error):
                raise ClusterUnreachable(where, "it speaks no TLS there") from None
            raise CertificateRefused(self.address.hosts[0], said_by_system(error)) from None
        except exceptions.ConnectionError as error:
            raise ClusterUnreachable(where, said_by_system(error)) from None
        except opensearchpy.TransportError as error:
            return self._refused(asked, error.status_code, error.info)
        except exceptions.SerializationError:
            raise NotOpenSearch(where, "it is no JSON") from None
        if asked.method == "HEAD":
            return {"found": bool(found)}
        if found == "":
            # The client takes an answer for whole of which only the head came through.
            raise ClusterUnreachable(where, "its answer was cut off")
        if not isinstance(found, dict):
            raise NotOpenSearch(where, "it is no object")
        return Answer(where, found)

    def _refused(self, asked: _Asked, status: Any, info: object) -> Json:
        """A refusal as an answer, where it is known what it means; else it is raised."""
        if is_full(info):
            raise disk_full(str(self.address))
        if status == 404 and 404 in asked.known and not _is_of_opensearch(info):
            raise NotOpenSearch(str(self.address), "it answered 404 (Not Found)")
        if status in asked.known or status == TOO_BUSY:
            told = info if isinstance(info, dict) else {}
            return Answer(str(self.address), {**told, "status": status})
        if status in _OVER_THERE:
            raise ClusterUnreachable(str(self.address), f"a server before it answered {status}")
        raise self._failed(status, info)

    def search(self, index: str, body: Json) -> Json:
        """The answer to a search of all shards, or of those that answer where that is enough.

        Raises :class:`ShardsMissing`.
        """
        found = self.request("POST", f"/{index}/_search", body, **self._searching())
        return self._whole(found)

    def searches(self, index: str, bodies: Sequence[Json]) -> list[Json]:
        """The answers to several searches of an index, asked at once."""
        return self.search_each([(index, body) for body in bodies])

    def search_each(self, asked: Sequence[tuple[str, Json]]) -> list[Json]:
        """The answers to several searches, each with its index, asked at once."""
        if len(asked) <= 1:
            return [self.search(*one) for one in asked]
        answers: list[Json] = [{"status": TOO_BUSY}] * len(asked)
        deadline, pause = time.monotonic() + self._left, FIRST_PAUSE
        while True:
            left = [at for at, one in enumerate(answers) if one.get("status") == TOO_BUSY]
            found = self._several([asked[at] for at in left])
            for at, one in zip(left, found, strict=True):
                answers[at] = one
            busy = any(one.get("status") == TOO_BUSY for one in found)
            if not busy or time.monotonic() + pause > deadline:
                return [self._whole(one) for one in answers]
            # Some were answered, and some are too much just now.
            time.sleep(pause)
            if self.question.waited is not None:
                self.question.waited += pause
            pause = min(2 * pause, LONGEST_PAUSE)

    def _several(self, asked: Sequence[tuple[str, Json]]) -> list[Json]:
        lines = "".join(
            f"{_JSON.encode({'index': index, **self._searching()})}\n{_JSON.encode(body)}\n"
            for index, body in asked
        )
        found = self.request("POST", "/_msearch", lines)["responses"]
        if not isinstance(found, list) or len(found) != len(asked):
            raise NotOpenSearch(str(self.address), "it has not an answer to each question")
        return [Answer(str(self.address), one) for one in found]

    def _searching(self) -> Json:
        return {"allow_partial_search_results": self.address.partial}

    def _whole(self, found: Json) -> Json:
        if "error" in found:
            raise self._failed(found.get("status", 500), found)
        lacking = missing_shards(found)
        if lacking and not self.address.partial:
            raise ShardsMissing(str(self.address), lacking)
        if lacking and lacking not in self.question.lacking:
            self.question.lacking.append(lacking)
        return found

    def _failed(self, status: object, info: object) -> NewsgrepError:
        user = os.environ.get("NEWSGREP_INDEX_USER", "")
        return failure(str(self.address), status, info, user)

    def _opened(self) -> Any:
        if self._client is None:
            try:
                from opensearchpy import OpenSearch
            except ImportError:
                raise UsageError(
                    "an index on a cluster needs opensearch-py",
                    "pip install 'newsgrep[opensearch]'",
                ) from None
            from newsgrep.engines.opensearch.hosts import Host

            # It is asked again from here; what failed is marked, and asked last for a while.
            self._client = OpenSearch(
                list(self.address.hosts),
                connection_class=Host,
                max_retries=0,
                retry_on_timeout=True,
                retry_on_status=_OVER_THERE,
                **_credentials(self.address),
            )
        return self._client

    def close(self) -> None:
        """Let go of the connections; no question is asked any more."""
        self.unhurried()
        if self._client is not None:
            self._client.close()
            self._client = None


def _credentials(address: Address) -> Json:
    given: Json = {}
    user, key = (os.environ.get(f"NEWSGREP_INDEX_{name}", "") for name in ("USER", "KEY"))
    if key:
        given["headers"] = {"Authorization": f"ApiKey {key}"}
    elif user:
        given["http_auth"] = (user, _password(user))
    if address.is_encrypted:
        given["verify_certs"] = True
        given["ssl_show_warn"] = False
        authority = os.environ.get("NEWSGREP_INDEX_CA", "")
        if authority:
            if not os.path.isfile(authority):
                raise UsageError(f"NEWSGREP_INDEX_CA names no file: {authority}")
            given["ca_certs"] = authority
    return given


def _password(user: str) -> str:
    password = os.environ.get("NEWSGREP_INDEX_PASSWORD", "")
    if password:
        return password
    kept = None
    with suppress(ImportError):
        import keyring

        kept = keyring.get_password("newsgrep", user)
    if not kept:
        raise UsageError(
            f"no password for the user {user}",
            "set NEWSGREP_INDEX_PASSWORD, or: keyring set newsgrep " + user,
        )
    return str(kept)


def _written(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _is_of_opensearch(info: object) -> bool:
    """Whether a cluster says like this that it has no such thing."""
    return isinstance(info, dict) and (
        isinstance(info.get("error"), dict) or "found" in info or "result" in info
    )
