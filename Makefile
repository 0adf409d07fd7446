# Everything from a bare clone: make demo, make test. Needs Python 3.11+ with pip and venv, git and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
READERS := tests/consumers
PIP    := $(BIN)/python -m pip install -qq --disable-pip-version-check

.PHONY: demo test readers docs figures lock clean
.DELETE_ON_ERROR:

demo: $(READY)  ## set up, read examples/ into a graph, ask it, write a file for Gephi
	@rm -rf demo/kb demo/vankien.graphml
	@mkdir -p demo
	$(BIN)/vankien build examples --out demo/kb
	$(BIN)/vankien query demo/kb --name document-relations
	$(BIN)/vankien export demo/kb demo/vankien.graphml
	@printf '%s\n' '' 'Where to look next:' \
	  '  questions that ship          $(BIN)/vankien query --list' \
	  '  one thing, with quotes       $(BIN)/vankien explain demo/kb "Bộ Chính trị"' \
	  '  in Gephi, Cytoscape or yEd   demo/vankien.graphml' \
	  '  your own articles            $(BIN)/vankien build FOLDER --out kb' \
	  '  the guide                    README.md, docs/cli.md'

test: $(READY) readers  ## set up, then lint, types and tests
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -ra

readers:  ## where there is Node.js: the JavaScript programs that read exported files back in the tests
	@if command -v npm > /dev/null; then $(MAKE) --no-print-directory $(READERS)/node_modules/.ready; \
	else echo "No npm: tests that read exported files with JavaScript programs are skipped"; fi

$(READERS)/node_modules/.ready: $(READERS)/package-lock.json
	@echo "Setting up $(READERS) (a few seconds, once) ..."
	@cd $(READERS) && npm ci --silent
	@touch $@

docs: $(READY)  ## paste real help texts and answers into README.md and docs/cli.md, draw docs/*.svg, run docs/tools/ (tests check them)
	$(BIN)/python docs/context.py ontology/context.jsonld
	$(BIN)/python docs/reference.py README.md docs/cli.md
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/executed.py
	$(BIN)/python docs/dictionary.py
	$(BIN)/python docs/toolpages.py

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "vankien needs Python 3.11 or newer, this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@echo "Setting up $(VENV) (less than a minute, once) ..."
	@$(PYTHON) -m venv $(VENV)
	$(PIP) --no-deps --no-compile --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

figures: $(READY)  ## keep the figures on the annotated articles in ../shared, which the tests hold from falling
	$(BIN)/vankien evaluate ../shared/eval/dev --json > tests/dev_figures.json

lock:  ## for maintainers: resolve again (UPGRADE=--upgrade for newer versions); writes no index address
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install -q uv
	$(VENV)-lock/bin/uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-header \
	  --group dev --all-extras pyproject.toml -o requirements.lock

clean:  ## remove what make made
	rm -rf $(VENV) $(VENV)-lock demo dist .pytest_cache .mypy_cache .ruff_cache .hypothesis $(READERS)/node_modules
