"""A tutorial as a plain script: the same code, with the prose as comments, to open in a debugger."""

from __future__ import annotations

import re
import textwrap

from tutorials.making.examples import FENCE, examples

NOTE = "# Made from {name} by `python -m tutorials.make`. Run it, or step through it in a debugger.\n"


def script(text: str, name: str) -> str:
    """The script of this tutorial's text.

    >>> print(script("# Sums\\n\\n```python\\n>>> 1 + 1\\n2\\n```\\n", "00-sums.md"), end="")
    # Made from 00-sums.md by `python -m tutorials.make`. Run it, or step through it in a debugger.
    #
    # == Sums ==
    <BLANKLINE>
    1 + 1
    # gives: 2
    """
    parts = [NOTE.format(name=name) + "#"]
    end = 0
    for fence in FENCE.finditer(text):
        parts.append(_prose(text[end : fence.start()]))
        parts.append(_code(fence.group(1), name) if fence.group(1).startswith(">>> ") else _quote(fence.group(1)))
        end = fence.end()
    parts.append(_prose(text[end:]))
    return "\n\n".join(part for part in parts if part).replace("#\n\n#", "#\n#", 1) + "\n"


def _prose(text: str) -> str:
    """Comments, without what is only there for the page."""
    text = re.sub(r"!\[([^]]*)\]\(([^)]*)\)", r"(Picture: \2. \1)", text)
    text = re.sub(r"</?(details|summary|sub|sup|br)>|<!--.*?-->\n?", "", text)
    text = re.sub(r"\n{3,}", "\n\n", text.strip())
    lines = [re.sub(r"^#+ (.*)", r"== \1 ==", line) for line in text.splitlines()]
    return "\n".join(f"# {line}".rstrip() for line in lines)


def _quote(code: str) -> str:
    return "\n".join(f"#     {line}".rstrip() for line in code.splitlines())


def _code(code: str, name: str) -> str:
    """What is typed, and as comments what comes out."""
    lines = []
    for example in examples(f"```python\n{code}```\n", name).examples:
        if example.exc_msg is None:
            lines += example.source.rstrip("\n").split("\n")
            if lines[-1].startswith(" ") and not example.want:
                lines.append("")
            lines += [f"# {'      ' if row else 'gives:'} {line}" for row, line in enumerate(example.want.splitlines())]
        else:
            lines.append("try:\n" + textwrap.indent(example.source.rstrip("\n"), "    "))
            lines.append('except Exception as error:\n    print(f"{type(error).__name__}: {error}")')
            lines += [f"# {line}" for line in example.exc_msg.splitlines()]
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")
