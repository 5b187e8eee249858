"""What stands between a figure and a sure verdict: too few answers, many figures tested together, old data."""

from datetime import date

from journeymapper.analysis.freshness import rhythm_of, stale
from journeymapper.analysis.planning import is_in_reach, more_answers_needed
from journeymapper.analysis.score import Score
from journeymapper.desktop.session import Session
from journeymapper.model.measurement import MeasurementPoint


def doubts(session: Session, point: MeasurementPoint, score: Score, today: date) -> list[str]:
    """A sentence a doubt; none where the verdict is sure and fresh."""
    language, found = session.view.language, []
    more = more_answers_needed(score) if score.shown else None
    if more is not None and is_in_reach(score, more):
        found.append(language.plural("{n} more answer needed to know", "{n} more answers needed to know", more))
    elif more is not None:
        found.append(language.text("as good as on target"))
    if score.certain is False and score.verdict in ("worse", "better"):
        found.append(language.text("Sure by its own interval, not when all figures shown are tested together."))
    last = session.last_days().get(point.id)
    if last is not None and stale(last, rhythm_of(point), today):
        found.append(language.text("Stale: the last data are from {date}.", date=language.date(last)))
    return found
