# SPDX-License-Identifier: GPL-2.0-or-later
"""Map tips: what a row says when the mouse rests on it. Text from the data is shown, never run as HTML."""

from __future__ import annotations

from .offentligt import offentligt_udtryk
from .regler import LUKKET

_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"))

#: (label, expression) per line below the heading; a line without a value is left out.
_MOEDESTED = (
    ("", 'concat(represent_value("form_k"), \', \' || represent_value("livscyklus_k"))'),
    ("", '"beskrivels"'),
    ("Sted", '"sted"'),
    ("Åbningstid", '"aabningstid"'),
    ("Telefon", '"telefon"'),
    ("Synlighed", 'represent_value("off_kode")'),
)
_TILSTAND = (
    ("", '"beskrivels"'),
    ("Status", 'represent_value("statuskode")'),
    ("Synlighed", 'represent_value("off_kode")'),
)
_LUKKET = (
    "Midlertidigt lukket",
    (
        f"CASE WHEN {LUKKET} THEN concat("
        "'fra ' || format_date(\"lukket_fra\", 'd. MMM yyyy', 'da') || ' ',"
        " 'til og med ' || format_date(\"lukket_til\", 'd. MMM yyyy', 'da') || ' ', \"lukket_aarsag\") END"
    ),
)
_FACILITET = (("Type", 'represent_value("facil_ty_k")'), _LUKKET, *_TILSTAND)
_RUTE = (
    ("Type", 'represent_value("rute_ty_k")'),
    ("Længde", "format_number(\"laengde\", 1, 'da') || ' km'"),
    ("Underlag", 'represent_value("belaegn_k")'),
    _LUKKET,
    *_TILSTAND,
)
_LINES: dict[str, tuple[tuple[str, str], ...]] = {
    "moedested": _MOEDESTED,
    "udstyr": (
        ("Type", 'represent_value("type_k")'),
        ("Status", 'represent_value("udstyr_status_k")'),
    ),
    "facilitet": _FACILITET,
    "baenk": _FACILITET,
    "omraade": _FACILITET,
    "vandrerute": _RUTE,
    "cykelrute": _RUTE,
    "koererute": _RUTE,
    "andenrute": _RUTE,
    "straekning": (
        ("Underlag", 'represent_value("underlag_k")'),
        ("Bredde", "format_number(\"bredde_m\", 1, 'da') || ' m'"),
        ("Forhindring", 'represent_value("forhindring_k")'),
        ("", '"note"'),
    ),
}
_HEADINGS = {
    "udstyr": '"udstyr_nr"',
    "straekning": "'Strækning'",
    "facilitet": 'coalesce(nullif(trim("navn"), \'\'), represent_value("facil_ty_k"))',
    "baenk": 'coalesce(nullif(trim("navn"), \'\'), represent_value("facil_ty_k"))',
    "omraade": 'coalesce(nullif(trim("navn"), \'\'), represent_value("facil_ty_k"))',
}


#: Lines that say the same of every published row: in force, set up, for all to see.
_ALTID_ENS = frozenset({"Status", "Synlighed"})


def map_tip(rolle: str, *, offentlig: bool = False) -> str:
    """Give the HTML template of a role, `offentlig` for rows of a publication.

    Layers as received and networks have none.
    """
    if rolle not in _LINES:
        return ""
    heading = _HEADINGS.get(rolle, "coalesce(\"navn\", 'Uden navn')")
    lines = [line for line in _LINES[rolle] if not (offentlig and line[0] in _ALTID_ENS)]
    body = "".join(_line(label, value) for label, value in lines)
    tip = f'<div style="max-width:320px"><b>[% {_escaped(heading)} %]</b>{body}</div>'
    return offentligt_udtryk(tip) if offentlig else tip


def _escaped(value: str) -> str:
    """Give the expression with the five characters of HTML replaced, the ampersand first."""
    out = f"to_string({value})"
    for sign, entity in _ENTITIES:
        quoted = sign.replace("'", "''")
        out = f"replace({out}, '{quoted}', '{entity}')"
    return out


def _line(label: str, value: str) -> str:
    before = f"<br>{label}: " if label else "<br>"
    return f"[% coalesce('{before}' || nullif({_escaped(value)}, ''), '') %]"
