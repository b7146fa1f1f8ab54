# make demo   install into .venv, index seeds/, search it
# make test   install the test tools and run everything that guards the project
# make docs   the documentation as a site, in site/
# make coverage  which branches the tests take in process; fails below the floor
# make bench  measure indexing and searching on a corpus made here
# make torture  every trial of reliability in full; half an hour and more
# make fuzz   two million queries, generated and mutated

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Per cent of the branches that tests take in process: 90.5 when it was set. Only ever raise it.
BRANCH_FLOOR := 90

.PHONY: demo test docs coverage bench torture fuzz clean

# The newest pip: that of Python 3.11 warns of an extra of lxml that is only spelt differently.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv --upgrade-deps $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.test-tools: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/newsgrep index seeds/
	$(BIN)/newsgrep search "DEA Mexico"

test: $(VENV)/.test-tools
	$(BIN)/ruff check src tests bench tools
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/mypy
	$(BIN)/lint-imports
	@# Once, and not in each of the processes that tests start.
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m pytest -n auto --dist loadgroup

docs: $(VENV)/.test-tools
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_manual.py
	$(BIN)/python tools/make_pictures.py
	$(BIN)/python -m zensical build --strict

# Without the tests that run processes of their own, which are not measured.
IN_PROCESSES := $(wildcard tests/cli/test_cli*.py) $(addprefix tests/ingest/test_, stopping.py \
  full_disk.py) $(addprefix tests/test_, docs.py packaging.py torture.py bench.py) \
  tests/opensearch/test_cluster_holds.py tests/browser
coverage: $(VENV)/.test-tools
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=json:.coverage.json \
	  $(addprefix --ignore=,$(IN_PROCESSES))
	$(BIN)/python tools/coverage_floor.py .coverage.json $(BRANCH_FLOOR)

bench: $(VENV)/.test-tools
	$(BIN)/python bench/run.py

torture: $(VENV)/.test-tools
	PYTHONPATH=tests:bench $(BIN)/python -m torture

fuzz: $(VENV)/.test-tools
	PYTHONPATH=tests:bench $(BIN)/python -m torture --fuzz 2000000

clean:
	rm -rf $(VENV) .newsgrep
