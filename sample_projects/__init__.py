"""Sample projects and the scripts that rebuild them; no part of the program."""
