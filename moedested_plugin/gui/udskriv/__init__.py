# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user meets when something is printed."""
