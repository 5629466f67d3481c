"""Does emotion help? An experiment with seeds, controls and intervals, instead of an anecdote.

    compare    train plain BP, EmBP and its controls from the same first weights, and compare them seed by seed
    Study      what comes of it: prints as a table, and writes CSV files and a figure
    Run        one network's training, and how it did
    ARMS, Arm  what is compared, and how to add a reading of your own

>>> from lernmi_emo import datasets
>>> study = compare(datasets.xor(), hidden=3, seeds=5, epochs=3, test=0, arms=["embp"], workers=1)
>>> study
Study(data: 2 arms × 5 seeds, 10 of 10 runs)
"""

from lernmi_emo.study.arms import ARMS, Arm
from lernmi_emo.study.comparison import compare
from lernmi_emo.study.result import Row, Study
from lernmi_emo.study.run import Run
from lernmi_emo.study.workers import WorkerError

__all__ = ["ARMS", "Arm", "Row", "Run", "Study", "WorkerError", "compare"]
