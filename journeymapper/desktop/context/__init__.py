"""Context menus: of each kind of thing the commands that do something to it, on the map and in the outline."""
