"""What `lernmi-emo` can do: a file for each command, and what they share.

A command imports what it needs when it runs, so that `lernmi-emo --help` is quick.
"""
