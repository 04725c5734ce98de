# SPDX-License-Identifier: GPL-2.0-or-later
"""The guards of the PostGIS store: triggers that fill in, refuse, follow up a deletion, and write the history.

The hard rules stand in BEFORE triggers and not in CHECK: PostgreSQL's own messages print the whole row, internal notes
included. The functions run as the owner with the search path of `postgis_sql.soegesti`, so an editor needs no right to
what they touch and can put nothing in their way. Identifiers come from `domain` alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from moedested_plugin.domain import afvisning, ejerskab
from moedested_plugin.domain.afvisning import Afvisning
from moedested_plugin.domain.betingelse import GEOMETRI
from moedested_plugin.domain.felt import Felt, Tabel, Type, VedSletning
from moedested_plugin.domain.kodelister import FOERSTE_EGEN_KODE, LOKALE_LISTER
from moedested_plugin.domain.regler import regler_for
from moedested_plugin.domain.skema import DOMAENETABELLER, TABELLER, henvisninger_til
from moedested_plugin.domain.steder import STED_TABELLER

from .oversaet import POSTGRES, betingelse_sql
from .oversaet import navn as kolonne
from .postgis_sql import (
    EJER,
    EJERENS_INDSTILLINGER,
    OBJEKTNOEGLE,
    REDAKTOER,
    SKEMA,
    STEMPLER,
    citeret,
    kan_vaere_blanke,
    noegle_udtryk,
    standard_sql,
)


def _ny(felt: Felt) -> str:
    return f"new.{kolonne(felt.navn)}"


def _gammel(felt: Felt) -> str:
    return f"old.{kolonne(felt.navn)}"


def _afvis(hvad: Afvisning) -> str:
    """The refusal that every client meets; 23514 is 'check violation'. Never with DETAIL."""
    return f"raise exception using errcode = '23514', message = {citeret(hvad.tekst)};"


def _hvis(sql: str, hvad: Afvisning) -> str:
    return f"  if {sql} then\n    {_afvis(hvad)}\n  end if;"


def _funktion(navn: str, krop: Iterable[str]) -> str:
    linjer = "\n".join(krop)
    return (
        f"create function {SKEMA}.{navn}() returns trigger language plpgsql security definer\n"
        f"set search_path from current set timezone = 'UTC' as $funktion$\nbegin\n{linjer}\nend\n$funktion$"
    )


def _aendrede(beskrevet: Tabel, kun: Collection[str] | None = None) -> str:
    """Whether anything but the stamps (or any of these fields) differs between `old` and `new`."""
    felter = [
        kolonne(felt.navn)
        for felt in beskrevet.felter
        if felt.navn not in STEMPLER and (kun is None or felt.navn in kun)
    ]
    if beskrevet.geometri is not None:
        felter.append(
            f"{GEOMETRI}::bytea"
        )  # the bytes: the operator = of geometry asks for the bounding box only
    nye, gamle = (", ".join(f"{side}.{felt}" for felt in felter) for side in ("new", "old"))
    return f"row({nye}) is distinct from row({gamle})"


def _foer(beskrevet: Tabel) -> str:
    """The BEFORE trigger function of a table: defaults, stamps, then everything that must hold."""
    krop: list[str] = []
    if beskrevet.geometri is not None:
        krop.append(f"  if st_isempty(new.{GEOMETRI}) then new.{GEOMETRI} := null; end if;")
    krop += [
        f"  if {_ny(felt)} = 'null'::jsonb then {_ny(felt)} := null; end if;"
        for felt in beskrevet.felter
        if felt.er_json
    ]
    krop += [
        "  if tg_op = 'INSERT' then",
        *_ved_indsaettelse(beskrevet),
        "  else",
        *_ved_rettelse(beskrevet),
    ]
    krop.append("  end if;")
    for regel in regler_for(beskrevet.navn):
        if regel.haard:
            brudt = f"not {betingelse_sql(regel.krav, beskrevet, POSTGRES, 'new.')}"
            krop.append(_hvis(brudt, Afvisning(regel.kode, regel.besked)))
    for felt in beskrevet.felter:
        krop += _kodeliste_vagt(beskrevet, felt)
        krop += _henvisning_vagt(beskrevet, felt)
    krop += _entydig_vagt(beskrevet)
    if beskrevet.navn == "kodeliste":
        krop += _laaste_koder()
    if beskrevet.navn == "indstilling":
        krop += _ejerens_indstillinger("new", "old")
    return _funktion(f"foer_{beskrevet.navn}", [*krop, "  return new;"])


def _ved_indsaettelse(beskrevet: Tabel) -> Iterator[str]:
    """Mandatory fields get their default also when a client sends NULL, as QGIS does."""
    for felt in beskrevet.felter:
        standard = standard_sql(felt)
        if felt.obligatorisk and standard is not None:
            yield f"    {_ny(felt)} := coalesce({_ny(felt)}, {standard});"
    yield "    null;"


def _ved_rettelse(beskrevet: Tabel) -> Iterator[str]:
    for felt in beskrevet.felter:
        if felt.uaendret or (
            beskrevet.navn == "kodeliste" and felt.navn in ("liste", "kode", "geofa")
        ):
            yield _hvis(
                f"{_ny(felt)} is distinct from {_gammel(felt)}",
                afvisning.uaendret(beskrevet, felt),
            )
    yield from _andres(beskrevet)
    if beskrevet.har("raekke_version"):
        yield f"    if {_aendrede(beskrevet)} then"
        yield "      new.rettet := now();"
        yield "      new.raekke_version := old.raekke_version + 1;"
        yield "    else"
        yield "      new.rettet := old.rettet;"
        yield "    end if;"
    else:
        yield "    null;"


def _andres(beskrevet: Tabel, *, sletning: bool = False) -> Iterator[str]:
    """What another authority owns; what comes from its owner is let through."""
    if not ejerskab.kan_vaere_andres(beskrevet):
        return
    led = [f"old.{kolonne(ejerskab.EJER)} <> {SKEMA}.kommunens_cvr()"]
    if not sletning:
        led.append(_aendrede(beskrevet, ejerskab.ejerens_felter(beskrevet)))
    arter = ", ".join(citeret(art) for art in ejerskab.UNDTAGNE_KOERSLER)
    led.append(
        f"not exists (select from {SKEMA}.koersel k"  # nosec B608 - only names that domain has
        f" where k.koersel_id = current_setting('moedested.koersel', true) and k.art in ({arter}))"
    )
    yield _hvis(" and ".join(led), afvisning.andres(beskrevet, sletning=sletning))


def _kodeliste_vagt(beskrevet: Tabel, felt: Felt) -> Iterator[str]:
    """Codes must stand in the list; those no longer in use are accepted, since a round trip must be."""
    if felt.kodeliste is None:
        return
    findes = f"select from {SKEMA}.kodeliste k where k.liste = {citeret(felt.kodeliste)} and"  # nosec B608 - only names that domain has
    if felt.type is Type.KODER:
        ukendt = (
            "exists (select from jsonb_array_elements("
            f"case when jsonb_typeof({_ny(felt)}) = 'array' then {_ny(felt)} else '[]' end) led\n"
            f"      where not exists ({findes} to_jsonb(k.kode) = led))"  # nosec B608 - only names that domain has
        )
    else:
        ukendt = f"not exists ({findes} k.kode = {_ny(felt)})"
    yield _hvis(
        f"{_ny(felt)} is not null and {_ny(felt)} is distinct from {_gammel(felt)}\n    and {ukendt}",
        afvisning.kodeliste(beskrevet, felt),
    )


def _henvisning_vagt(beskrevet: Tabel, felt: Felt) -> Iterator[str]:
    """What is referred to must exist; the lock makes one who deletes it meanwhile wait, as a foreign key would."""
    for til in felt.henvisninger:
        naar, afgoer = "", [felt]
        if til.naar is not None:
            naar = f"{betingelse_sql(til.naar, beskrevet, POSTGRES, 'new.')} and "
            afgoer += [beskrevet.felt(andet) for andet in til.naar.felter()]
        nye, gamle = (", ".join(side(led) for led in afgoer) for side in (_ny, _gammel))
        yield _hvis(
            f"{naar}not ({POSTGRES.tom_tekst(_ny(felt))}) and row({nye}) is distinct from row({gamle})\n"
            f"    and not exists (select from {SKEMA}.{til.tabel} r where r.{kolonne(til.felt)} = {_ny(felt)} for key share)",  # nosec B608 - only names that domain has
            afvisning.henvisning(beskrevet, felt),
        )


def _entydig_vagt(beskrevet: Tabel) -> Iterator[str]:
    navn = f"{SKEMA}.{beskrevet.navn}"
    for felter in afvisning.noegler(beskrevet):
        yield _hvis(_findes_allerede(beskrevet, felter), afvisning.unik(beskrevet, felter))
    for felter, betingelse, besked in beskrevet.hoejst_en:
        ny, anden = (
            betingelse_sql(betingelse, beskrevet, POSTGRES, side) for side in ("new.", "r.")
        )
        ens = " and ".join(f"r.{kolonne(felt)} = new.{kolonne(felt)}" for felt in felter)
        yield _hvis(
            f"{ny} and exists (select from {navn} r\n    where {ens} and r.fid <> new.fid and {anden})",  # nosec B608 - only names that domain has
            afvisning.hoejst_en(beskrevet, felter, besked),
        )
    if beskrevet in STED_TABELLER:
        yield "  if tg_op = 'INSERT' then"
        yield f"    insert into {SKEMA}.{OBJEKTNOEGLE} (objekt_id) values (new.objekt_id) on conflict do nothing;"  # nosec B608 - only names that domain has
        yield _hvis("not found", afvisning.unik(beskrevet, ("objekt_id",)))
        yield "  end if;"


def _findes_allerede(beskrevet: Tabel, felter: Sequence[str]) -> str:
    nye, gamle = (
        ", ".join(f"{side}.{kolonne(felt)}" for felt in felter) for side in ("new", "old")
    )
    ens = [f"r.{kolonne(felt)} = new.{kolonne(felt)}" for felt in felter]
    ens += [f"new.{kolonne(felt)} <> ''" for felt in kan_vaere_blanke(beskrevet, felter)]
    return (
        f"row({nye}) is distinct from row({gamle})\n"
        f"    and exists (select from {SKEMA}.{beskrevet.navn} r where {' and '.join(ens)} and r.fid <> new.fid)"  # nosec B608 - only names that domain has
    )


def _laaste_koder() -> Iterator[str]:
    """GeoFA's lists are the nation's; ours begin at 100. Those below are there before the triggers are."""
    lister = ", ".join(citeret(liste) for liste in LOKALE_LISTER)
    faste = ", ".join(
        citeret(f"{kode.liste}/{kode.kode}") for koder in LOKALE_LISTER.values() for kode in koder
    )
    yield _hvis("tg_op = 'UPDATE' and old.geofa", afvisning.GEOFA_RET)
    yield _hvis(
        f"new.geofa or new.liste not in ({lister})\n    or (new.kode < {FOERSTE_EGEN_KODE}"
        f" and new.liste || '/' || new.kode not in ({faste}))",
        afvisning.EGNE_KODER,
    )


def _ejerens_indstillinger(*sider: str) -> Iterator[str]:
    navne = ", ".join(citeret(navn) for navn in EJERENS_INDSTILLINGER)
    yield _hvis(
        f"({' or '.join(f'{side}.noegle in ({navne})' for side in sider)}) and not pg_has_role(session_user, {citeret(EJER)}, 'usage')",
        Afvisning("indstilling.noegle.ejer", "Kun databasens ejer kan ændre denne indstilling."),
    )


def _sletning(beskrevet: Tabel) -> str | None:
    """The BEFORE DELETE trigger function: refuse, clean up, or delete along."""
    krop: list[str] = [*_andres(beskrevet, sletning=True)]
    for kilde, navn, henviser in henvisninger_til(beskrevet.navn):
        henvisende = f"{SKEMA}.{kilde.navn}"
        hvor = f"where {kolonne(navn)} = old.{kolonne(henviser.felt)}"
        if henviser.naar is not None:
            hvor += f" and {betingelse_sql(henviser.naar, kilde, POSTGRES)}"
        if henviser.ved_sletning is VedSletning.AFVIS:
            krop.insert(
                0,
                _hvis(f"exists (select from {henvisende} {hvor})", afvisning.i_brug(kilde, navn)),  # nosec B608 - only names that domain has
            )
        elif henviser.ved_sletning is VedSletning.SLET:
            krop.append(f"  delete from {henvisende} {hvor};")  # nosec B608 - only names that domain has
        else:
            krop.append(f"  update {henvisende} set {kolonne(navn)} = null {hvor};")  # nosec B608 - only names that domain has
    if beskrevet in STED_TABELLER:
        krop.append(f"  delete from {SKEMA}.{OBJEKTNOEGLE} where objekt_id = old.objekt_id;")  # nosec B608 - only names that domain has
    if beskrevet.navn == "kodeliste":
        krop += _laaste_koder_ved_sletning()
    if beskrevet.navn == "indstilling":
        krop += _ejerens_indstillinger("old")
    return _funktion(f"slet_{beskrevet.navn}", [*krop, "  return old;"]) if krop else None


def _laaste_koder_ved_sletning() -> Iterator[str]:
    yield _hvis("old.geofa", afvisning.GEOFA_SLET)
    for beskrevet in DOMAENETABELLER:
        for felt in beskrevet.felter:
            if felt.kodeliste is None:
                continue
            har = "@> to_jsonb(old.kode)" if felt.type is Type.KODER else "= old.kode"
            brugt = f"r.{kolonne(felt.navn)} {har}"
            yield _hvis(
                f"old.liste = {citeret(felt.kodeliste)} and exists (select from {SKEMA}.{beskrevet.navn} r where {brugt})",  # nosec B608 - only names that domain has
                afvisning.kode_i_brug(beskrevet),
            )


def _efter(beskrevet: Tabel) -> str:
    """The AFTER trigger function that writes the history."""
    felter = ", ".join(_gammel(felt) for felt in beskrevet.felter)
    raekke = f"(select to_jsonb(r) from (select {felter}) r)"  # nosec B608 - only names that domain has
    geometri = f"st_asbinary(old.{GEOMETRI})" if beskrevet.geometri is not None else "null"
    af = (
        ("new.rettet_af", "new.rettet_af")
        if beskrevet.har("rettet_af")
        else ("session_user", "session_user")
    )
    koersel = "nullif(current_setting('moedested.koersel', true), '')"

    def linje(art: str, side: str, hvem: str, *, indhold: bool) -> str:
        mere = f"{raekke}, {geometri}" if indhold else "null, null"
        return (
            f"    insert into {SKEMA}.historik (tabel, noegle, art, tid, af, koersel_id, raekke, {GEOMETRI})\n"
            f"    values ({citeret(beskrevet.navn)}, {noegle_udtryk(beskrevet, side)}, {citeret(art)}, now(), {hvem},"
            f" {koersel},\n      {mere});"  # nosec B608 - only names that domain has
        )

    krop = [
        "  if tg_op = 'INSERT' then",
        linje("oprettet", "new", af[0], indhold=False),
        "  elsif tg_op = 'UPDATE' then",
        linje("rettet", "old", af[1], indhold=True),
        "  else",
        linje("slettet", "old", "session_user", indhold=True),
        "  end if;",
        "  return null;",
    ]
    return _funktion(f"efter_{beskrevet.navn}", krop)


def vagter_sql() -> Iterator[str]:
    """Every trigger function and trigger; made anew at each upgrade."""
    yield _funktion("version_vagt", [
        _hvis(
            "new.raekke_version is distinct from old.raekke_version + 1",
            Afvisning(
                "raekke_version.kollega",
                "En kollega har rettet rækken, siden du hentede den. Hent den igen, og ret på ny.",
            ),
        ),
        "  return new;",
    ])  # fmt: skip
    for beskrevet in TABELLER:
        yield from _vagter(beskrevet)
    yield from _tilsidesaet()
    yield f"revoke execute on all functions in schema {SKEMA} from public"
    for navn in (
        "kommunens_cvr()",
        "geofa_bruger()",
        "tilsidesaet(text, text, jsonb, bytea, text)",
    ):
        yield f"grant execute on function {SKEMA}.{navn} to {REDAKTOER}"


def _vagter(beskrevet: Tabel) -> Iterator[str]:
    """Triggers fire in the order of their names: the version first, while it is what the client sent."""
    navn = f"{SKEMA}.{beskrevet.navn}"
    if beskrevet.har("raekke_version"):
        # OF: also when the value sent is the one that a colleague's save has made in the meantime.
        yield (
            f"create trigger a_version before update of raekke_version on {navn} for each row"
            f" execute function {SKEMA}.version_vagt()"
        )
    yield _foer(beskrevet)
    yield (
        f"create trigger b_foer before insert or update on {navn} for each row"
        f" execute function {SKEMA}.foer_{beskrevet.navn}()"
    )
    slet = _sletning(beskrevet)
    if slet is not None:
        yield slet
        yield (
            f"create trigger c_slet before delete on {navn} for each row"
            f" execute function {SKEMA}.slet_{beskrevet.navn}()"
        )
    if not beskrevet.system:
        yield _efter(beskrevet)
        yield (
            f"create trigger d_efter after insert or delete on {navn} for each row"
            f" execute function {SKEMA}.efter_{beskrevet.navn}()"
        )
        betingelse = _aendrede(beskrevet)
        yield (
            f"create trigger d_efter_rettelse after update on {navn} for each row when ({betingelse})"
            f" execute function {SKEMA}.efter_{beskrevet.navn}()"
        )


def _tilsidesaet() -> Iterator[str]:
    tabeller = ", ".join(citeret(beskrevet.navn) for beskrevet in DOMAENETABELLER)
    yield (
        f"create function {SKEMA}.tilsidesaet(i_tabel text, i_noegle text, i_raekke jsonb, i_geometri bytea, i_af text)\n"
        "returns void language plpgsql security definer\n"
        "set search_path from current as $funktion$\nbegin\n"
        f"  if i_tabel is null or i_tabel not in ({tabeller}) then\n"
        f"    {_afvis(Afvisning('historik.tabel.form', 'Tabellen findes ikke.'))}\n  end if;\n"
        f"  insert into {SKEMA}.historik (tabel, noegle, art, tid, af, koersel_id, raekke, {GEOMETRI})\n"
        "  values (i_tabel, i_noegle, 'tilsidesat', now(), i_af,"
        " nullif(current_setting('moedested.koersel', true), ''), i_raekke, i_geometri);\nend\n$funktion$"  # nosec B608 - only names that domain has
    )
