"""An event log: what happened to whom and when, in columns of equal length."""

import msgspec

from journeymapper.model.messages import Message


class LogColumns(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The columns of a file that hold a log. `start` is the begin of an event that has both ends in one row;
    `lifecycle` tells starts from completions that have rows of their own, `instance` which of them belong together."""

    case: str
    activity: str
    time: str
    start: str = ""
    lifecycle: str = ""
    instance: str = ""


class EventLog(msgspec.Struct, frozen=True, kw_only=True, tag="event log"):
    """Event i is activity `activities[i]` of case `cases[i]`, in the order of the file, which need not be that of time.

    `times` are seconds since 1970-01-01 UTC at which the event ended, or took place if it has one time only, None where
    that cannot be read; times without a zone are taken for UTC. `starts` is when the event began, None where the log
    does not say. `attributes[name][i]` is empty where the event has none; a case's own attribute begins with `case:`.
    """

    cases: list[str] = []
    activities: list[str] = []
    times: list[float | None] = []
    starts: list[float | None] = []
    attributes: dict[str, list[str]] = {}
    columns: LogColumns
    notes: tuple[Message, ...] = ()
