# SPDX-License-Identifier: GPL-2.0-or-later
"""What comes in, as the user sees it: choosing a source, mapping it, deciding on the preview."""
