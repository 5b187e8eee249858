"""Stable identities: given once, never reused, never derived from a name."""

import secrets


def new_id(prefix: str) -> str:
    """A fresh id such as `touchpoint-3f9a2c1b07de`; of 48 random bits no two of ten thousand are alike."""
    return f"{prefix}-{secrets.token_hex(6)}"
