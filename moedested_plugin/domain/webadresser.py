# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with a web address as it is written, and how it should be written."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit, urlunsplit

_FORLEDER = re.compile(
    r"^(?:(?:h?t?tps?|hhtps?|htpps?|http)(?::/{0,3}|//|;//|:\\\\)\s*)+", re.IGNORECASE
)
_RIGTIG = re.compile(r"^https?://", re.IGNORECASE)
_ER_SIKKER = re.compile(r"^\W*h?t?tps", re.IGNORECASE)
_DOMAENE = re.compile(
    r"^(?:[\w-]+\.)+(?:dk|com|org|net|eu|de|se|no|info|nu|io|uk|fi|be|app|live|events?)(?::\d+)?(?:[/?#]|$)",
    re.IGNORECASE,
)
_SPORING = re.compile(r"^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs\w+|_ga|_gl|si|ref_src|mibextid)$", re.IGNORECASE)  # fmt: skip
_FIL = re.compile(r"^(?:file:|[a-z]:[\\/]|\\\\|/(?:home|users|mnt|media|volumes)/)", re.IGNORECASE)
_EKSEMPEL = re.compile(r"(?:^|\.)(?:example\.\w+|eksempel\.dk|domæne\.dk|domaene\.dk|test\.dk|ditdomæne\.dk|xn--domne-ura\.dk|invalid|test)$")  # fmt: skip
_INTERN_VAERT = re.compile(
    r"^(?:localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|[^.]+)$|"
    r"(?:^|\.)(?:intranet|intra|insite|medarbejder|extranet|vpn|adfs|sts|login|mail|webmail)\.|\.(?:local|lan|intern|internal)$|"
    r"^(?:mail\.google|outlook\.office|teams\.microsoft|login\.microsoftonline)\.com$|-my\.sharepoint\.com$"
)
_INTERN_STI = re.compile(
    r"/(?:wp-admin|wp-login|login|logon|signin|sign-in|log-ind|logind|adfs|administrator|umbraco|admin)(?:[/.?]|$)|/:[a-z]:/|/edit(?:[?#]|$)",
    re.IGNORECASE,
)
#: An address like most: nothing after ?, no other port.
_JAEVN = re.compile(r"https?://([a-z0-9.-]+\.[a-z]{2,6})(/[A-Za-z0-9_./%~+-]*)?\Z")
_KORTE = frozenset({"bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "kortlink.dk", "cutt.ly", "rb.gy", "shorturl.at"})  # fmt: skip
_FLERE = re.compile(r"https?://\S+[\s,;]+(?:og\s+)?(?:https?://|www\.)", re.IGNORECASE)


def rettet(tekst: str) -> str | None:
    """The address as it should stand, when that needs no person to think; None when it is right or beyond help."""
    ud = tekst.strip().rstrip(".,;").strip("<>\"'")
    if not ud or _FIL.match(ud) or "@" in ud.split("/")[0] or _FLERE.search(ud):
        return None
    if re.search(r"\s", ud):
        return None
    forled = _FORLEDER.match(ud)
    rest = ud[forled.end() :] if forled else ud
    if not _DOMAENE.match(rest):
        return None
    dele = _forled(ud, forled)
    ud = uden_sporing(dele + rest)
    return ud if ud != tekst else None


def _forled(tekst: str, forled: re.Match[str] | None) -> str:
    if forled is None:
        return "https://"
    if _RIGTIG.fullmatch(forled[0]):
        return forled[0].lower()
    return (
        "https://"
        if _ER_SIKKER.search(forled[0]) or "https" in tekst[: forled.end()].lower()
        else "http://"
    )


def delt(tekst: str) -> SplitResult | None:
    """The parts of an address with http(s); None when it is none."""
    if not _RIGTIG.match(tekst):
        return None
    try:
        dele = urlsplit(tekst.strip())
        _ = dele.port
    except ValueError:
        return None
    return dele if dele.hostname else None


@lru_cache(maxsize=4096)
def _god_vaert(vaert: str) -> bool:
    dele = SplitResult("https", vaert, "/", "", "")
    return not (er_eksempel(dele) or er_intern(dele) or er_forkortet(dele))


def ser_rigtig_ud(tekst: str) -> bool:
    """Cheap: nothing to find; a no may be wrong."""
    fundet = _JAEVN.match(tekst)
    return (
        fundet is not None
        and _god_vaert(fundet[1])
        and not (fundet[2] and _INTERN_STI.search(fundet[2]))
    )


def har_mellemrum(tekst: str) -> bool:
    """Blanks in it or at its ends, or several addresses in one field."""
    return bool(re.search(r"\s", tekst))


def har_forkert_forled(tekst: str) -> bool:
    """`http://https://`, `https//`, `htps://` and the like."""
    forled = _FORLEDER.match(tekst.strip())
    return forled is not None and not _RIGTIG.fullmatch(forled[0])


def er_fil(tekst: str) -> bool:
    """A path on someone's computer or drive."""
    return bool(_FIL.match(tekst.strip()))


def er_eksempel(dele: SplitResult) -> bool:
    """A name that is never in use."""
    return bool(_EKSEMPEL.search((dele.hostname or "").lower()))


def er_intern(dele: SplitResult) -> bool:
    """A page for those with a login, or inside the town hall."""
    return bool(
        _INTERN_VAERT.search((dele.hostname or "").lower()) or _INTERN_STI.search(dele.path)
    )


def er_forkortet(dele: SplitResult) -> bool:
    """An address that hides where it leads, and that may stop."""
    return (dele.hostname or "").lower().removeprefix("www.") in _KORTE


def har_sporing(dele: SplitResult) -> bool:
    """Parameters that only tell an advertiser where the visitor came from."""
    return bool(dele.query) and any(map(_er_sporing, dele.query.split("&")))


def uden_sporing(adresse: str) -> str:
    """The same page without them."""
    dele = delt(adresse)
    if dele is None or not har_sporing(dele):
        return adresse
    query = "&".join(led for led in dele.query.split("&") if not _er_sporing(led))
    return urlunsplit(dele._replace(query=query))


def _er_sporing(led: str) -> bool:
    return bool(_SPORING.match(led.partition("=")[0]))
