"""Small drawings of figures for pages: each a mark of a size, with the words that say what it shows."""
