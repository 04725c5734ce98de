# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out as files beside a database: the list for people, and the look for other servers. They follow the pointer."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from moedested_plugin.i18n import tr

from .filskift import erstat, skrivefejl
from .peger import LISTE
from .stilpakke import STILPAKKE, skriv_stilpakke

if TYPE_CHECKING:
    from .maal import Maal
    from .postgis_udgave import PostgisUdgave


def foelg(maal: Maal, udgave: PostgisUdgave) -> tuple[str, ...]:
    """Let the files be those of this version, where the target has a folder; gives what did not follow."""
    if not maal.folder:
        return ()
    liste = udgave.liste()
    try:
        maal.mappe.mkdir(parents=True, exist_ok=True)
        erstat(
            {
                maal.mappe / LISTE: lambda sti: sti.write_text(liste, "utf-8"),
                maal.mappe / STILPAKKE: skriv_stilpakke,
            }
        )
    except OSError as fejl:
        return (
            tr("Listen med mødesteder fulgte ikke med: {} Selve tjenesten er udgivet.").format(
                skrivefejl(maal.mappe, fejl)
            ),
        )
    return ()


def vis_intet(maal: Maal) -> None:
    """Take the list of the very first publication back."""
    if maal.folder:
        with contextlib.suppress(OSError):
            (maal.mappe / LISTE).unlink(missing_ok=True)
