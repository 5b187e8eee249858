"""Quick entry and pasted text: read while it is typed, shown before it is taken."""
