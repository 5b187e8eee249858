"""The airport sample: real answers of the SFO customer surveys on an illustrative map."""
