# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps `resources/i18n/moedested_en.ts` in step with the texts of the code, and compiles it.

usage: .ci/i18n.py     (update, compile beside the .ts file, fail where a text has no translation)

Texts are the literals in `tr("…")` of the package, the texts of the model itself and the titles of the profiles that
ship, all in the context `moedested`. Own extraction, because pylupdate knows neither joined literals, nor our one
`tr`, nor texts that stand in data.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
TS_FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "moedested"
LRELEASE = Path("/usr/lib/qt5/bin/lrelease")  # the one on PATH asks qtchooser, which may know no Qt

Text = tuple[str, str]  # context, source


class BadTextError(Exception):
    """A text that cannot be translated as it is written."""


def module_texts(path: Path) -> tuple[str, ...]:
    """Give the literals of every `tr()` in one module."""
    return _texts_of(path, path.read_text("utf-8"))


@cache
def _texts_of(path: Path, code: str) -> tuple[str, ...]:
    return tuple(_literals(path, code))


def _literals(path: Path, code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        if name != "tr":
            continue
        if len(node.args) != 1 or not isinstance(node.args[0], ast.Constant) or node.keywords:
            message = f"{path}:{node.lineno}: tr() takes one literal; fill in values by .format()"
            raise BadTextError(message)
        yield str(node.args[0].value)


def code_texts(package: Path) -> Iterator[Text]:
    """Give the literals of every `tr()` under `package`."""
    for path in sorted(package.rglob("*.py")):
        for text in module_texts(path):
            yield CONTEXT, text


def data_texts(root: Path) -> Iterator[Text]:
    """Give what `oversat()` is asked of: the texts of the model, and the titles of the profiles that ship."""
    for path in sorted((root / "resources" / "profiler").glob("*.json")):
        yield CONTEXT, json.loads(path.read_text("utf-8"))["titel"]
    if (root / "moedested_plugin" / "domain").is_dir():
        if str(root) not in sys.path:
            sys.path.insert(0, str(root))
        from moedested_plugin.domain.tekster import tekster

        for text in tekster():
            yield CONTEXT, text


def used_texts(root: Path = ROOT) -> list[Text]:
    """Give every text of the plugin once, in a steady order."""
    texts = [
        *code_texts(root / "moedested_plugin"),
        *data_texts(root),
    ]
    return sorted(set(texts))


def read_ts(path: Path) -> dict[Text, str]:
    """Give the translations of a .ts file; an unfinished one is the empty string."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if translation is not None and done else ""
    return found


def write_ts(path: Path, texts: list[Text], translations: dict[Text, str]) -> None:
    """Write a .ts file with exactly `texts`, translated as far as `translations` go."""
    root = ET.Element(
        "TS", version="2.1", language=path.stem.rpartition("_")[2], sourcelanguage="da"
    )
    contexts: dict[str, ET.Element] = {}
    for context, source in texts:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get((context, source), "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8", newline="\n")


def problems(path: Path, texts: list[Text]) -> list[str]:
    """Say what keeps the .ts file from being complete."""
    have = read_ts(path)
    return [
        *(f"not in {path.name}: {text}" for _, text in texts if (_, text) not in have),
        *(f"not translated: {key[1]}" for key in texts if have.get(key) == ""),
        *(f"no longer used: {key[1]}" for key in have if key not in set(texts)),
    ]


def compile_ts(ts: Path, folder: Path) -> Path:
    """Compile a .ts file into `folder` and give the .qm file."""
    folder.mkdir(parents=True, exist_ok=True)
    qm = folder / ts.with_suffix(".qm").name
    subprocess.run([LRELEASE, "-silent", ts, "-qm", qm], check=True)
    return qm


def main() -> int:
    """Update and compile every .ts file; say what is missing."""
    texts = used_texts()
    missing = []
    for ts in sorted(TS_FOLDER.glob("moedested_*.ts")) or [TS_FOLDER / "moedested_en.ts"]:
        dropped = [line for line in problems(ts, texts) if line.startswith("no longer")]
        write_ts(ts, texts, read_ts(ts))
        compile_ts(ts, TS_FOLDER)
        missing += [f"{ts.name}: {line}" for line in problems(ts, texts)]
        print("\n".join([*dropped, f"{ts.name}: {len(texts)} texts"]))
    print("\n".join(missing), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
