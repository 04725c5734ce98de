# SPDX-License-Identifier: GPL-2.0-or-later
"""What a publication can fail with."""


class UdgivelsesFejl(Exception):
    """The publication cannot go on; `str(fejl)` is one Danish sentence that says what to do."""
