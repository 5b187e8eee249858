"""One object per gesture: it starts, moves, ends or is cancelled."""
