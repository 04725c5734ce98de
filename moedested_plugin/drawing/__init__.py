# SPDX-License-Identifier: GPL-2.0-or-later
"""How it is drawn: templates, routes along a network, surfaces along a route, links to a moedested."""
