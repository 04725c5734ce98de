# SPDX-License-Identifier: GPL-2.0-or-later
"""What the scanners say of the repository: bandit on the tools, detect-secrets on every file, pip-audit where it is asked for.

usage: .ci/audit.py [net]

The package itself is scanned as the plugin site does it, by `make check-zip`. With `net` also the pinned tools are looked up
among the known vulnerabilities (pip-audit, from an environment of its own): that needs the internet, so `make ci` does not.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: They start the project's own tools, found on PATH, and read the project's own XML: as in pyproject.toml.
SKIPPED = "B404,B405,B603,B607,B314"
#: Made up, or no secrets; one more of them is a finding.
KNOWN = {
    (".ci/baggrund.py", "Hex High Entropy String"): 3,  # checksums of what is fetched
    ("tests/integration/publishing/test_efterproev.py", "Basic Auth Credentials"): 1,
    ("tests/integration/publishing/test_efterproev.py", "Secret Keyword"): 1,
    ("tests/integration/publishing/test_lokal_server.py", "Basic Auth Credentials"): 1,
    ("tests/integration/publishing/test_lokal_server.py", "Secret Keyword"): 1,
    ("tests/integration/publishing/test_udgiv.py", "Basic Auth Credentials"): 1,
    ("tests/integration/sources/test_wfs.py", "Secret Keyword"): 1,
    ("tests/unit/test_skemaversion.py", "Hex High Entropy String"): 2,  # fingerprints of the schema
}
REQUIREMENTS = (".ci/requirements.txt", ".ci/requirements6.txt")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Start one of the scanners in the root of the repository."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        sys.exit(f"{' '.join(command[:4])} did not run: {done.stderr}")
    return done


def bandit() -> list[str]:
    """Give what bandit finds in the tools."""
    done = run(sys.executable, "-m", "bandit", "-q", "-r", ".ci", "-s", SKIPPED, "-f", "json")
    return [
        f"bandit {each['test_id']} {each['filename']}:{each['line_number']}: {each['issue_text']}"
        for each in json.loads(done.stdout)["results"]
    ]


def secrets() -> list[str]:
    """Give what looks like a secret in any file that git keeps, and is not known to be none."""
    found = json.loads(run(sys.executable, "-m", "detect_secrets", "scan").stdout)["results"]
    counts = Counter((path, each["type"]) for path, results in found.items() for each in results)
    return [
        f"detect-secrets {path}: {kind} ({count}, known {KNOWN.get((path, kind), 0)})"
        for (path, kind), count in counts.items()
        if count > KNOWN.get((path, kind), 0)
    ]


def vulnerabilities() -> list[str]:
    """Give what is known against the pinned tools."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-audit"], check=True)
        files = [part for path in REQUIREMENTS for part in ("-r", path)]
        done = run(
            str(python), "-m", "pip_audit", *files, "--no-deps", "--disable-pip", "-f", "json"
        )
    packages = json.loads(done.stdout)["dependencies"]
    return [
        f"pip-audit {package['name']} {package.get('version', '')}: {package.get('skip_reason') or each['id']}"
        for package in packages
        for each in package.get("vulns", [{"id": "?"}])
    ]


def main() -> int:
    """Run what can be run here."""
    found = [*bandit(), *secrets(), *(vulnerabilities() if "net" in sys.argv[1:] else ())]
    print("\n".join([*found, f"audit: {len(found)} findings"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
