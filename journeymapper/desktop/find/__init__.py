"""Find and replace over all that people wrote into the document."""
