"""The map on the screen: a widget that paints the picture."""
