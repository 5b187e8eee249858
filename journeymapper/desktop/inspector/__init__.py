"""A page per element type."""
