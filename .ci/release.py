# SPDX-License-Identifier: GPL-2.0-or-later
"""Uploads the zip to the plugin site, when version, list of changes and git tag agree.

usage: PLUGIN_SITE=https://… PLUGIN_TOKEN=… .ci/release.py

PLUGIN_SITE is the address the site gives for adding a version to this plugin; PLUGIN_TOKEN a token made on the
plugin's own page there. Neither is kept anywhere.
"""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import urllib.request
import uuid
from pathlib import Path

import check_zip
import package

PLACEHOLDER = "example.org"


def hindrances(version: str, addresses: list[str]) -> list[str]:
    """Say what must be put right before this commit can be released."""
    tags = _git("tag", "--points-at", "HEAD").split()
    return [
        *([] if f"v{version}" in tags else [f"this commit has no tag v{version}"]),
        *(["there are changes that are not committed"] if _git("status", "--porcelain") else []),
        *(
            f"metadata.txt: {address} is a placeholder"
            for address in addresses
            if PLACEHOLDER in address
        ),
        *(
            f"{name} is not set"
            for name in ("PLUGIN_SITE", "PLUGIN_TOKEN")
            if not os.environ.get(name)
        ),
    ]


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=package.ROOT, check=True, capture_output=True, text=True
    ).stdout


def upload(zip_path: Path, address: str, token: str) -> str:
    """Send the zip as a form with one file, and give the site's answer."""
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="package"; filename="{zip_path.name}"\r\n'
    body = (
        head.encode()
        + b"Content-Type: application/zip\r\n\r\n"
        + zip_path.read_bytes()
        + f"\r\n--{boundary}--\r\n".encode()
    )
    request = urllib.request.Request(  # noqa: S310 (the address is the releaser's own)
        address,
        data=body,
        headers={
            "Authorization": f"Bearer {token}",
            "Content-Type": f"multipart/form-data; boundary={boundary}",
        },
    )
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310  # nosec B310 - see above
        text: str = answer.read().decode("utf-8", "replace")
    return text


def main() -> None:
    """Build, check, upload."""
    parser = configparser.ConfigParser()
    parser.read(package.ROOT / "metadata.txt", "utf-8")
    general = parser["general"]
    zip_path = package.build()
    found = check_zip.findings(zip_path)
    found += hindrances(general["version"], [general[key] for key in ("email", *check_zip.LINKS)])
    if found:
        sys.exit("\n".join(found))
    print(upload(zip_path, os.environ["PLUGIN_SITE"], os.environ["PLUGIN_TOKEN"]))


if __name__ == "__main__":
    main()
