"""The command palette: every command and every element by name, from the keyboard."""
