# Each target does all of its own set-up: Python 3.11 or newer and make are enough.
PYTHON ?= python3
UV_VERSION := 0.13.9
GOOGLE_CLIENT_VERSION := 2.202.0
BIN := .venv/bin
# On every core, but for the tests that ask in the end what all of them together called.
TOGETHER := tests/conformance
PYTEST := $(BIN)/pytest
SPREAD := $(PYTEST) --numprocesses auto --dist worksteal --ignore $(TOGETHER)
READY := .venv/.ready

.PHONY: demo test check bench docs pictures discovery clean

demo: $(READY)
	$(BIN)/muaheso demo

test: $(READY)
	$(SPREAD)
	$(PYTEST) $(TOGETHER)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(SPREAD) -m "not repeated" --cov --cov-report= --cov-fail-under=0
	$(PYTEST) $(TOGETHER) --cov --cov-append --cov-report=term

# INSTANCES may name a folder of published instances (tests/benchmarks/published.py). BENCH may be
# --brief (smallest cases, the report stays) or --only NAME (that part of the report is renewed).
bench: $(READY)
	$(BIN)/python -m tests.benchmarks $(BENCH) $(INSTANCES)

docs: $(READY)
	$(BIN)/python -m sheets_schema.readme README.md
	$(BIN)/python -m sheets_schema.findings_doc docs/findings.md
	$(BIN)/python -m deploy.local.emulator.coverage deploy/local/emulator/COVERAGE.md

# Needs LibreOffice Calc and poppler-utils.
pictures: $(READY)
	$(BIN)/muaheso pictures

# Renews what the local Google validates with; its package is too heavy to be a dependency.
discovery: .tools/bin/uv
	.tools/bin/uv run --quiet --frozen --extra dev --no-python-downloads \
	  --with google-api-python-client==$(GOOGLE_CLIENT_VERSION) \
	  python -m deploy.local.emulator.discovery.extract

clean:
	rm -rf .venv .tools .muaheso

.tools/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet uv==$(UV_VERSION)

$(READY): pyproject.toml uv.lock .tools/bin/uv
	.tools/bin/uv sync --quiet --frozen --extra dev --no-python-downloads --python $(PYTHON)
	@touch $@
