"""Figures of methods.md section 1 that are computed from other figures or from several items of one person."""

from collections.abc import Sequence

from journeymapper.analysis.distribution import Distribution


def net_share(negative: float, neutral: float, positive: float) -> float:
    """100 (positive − negative)/all: net sentiment, CES net index, NPS."""
    return 100 * (positive - negative) / (negative + neutral + positive) + 0.0


def ces_agreeing(answers: Distribution) -> float:
    """The share, 0–100, of 5–7 on the 1–7 scale of CES 2.0."""
    return 100 * answers.coded(lambda answer: float(answer >= 5)).mean


def ces_net(answers: Distribution) -> float:
    """%(6–7) − %(1–3) on the 1–7 scale of CES 2.0; 4 and 5 are neutral."""
    return 100 * answers.coded(lambda answer: 1.0 if answer >= 6 else -1.0 if answer <= 3 else 0.0).mean


def gross_fcr(resolved: int, contacts: int) -> float:
    """Resolved on first contact among all contacts, 0–100."""
    return 100 * resolved / contacts


def net_fcr(resolved: int, contacts: int, unresolvable: int) -> float:
    """The same among contacts that level 1 can resolve, 0–100."""
    return 100 * resolved / (contacts - unresolvable)


def three_e_index(needs: float, ease: float, emotion: float) -> float:
    """The mean of three net shares, each %(4–5) − %(1–2) on 1–5."""
    return (needs + ease + emotion) / 3


def compound_sentiment(score: float) -> float:
    """A sentiment of −1 to 1 on 0–100."""
    return 50 * (score + 1)


def sus(items: Sequence[int]) -> float:
    """System Usability Scale, 0–100, of ten answers 1–5 in order; even items are reversed."""
    return 2.5 * sum(answer - 1 if place % 2 == 0 else 5 - answer for place, answer in enumerate(items))


def umux_lite(capabilities: int, ease: int) -> float:
    """UMUX-Lite, 0–100, of two answers 1–7."""
    return (capabilities + ease - 2) * 100 / 12


def ux_lite(capabilities: int, ease: int) -> float:
    """UX-Lite, 0–100, of two answers 1–5."""
    return (capabilities + ease - 2) * 100 / 8


def poisson_interval(events: float) -> tuple[float, float]:
    """The exact 95 % limits of a Poisson count, such as complaints a period (methods.md 1.7)."""
    from scipy.special import chdtri

    low = float(chdtri(2 * events, 0.975)) / 2 if events else 0.0
    return low, float(chdtri(2 * events + 2, 0.025)) / 2
