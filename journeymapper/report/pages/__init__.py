"""A file per kind of page."""
