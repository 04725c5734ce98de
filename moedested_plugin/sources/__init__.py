# SPDX-License-Identifier: GPL-2.0-or-later
"""What comes in: reads files, folders, zips and WFS into rows that can be mapped, compared and merged."""
