"""The fast twin: the same network, the same algorithm, the same numbers, over flat arrays and compiled by Numba.

`net.train(..., fast=True)` trains by it, and puts everything back in the objects. Its results are the objects' to the
last bit, for it adds up every sum in their order. To predict many patterns, `Twin(net).outputs(inputs)`.

It needs the optional package numba: `pip install numba`, or this package with its extra `fast`.
"""

from lernmi_emo.fast.twin import Twin
from lernmi_emo.fast.twin import answers as answers  # for `evaluate`
from lernmi_emo.fast.twin_engine import TwinEngine as TwinEngine  # for `train`

__all__ = ["Twin"]
