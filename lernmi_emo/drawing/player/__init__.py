"""The player: a page that steps through learning in a browser."""
