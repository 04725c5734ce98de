# Every command of the project. `make` alone lists them.
SHELL := /bin/bash
PYTHON := .venv/bin/python
export QT_QPA_PLATFORM ?= offscreen

.PHONY: help venv format lint types layers audit unit test test-344 cov i18n package check-zip run demo docs site pictures bench load soak harden ci release clean

help:           ## list the commands
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' Makefile | expand -t 12

venv: .venv/stamp  ## .venv with the system's QGIS and the tools of .ci/requirements.txt
.venv/stamp: .ci/requirements.txt
	/usr/bin/python3 -m venv --system-site-packages .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --requirement .ci/requirements.txt
	touch $@

.venv6/stamp: .ci/requirements6.txt
	/usr/bin/python3 -m venv .venv6
	.venv6/bin/python -m pip install --quiet --disable-pip-version-check --requirement .ci/requirements6.txt
	touch $@

format: venv    ## put the code into shape
	$(PYTHON) -m ruff check --fix --quiet .; $(PYTHON) -m ruff format .

lint: venv .venv6/stamp  ## style, QGIS habits, names that Qt 6 lacks
	$(PYTHON) -m ruff check --output-format concise . && $(PYTHON) -m ruff format --check --quiet .
	$(PYTHON) -m flake8 --isolated --select QGS1,QGS4 --extend-ignore QGS105 moedested_plugin
	.venv6/bin/python .ci/qt6check.py moedested_plugin

types: venv     ## mypy strict: the package as on Windows, tests and tools as here
	$(PYTHON) -m mypy moedested_plugin
	$(PYTHON) -m mypy --platform linux --python-version 3.11 --cache-dir .mypy_cache/linux tests .ci/*.py

layers: venv    ## imports run one way
	$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

audit: venv     ## bandit, detect-secrets on the repository (AUDIT=net: pip-audit too)
	$(PYTHON) .ci/audit.py $(AUDIT)

unit: venv      ## the tests that need no QGIS; every branch of the domain
	mkdir -p build/coverage && PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 $(PYTHON) -m pytest -q -p pytest_cov --cov=moedested_plugin/domain --cov-branch --cov-fail-under=100 tests/unit

test:           ## install what is missing, then every test
	.ci/install test
	$(MAKE) --no-print-directory venv
	$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist worksteal

test-344:       ## every test on QGIS 3.44, in a Debian of its own in /opt/qgis344 (root; TESTS="tests/unit" takes only those)
	.ci/test-344 $(TESTS)

cov: venv       ## every test, with the branches they reach; docs/daekning.md, and fails where one has neither test nor reason
	mkdir -p build/coverage && $(PYTHON) -m pytest -n 2 --dist worksteal --cov --cov-branch --cov-report=term --cov-report=html:build/coverage/html --cov-report=json:build/coverage/cov.json
	$(PYTHON) .ci/daekning.py

i18n: venv      ## update the English translation from the code, and compile it
	$(PYTHON) .ci/i18n.py

package: venv   ## dist/moedested_plugin.zip
	$(PYTHON) .ci/package.py

check-zip: venv ## the plugin site's rules on the zip
	$(PYTHON) .ci/check_zip.py

run: venv       ## QGIS with the plugin, in a profile of its own (make run PROJECT=path.qgz)
	.ci/qgis "$(PROJECT)"

demo:           ## install what is missing, then show what the plugin does
	.ci/install demo
	$(MAKE) --no-print-directory venv
	.ci/demo

docs: venv      ## write what docs/ holds of the code: datamodel, kontroller, tjenester, arkitektur, tekster
	$(PYTHON) .ci/datamodel.py
	$(PYTHON) .ci/kontroller.py
	$(PYTHON) .ci/tjenester.py
	$(PYTHON) .ci/arkitektur.py
	$(PYTHON) .ci/tekster.py

site: venv      ## README, CHANGELOG and docs/ as a small site in build/site, for any web server
	$(PYTHON) .ci/site_docs.py

pictures: venv  ## photograph what a new user meets, in the real QGIS, into docs/billeder/ (PICTURES="panel form-baenk" takes only those)
	$(PYTHON) .ci/billeder.py $(PICTURES)

bench: venv     ## measure against the budgets
	$(PYTHON) .ci/bench.py

load: venv      ## a whole country: import, check, publish, tiles, print, and how each grows; build/load.md (MOEDESTED_LOAD=0.01 takes a hundredth)
	$(PYTHON) .ci/load.py

soak: venv      ## 8 editors, a publisher, 4 readers and a checker for 30 minutes; build/soak.md (MOEDESTED_SOAK=seconds)
	$(PYTHON) .ci/soak.py

harden: venv    ## 2 400 hostile files, 200 killed publishers, 24 swaps under load (make test does a sample of each)
	MOEDESTED_HARDEN=2400 $(PYTHON) -m pytest -q tests/harden
	$(PYTHON) -m pytest -q -m lang tests/plugin tests/integration/belastning
	MOEDESTED_DRAB=200 MOEDESTED_HAMMER=24 $(PYTHON) -m pytest -q -m "lang or not lang" tests/integration/publishing -k "killed or hammer or goes_away or replika"

ci:             ## everything, on a clean checkout; stops at the first failure
	.ci/run

release: venv   ## version = changelog = tag, then upload the zip
	$(PYTHON) .ci/release.py

clean:          ## remove what was built
	rm -rf build dist .venv .venv6 .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
