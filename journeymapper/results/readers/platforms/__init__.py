"""A file per survey platform: what its exports look like above the first answer."""
