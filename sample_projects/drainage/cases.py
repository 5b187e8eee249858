"""The season's cases, from the first contact on: who got how far, and what went off the happy path."""

from datetime import date
from random import Random

import msgspec

from sample_projects.drainage import answers as a
from sample_projects.drainage.chance import shuffled
from sample_projects.drainage.workdays import DAY, SEASON_BEGINS, after, some_day, working_day

AUTUMN_BEFORE = (date(2025, 8, 18), date(2025, 9, 25))
LAST_START = date(2026, 9, 4)


class Marks(msgspec.Struct):
    """What went off the happy path in a case."""

    revised: bool = False
    moved: bool = False
    extra: bool = False
    revisited: bool = False
    guarantee: bool = False

    def any(self) -> bool:
        """Whether anything did."""
        return self.revised or self.moved or self.extra or self.revisited or self.guarantee


class Case(msgspec.Struct, kw_only=True):
    """One enquiry; a day is None where the case never got there, an answer None where there is no question."""

    contact: date
    id: str = ""
    marks: Marks = msgspec.field(default_factory=Marks)
    answered_in_time: bool = True
    visit: date | None = None
    offer: date | None = None
    second_visit: date | None = None
    second_offer: date | None = None
    accepted: bool | None = None
    decided: date | None = None
    notice: date | None = None
    planned_start: date | None = None
    told: date | None = None
    told_in_time: bool | None = None
    walk: date | None = None
    start: date | None = None
    checked: bool | None = None
    extra: date | None = None
    extra_in_writing: bool | None = None
    yard: date | None = None
    inspection: date | None = None
    revisit: date | None = None
    invoice: date | None = None
    queried: bool | None = None
    call: date | None = None
    called_in_time: bool | None = None
    guarantee: date | None = None
    right_at_once: bool | None = None


def season_cases(rng: Random) -> list[Case]:
    """All 690 cases, in the order of their first contact."""
    sites = [site(rng, marks, number) for number, marks in enumerate(_site_marks(rng))]
    lost = [_lost(rng, revised=number < a.REVISED_AND_LOST) for number in range(a.OFFERED - a.ACCEPTED)]
    visited = [_contacted(rng, visited=number < a.VISITED - a.OFFERED) for number in range(a.CONTACTS - a.OFFERED)]
    cases = sorted([*sites, *lost, *visited], key=lambda case: case.contact)
    for number, case in enumerate(cases, 1):
        case.id = f"R26-{number:03}"
    _answer(rng, cases)
    return cases


def _site_marks(rng: Random) -> list[Marks]:
    """Marks of the 142 sites: 49 straight, 85 with something, 4 at work, 4 not begun."""
    bent = [Marks() for _ in range(a.HANDED_OVER - a.STRAIGHT)]
    for kind, count in _marks_wanted().items():
        for marks in rng.sample(bent, count):
            setattr(marks, kind, True)
    _give_each_one(bent)
    unfinished = [Marks() for _ in range(a.STARTED - a.HANDED_OVER)]
    for marks in unfinished[: a.MOVED - a.MOVED_AND_HANDED_OVER]:
        marks.moved = True
    for marks in unfinished[-(a.EXTRA - a.EXTRA_AND_HANDED_OVER) :]:
        marks.extra = True
    waiting = [Marks() for _ in range(a.ACCEPTED - a.STARTED)]
    waiting[0].revised = True
    straight = [Marks() for _ in range(a.STRAIGHT)]
    return [*straight, *bent, *unfinished, *waiting]


def _marks_wanted() -> dict[str, int]:
    return {
        "revised": a.REVISED_AND_HANDED_OVER,
        "moved": a.MOVED_AND_HANDED_OVER,
        "extra": a.EXTRA_AND_HANDED_OVER,
        "revisited": a.REVISITED,
        "guarantee": a.GUARANTEE,
    }


def _give_each_one(bent: list[Marks]) -> None:
    """Moves extra work from sites with more marks to those that got none, so that each is off the path."""
    for marks in bent:
        if not marks.any():
            giver = next(other for other in bent if other.extra and (other.moved or other.revised or other.revisited))
            giver.extra, marks.extra = False, True


def site(rng: Random, marks: Marks, number: int) -> Case:
    """A contract's case; the number says whether the site was finished, begun or still waits."""
    if number >= a.STARTED:
        return _before_work(rng, marks, date(2027, 4, 12))
    finished = number < a.HANDED_OVER
    first, last = (date(2026, 4, 15), LAST_START) if finished else (date(2026, 10, 12), date(2026, 10, 30))
    case = _before_work(rng, marks, some_day(rng, first, last))
    _begin(rng, case)
    if finished:
        _finish(rng, case)
    return case


