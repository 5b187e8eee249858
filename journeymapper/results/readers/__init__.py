"""A file per format: bytes in, a table of text cells out."""
