# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with a store, each with one Danish sentence that says what to do."""

from __future__ import annotations

from moedested_plugin.domain.tekster import genkendt
from moedested_plugin.i18n import oversat, tr


class StoreFejl(Exception):
    """A store could not do what was asked; `str(fejl)` is the sentence for the user. Nothing was changed.

    `siger_uroert`: the sentence says that itself, so nobody is to say it once more.
    """

    def __init__(self, besked: str = "", *, siger_uroert: bool = False) -> None:
        super().__init__(besked)
        self.siger_uroert = siger_uroert


class FindesIkke(StoreFejl):
    """There is no such file, connection or schema."""


class IkkeVoresFil(StoreFejl):
    """Something else lies there: another GeoPackage, another schema, not a database."""


class Skrivebeskyttet(StoreFejl):
    """The file, its folder or the role may not be written."""


class Laast(StoreFejl):
    """Another program holds the file."""


class Optaget(StoreFejl):
    """A colleague has the GeoPackage open for editing."""


class ForNy(StoreFejl):
    """Made by a newer plugin than this one."""


class ForGammel(StoreFejl):
    """Made by an older plugin, and the caller did not want it upgraded without asking."""


class Beskadiget(StoreFejl):
    """The file or schema is damaged or incomplete."""


class FindesAllerede(StoreFejl):
    """Something is already where the store was to be made."""


class Afvist(StoreFejl):
    """The database refused a row; `kode` names the rule in `domain.regler` where it is known.

    The database says it in Danish, whoever asks.
    """

    def __init__(self, besked: str, kode: str | None = None) -> None:
        super().__init__(oversat(genkendt(besked)))
        self.kode = kode


def skal_maa_opgraderes(navn: str, *, opgrader: bool) -> None:
    """Raise ForGammel when an older store of that name is not to be upgraded without asking."""
    if not opgrader:
        raise ForGammel(
            tr(
                "{} er lavet med en ældre udgave af Mødested. Opgradér den; der tages en kopi først."
            ).format(navn)
        )
