"""Event logs and comments as attachments: msgpack under the SHA-256 of its bytes, read only when they are asked for."""

import hashlib
import math
from collections.abc import Mapping

import msgspec

from journeymapper.model.comments import Comment, Comments
from journeymapper.model.event_log import EventLog
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.storage.collecting import collecting_paused

EVENTS, COMMENTS = ".events", ".comments"


def event_log_part(log: EventLog) -> tuple[str, bytes]:
    """The attachment of a log: its name and its bytes, the same for the same log. Raises Refusal for an unsound one."""
    problem = _problem(log)
    if problem:
        raise Refusal("The event log cannot be saved: {problem}.", problem=problem)
    return _named(msgspec.msgpack.encode(log, order="sorted"), EVENTS)


def comments_part(comments: Comments) -> tuple[str, bytes]:
    """The attachment of comments: its name and its bytes."""
    return _named(msgspec.msgpack.encode(comments, order="sorted"), COMMENTS)


def event_log(attachments: Mapping[str, bytes], name: str) -> EventLog:
    """The log of an attachment's name; raises Refusal where it is missing or damaged."""
    try:
        with collecting_paused():
            log = msgspec.msgpack.decode(attachments[name], type=EventLog)
    except (KeyError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _unreadable(name) from error
    if _problem(log):
        raise _unreadable(name)
    return log


def event_logs(project: Project, attachments: Mapping[str, bytes]) -> dict[str, EventLog]:
    """The logs of a project by the id of the result set that brought each, in the order of the imports."""
    sets = (project.result_sets[key] for key in project.result_order)
    return {one.id: event_log(attachments, one.log) for one in sets if one.log}


def comments(attachments: Mapping[str, bytes], name: str) -> Comments:
    """The comments of an attachment's name; raises Refusal where they are missing or damaged."""
    try:
        return msgspec.msgpack.decode(attachments[name], type=Comments)
    except (KeyError, msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise _unreadable(name) from error


def kept_comments(project: Project, attachments: Mapping[str, bytes]) -> list[Comment]:
    """All comments of a project, in the order of the imports and of their files."""
    sets = (project.result_sets[key] for key in project.result_order)
    return [each for one in sets if one.comments for each in comments(attachments, one.comments).comments]


def _named(data: bytes, ending: str) -> tuple[str, bytes]:
    return hashlib.sha256(data).hexdigest() + ending, data


def _unreadable(name: str) -> Refusal:
    return Refusal("The part {part} of the project is missing or damaged.", part=name[:80])


def _problem(log: EventLog) -> str:
    """What is wrong with a log, empty where nothing is."""
    events = len(log.cases)
    lengths = [len(log.activities), len(log.times), len(log.starts or log.times), *map(len, log.attributes.values())]
    if any(length != events for length in lengths):
        return "columns of different lengths"
    moments = (moment for column in (log.times, log.starts) for moment in column)
    finite = all(moment is None or math.isfinite(moment) for moment in moments)
    return "" if finite else "a time that is not finite"
