# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong: looks through a store, or the rows being edited, and gives findings and fixes."""
