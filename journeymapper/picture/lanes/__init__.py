"""A file per lane of the map."""
