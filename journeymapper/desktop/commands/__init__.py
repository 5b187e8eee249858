"""What the menus do, by noun."""
