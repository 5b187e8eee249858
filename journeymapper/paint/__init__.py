"""Pictures onto paper and into files."""
