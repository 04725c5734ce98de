# SPDX-License-Identifier: GPL-2.0-or-later
"""What comes in, in windows: where from, how its columns fit, what it would change, and on the map."""
