# SPDX-License-Identifier: GPL-2.0-or-later
"""The door for people: panel, wizard, options page, locator. Thin; the work is done in the rooms behind."""
