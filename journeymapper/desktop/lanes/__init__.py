"""The lanes of the journey shown: which are seen, in which order, under which names, for whom."""
