"""Method notes: which interval for which metric, what verdicts mean, what is hidden, and the definitions used."""

from collections.abc import Iterator

from journeymapper.language.language import Language
from journeymapper.language.metric_labels import metric_label
from journeymapper.model.measurement import Metric
from journeymapper.model.project import Project
from journeymapper.report.content import Content
from journeymapper.report.flow import Flow
from journeymapper.report.missing import MOST_NAMED, lacking
from journeymapper.report.pages.frame import Heading, Leaf
from journeymapper.report.sheet import Sheet
from journeymapper.report.table import Cell, Column, Row, Table

READABLE = 92.0


def method_pages(content: Content, sheet: Sheet) -> list[Leaf]:
    """The pages of the method notes."""
    language = content.language
    heading = Heading(
        over=language.text("Method notes"),
        title=language.text("How the figures are made, and how far they can be trusted"),
        language=language.code,
    )
    flow = Flow(sheet, heading, language, language.text("Method notes"))
    columns = (Column(language.text("Topic")), Column(language.text("What this report does")))
    notes = (*_general(language, content.project), *_results(content), *_metrics(language, content.project),
             *_letters(content))  # fmt: skip
    rows = tuple(
        Row((Cell(topic, "semibold", language=language.code), Cell(note, language=language.code)))
        for topic, note in notes
    )
    table = Table(columns=columns, rows=rows, size=sheet.body, language=language.code)
    flow.table(table, min(sheet.inner_width, READABLE * sheet.body))
    return flow.leaves()


def _general(language: Language, project: Project) -> Iterator[tuple[str, str]]:
    text, settings = language.text, project.settings
    yield (
        text("Verdict"),
        text("Certainly worse or better: the whole 95 % interval, unrounded, lies on one side of the target. "
             "Not certain: the target lies inside the interval. Better and worse follow the metric's direction."),
    )  # fmt: skip
    yield (
        text("Interval"),
        text("Intervals show the chance of the draw alone. What those who did not answer think, and errors of "
             "measuring, are not in them."),
    )  # fmt: skip
    yield (
        text("Small groups"),
        text("Groups under {least} answers are hidden, and with them a group that the remainder would give away; "
             "staff always under 5. Under {indicative} answers a figure is indicative.",
             least=settings.suppress_under, indicative=settings.indicative_under),
    )  # fmt: skip
    yield (
        text("Scale 0–100"),
        text("Score = 100 × (value − worst) ÷ (best − worst) on the goalposts stored with the metric. It orders gaps; "
             "metrics of different kinds are never averaged."),
    )  # fmt: skip
    yield (
        text("Stage and journey"),
        text("Stages count their touchpoints that are certainly worse than target and name the worst. An unmeasured "
             "touchpoint is neither zero nor left out."),
    )  # fmt: skip


def _results(content: Content) -> Iterator[tuple[str, str]]:
    """What is special about the results at hand: their wave, weights, figures that others computed."""
    text = content.language.text
    used = {source for score in content.scores.values() for source in score.sources}
    mappings = [content.project.result_sets[key].mapping for key in content.project.result_order if key in used]
    if content.wave:
        yield (
            text("Wave"),
            text("All figures are of the newest wave, {wave}; a point without answers in it is not measured.",
                 wave=content.wave),
        )  # fmt: skip
    if any(mapping.weight for mapping in mappings):
        yield (
            text("Weights"),
            text("Weighted answers count by their weights; intervals rest on the effective number of answers."),
        )
    if any(mapping.aggregates for mapping in mappings):
        yield (
            text("Aggregated figures"),
            text("Where a file holds counts of answers, the figure and its interval are computed from them; where it "
                 "holds a finished figure, both are printed as reported."),
        )  # fmt: skip


def _metrics(language: Language, project: Project) -> Iterator[tuple[str, str]]:
    """One note for each kind of metric that a point uses, with the labels of its metrics."""
    used = [project.metrics[point.metric] for point in project.ordered_points()]
    for kind in dict.fromkeys(metric.kind for metric in used):
        labels = dict.fromkeys(metric_label(language, metric) for metric in used if metric.kind == kind)
        yield "; ".join(labels), definition(language, next(metric for metric in used if metric.kind == kind))


def _letters(content: Content) -> Iterator[tuple[str, str]]:
    """What became of the letters that no font of the report has; nothing where there are none."""
    text, missing = content.language.text, lacking(content.project)
    if missing:
        codes = ", ".join(f"U+{ord(sign):04X}" for sign in missing[:MOST_NAMED])
        yield (
            text("Letters of other scripts"),
            text("The fonts of this report lack {n} of the signs that were written ({codes}); □ is printed for each. "
                 "Text copied from here, and the project itself, have them as they were written.",
                 n=len(missing), codes=codes + (", …" if len(missing) > MOST_NAMED else "")),
        )  # fmt: skip


def definition(language: Language, metric: Metric) -> str:
    """What a metric is and which interval it has."""
    text = language.text
    notes = {
        "nps": text("Share of promoters (9–10) − share of detractors (0–6), in points. Interval: adjusted Wald "
                    "(Rocks 2016)."),
        "csat": text("Share of the two best answers. Interval: Wilson."),
        "csat-mean": text("Mean of the answers. Interval: Student's t."),
        "ces1": text("Customer Effort Score 1.0: mean of the effort, less is better. Interval: Student's t."),
        "ces2": text("Customer Effort Score 2.0: mean of the agreement that it was easy. Interval: Student's t."),
        "fcr": text("Share settled at the first contact. Interval: Wilson."),
        "share": text("Share of the answers that count. Interval: Wilson."),
        "stars": text("Mean of the stars. Interval: Student's t."),
        "smiley": text("Very happy 100, happy 66.7, unhappy 33.3, very unhappy 0, averaged. Presses are not people: "
                       "the interval comes from day means and needs 8 days."),
        "median": text("Half of the values are smaller. Interval: order statistics, from 6 answers on."),
        "p90": text("90 % of the values are at most this (type 7). Interval: order statistics; the upper limit needs "
                    "36 answers."),
        "mean": text("Mean of the values. Interval: Student's t."),
        "top": text("Share of the best answers that the label names. Interval: Wilson."),
        "net": text("Share of the best answers − share of the worst ones, in points. Interval: adjusted Wald."),
        "rate": text("Events per so many cases. Interval: exact Poisson."),
    }  # fmt: skip
    return notes[metric.kind]
