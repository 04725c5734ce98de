# SPDX-License-Identifier: GPL-2.0-or-later
"""What a moedested (meeting place) is: tables, fields, code lists, rules. Plain Python, no QGIS."""
