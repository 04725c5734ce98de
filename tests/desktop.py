# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the real QGIS desktop on a screen of its own (Xvfb), with the plugin, driven by a script.

usage: .venv/bin/python tests/desktop.py SCRIPT OUT [PROJECT] [--size 1366x768] [--scale 1.25] [--locale en_US]

SCRIPT runs inside QGIS; it imports `desktop_driver` and hands its steps to `run`. Pictures and `log.txt` land in OUT.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMED_OUT = 124  # what timeout(1) answers

# What would stand in the way of a run without hands: questions at exit, news, version check.
PROFILE = """\
[PythonPlugins]
{enabled}
processing=true
[app]
askToSaveMemoryLayers=false
projections\\unknownCrsBehavior=NoAction
[qgis]
checkVersion=false
iconSize=24
[core]
httpsfeedqgisorg\\disabled=true
[locale]
userLocale={locale}
globalLocale={locale}
overrideFlag=true
"""


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    log: str
    output: str
    shots: dict[str, Path]

    @property
    def problem(self) -> str:
        """Say what went wrong; empty when QGIS quit by itself and no step failed."""
        if self.code == TIMED_OUT:
            return f"QGIS did not quit in time.\n{self.log}\n{self.output}"
        if self.code or "FAIL" in self.log or not self.log.rstrip().endswith("quit"):
            return f"exit code {self.code}\n{self.log}\n{self.output}"
        return ""


def run_qgis(
    script: Path,
    out: Path,
    *,
    plugins: Path,
    project: Path | None = None,
    locale: str = "da_DK",
    size: tuple[int, int] = (1366, 768),
    scale: float = 1.0,
    timeout: int = 180,
    enabled: tuple[str, ...] = ("moedested_plugin",),
    environment: dict[str, str] | None = None,
    settings: str = "",
) -> Result:
    """Start QGIS in a new profile with the plugins of the folder `plugins`, let `script` drive it, wait for its end.

    `settings` are lines for the profile's QGIS3.ini beside `PROFILE`, as a person would have chosen them.

    The profile's own folder has blanks and Danish letters in its name, as the users' folders have.
    """
    out.mkdir(parents=True, exist_ok=True)
    log = out / "log.txt"
    log.unlink(missing_ok=True)
    old = set(out.glob("*.png"))
    for picture in old:
        picture.unlink()
    with tempfile.TemporaryDirectory(prefix="Mødested test ") as profiles:
        ini = Path(profiles, "profiles", "default", "QGIS", "QGIS3.ini")
        ini.parent.mkdir(parents=True)
        lines = "\n".join(f"{name}=true" for name in enabled)
        ini.write_text(PROFILE.format(enabled=lines, locale=locale) + settings, "utf-8")
        width, height = size
        command = [
            *("timeout", "--kill-after=10", str(timeout)),
            *(
                "xvfb-run",
                "--auto-servernum",
                "--server-args",
                f"-screen 0 {width}x{height}x24 -dpi 96 -nolisten tcp",
            ),
            *(
                "qgis",
                "--profiles-path",
                profiles,
                "--profile",
                "default",
                "--noversioncheck",
                "--nologo",
            ),
            *("--skipbadlayers", "--code", str(script.resolve())),
            *([str(project.resolve())] if project else []),
        ]
        done = subprocess.run(
            command,
            env=_environment(out, plugins, profiles, scale) | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    return Result(
        code=done.returncode,
        log=log.read_text("utf-8") if log.exists() else "(the script never started)",
        output=done.stdout[-4000:],
        shots={path.stem: path for path in sorted(out.glob("*.png"))},
    )


def _environment(out: Path, plugins: Path, profiles: str, scale: float) -> dict[str, str]:
    ours = {
        "DESKTOP_OUT": str(out.resolve()),
        "QGIS_PLUGINPATH": str(plugins.resolve()),
        "PYTHONPATH": str(Path(__file__).resolve().parent),
        "PYQGIS_STARTUP": str(Path(__file__).resolve().parent / "desktop_watch.py"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": str(scale),
        "XDG_RUNTIME_DIR": profiles,
        "NO_AT_BRIDGE": "1",
    }
    # A QGIS started from a virtual environment must still be the system's own, and keep what it compiled.
    inherited = {
        key: value
        for key, value in os.environ.items()
        if key not in {"VIRTUAL_ENV", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE"}
    }
    return inherited | ours


def staged() -> Path:
    """Lay out the plugin of this checkout and give the folder for QGIS_PLUGINPATH."""
    done = subprocess.run([ROOT / ".ci" / "stage"], check=True, capture_output=True, text=True)
    return Path(done.stdout.strip())


def main() -> int:
    """Run one script by hand and print its log."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("script", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("project", type=Path, nargs="?")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--locale", default="da_DK")
    parser.add_argument("--timeout", type=int, default=180)
    chosen = parser.parse_args()
    width, height = (int(number) for number in chosen.size.split("x"))
    result = run_qgis(
        chosen.script,
        chosen.out,
        plugins=staged(),
        project=chosen.project,
        locale=chosen.locale,
        size=(width, height),
        scale=chosen.scale,
        timeout=chosen.timeout,
    )
    print(result.problem or result.log)
    return 1 if result.problem else 0


if __name__ == "__main__":
    sys.exit(main())
