# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the files of the plugin lie: inside the plugin folder when installed, beside it in the repository; and when two paths are one file."""

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


def same_file(one: str | Path, other: str | Path) -> bool:
    """Whether two paths lead to the same file, however they are written, also before it is there."""
    try:
        return Path(one).resolve() == Path(other).resolve() or Path(one).samefile(other)
    except OSError:
        return False
