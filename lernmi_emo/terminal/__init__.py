"""Going through a lesson in a terminal, key by key: the command `lernmi-emo step`."""
