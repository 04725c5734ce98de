# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes out: public copy, plan, targets, swap, verification, roll back."""
