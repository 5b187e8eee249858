"""The flagship sample: a drainage renovation, invented from end to end."""
