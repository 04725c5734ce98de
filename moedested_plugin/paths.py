# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the files of the plugin lie: inside the plugin folder when installed, beside it in the repository."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE if (_PACKAGE / "metadata.txt").is_file() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder: `resource("icons", "moedested.svg")`."""
    return _ROOT.joinpath("resources", *parts)


def metadata() -> Path:
    """Give the path of `metadata.txt`, which knows the version."""
    return _ROOT / "metadata.txt"
