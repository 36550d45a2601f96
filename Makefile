# Two commands are enough: `make run` starts everything, `make test` tests it. The rest is for those who change it.
# Needs make, git and Python 3.11 or newer; everything else is set up by these commands.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv/bin
SETUP = $(if $(PYTHON),$(PYTHON) emulation_cluster/ground/virtualenv.py,$(error \
	Python 3.11 or newer with its venv module is needed. On Debian: apt install python3 python3-venv. \
	To name one: make PYTHON=/path/to/python3.12))
ARGS ?=

.DEFAULT_GOAL := run
.PHONY: run test check format lock messages guide

run: ## start the house (PORT=8001 for another port)
	@$(SETUP) requirements.txt
	@exec $(VENV)/python -m emulation_cluster.ground run

test: ## the tests, on throwaway embedded servers unless DATABASE_URL and REDIS_URL name others (ARGS="-k word")
	@$(SETUP) requirements.txt requirements-dev.txt
	@exec $(VENV)/python -m emulation_cluster.ground test $(ARGS)

check: ## everything that can be said without running the product
	@$(SETUP) requirements.txt requirements-dev.txt
	$(VENV)/ruff format --check .
	$(VENV)/ruff check .
	$(VENV)/mypy
	find templates apps -name '*.html' -print0 | xargs -0 --no-run-if-empty $(VENV)/djhtml --tabwidth 2 --check
	$(VENV)/lint-imports --no-cache --no-logo
	$(VENV)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(VENV)/python manage.py catalogues --check
	$(VENV)/python -m pytest -q -p no:cacheprovider tests/test_structure.py tests/test_readme.py

format: ## put code and templates into the one form
	@$(SETUP) requirements.txt requirements-dev.txt
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .
	find templates apps -name '*.html' -print0 | xargs -0 --no-run-if-empty $(VENV)/djhtml --tabwidth 2

messages: ## bring the catalogues up to date with the source
	@$(SETUP) requirements.txt requirements-dev.txt
	$(VENV)/python manage.py catalogues

guide: ## take the pictures of docs/guide anew, in a house of their own (needs Chromium)
	@$(SETUP) requirements.txt requirements-dev.txt
	@exec $(VENV)/python -m docs.guide.screenshots $(ARGS)

lock: ## pin what the .in files ask for, with hashes (needs uv)
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header -o requirements.txt requirements.in
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header -o requirements-dev.txt requirements-dev.in
