"""An experiment on paper: a table of text, two CSV files, and a figure."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from lernmi_emo.study.measures import Measure
from lernmi_emo.study.result import BASELINE, Row, Study
from lernmi_emo.study.run import Run
from lernmi_emo.support.exceptions import StorageError
from lernmi_emo.support.files import write_file
from lernmi_emo.support.text import number


def study_table(study: Study, times: bool = True) -> str:
    """The experiment as text: what was done, and a block of lines for each measure."""
    shown = [measure for measure in study.measures if times or measure.name != "seconds"]
    if not any(run.diverged for run in study.runs):
        shown = [measure for measure in shown if measure.name != "diverged"]
    blocks = [_what_was_done(study), _arms(study)]
    if len(study.design.settings) > 1:
        blocks.append(_choices(study))
    blocks += [block(study, measure) for measure in shown]
    names = [measure.name for measure in shown]
    blocks.append(_how_to_read(sum(row.p is not None for row in study.rows if row.measure in names)))
    return "\n\n".join(blocks)


def _what_was_done(study: Study) -> str:
    design = study.design
    inputs, outputs = design.sizes[0], design.sizes[-1]
    lines = [f"{design.title}: {len(design.data)} patterns, {inputs} inputs, {outputs} outputs"]
    if design.folds is not None:
        lines.append(
            f"judged by stratified {design.folds}-fold cross-validation; a seed's numbers are its folds' means"
        )
    elif design.has_test:
        lines.append(
            f"judged on {100 * design.test:g} % of the patterns, put aside by each seed's own stratified split"
        )
    else:
        lines.append("no patterns are put aside: all are learnt")
    scaled = [name for name, is_so in (("inputs", design.scale_inputs), ("targets", design.scale_targets)) if is_so]
    if scaled:
        lines.append(f"{' and '.join(scaled)} scaled to 0..1 by the range of each training part")
    if len(design.settings) == 1:
        lines.append("rate η = {:g}, momentum α = {:g}".format(*design.settings[0]))
    else:
        rates, momenta = (", ".join(f"{each:g}" for each in dict.fromkeys(column)) for column in zip(*design.settings))
        lines.append(
            f"rate η from {rates} and momentum α from {momenta}, chosen by each run on folds of its training part"
        )
    end = f"at most {design.epochs} epochs" if design.stop_error is not None else f"{design.epochs} epochs"
    stop = "" if design.stop_error is None else f", or until an epoch's error is at most {design.stop_error:g}"
    lines.append(f"{end}{stop}")
    done = len(study.complete_seeds)
    lines.append(f"{len(study.seeds)} seeds" + (f", of which {done} are complete" if done < len(study.seeds) else ""))
    if study.interrupted:
        lines.append(f"interrupted after {len(study.runs)} of {study.wanted} runs")
    return "\n".join(lines)


def _width(study: Study) -> int:
    """How wide the column of the arms' titles is."""
    return max(24, *(len(arm.title) + 2 for arm in study.arms))


def _arms(study: Study) -> str:
    lines = [f"{'arm':<{_width(study)}}{'layers':>16}{'links':>9}"]
    for arm in study.arms:
        run = next((run for run in study.runs if run.arm == arm.name), None)
        if run is not None:
            layers = "-".join(map(str, [study.design.sizes[0], *run.hidden, study.design.sizes[-1]]))
            lines.append(f"{arm.title:<{_width(study)}}{layers:>16}{run.links:>9}")
    return "\n".join(lines)


def _choices(study: Study) -> str:
    """What each arm chose, and how often, the most frequent first."""
    lines = ["chosen on folds of the training parts: η, α (how often)"]
    for arm in study.arms:
        counts = Counter((run.rate, run.momentum) for run in study.runs if run.arm == arm.name)
        often = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        shown = "; ".join(f"{rate:g}, {momentum:g} ({count})" for (rate, momentum), count in often[:4])
        lines.append(f"{arm.title:<{_width(study)}}{shown}{'; …' if len(often) > 4 else ''}")
    return "\n".join(lines)


