"""Imports with their waves, and what follows from the results."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from journeymapper.model.acting import Amount, BusinessCase, CaseLine, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound, Guess
from journeymapper.model.sources import Account, ColumnUse, Mapping, ResultSet, Wave
from tests.strategies.words import dates, in_project, names, several, some, texts


def waves() -> st.SearchStrategy[list[Wave]]:
    """Waves by year: dated ones first, then those that have a label alone."""
    dated = st.sets(st.integers(2010, 2030), max_size=3).map(
        lambda years: [Wave(id=str(year), starts=date(year, 1, 1), ends=date(year, 12, 31)) for year in sorted(years)]
    )
    labelled = st.integers(0, 2).map(lambda n: [Wave(id=f"Kierros {k}") for k in range(n)])
    return st.tuples(dated, labelled).map(lambda pair: pair[0] + pair[1])


def result_sets(element_id: str, point_ids: list[str], wave_ids: list[str]) -> st.SearchStrategy[ResultSet]:
    """An import of that id; its tally's hash leads to nothing."""
    uses = some(point_ids).map(lambda keys: tuple(ColumnUse(column=f"Kysymys {key}", point=key) for key in keys))
    account = st.builds(
        Account,
        file=names(),
        sha256=st.just("0" * 64),
        read_on=dates(),
        rows=st.integers(0, 10**6),
        used=st.dictionaries(st.sampled_from(point_ids), st.integers(0, 1000)) if point_ids else st.just({}),
    )
    return st.builds(
        ResultSet,
        id=st.just(element_id),
        account=account,
        mapping=st.builds(Mapping, columns=uses),
        tally=st.just("0" * 64),
        waves=some(wave_ids),
    )


def acting(draw: st.DrawFn, point_ids: list[str], action_ids: list[str], import_ids: list[str]) -> dict[str, Any]:
    """What follows from the results."""
    return {
        **in_project(BusinessCase, several(draw, "case", lambda key: _cases(key, action_ids), 1)),
        **in_project(Experiment, several(draw, "experiment", lambda key: _experiments(key, point_ids), 1)),
        **in_project(TagRule, several(draw, "tag", _tags, 2)),
        **in_project(BeliefRound, several(draw, "beliefs", lambda key: _rounds(key, point_ids, import_ids), 1)),
    }


def _cases(element_id: str, action_ids: list[str]) -> st.SearchStrategy[BusinessCase]:
    amounts = st.builds(Amount, likely=st.floats(0, 1e6))
    lines = st.builds(CaseLine, name=names(), count=amounts, worth=amounts, assumption=texts())
    return st.builds(
        BusinessCase, id=st.just(element_id), name=names(), actions=some(action_ids),
        lines=st.lists(lines, max_size=2).map(tuple),
    )  # fmt: skip


def _experiments(element_id: str, point_ids: list[str]) -> st.SearchStrategy[Experiment]:
    return st.builds(
        Experiment, id=st.just(element_id), name=names(), point=st.sampled_from(["", *point_ids]), stop_rule=texts()
    )


def _tags(element_id: str) -> st.SearchStrategy[TagRule]:
    by_hand = st.sampled_from([(), ("0123456789abcdef",)])
    return st.builds(TagRule, id=st.just(element_id), name=names(), stems=st.just(("aika",)), by_hand=by_hand)


def _rounds(element_id: str, point_ids: list[str], import_ids: list[str]) -> st.SearchStrategy[BeliefRound]:
    one = st.builds(Guess, point=st.sampled_from(point_ids or [""]), value=st.floats(0, 100))
    guesses = st.lists(one, max_size=3 if point_ids else 0).map(tuple)
    return st.builds(BeliefRound, id=st.just(element_id), name=names(), guesses=guesses, sources=some(import_ids))
