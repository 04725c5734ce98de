# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the ten steps are drawn: a place without anything else, and a small network that was imported there."""

from __future__ import annotations

#: The corner on the ground (EPSG:25832); all points are metres from here.
X, Y = 692_000.0, 6_078_000.0
#: So much of it is looked at.
UDSNIT = (-150.0, -550.0, 1_450.0, 950.0)
MOEDESTED = (35.0, 45.0)
BAENKE = ((75.0, 40.0), (115.0, 45.0))
#: Joined roads: the route goes by the first three, about three kilometres; by the fourth it would be a third of that.
VEJE = (
    ((0, 0), (500, 60), (800, 0)),
    ((800, 0), (1_300, 50), (1_350, 400)),
    ((1_350, 400), (1_200, 850), (350, 830)),
    ((350, 830), (60, 800), (-50, 500), (-60, 200), (0, 0)),
    ((800, 0), (820, 400), (350, 830)),
)
START, OVER, SLUT = (0, 0), (1_350, 400), (350, 830)
#: On the route: where it is pointed at, and where one surface gives way to the next.
PAA_RUTEN, SKIFTE = (500, 60), (1_350, 400)
