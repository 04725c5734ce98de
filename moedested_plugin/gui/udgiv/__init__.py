# SPDX-License-Identifier: GPL-2.0-or-later
"""The door to publishing: plan, publish, go back, targets."""
