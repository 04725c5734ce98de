# SPDX-License-Identifier: GPL-2.0-or-later
"""What one comparison is about (*sag*), and what it remembers under which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from moedested_plugin.domain.betingelse import EnAf
from moedested_plugin.domain.felt import Felt, Standard, Tabel
from moedested_plugin.domain.navne import ens_navn
from moedested_plugin.i18n import tr
from moedested_plugin.store.raekkekrav import henviste

from .arbejde import Arbejde, i_sqlite, vaerdi_aftryk
from .fejl import Annulleret
from .geofa_felter import Tema, tema
from .kortlaeg_udtryk import standardvaerdi
from .omregn import Koder
from .profil import Profil, ProfilFejl

if TYPE_CHECKING:
    from qgis.core import QgsFeedback

    from moedested_plugin.store import Kommune, Store

IMPORT, FORTRYD = "import", "fortryd import"
#: In the result of a run: the rejections that were made in it.
AFVISNINGER = "afvisninger"
#: The field of a rejection that concerns the row as a whole.
HELE_RAEKKEN = ""
BORTE_AFTRYK = vaerdi_aftryk("borte")


@dataclass(frozen=True)
class Sag:
    """One comparison: a mapped source, a store, the work file between them."""

    store: Store
    arbejde: Arbejde
    profil: Profil
    #: Our fields that the source fills, and the lasting name of its layer.
    felter: tuple[str, ...]
    lag: str
    kommune: Kommune
    geofa_bruger: str
    #: (key, field, fingerprint) of what someone said no to.
    nej: frozenset[tuple[str, str, str]]
    feedback: QgsFeedback | None = None

    @property
    def tabel(self) -> Tabel:
        """The table that it goes to."""
        return self.profil.beskrevet

    @property
    def tema(self) -> Tema | None:
        """The theme of GeoFA, if it is one."""
        return None if self.profil.geofa is None else tema(self.profil.geofa)

    def faste(self) -> dict[str, Any]:
        """What every new row gets beside what the source fills."""
        ud: dict[str, Any] = {}
        for felt in self.tabel.felter:
            if felt.navn not in self.felter and felt.navn not in (
                self.tabel.noegle,
                "raekke_version",
            ):
                vaerdi = standardvaerdi(felt, self.profil, self.kommune, self.geofa_bruger)
                if vaerdi is not None:
                    ud[felt.navn] = i_sqlite(felt, vaerdi)
        return {**ud, "kilde": self.profil.kilde} if self.profil.er_netvaerk else ud

    def mangler(self) -> Iterator[Felt]:
        """Fields that must be filled and that nothing fills."""
        for felt in self.tabel.felter:
            givet = felt.navn in self.felter or felt.navn in self.profil.standarder
            if felt.obligatorisk and not givet and not self.tabel.system and not har_standard(felt):
                yield felt

    def fremdrift(self, procent: float) -> None:
        """Tell how far we are, or stop."""
        self.stop()
        if self.feedback is not None:
            self.feedback.setProgress(procent)

    def stop(self) -> None:
        """Stop where the user wants it."""
        if self.feedback is not None and self.feedback.isCanceled():
            raise Annulleret(tr("Importen blev afbrudt. Intet er ændret."))


def har_standard(felt: Felt) -> bool:
    """Whether the store fills the field by itself."""
    return felt.standard is not None and felt.standard is not Standard.LAGETS_TYPE


def koder_af(store: Store) -> Koder:
    """The code of each name, list by list."""
    ud: dict[str, dict[str, int]] = {}
    for raekke in store.raekker("kodeliste", ("liste", "kode", "navn")):
        ud.setdefault(str(raekke["liste"]), {}).setdefault(
            ens_navn(str(raekke["navn"])), int(str(raekke["kode"]))
        )
    return ud


def kommune_af(store: Store) -> Kommune:
    """The municipality that the store belongs to."""
    kommune = store.kommune
    if not kommune.kode:
        raise ProfilFejl(
            tr("Datalageret ved ikke, hvilken kommune det hører til. Vælg kommunen i projektet.")
        )
    return kommune


def seneste_import(store: Store) -> str | None:
    """The last run that wrote what a plan is made from."""
    koersler = store.raekker("koersel", ("koersel_id", "begyndt"), EnAf("art", (IMPORT, FORTRYD)))
    sidste = max(koersler, key=lambda koersel: str(koersel["begyndt"]), default=None)
    return None if sidste is None else str(sidste["koersel_id"])


def hent_opslag(arbejde: Arbejde, store: Store, profil: Profil, felter: Iterable[str]) -> None:
    """What the rules look up, of a store that does not lie beside the work file."""
    arbejde.hent(store, "kodeliste", ("liste", "kode"), "kodeliste", indeks=("liste", "kode"))
    arbejde.hent(store, "indstilling", ("noegle", "vaerdi"), "indstilling")
    for tabel, felt in henviste(profil.tabel, set(felter)):
        arbejde.hent(store, tabel, (felt,), tabel, indeks=(felt,))


def raekke_aftryk(aftryk: str, wkb: bytes | None) -> str:
    """The fingerprint under which a whole row is remembered as declined."""
    return vaerdi_aftryk(f"{aftryk}{'' if wkb is None else vaerdi_aftryk(wkb)}")