def block(study: Study, measure: Measure, against: str = BASELINE) -> str:
    """One measure, arm by arm, with the differences to one of them; see `Study.table`."""
    rows = [(arm, study.row(measure.name, arm.name, against)) for arm in study.arms]
    if not any(row for _, row in rows):
        return f"{measure.title}: no seed is complete yet"
    header = f"{'':<{_width(study)}}{'mean':>10}{'sd':>10}"
    if any(row and row.difference is not None for _, row in rows):
        header += f"{'difference':>12}{'95 % interval':>22}{'p':>8}"
    other = next(arm.title for arm in study.arms if arm.name == against)
    lines = [measure.title + (f"; differences to {other}" if against != BASELINE else ""), header]
    for arm, row in rows:
        if row is None:
            continue
        mean, sd = number(row.mean, measure.digits), _or_dash(row.deviation, measure.digits)
        line = f"{arm.title:<{_width(study)}}{mean:>10}{sd:>10}"
        if row.difference is not None:
            interval = "–"
            if row.low is not None and row.high is not None:
                interval = f"{signed(row.low, measure.digits)} … {signed(row.high, measure.digits)}"
            line += f"{signed(row.difference, measure.digits):>12}{interval:>22}{_or_dash(row.p, 4):>8}"
        lines.append(line)
    return "\n".join(lines)


def _how_to_read(tests: int) -> str:
    lines = [
        "sd: standard deviation over seeds.",
        "difference: to plain BP, seed by seed, with its bootstrap interval.",
        "p: two-sided sign-flip test of the differences, each by itself.",
        "All seeds share these data: the intervals tell of other seeds, and nothing of other data.",
    ]
    if tests > 1:
        lines.append(
            f"Of {tests} tests of no difference at all, {number(0.05 * tests, 1)} would show p < 0.05 by chance."
        )
    return "\n".join(lines)


def signed(value: float, digits: int) -> str:
    """A number that shows which side of 0 it is on.

    >>> signed(0.5, 2), signed(-0.5, 2), signed(0.0, 2)
    ('+0.50', '−0.50', '0.00')
    """
    text = number(value, digits)
    return text if text.startswith("−") or not text.strip("0.") else f"+{text}"


def _or_dash(value: float | None, digits: int) -> str:
    return "–" if value is None else number(value, digits)


def summary_csv(study: Study, times: bool = True) -> str:
    """Every row of the summary as CSV, to six digits."""
    header = [field.name for field in fields(Row)]
    rows = [row for row in study.rows if times or row.measure != "seconds"]
    return _csv(header, ([_six_digits(getattr(row, name)) for name in header] for row in rows))


def runs_csv(study: Study, times: bool = True) -> str:
    """Every run as CSV, with all digits."""
    header = [field.name for field in fields(Run) if times or field.name != "seconds"]
    return _csv(header, ([_cell(getattr(run, name)) for name in header] for run in study.runs))


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    import csv

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _six_digits(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, float) else _cell(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "-".join(map(str, value))
    return repr(value) if isinstance(value, float) else str(value)


def save_study(study: Study, folder: Path, times: bool = True) -> list[Path]:
    """Write everything into a folder; see `Study.save`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [write_file(folder / name, content) for name, content in _files(study, times)]
    except OSError as error:
        raise StorageError(f"{folder}: can't be written: {error.strerror or error}; choose another folder") from error


def _files(study: Study, times: bool) -> Iterator[tuple[str, str | bytes]]:
    """Each file's name and content."""
    yield "table.txt", study_table(study, times) + "\n"
    yield "summary.csv", summary_csv(study, times)
    yield "runs.csv", runs_csv(study, times)
    if study.complete_seeds:
        from lernmi_emo.study.figure import as_bytes

        yield "figure.svg", as_bytes(study, "svg")
        yield "figure.png", as_bytes(study, "png")
