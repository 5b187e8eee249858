"""Business cases, experiments, rules of tags, and rounds of belief that can be locked once."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from journeymapper.model.acting import BusinessCase, Experiment, TagRule
from journeymapper.model.beliefs import BeliefRound, Guess
from journeymapper.model.edits.placing import replaced, with_new
from journeymapper.model.find import found
from journeymapper.model.limits import clean
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project


def add_business_case(project: Project, case: BusinessCase, index: int | None = None) -> Project:
    """The project with a business case."""
    return with_new(project, case, index)


def add_experiment(project: Project, experiment: Experiment, index: int | None = None) -> Project:
    """The project with an experiment."""
    return with_new(project, experiment, index)


def add_tag_rule(project: Project, rule: TagRule, index: int | None = None) -> Project:
    """The project with a rule of a tag; refuses one without a stem."""
    if not any(stem.strip() for stem in rule.stems):
        raise Refusal("The tag “{name}” needs a word stem to look for.", name=rule.name)
    return with_new(project, rule, index)


def tag_comment(project: Project, rule_id: str, mark: str, *, on: bool) -> Project:
    """The project with a comment, by its mark, given a tag by hand or not any more; refuses what is no tag."""
    rule = found(project, rule_id)
    if not isinstance(rule, TagRule):
        raise Refusal("{id} is not a tag.", id=rule_id)
    if (mark in rule.by_hand) == on:
        return project
    others = tuple(each for each in rule.by_hand if each != mark)
    return replaced(project, clean(msgspec.structs.replace(rule, by_hand=(*others, mark) if on else others)))


def add_belief_round(project: Project, belief_round: BeliefRound, index: int | None = None) -> Project:
    """The project with a round of beliefs."""
    return with_new(project, belief_round, index)


def add_guesses(project: Project, round_id: str, guesses: Sequence[Guess]) -> Project:
    """The project with more guesses in a round; refuses a locked round and points that are not there."""
    belief_round = the_round(project, round_id)
    if belief_round.locked_at:
        raise Refusal("“{name}” is locked: guesses were closed before the results were shown.", name=belief_round.name)
    for guess in guesses:
        if guess.point not in project.points:
            raise Refusal("There is nothing with the id {id}.", id=guess.point)
    if not guesses:
        return project
    grown = msgspec.structs.replace(belief_round, guesses=(*belief_round.guesses, *guesses))
    return replaced(project, clean(grown))


def lock_beliefs(project: Project, round_id: str, at: datetime) -> Project:
    """The project with a round locked at a moment with a zone; the same object where it is locked already."""
    belief_round = the_round(project, round_id)
    if belief_round.locked_at:
        return project
    if at.tzinfo is None:
        raise ValueError("a moment needs a zone")
    return replaced(project, msgspec.structs.replace(belief_round, locked_at=at.isoformat(timespec="seconds")))


def the_round(project: Project, round_id: str) -> BeliefRound:
    """The round of beliefs of that id; refuses what is none."""
    element = found(project, round_id)
    if not isinstance(element, BeliefRound):
        raise Refusal("{id} is not a round of beliefs.", id=round_id)
    return element
