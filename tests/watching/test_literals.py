"""Whether a number that is assigned stands in the code."""

import pytest

from lernmi_emo.watching.literals import literal_at


class Assigns:
    def literal(self):
        self.output = 1.0

    def two(self):
        self.output, self.delta = 0.5, self.output

    def over_lines(self):
        self.output = (
            0.75
        )  # fmt: skip

    def made(self):
        self.output = 1.0 * self.delta

    def another(self):
        self.delta = 1.0


def said(method, attribute="output"):
    code = getattr(Assigns, method).__code__
    lines = {line for _, _, line in code.co_lines() if line}
    return any(literal_at(code, line, attribute) for line in lines)


@pytest.mark.parametrize(
    ("method", "attribute", "literal"),
    [
        ("literal", "output", True),
        ("two", "output", True),
        ("two", "delta", False),
        ("over_lines", "output", True),
        ("made", "output", False),
        ("another", "output", False),
    ],
)
def test_only_a_number_that_is_assigned_as_it_stands_is_one(method, attribute, literal):
    assert said(method, attribute) == literal


def test_without_the_source_nothing_is_known():
    space = {}
    exec("def typed(self):\n    self.output = 1.0", space)
    assert not literal_at(space["typed"].__code__, 2, "output")