def _before_work(rng: Random, marks: Marks, planned: date) -> Case:
    """From the first contact to the contract, counted back from the planned start and over the winter."""
    decided = working_day(planned - DAY * rng.randint(16, 56))
    if decided - DAY * 60 < SEASON_BEGINS:
        decided = some_day(rng, date(2025, 10, 20), date(2025, 11, 21))
    if planned.year == 2027:
        decided = some_day(rng, date(2026, 10, 5), date(2026, 10, 30))
    last_offer = after(decided, -rng.randint(5, 12))
    case = Case(contact=decided, marks=marks, accepted=True, decided=decided, offer=last_offer)
    case.planned_start = planned
    if marks.revised:
        case.second_offer, case.second_visit = last_offer, after(last_offer, -rng.randint(3, 5))
        case.offer = after(case.second_visit, -rng.randint(4, 8))
    assert case.offer
    case.visit = after(case.offer, -rng.randint(3, 7))
    case.contact = after(case.visit, -rng.randint(2, 7))
    return case


def _begin(rng: Random, case: Case) -> None:
    """The start notice, a change of dates where there is one, the yard walk and the start."""
    assert case.planned_start
    case.notice = after(case.planned_start, -10)
    case.start = case.planned_start
    if case.marks.moved:
        case.start = after(case.planned_start, rng.randint(2, 7))
    case.walk = after(case.start, -1)
    if case.marks.extra:
        case.extra = after(case.start, rng.randint(1, 5))


def _finish(rng: Random, case: Case) -> None:
    """The yard, the inspection, the invoice and what came after them; the call is dealt later."""
    assert case.start
    case.yard = after(case.start, rng.randint(8, 13))
    case.inspection = after(case.yard, rng.randint(2, 4))
    case.invoice = after(case.inspection, rng.randint(2, 6))
    if case.marks.revisited:
        case.revisit = after(case.inspection, rng.randint(4, 14))
    if case.marks.guarantee:
        last = min(case.inspection + DAY * 90, date(2026, 10, 20))
        case.guarantee = some_day(rng, case.inspection + DAY * 9, max(last, case.inspection + DAY * 15))


def _lost(rng: Random, *, revised: bool) -> Case:
    """An offer that another firm, or nobody, got."""
    contact = _enquiry(rng)
    visit = after(contact, rng.randint(2, 7))
    offer = after(visit, rng.randint(3, 7))
    case = Case(contact=contact, visit=visit, offer=offer, accepted=False, marks=Marks(revised=revised))
    if revised:
        case.second_visit = after(offer, rng.randint(4, 8))
        case.second_offer = after(case.second_visit, rng.randint(3, 5))
    case.decided = after(case.second_offer or offer, rng.randint(8, 18))
    return case


def _contacted(rng: Random, *, visited: bool) -> Case:
    """A contact that led to no offer, with or without a visit."""
    contact = _enquiry(rng)
    return Case(contact=contact, visit=after(contact, rng.randint(2, 7)) if visited else None)


def _enquiry(rng: Random) -> date:
    """A day of the autumn before or of the season, early enough for the offer to be decided."""
    if rng.random() < 0.3:
        return some_day(rng, *AUTUMN_BEFORE)
    return some_day(rng, SEASON_BEGINS, date(2026, 9, 18))


def _answer(rng: Random, cases: list[Case]) -> None:
    """Deals out the registers' yes and no, in exactly the numbers of the table of results."""
    moved = [case for case in cases if case.start and case.marks.moved]
    extra = [case for case in cases if case.extra]
    done = [case for case in cases if case.inspection]
    _deal(rng, cases, "answered_in_time", a.ANSWERED_IN_TIME)
    _deal(rng, [case for case in cases if case.start], "checked", a.CHECKED)
    _deal(rng, moved, "told_in_time", a.MOVED_TOLD_IN_TIME)
    _deal(rng, extra, "extra_in_writing", a.EXTRA_IN_WRITING)
    _deal(rng, done, "queried", a.QUERIED)
    _deal(rng, [case for case in done if case.guarantee], "right_at_once", a.GUARANTEE_RIGHT_AT_ONCE)
    for case in moved:
        assert case.planned_start
        case.told = after(case.planned_start, -rng.randint(2, 6) if case.told_in_time else rng.choice((-1, 1)))
        if case.walk and case.told >= case.walk:
            case.told = after(case.walk, -1)
    _call(rng, done)


def _deal(rng: Random, cases: list[Case], field: str, yes: int) -> None:
    for number, case in enumerate(shuffled(rng, cases)):
        setattr(case, field, number < yes)


def _call(rng: Random, done: list[Case]) -> None:
    """The follow-up call: everybody straight down the path got one, if late; of the others some got none."""
    straight = shuffled(rng, [case for case in done if not case.marks.any()])
    bent = shuffled(rng, [case for case in done if case.marks.any()])
    in_time = [*straight[a.CALLED_LATE_STRAIGHT :]]
    in_time += bent[: a.CALLED_IN_TIME - len(in_time)]
    late = straight[: a.CALLED_LATE_STRAIGHT]
    late += bent[len(in_time) - len(straight) + len(late) :][: a.CALLED_LATE - len(late)]
    for case in done:
        case.called_in_time = False
    for case in in_time:
        case.called_in_time, case.call = True, _days_after_inspection(rng, case, 28, 40)
    for case in late:
        case.call = _days_after_inspection(rng, case, 43, 46)


def _days_after_inspection(rng: Random, case: Case, first: int, last: int) -> date:
    assert case.inspection
    return working_day(case.inspection + DAY * rng.randint(first, last))
