# SPDX-License-Identifier: GPL-2.0-or-later
"""The products: one module each, with `blade(grundlag)`, which gives the pages."""
