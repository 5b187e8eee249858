"""What really moved, and what only seems to: waves, segments, actions and time (methods.md 2.4)."""
