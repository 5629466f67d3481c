"""A drawing as plain data: what stands where, and what it looks like."""
