"""The map in other programs' formats: a file per format."""
