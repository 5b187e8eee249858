"""Comparing the document with another version of it, another file or another journey, and taking changes over."""
