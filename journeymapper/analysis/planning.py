"""How many answers, how many invitations: planning before measuring (methods.md 2.6).

Variances are of one answer: NPS coded −1/0/1 (0 to 1, worst case 1), a proportion p(1 − p). Margins are in the same
unit: ±10 NPS points are 0.10.
"""

from collections.abc import Mapping
from math import ceil, sqrt

from journeymapper.analysis.intervals import Z
from journeymapper.analysis.score import Score

Z_POWER = 0.8416212335729143
USUAL_NPS_VARIANCE = 0.75
MOST_TIMES = 20


def answers_for_precision(variance: float, margin: float) -> float:
    """z² v / d², the answers at which the 95 % interval is ± `margin`; not yet rounded up."""
    return Z**2 * variance / margin**2


def needed_for_precision(variance: float, margin: float, *, adjusted_wald: bool = False) -> int:
    """The same rounded up; three fewer for an adjusted-Wald interval of NPS."""
    return max(1, _up(answers_for_precision(variance, margin)) - (3 if adjusted_wald else 0))


def finite_answers(answers: float, population: int) -> float:
    """n₀ / (1 + (n₀ − 1)/N) for a random sample of a closed list of N; not yet rounded up."""
    return answers / (1 + (answers - 1) / population)


def needed_of_finite(answers: float, population: int) -> int:
    """The same rounded up. It corrects no non-response and says nothing of customers to come."""
    return min(population, _up(finite_answers(answers, population)))


def finite_se(variance: float, n: int, population: int) -> float:
    """√(v/n) · √((N − n)/(N − 1)), in the unit of the answer."""
    return sqrt(variance / n) * sqrt((population - n) / (population - 1))


def answers_for_change(variance_1: float, variance_2: float, change: float) -> float:
    """Answers a wave to find a change with 80 % power at 95 %: (z.975 + z.8)² (v₁ + v₂)/d²; not yet rounded up."""
    return (Z + Z_POWER) ** 2 * (variance_1 + variance_2) / change**2


def needed_for_change(variance_1: float, variance_2: float, change: float) -> int:
    """The same rounded up."""
    return _up(answers_for_change(variance_1, variance_2, change))


def detectable_change(variance_1: float, n_1: int, variance_2: float, n_2: int) -> float:
    """The smallest change that two waves of these sizes find with 80 % power."""
    return (Z + Z_POWER) * sqrt(variance_1 / n_1 + variance_2 / n_2)


def invitations(answers: int, delivered: float, response: float) -> int:
    """Invitations to send for so many answers, given the shares, 0 to 1, that arrive and that are answered."""
    return _up(answers / (delivered * response))


def invited_a_year(contacts: float, quarantine_days: float) -> float:
    """Invitations a customer gets a year, of `contacts` chances and this quarantine: L/(1 + L q/365)."""
    return contacts / (1 + contacts * quarantine_days / 365)


def invited_by_touchpoint(contacts: Mapping[str, tuple[float, float]], quarantine_days: float) -> dict[str, float]:
    """Invitations a year by touchpoint under one quarantine; values are (contacts a year, sampling share 0 to 1)."""
    chances = {name: each * share for name, (each, share) in contacts.items()}
    total = sum(chances.values())
    invited = invited_a_year(total, quarantine_days)
    return {name: invited * each / total if total else 0.0 for name, each in chances.items()}


def share_with_silent(share: float, response: float) -> tuple[float, float]:
    """Manski's bounds of a share, 0 to 1, when the silent may all have said no or all yes."""
    return response * share, response * share + 1 - response


def nps_with_silent(nps: float, response: float) -> tuple[float, float]:
    """The same for NPS in points."""
    return response * nps - 100 * (1 - response), response * nps + 100 * (1 - response)


def more_answers_needed(score: Score) -> int | None:
    """About how many more answers would make an uncertain verdict certain, the figure staying as it is.

    The interval narrows with √n. None where the verdict is not uncertain or the figure is the target itself.
    """
    if score.verdict != "uncertain" or score.n is None or score.value is None or score.target is None:
        return None
    above = score.value > score.target
    limit = score.low if above else score.high
    distance = abs(score.value - score.target)
    if limit is None or distance < 1e-9:
        return None
    return max(1, ceil(score.n * (abs(score.value - limit) / distance) ** 2) - score.n)


def is_in_reach(score: Score, more: int) -> bool:
    """Whether so many more answers are worth waiting for: at most twenty times those that there are."""
    return score.n is not None and more <= MOST_TIMES * score.n


def expected_answers(volume: int | None, sampling: float | None, response: float | None) -> float | None:
    """Answers a year to expect; shares 0 to 1, one not given counts as everybody. None without a volume."""
    if volume is None:
        return None
    return volume * (1.0 if sampling is None else sampling) * (1.0 if response is None else response)


def _up(number: float) -> int:
    """Rounded up, but for the noise of floating point."""
    return ceil(number - 1e-9)
