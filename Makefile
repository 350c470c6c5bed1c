# Naba: make run (reports over seeds/), make test (all checks), make setup (.venv alone), make lab (JupyterLab),
# make interpreted (take the compiled parser away)
PYTHON ?= python3
CORPUS ?= seeds
OUT ?= reports
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
READY := $(VENV)/.ready
COMPILED := $(VENV)/.compiled
COMPILER := $(firstword $(foreach name,cc gcc clang,$(shell command -v $(name) 2>/dev/null)))
# What is left out is what users read the help of; it hardly takes time.
STAGES := src/analysis/folding.py src/analysis/splitting.py $(filter-out %/__init__.py %/attribution.py %/frames.py,$(wildcard src/analysis/quotes/*.py))
# What is compiled relies on these; it is compiled again where they change.
KNOWN := src/analysis/arabic.py $(wildcard src/analysis/lexicon/*.py)
BUILT := src/*.so src/analysis/*.so src/analysis/quotes/*.so

.PHONY: setup run test lab lint format constraints benchmarks interpreted clean
.DEFAULT_GOAL := run

setup: $(READY) $(COMPILED)

# Locked wheels first, by hash; then Naba itself, without looking anything up.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Naba needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
ifdef UV
	test -x $(BIN)/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r constraints.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV) \
	  || { rm -rf $(VENV); echo "python3 cannot make environments here; on Debian: apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	touch $@

# The stages of attribution, compiled by mypyc where a C compiler is at hand: the same code in less than half the time.
# Hidden symbols let the compiler inline one stage in another, which saves 5 % more.
$(COMPILED): $(STAGES) $(KNOWN) pyproject.toml constraints.txt | $(READY)
	@rm -f $(BUILT)
ifneq ($(COMPILER),)
	@echo "compiling the parser: a few minutes, once"
	@cd src && trap 'rm -rf build .mypy_cache' EXIT && trap 'rm -f $(BUILT:src/%=%); exit 130' INT TERM \
	  && { { CFLAGS="-fvisibility=hidden $$CFLAGS" MYPYC_OPT_LEVEL=3 ../$(BIN)/python -m mypyc $(STAGES:src/%=%) \
	  && ../$(BIN)/python -c 'import analysis.quotes.reading'; } >../$(VENV)/compile.log 2>&1 \
	  || { rm -f $(BUILT:src/%=%); \
	  echo "not compiled, see $(VENV)/compile.log: it runs all the same (again: make interpreted setup)" >&2; }; }
else
	@echo "no C compiler here: the parser runs interpreted, in about two and a half times the time (with one: make interpreted setup)"
endif
	@touch $@

run: setup
	$(BIN)/naba run $(CORPUS) --out $(OUT)

test: setup
	$(BIN)/python -m pytest

lab: setup
	$(BIN)/jupyter lab notebooks

lint: $(READY)
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

# Needs uv: the newest versions that go together on Python 3.11 and later.
constraints:
	uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes --upgrade \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file constraints.txt

benchmarks: setup
	for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

# For work on the parser: edits count without compiling.
interpreted:
	rm -f $(BUILT) $(COMPILED)

clean: interpreted
	rm -rf $(VENV) reports .pytest_cache .mypy_cache .ruff_cache .hypothesis
