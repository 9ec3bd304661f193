.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

.PHONY: help install serve build test lint lock clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(INSTALLED): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Anugerah needs Python 3.11 or newer: call make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

install: $(INSTALLED) ## Set up .venv with the exact versions of requirements.lock

serve: $(INSTALLED) ## Build the release if there is none yet and serve it at http://127.0.0.1:8000
	$(BIN)/anugerah serve

build: $(INSTALLED) ## Turn data/articles into a release in var/releases
	$(BIN)/anugerah build

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

test: lint ## Run the linters, the type checker and all tests
	$(BIN)/pytest

lock: ## Write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --output-file requirements.lock

clean: ## Remove the environment and everything that was built
	rm -rf .venv var dist .mypy_cache .pytest_cache .ruff_cache
