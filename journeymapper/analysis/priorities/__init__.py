"""What to do first, how sure that is, and what it is worth (methods.md section 7)."""
