# SPDX-License-Identifier: GPL-2.0-or-later
"""Door 1: one thin Processing algorithm per task, for scripts, models and nightly jobs."""
