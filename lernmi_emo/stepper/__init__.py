"""Going through lessons step by step, forward and back, at a terminal: what `lernmi-emo step` does.

`walk` knows where one is, `condition` where to run to, `display` what is shown, `commands` what can be asked for, and
`keyboard` and `session` how it is asked.
"""
