"""Which lernmi-emo this is."""

VERSION = "0.1.0"
