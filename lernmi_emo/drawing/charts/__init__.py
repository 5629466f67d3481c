"""Charts by matplotlib: curves, confusion, surfaces, weights."""
