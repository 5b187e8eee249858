"""Words that the system's own spell checker does not know are underlined; nothing is shown where there is none."""
