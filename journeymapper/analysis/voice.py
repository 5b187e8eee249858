"""Kept comments: found by words, tagged by the team's rules, counted by tag and score, hidden where they are few."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from journeymapper.model.acting import TagRule
from journeymapper.model.comments import Comment, comment_mark
from journeymapper.model.project import Project

LEAST = 8


class Tagged(msgspec.Struct, frozen=True):
    """A comment with the names of its tags."""

    comment: Comment
    tags: tuple[str, ...] = ()


class TagCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many comments have a tag, of all points or of one, and the mean answer of those who wrote them."""

    tag: str
    point: str = ""
    n: int
    answered: int = 0
    mean_answer: float | None = None


def tags_of(text: str, rules: Sequence[TagRule]) -> tuple[str, ...]:
    """The tags whose stems begin a word of the text, in the order of the rules; capitals do not matter."""
    words = _words(text)
    return tuple(rule.name for rule in rules if any(word.startswith(stem) for stem in _stems(rule) for word in words))


def tagged(project: Project, comments: Sequence[Comment]) -> list[Tagged]:
    """All comments with their tags."""
    rules = [project.tag_rules[key] for key in project.tag_rule_order]
    by_hand = [(rule.name, frozenset(rule.by_hand)) for rule in rules if rule.by_hand]
    if not by_hand:
        return [Tagged(comment, tags_of(comment.text, rules)) for comment in comments]
    return [Tagged(comment, _both(comment, rules, by_hand)) for comment in comments]


def _both(comment: Comment, rules: Sequence[TagRule], by_hand: Sequence[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    """The tags by rule and by hand, each once, in the order of the rules."""
    mark = comment_mark(comment)
    given = {*tags_of(comment.text, rules), *(name for name, marks in by_hand if mark in marks)}
    return tuple(dict.fromkeys(rule.name for rule in rules if rule.name in given))


def shown_comments(comments: Sequence[Tagged], point: str = "", words: str = "", tag: str = "") -> list[Tagged]:
    """The comments of a point, or all, that have the words and the tag; none where the point has fewer than eight.

    The threshold holds for what there is, not for what a search leaves: hits of a search are shown however few.
    """
    enough = {key for key, n in Counter(each.comment.point for each in comments).items() if n >= LEAST}
    wanted = words.casefold().split()
    return [
        each
        for each in comments
        if each.comment.point in enough
        and point in ("", each.comment.point)
        and tag in ("", *each.tags)
        and all(word in each.comment.text.casefold() for word in wanted)
    ]


def tag_counts(comments: Sequence[Tagged], *, by_point: bool = False) -> list[TagCount]:
    """Comments by tag (and point), the most frequent first; points with fewer than eight comments are left out."""
    groups: dict[tuple[str, str], list[float | None]] = {}
    for each in shown_comments(comments):
        for tag in each.tags:
            groups.setdefault((tag, each.comment.point if by_point else ""), []).append(each.comment.answer)
    found = [_count(tag, point, answers) for (tag, point), answers in groups.items()]
    return sorted(found, key=lambda count: -count.n)


def hidden_points(comments: Sequence[Tagged]) -> dict[str, int]:
    """The points whose comments are too few to be shown, with their number."""
    return {key: n for key, n in Counter(each.comment.point for each in comments).items() if n < LEAST}


def _count(tag: str, point: str, answers: Sequence[float | None]) -> TagCount:
    given = [answer for answer in answers if answer is not None]
    mean = sum(given) / len(given) if len(given) >= LEAST else None
    return TagCount(tag=tag, point=point, n=len(answers), answered=len(given), mean_answer=mean)


@cache
def _stems(rule: TagRule) -> tuple[str, ...]:
    return tuple(stem.strip().casefold() for stem in rule.stems if stem.strip())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
