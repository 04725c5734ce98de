# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user draws with: the tools of the map and the toolbar that holds them."""
