"""The pages as data: which fields and lists each kind of element has."""
