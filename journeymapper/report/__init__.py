"""The printed report: which pages, in which order."""
