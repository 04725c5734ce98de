# SPDX-License-Identifier: GPL-2.0-or-later
"""The vocabulary in which tables and fields are described: one description, many uses."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from .betingelse import Betingelse


class Type(enum.Enum):
    """What a field holds."""

    HELTAL = "heltal"
    TAL = "tal"
    JA_NEJ = "ja/nej"
    TEKST = "tekst"
    UUID = "uuid"
    DATO = "dato"
    TIDSPUNKT = "tidspunkt"
    KODER = "liste af koder"
    LISTE = "liste"
    OBJEKT = "objekt"
    JSON = "json"
    BINAER = "binær"


#: Types that are stored as JSON.
JSON_TYPER = frozenset({Type.KODER, Type.LISTE, Type.OBJEKT, Type.JSON})


class Offentlig(enum.Flag):
    """Where a field may go."""

    INTERN = 0
    OFFENTLIG = enum.auto()  # O: in WMS/WFS
    GEOFA = enum.auto()  # G: in the GeoFA export
    FILTER = enum.auto()  # decides whether the row is public


class Fane(enum.Enum):
    """Tabs of the forms, in the order a person thinks. The last is a closed group, not a tab."""

    VIGTIGST = "Det vigtigste"
    FORMAAL = "Formål og aktiviteter"
    BESKRIVELSE = "Beskrivelse"
    UNDERLAG = "Underlag"
    ADGANG = "Adgang og tilgængelighed"
    KONTAKT = "Kontakt"
    BILLEDER = "Billeder"
    SYNLIGHED = "Synlighed"
    INTERNT = "Internt"
    GEOFA = "GeoFA"


class Standard(enum.Enum):
    """Default values that are worked out when the row is made."""

    UUID = "ny uuid"
    NU = "nu"
    NU_VED_RETTELSE = "nu, ved hver ændring"
    BRUGER = "QGIS-brugernavn"
    BRUGER_VED_RETTELSE = "QGIS-brugernavn, ved hver ændring"
    KOMMUNENS_CVR = "projektets myndighed"
    GEOFA_BRUGER = "projektets GeoFA-bruger"
    LAGETS_TYPE = "lagets type"
    POSTNR_AF_PUNKTET = "postnummer, hvor punktet ligger"
    BY_AF_PUNKTET = "by, hvor punktet ligger"
    LAENGDE_KM = "længde af geometrien i km"
    RUNDTUR = "om linjen ender, hvor den begynder"


StandardVaerdi = Union[None, int, str, bool, tuple[int, ...], Standard]


class VedSletning(enum.Enum):
    """What happens to a row when the row that it refers to is deleted."""

    SLET = "slettes med"
    AFVIS = "kan ikke slettes, mens noget henviser til den"
    NULSTIL = "henvisningen fjernes"


@dataclass(frozen=True)
class Henvisning:
    """A reference to a row of another table by its business key."""

    tabel: str
    felt: str
    ved_sletning: VedSletning
    #: Only rows of which this holds refer to that table.
    naar: Betingelse | None = None


@dataclass(frozen=True)
class Felt:
    """One field (column): everything that store, form, check, publication and export must know of it."""

    navn: str
    type: Type
    alias: str
    hjaelp: str = ""
    laengde: int | None = None
    kodeliste: str | None = None
    obligatorisk: bool = False
    kraevet_naar: Betingelse | None = None
    standard: StandardVaerdi = None
    krav: Betingelse | None = None
    krav_tekst: str = ""
    vis_naar: Betingelse | None = None
    off: Offentlig = Offentlig.INTERN
    geofa: str | None = None
    fane: Fane = Fane.VIGTIGST
    laast: bool = False
    uaendret: bool = False
    henviser: Henvisning | None = None
    #: A field that refers to one of several tables; another field of the row says which.
    henviser_en_af: tuple[Henvisning, ...] = ()

    @property
    def henvisninger(self) -> tuple[Henvisning, ...]:
        """Every table that the field may refer to."""
        return self.henviser_en_af if self.henviser is None else (self.henviser,)

    @property
    def er_json(self) -> bool:
        """Stored as JSON text (GeoPackage) or jsonb (PostGIS)."""
        return self.type in JSON_TYPER


@dataclass(frozen=True)
class Krav:
    """A requirement that the database itself keeps, over several fields of one row."""

    kode: str
    betingelse: Betingelse
    tekst: str
    raad: str = ""


@dataclass(frozen=True)
class Tabel:
    """One table. `noegle` is the business key; `fid` is the database's own."""

    navn: str
    titel: str
    beskrivelse: str
    felter: tuple[Felt, ...]
    noegle: str
    geometri: str | None = None
    geometri_obligatorisk: bool = False
    krav: tuple[Krav, ...] = ()
    #: Combinations that may occur once (with an optional condition that limits the rows they are asked of).
    unikke: tuple[tuple[str, ...], ...] = ()
    #: At most one row per value of the first field where the condition holds.
    hoejst_en: tuple[tuple[tuple[str, ...], Betingelse, str], ...] = ()
    system: bool = False
    _felt_af_navn: dict[str, Felt] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._felt_af_navn.update({felt.navn: felt for felt in self.felter})

    def felt(self, navn: str) -> Felt:
        """The field of that name; KeyError when there is none."""
        return self._felt_af_navn[navn]

    def har(self, navn: str) -> bool:
        """Whether the table has a field of that name."""
        return navn in self._felt_af_navn

    @property
    def feltnavne(self) -> tuple[str, ...]:
        """Names of all fields but `fid` and the geometry, in order."""
        return tuple(self._felt_af_navn)
