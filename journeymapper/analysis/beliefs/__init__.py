"""What the company believes, held against what customers say (methods.md section 8)."""
