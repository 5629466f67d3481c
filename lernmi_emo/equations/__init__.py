"""How equations are made and written.

writing       numbers and names, as text, LaTeX and ASCII
expression    formulas to write and to reckon
symbols       the quantities of learning, each with its symbol
functions     activations and error functions as expressions
formulas      each message of learning as equations
"""
