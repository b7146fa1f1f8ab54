"""Requests to a cluster, and what comes of those that fail.

The client is opensearch-py's, which goes on to the next host where one does not answer. Who asks is
told by the environment: ``NEWSGREP_INDEX_USER`` and ``NEWSGREP_INDEX_PASSWORD`` (or the keyring's
password of that user for ``newsgrep``), or ``NEWSGREP_INDEX_KEY``; ``NEWSGREP_INDEX_CA`` names the
file of an authority of one's own.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Container, Mapping, Sequence
from contextlib import suppress
from typing import Any

from newsgrep.engines.opensearch.address import Address
from newsgrep.engines.opensearch.errors import (
    CertificateRefused,
    ClusterFailed,
    ClusterRefuses,
    ClusterSlow,
    ClusterUnreachable,
    ShardsMissing,
)
from newsgrep.errors import NewsgrepError, UsageError

TRIES = 3
"""Times that a request is made, each to another host where there is one."""

WRITING = 600.0
"""Seconds that changing or removing many documents may take."""

TOO_BUSY = 429
"""The status of a cluster that has too much to do just now."""
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
"""Seconds after which it is asked again; they double each time."""
_CODES = re.compile(r"\[(?:Errno -?\d+|SSL: \w+)\] ?|\(_ssl\.c:\d+\)")
TOO_MANY = "too_many_clauses", "too_many_nested_clauses"
_JSON = json.JSONEncoder(separators=(",", ":"))
Json = dict[str, Any]


class Connection:
    """Speaks to a cluster; made anew in each process."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._client: Any = None
        self.lacking: list[str] = []
        """Which shards did not answer, where an answer without them was asked for."""

    def __getstate__(self) -> Address:
        return self.address

    def __setstate__(self, address: Address) -> None:
        self.__init__(address)  # type: ignore[misc]

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

        ``seconds`` are how long it may take, the address's time where 0. Raises
        :class:`NewsgrepError`.
        """
        seconds = seconds or self.address.timeout
        asked: Json = {name: _written(value) for name, value in parameters.items()}
        deadline, pause = time.monotonic() + seconds, FIRST_PAUSE
        cuts = 0
        while True:
            try:
                found = self._once(method, path, asked, body, seconds, known)
            except ClusterUnreachable:
                # The client has tried the other hosts; a connection may be cut twice in a row.
                cuts += 1
                if cuts == TRIES or time.monotonic() + pause > deadline:
                    raise
                time.sleep(pause)
                continue
            if found.get("status") != TOO_BUSY or TOO_BUSY in known:
                return found
            if time.monotonic() + pause > deadline:
                raise self._failed(TOO_BUSY, found)
            # It did nothing of what it was asked, and says so.
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _once(
        self,
        method: str,
        path: str,
        asked: Json,
        body: object,
        seconds: float,
        known: Container[int],
    ) -> Json:
        import opensearchpy
        from opensearchpy import exceptions

        try:
            found = self._opened().transport.perform_request(
                method, path, params={**asked, "request_timeout": seconds}, body=body
            )
        except exceptions.ConnectionTimeout:
            raise ClusterSlow(str(self.address), seconds) from None
        except exceptions.SSLError as error:
            if "WRONG_VERSION_NUMBER" in str(error):
                raise ClusterUnreachable(str(self.address), "it speaks no TLS there") from None
            raise CertificateRefused(self.address.hosts[0], _inner(error)) from None
        except exceptions.ConnectionError as error:
            raise ClusterUnreachable(str(self.address), _inner(error)) from None
        except opensearchpy.TransportError as error:
            if error.status_code in known or error.status_code == TOO_BUSY:
                told = error.info if isinstance(error.info, dict) else {}
                return {**told, "status": error.status_code}
            raise self._failed(error.status_code, error.info) from None
        except exceptions.SerializationError as error:
            raise ClusterFailed(str(self.address), f"its answer is no JSON ({error})") from None
        if method == "HEAD":
            return {"found": bool(found)}
        if not isinstance(found, dict):
            # The client takes an answer for whole of which only the head came through.
            raise ClusterUnreachable(str(self.address), "its answer was cut off")
        return found

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
        deadline, pause = time.monotonic() + self.address.timeout, FIRST_PAUSE
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
            pause = min(2 * pause, LONGEST_PAUSE)

    def _several(self, asked: Sequence[tuple[str, Json]]) -> list[Json]:
        lines = "".join(
            f"{_JSON.encode({'index': index, **self._searching()})}\n{_JSON.encode(body)}\n"
            for index, body in asked
        )
        found: list[Json] = self.request("POST", "/_msearch", lines)["responses"]
        return found

    def _searching(self) -> Json:
        return {"allow_partial_search_results": self.address.partial}

    def _whole(self, found: Json) -> Json:
        if "error" in found:
            raise self._failed(found.get("status", 500), found)
        lacking = missing_shards(found)
        if lacking and not self.address.partial:
            raise ShardsMissing(str(self.address), lacking)
        if lacking and lacking not in self.lacking:
            self.lacking.append(lacking)
        return found

    def _failed(self, status: object, info: object) -> NewsgrepError:
        """The error that a refusal of the cluster is told as."""
        where = str(self.address)
        if status in (401, 403):
            user = os.environ.get("NEWSGREP_INDEX_USER", "")
            return ClusterRefuses(where, int(str(status)), user)
        error = info.get("error", {}) if isinstance(info, Mapping) else {}
        if not isinstance(error, Mapping):
            return ClusterFailed(where, f"{status} {error or info}".strip())
        causes = [error, *error.get("root_cause", ()), error.get("caused_by") or {}]
        causes += [one.get("reason") or {} for one in error.get("failed_shards", ())]
        kinds = {str(cause.get("type", "")) for cause in causes if isinstance(cause, Mapping)}
        text = str(error.get("reason") or error.get("type") or status)
        if kinds.intersection(TOO_MANY) or "maxClauseCount" in str(error):
            return ClusterFailed(
                where,
                "the question stands for more words than it takes",
                "narrow it, or raise indices.query.bool.max_clause_count there",
            )
        if "missing shards" in str(error) or (status == 503 and "shard" in str(error)):
            named = sorted(set(re.findall(r"\[([\w.-]+)\]\[(\d+)\]", str(error))))
            which = ", ".join(" ".join(one) for one in named[:5])
            return ShardsMissing(where, f"not all shards answer ({which or text})")
        if status == 429:
            return ClusterFailed(where, "it has too much to do", "try again later")
        first = next((c for c in causes[1:] if isinstance(c, Mapping) and c.get("reason")), error)
        return ClusterFailed(where, f"{first.get('reason', text)} ({status})")

    def _opened(self) -> Any:
        if self._client is None:
            try:
                from opensearchpy import OpenSearch
            except ImportError:
                raise UsageError(
                    "an index on a cluster needs opensearch-py",
                    "pip install 'newsgrep[opensearch]'",
                ) from None
            self._client = OpenSearch(
                list(self.address.hosts),
                max_retries=TRIES - 1,
                retry_on_timeout=False,
                retry_on_status=(502, 504),
                **_credentials(self.address),
            )
        return self._client

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()
            self._client = None


def missing_shards(found: Json) -> str:
    """Which shards did not answer, in words; empty where all did."""
    shards = found.get("_shards", {})
    total = shards.get("total", 0)
    # Shards of which no copy is anywhere are not counted as failed.
    failed = max(shards.get("failed", 0), total - shards.get("successful", total))
    if failed:
        named = sorted(
            {
                f"{one.get('index', '?')} {one.get('shard', '?')}"
                for one in shards.get("failures", ())
                if isinstance(one, Mapping)
            }
        )
        which = f" ({', '.join(named[:5])})" if named else ""
        return f"{failed} of {total} shards did not answer{which}"
    if found.get("timed_out"):
        return f"some of {total} shards did not answer in time"
    return ""


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


def _inner(error: Exception) -> str:
    """What the system said, without what the libraries put around it."""
    text = str(getattr(error, "error", error))
    if "BadStatusLine" in text:
        return "what answers there is no HTTP"
    text = _CODES.sub("", text).rpartition(": ")[2].strip("()'\" ")
    lacking = text.count("(") - text.count(")")
    return text + ")" * lacking or type(error).__name__
