"""Painters of a Scene: Graphviz, matplotlib, and SVG of our own."""
