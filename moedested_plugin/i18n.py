# SPDX-License-Identifier: GPL-2.0-or-later
"""The language of the plugin: Danish in the code, English from `resources/i18n`."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .paths import resource

CONTEXT = "moedested"
SOURCE_LANGUAGE = "da"


def tr(text: str) -> str:
    """Give `text` in the user's language. Pass the literal itself; fill in values afterwards by `.format()`."""
    return QCoreApplication.translate(CONTEXT, text)


def oversat(tekst: str) -> str:
    """Give a text that comes as data, from the model or a shipped file, in the user's language.

    What is nobody's but the user's own (a name, a layer called something else) comes back as it is.
    """
    from .domain.saetning import Saetning

    if not isinstance(tekst, Saetning):
        return QCoreApplication.translate(CONTEXT, tekst) if tekst else tekst
    led = (oversat(et) if isinstance(et, str) else et for et in tekst.led)
    return QCoreApplication.translate(CONTEXT, tekst.moenster).format(*led)


def install(locale: str | None = None) -> QTranslator | None:
    """Translate for `locale` (else QGIS's own); None where Danish is right or nothing better is at hand.

    Hand the result to `remove` at unload. Who has neither Danish nor a language of ours gets English.
    """
    language = (
        (locale or QgsApplication.instance().locale()).replace("-", "_").split("_")[0].lower()
    )
    if language == SOURCE_LANGUAGE:
        return None
    translator = QTranslator()
    for candidate in (language, "en"):
        if translator.load(str(resource("i18n", f"moedested_{candidate}.qm"))):
            QCoreApplication.installTranslator(translator)
            return translator
    return None


def remove(translator: QTranslator | None) -> None:
    """Take the translator away again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
