# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a small site of README, CHANGELOG and docs/: build/site, to be laid on any web server (`make site`).

Pages keep their places, so that their links work as they do in the repository. A link that leads nowhere stops it.
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"
#: In the order of the menu: page, and what the menu calls it.
PAGES = {
    "README.md": "Mødested",
    "docs/foerste-dag.md": "Den første dag",
    "docs/tegning.md": "Tegning",
    "docs/kontroller.md": "Kontroller",
    "docs/datamodel.md": "Datamodel",
    "docs/tjenester.md": "Tjenester",
    "docs/drift.md": "Drift",
    "docs/drift-flere-servere.md": "Flere servere",
    "docs/bestilling-til-it.md": "Bestilling til IT",
    "resources/server/LAESMIG.md": "nginx og systemd",
    "docs/sikkerhed.md": "Sikkerhed",
    "docs/persondata.md": "Persondata",
    "docs/arkitektur.md": "Arkitektur",
    "docs/beslutninger.md": "Beslutninger",
    "docs/maalinger.md": "Målinger",
    "docs/tekster.md": "Tekster",
    "resources/README.md": "Data og licenser",
    "CHANGELOG.md": "Ændringer",
}
_CSS = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 "Open Sans", "Segoe UI", sans-serif; margin: 0 auto; max-width: 76rem; padding: 0 1rem 4rem }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; padding: .8rem 0; margin: 0 0 1rem; border-bottom: 2px solid #0072b2 }
main { overflow-wrap: break-word }
img { max-width: 100%; height: auto }
table { border-collapse: collapse; display: block; overflow-x: auto }
th, td { border: 1px solid #8888; padding: .3rem .5rem; text-align: left; vertical-align: top }
pre { overflow-x: auto; padding: .6rem; border: 1px solid #8888 }
"""


class DeadLinkError(Exception):
    """A page leads to what is not there."""


def slug(heading: str) -> str:
    """Give the name of a heading in addresses, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def page_name(path: str) -> str:
    """Give the name of a page on the site."""
    return "index.html" if path == "README.md" else f"{path.removesuffix('.md')}.html"


def build(folder: Path = SITE) -> list[str]:
    """Write the site; gives the names of all its files. Raises `DeadLinkError`."""
    markdown = MarkdownIt("commonmark").enable("table")
    read = {path: markdown.parse((ROOT / path).read_text("utf-8")) for path in PAGES}
    anchors = {path: set(_give_ids(tokens)) for path, tokens in read.items()}
    shutil.rmtree(folder, ignore_errors=True)
    files: set[str] = set()
    for path, tokens in read.items():
        for token in _inline(tokens):
            for name in ("href", "src"):
                if name in token.attrs:
                    token.attrs[name] = _lead(path, str(token.attrs[name]), anchors, files)
        body = markdown.renderer.render(tokens, markdown.options, {})
        _write(folder / page_name(path), _page(path, body))
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return sorted({*files, *map(page_name, PAGES)})


def _inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inline(token.children or [])


def _give_ids(tokens: list[Token]) -> Iterator[str]:
    for opening, text in zip(tokens, tokens[1:]):
        if opening.type == "heading_open":
            words = "".join(part.content for part in text.children or [])
            opening.attrs["id"] = slug(words)
            yield slug(words)


def _lead(path: str, link: str, anchors: dict[str, set[str]], files: set[str]) -> str:
    """Give a link as the site has it; a file that it leads to comes along."""
    if re.match(r"[a-z]+:", link):
        return link
    target, _, anchor = unquote(link).partition("#")
    place = (ROOT / path).parent / target if target else ROOT / path
    name = place.resolve().relative_to(ROOT).as_posix()
    if place.is_dir():
        name = f"{name}/LAESMIG.md"
    if name in anchors:
        if anchor and anchor not in anchors[name]:
            raise DeadLinkError(f"{path}: {link}")
        up = "../" * path.count("/")
        return f"{up}{page_name(name)}{f'#{anchor}' if anchor else ''}"
    if place.is_dir() or not place.is_file():
        raise DeadLinkError(f"{path}: {link}")
    files.add(name)
    return link


def _page(path: str, body: str) -> str:
    up = "../" * path.count("/")
    menu = "".join(
        f'<li><a href="{up}{page_name(each)}"{" aria-current=page" if each == path else ""}>{html.escape(title)}</a></li>'
        for each, title in PAGES.items()
    )
    title = html.escape(PAGES[path] if path == "README.md" else f"{PAGES[path]} – Mødested")
    return (
        f'<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_CSS}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Sider"><ul>{menu}</ul></nav>\n<main>\n{body}</main>\n</body>\n</html>\n'
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        made = build()
    except DeadLinkError as error:
        sys.exit(f"a link leads nowhere: {error}")
    print(f"{SITE.relative_to(ROOT)}: {len(made)} files; begin at index.html")
