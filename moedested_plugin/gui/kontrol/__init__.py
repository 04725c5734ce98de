# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings of the checks: the list, the fixes, the acceptances, the municipality's own settings."""
