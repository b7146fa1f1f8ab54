"""The API is as its description says: every request that it allows, and many that it does not."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import SEEDS
from hypothesis import given, settings

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")
schemathesis = pytest.importorskip("schemathesis", reason="needs: pip install -e '.[test]'")

from schemathesis.checks import positive_data_acceptance
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import missing_required_header
from serving import Inside
from starlette.testclient import TestClient

from newsgrep import Archive
from newsgrep.serve.app import application
from newsgrep.serve.routes import CHANGES, ROUTES
from newsgrep.serve.settings import Settings

LOCAL = {"Host": "localhost"}


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API of the seeds, as schemathesis reads its description."""
    archive = Archive(tmp_path_factory.mktemp("described") / "index")
    archive.index([SEEDS])
    archive.alerts.add("wall", "wall", backlog=True)
    app = application(Settings(), Inside(archive))
    with TestClient(app, base_url="http://localhost") as client:
        LOCAL["X-Newsgrep-Key"] = client.get("/api/key").json()["key"]
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=LOCAL)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_it_does_as_it_says(described: Any, route: Any, mode: GenerationMode) -> None:
    """No 5xx; statuses, types and forms as described; what is not allowed is refused."""
    operation = described[route.path]["GET"]

    @settings(max_examples=15)
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        # What a query, a date or a pair says is not in a schema: 400 is described for it.
        case.call_and_validate(headers=LOCAL, excluded_checks=[positive_data_acceptance])

    check()


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_what_changes_something_does_as_it_says(
    described: Any, change: Any, mode: GenerationMode
) -> None:
    """With the right key, so that bodies are looked at; the tests of each try other keys."""
    operation = described[change.path][change.method]

    @settings(max_examples=15)
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        # Ids and names are seldom those of what there is, and notes seldom say something.
        case.call_and_validate(
            headers=LOCAL, excluded_checks=[positive_data_acceptance, missing_required_header]
        )

    check()
