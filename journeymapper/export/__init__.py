"""A file per format that a map leaves in."""
