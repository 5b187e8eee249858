"""The pages of the mode: a file a page."""
