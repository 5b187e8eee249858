"""Stable identities: given once, never reused, never derived from a name."""

import secrets


def new_id(prefix: str) -> str:
    """A fresh id such as `touchpoint-3f9a2c1b`; 32 random bits are plenty for one project."""
    return f"{prefix}-{secrets.token_hex(4)}"
