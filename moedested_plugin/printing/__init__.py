# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes on paper: sheets, signs, posters, the annual wheel, status."""
