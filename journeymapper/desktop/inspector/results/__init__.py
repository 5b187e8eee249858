"""The Results tab: what the answers say at one place of the map, and where the figures come from."""
