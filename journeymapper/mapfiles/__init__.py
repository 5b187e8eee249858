"""Maps read from what people have already drawn elsewhere."""
