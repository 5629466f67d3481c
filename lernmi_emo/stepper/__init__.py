"""Going through lessons step by step, forward and back, at a terminal: what `lernmi-emo step` does.

`lesson_walk` and `walk` know where one is, `condition` where to run to, `display` what is shown, `commands` and
`answers` what can be asked for, and `keyboard` and `session` how it is asked.
"""
