# Everything a newcomer needs: make demo, make test. `make help` lists the rest.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
BENCH ?= ../shared/bench

.PHONY: help install install-dev demo test evaluate bench endurance audit pictures docs lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

$(VENV)/made:
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	touch $@

$(VENV)/run: $(VENV)/made requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev: $(VENV)/run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

$(VENV)/peers: $(VENV)/dev requirements/peers.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/peers.txt
	touch $@

install: $(VENV)/run ## install verbale into .venv (gives .venv/bin/verbale)

install-dev: $(VENV)/dev ## the same, with what the checks need

demo: install ## build the record of examples/, print it, write a brief
	@mkdir -p out
	$(BIN)/verbale build examples/pages --to out/examples.verbale
	$(BIN)/verbale timeline out/examples.verbale
	$(BIN)/verbale show out/examples.verbale
	$(BIN)/verbale brief out/examples.verbale -o out/brief.html
	@echo "Open out/brief.html in a browser."

test: install-dev ## all checks: format, lint, types, import rule, tests, quality floors
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	$(BIN)/python benchmarks/gate.py --data $(BENCH)

evaluate: install-dev ## score every benchmark and show what changed against the floors
	$(BIN)/python benchmarks/gate.py --data $(BENCH) --report

bench: $(VENV)/peers ## how fast: ratios in one run, on generated pages
	$(BIN)/python -m benchmarks.bench
	if [ -d $(BENCH) ]; then $(BIN)/python -m benchmarks.quotations --data $(BENCH); fi

endurance: install-dev ## the long forms of tests/endurance: hours
	ENDURANCE=long $(BIN)/python -m pytest tests/endurance tests/serve/test_api.py

audit: install ## known vulnerabilities of the pinned dependencies (asks the OSV database)
	$(BIN)/python .ci/audit.py requirements/run.txt requirements/dev.txt

pictures: install-dev ## take the pictures in docs/images of the pages as they are
	PICTURES=write $(BIN)/python -m pytest tests/serve/test_pictures.py

docs: install-dev ## write the generated tables in docs/
	$(BIN)/python benchmarks/docs.py

lock: install-dev ## pin the dependencies again, with hashes and without addresses
	$(BIN)/python -m pip install --quiet pip-tools
	for set in run dev peers; do \
	  extras="--extra serve --extra parquet"; \
	  if [ $$set = dev ]; then extras="$$extras --extra ray --extra dev"; fi; \
	  if [ $$set = peers ]; then extras="--extra peers"; fi; \
	  $(BIN)/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
	    --no-annotate --no-header $$extras -o requirements/$$set.txt pyproject.toml; \
	done

clean: ## remove what was made
	rm -rf $(VENV) out build src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
