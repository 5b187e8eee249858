"""A year of asking, customer by customer: how often one is asked, and which surveys starve."""

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

import msgspec

from journeymapper.analysis.load.asks import Ask
from journeymapper.model.plan import ContactRules

YEAR = 365
MOST_CUSTOMERS = 20_000
STARVED = 0.3
Reason = str
Progress = Callable[[float], None]


class SurveyYear(msgspec.Struct, frozen=True, kw_only=True):
    """One survey in a year: chances to ask, invitations, those held back by reason, and the answers to expect."""

    ask: Ask
    due: float
    invited: float
    quarantined: float
    capped: float
    excluded: float
    answers: float

    @property
    def held_back(self) -> float:
        """The share, 0 to 1, of the chances that the rules hold back."""
        return (self.due - self.invited) / self.due if self.due else 0.0

    @property
    def starves(self) -> bool:
        """Whether it loses much to the rules, or gets fewer answers than it needs because of them."""
        without = self.due * self.ask.delivery * self.ask.response
        return self.held_back > STARVED or self.answers < self.ask.needed <= without


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """A simulated year. `asked` maps how often a customer was asked to how many customers were."""

    customers: int
    surveys: tuple[SurveyYear, ...]
    asked: dict[int, float]

    @property
    def mean_asked(self) -> float:
        """How often a customer was asked on average."""
        whole = sum(self.asked.values())
        return sum(times * count for times, count in self.asked.items()) / whole if whole else 0.0

    @property
    def most_asked(self) -> int:
        """How often the customer who was asked most was asked."""
        return max(self.asked, default=0)


def simulate_year(
    asks: Sequence[Ask], customers: int, rules: ContactRules, *, seed: int = 1, progress: Progress | None = None
) -> Year:
    """A year under the rules, the same for the same seed; more than 20,000 customers are stood for by so many.

    The clock starts at the invitation (methods.md 5.4). Where a survey comes up at most once for a customer it does so
    on its day of the journey, which goes a tenth faster or slower; one that comes up oftener is spread over the year.
    """
    people = min(customers, MOST_CUSTOMERS)
    if not people or not asks:
        return Year(customers=customers, surveys=(), asked={})
    chance, scale = Random(seed), customers / people
    counts = {ask.id: Counter[Reason]() for ask in asks}
    asked: Counter[int] = Counter()
    for number in range(people):
        asked[_one_customer(asks, customers, rules, chance, counts)] += 1
        if progress and number % 500 == 0:
            progress(number / people)
    return Year(
        customers=customers,
        surveys=tuple(_survey(ask, counts[ask.id], scale) for ask in asks),
        asked={times: count * scale for times, count in sorted(asked.items())},
    )


def _one_customer(
    asks: Sequence[Ask], customers: int, rules: ContactRules, chance: Random, counts: dict[str, Counter[Reason]]
) -> int:
    """How often one customer is asked."""
    begins, pace = chance.uniform(0, YEAR), chance.uniform(0.9, 1.1)
    events = sorted(
        (day, number) for number, ask in enumerate(asks) for day in _days(ask, customers, (begins, pace), chance)
    )
    sent: list[tuple[float, Ask]] = []
    for day, number in events:
        ask = asks[number]
        counts[ask.id]["due"] += 1
        reason = _held_back(ask, day, sent, rules)
        counts[ask.id][reason or "invited"] += 1
        if not reason:
            sent.append((day, ask))
    return len(sent)


def _days(ask: Ask, customers: int, life: tuple[float, float], chance: Random) -> list[float]:
    """When a survey comes up for a customer; `life` is when the journey begins and how slowly it goes."""
    begins, pace = life
    rate = ask.volume * ask.sampling / customers
    if rate <= 1:
        return [begins + ask.day * pace] if chance.random() < rate else []
    times = int(rate) + (chance.random() < rate - int(rate))
    return [begins + chance.uniform(0, YEAR) for _ in range(times)]


def _held_back(ask: Ask, day: float, sent: Sequence[tuple[float, Ask]], rules: ContactRules) -> Reason:
    """Why a survey is not sent; one that goes first is not held back by those that it goes before."""
    if any(one.id in ask.never_with or ask.id in one.never_with for _, one in sent):
        return "excluded"
    if sum(day - earlier < YEAR for earlier, _ in sent) >= rules.most_a_year:
        return "capped"
    close = (
        one for earlier, one in sent if day - earlier < _quarantine(ask, one, rules) and one.priority <= ask.priority
    )
    return "quarantined" if any(close) else ""


def _quarantine(ask: Ask, other: Ask, rules: ContactRules) -> int:
    if ask.relationship and other.relationship:
        return max(rules.relationship_days, rules.all_days)
    if not ask.relationship and not other.relationship:
        return max(rules.encounter_days, rules.all_days)
    return rules.all_days


def _survey(ask: Ask, counts: Counter[Reason], scale: float) -> SurveyYear:
    invited = counts["invited"] * scale
    return SurveyYear(
        ask=ask,
        due=counts["due"] * scale,
        invited=invited,
        quarantined=counts["quarantined"] * scale,
        capped=counts["capped"] * scale,
        excluded=counts["excluded"] * scale,
        answers=invited * ask.delivery * ask.response,
    )
