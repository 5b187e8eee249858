"""The document: frozen values, the pure edits that make new ones, and what is wrong with them."""
