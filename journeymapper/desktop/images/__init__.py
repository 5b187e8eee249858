"""Images of touchpoints: taken from files, the clipboard and other programs' windows, shown large."""
