import subprocess
import sys
from pathlib import Path

from lernmi_emo import datasets

ROOT = Path(datasets.__file__).resolve().parents[2]


def test_everything_public_is_there():
    assert sorted(datasets.__all__) == sorted(set(datasets.__all__))
    assert all(hasattr(datasets, name) for name in datasets.__all__)


def test_importing_splitting_and_drawing_shapes_needs_nothing_but_the_standard_library():
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from lernmi_emo import datasets;"
        "datasets.split(datasets.digits()); datasets.spiral();"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names))"
    )
    command = [sys.executable, "-I", "-c", program]
    answer = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    foreign = set(answer.stdout.split())
    assert "lernmi_emo" in foreign
    assert not foreign & {"numpy", "matplotlib", "graphviz", "tqdm", "sklearn", "torch"}
