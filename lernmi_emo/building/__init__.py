"""Ways of building a network."""
