# SPDX-License-Identifier: GPL-2.0-or-later
"""The doors out: files for others, GeoFA, a copy for the field."""
