"""What actions are worth, from the user's own figures alone: a scenario, not a forecast."""

from collections.abc import Mapping, Sequence

import msgspec

from journeymapper.analysis.intervals import wilson
from journeymapper.analysis.score import Score
from journeymapper.model.acting import Amount, BusinessCase, CaseLine, RiskLine
from journeymapper.model.messages import Message


class Money(msgspec.Struct, frozen=True):
    """An amount a year: likely, and from low to high."""

    likely: float
    low: float
    high: float


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line with its amount a year; without one, `note` says what is lacking. `assumptions` are printed beside it."""

    name: str
    kind: str
    amount: Money | None = None
    note: Message = Message("")
    assumptions: tuple[Message, ...] = ()


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    """The whole case: `yearly` gain, `net` of the yearly cost, months until the one-off `cost` is paid back.

    `payback_months` is None where the net gain does not pay it back; `…_low` and `…_high` belong to the ends of the
    range (a low gain pays back late).
    """

    case: str
    name: str
    rows: tuple[CaseRow, ...] = ()
    yearly: Money
    net: Money
    cost: float | None = None
    payback_months: float | None = None
    payback_low: float | None = None
    payback_high: float | None = None
    assumptions: str = ""


def business_case(case: BusinessCase, scores: Mapping[str, Score] = {}) -> CaseResult:
    """The case in figures; all low ends together are its low end, all high ends its high end."""
    rows = [*(_line(line) for line in case.lines), *(risk_row(line, scores) for line in case.risks)]
    amounts = [row.amount for row in rows if row.amount]
    yearly = Money(*(sum(getattr(each, end) for each in amounts) for end in ("likely", "low", "high")))
    spent = case.yearly_cost or 0.0
    net = Money(yearly.likely - spent, yearly.low - spent, yearly.high - spent)
    return CaseResult(
        case=case.id,
        name=case.name,
        rows=tuple(rows),
        yearly=yearly,
        net=net,
        cost=case.cost,
        payback_months=payback(case.cost, net.likely),
        payback_low=payback(case.cost, net.high),
        payback_high=payback(case.cost, net.low),
        assumptions=case.assumptions,
    )


def payback(cost: float | None, yearly: float) -> float | None:
    """Months until a cost is paid back by a yearly gain; None without a cost or without a gain."""
    if cost is None or yearly <= 0:
        return None
    return 12 * cost / yearly


def revenue_at_risk(customers: float, share: float, revenue: float, churn: float, reference: float) -> float:
    """N · share · revenue · (churn − reference churn), methods.md 7."""
    return customers * share * revenue * (churn - reference)


def _line(line: CaseLine) -> CaseRow:
    ends = [product_of(line.count, line.worth, end) for end in ("likely", "low", "high")]
    told = (Message("{assumption}", {"assumption": line.assumption}),) if line.assumption else ()
    return CaseRow(name=line.name, kind=line.kind, amount=Money(*ends), assumptions=told)


def product_of(count: Amount, worth: Amount, end: str) -> float:
    """Count times worth at one end of both; an end that is not given is the likely figure."""
    return _end(count, end) * _end(worth, end)


def _end(amount: Amount, end: str) -> float:
    given = getattr(amount, end)
    return amount.likely if given is None else float(given)


def risk_row(line: RiskLine, scores: Mapping[str, Score]) -> CaseRow:
    """Revenue at risk with the interval of the share of detractors; nothing is computed without own churn data."""
    score = scores.get(line.point)
    share = next((each for each in score.shares if each.label == "detractors"), None) if score and score.shown else None
    row = CaseRow(name=line.name, kind="revenue at risk", assumptions=_doubts(line))
    if line.churn is None or line.reference_churn is None:
        return _lacking(row, Message("Not computed: churn observed in your own data is lacking."))
    if score is None or share is None or not score.n:
        return _lacking(row, Message("Not computed: {point} has no share of detractors.", {"point": line.point}))
    low, high = wilson(share.share / 100, score.n)
    turned = 1.0 if line.converted is None else line.converted
    ends = [
        turned * revenue_at_risk(line.customers, part, line.revenue, line.churn, line.reference_churn)
        for part in (share.share / 100, low, high)
    ]
    return msgspec.structs.replace(row, amount=Money(*ends))


def _lacking(row: CaseRow, note: Message) -> CaseRow:
    return msgspec.structs.replace(row, note=note)


def _doubts(line: RiskLine) -> tuple[Message, ...]:
    """What must be printed beside any revenue at risk."""
    said: Sequence[Message] = (
        Message("Detractors leave more often; that they leave because of this is not shown."),
        Message("Churn was observed over {n} month.", {"n": line.months}, "Churn was observed over {n} months."),
        Message("Counted as margin.") if line.margin else Message("Counted as revenue, not as margin."),
        Message("All detractors are counted, though an improvement turns only some of them.")
        if line.converted is None
        else Message("{share} % of the detractors are taken to be turned.", {"share": round(100 * line.converted)}),
    )
    own = (Message("{assumption}", {"assumption": line.assumption}),) if line.assumption else ()
    return (*said, *own)
