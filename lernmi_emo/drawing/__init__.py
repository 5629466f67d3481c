"""Drawings: one Scene of the network, painted by Graphviz, matplotlib, or as SVG text; and pictures around learning."""
