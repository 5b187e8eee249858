"""Actual paths: what event logs say people did, held against the path that was planned (methods.md section 6)."""
