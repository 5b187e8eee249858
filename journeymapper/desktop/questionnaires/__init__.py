"""The window's questionnaires: which points are asked together, their words in each language, preview and export."""
