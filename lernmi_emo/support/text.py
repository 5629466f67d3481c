"""How numbers are written, the same in reprs, tables, explanations and diagrams."""

from __future__ import annotations


def number(value: float | None, digits: int = 4) -> str:
    """A number with this many decimals and a true minus sign; what is not computed yet says so.

    >>> number(0.5), number(-0.03125), number(None)
    ('0.5000', '−0.0312', 'not computed')
    """
    if value is None:
        return "not computed"
    text = f"{value:.{digits}f}"
    if text.startswith("-") and not text.strip("-0."):
        text = text[1:]  # no "−0.0000"
    return text.replace("-", "−")
