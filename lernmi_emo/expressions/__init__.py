"""Formulas and how they are written: as text, in numbers, as LaTeX."""
