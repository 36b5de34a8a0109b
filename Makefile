# Every target works alone on a fresh machine with python3 (3.11 or newer), python3-venv, make and git.
SHELL := /bin/bash
PORT ?= 8000
PYTHON ?= python3

python := .venv/bin/python
manage := $(python) manage.py
po := $(wildcard locale/*/LC_MESSAGES/*.po locale/wagtail/*/LC_MESSAGES/*.po)
messages := $(po:.po=.mo)
assets := $(shell find static editorial/static trials/static -type f 2>/dev/null)
demo := DJANGO_SETTINGS_MODULE=config.settings.demo DATABASE_URL=sqlite:///var/demo.sqlite3

.PHONY: setup demo test quick races check bench pictures messages locks

setup: .venv/base.stamp messages
	@mkdir -p var
	@$(manage) migrate --verbosity 0

demo: .venv/base.stamp messages var/static/staticfiles.json
	@$(demo) PORT=$(PORT) deploy/dev/demo

test:
	@.ci/test

quick: .venv/test.stamp messages
	@$(python) -m pytest -m "not browser and not proof and not thorough" -q -n 2 --dist loadfile --no-loadscope-reorder

# Ten times as many races at the desk as the tests run.
races: .venv/test.stamp messages
	@RACES=500 .ci/postgres $(python) -m pytest -q -n 2 tests/editorial/test_races.py

check: .venv/dev.stamp messages
	@.ci/check

bench: .venv/test.stamp messages
	@$(python) -m tests.bench

# The pictures in docs/pictures, taken of the demonstration; look at them before they are committed.
pictures: .venv/test.stamp messages
	@$(python) -m tests.pictures

messages: $(messages)

# Python environment: one stamp for each lock file, so that a warm run asks pip nothing.
.venv/bin/python:
	@deploy/dev/venv $(PYTHON)

.venv/%.stamp: requirements/%.txt | .venv/bin/python
	@echo "Installing $<"
	@$(python) -m pip install -qq --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

# Debian's gettext is not needed: Babel compiles the messages.
%.mo: %.po .venv/base.stamp deploy/dev/compile_messages.py
	@$(python) deploy/dev/compile_messages.py $<

var/static/staticfiles.json: .venv/base.stamp $(assets)
	@$(demo) $(manage) collectstatic --noinput --verbosity 0
	@touch $@

# New versions: change requirements/*.in, then run this; `uv` must be on the path.
locks:
	@deploy/dev/locks
