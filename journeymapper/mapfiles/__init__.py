"""Maps from tables and other people's files."""
