"""What asks or shows something on top of the window."""
