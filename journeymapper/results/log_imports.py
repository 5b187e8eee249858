"""Imports an event log: kept with the project as a part of its own, its labels matched to touchpoints by name."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from journeymapper.model.event_log import EventLog
from journeymapper.model.ids import new_id
from journeymapper.model.log_labels import labelled_touchpoints
from journeymapper.model.messages import Refusal
from journeymapper.model.project import Project
from journeymapper.model.sources import Account, Mapping, ResultSet
from journeymapper.model.tally import Tally
from journeymapper.results.event_logs import read_event_log
from journeymapper.results.importing import Imported
from journeymapper.results.periods import wave_of
from journeymapper.results.persons import SAMPLE, called_personal, telling_contents
from journeymapper.results.readers.grid import Wish
from journeymapper.results.readers.opening import sha256_of
from journeymapper.results.respondents import new_salt, respondent_keys
from journeymapper.storage.parts import event_log_part
from journeymapper.storage.tallies import tally_hash

MOST_LABELS = 200
LACKING = "no case or no activity"


def read_log(path: Path, mapping: Mapping, project: Project, *, today: date, tick: Callable[[], object]) -> Imported:
    """The log in the file, its cases as salted keys; raises Refusal for what cannot be read and for an empty log."""
    columns = mapping.log if mapping.log and mapping.log.case else None
    log = read_event_log(path, columns, wish=Wish.of(mapping), tick=tick)
    if not log.cases:
        raise Refusal("{file} holds no event that has a case and an activity.", file=path.name)
    salt = project.salt or new_salt()
    kept = msgspec.structs.replace(log, cases=respondent_keys(log.cases, salt), attributes=_attributes(log))
    name, data = event_log_part(kept)
    tally = Tally()
    waves = (wave_of(mapping.wave),) if mapping.wave else ()
    result_set = ResultSet(
        id=new_id("results"),
        account=_account(path, log, project, today),
        mapping=msgspec.structs.replace(mapping, log=log.columns),
        tally=tally_hash(tally),
        waves=tuple(wave.id for wave in waves),
        log=name,
    )
    return Imported(
        result_set=result_set,
        tally=tally,
        waves=waves,
        attachments={name: data},
        salt=salt,
    )


def _attributes(log: EventLog) -> dict[str, list[str]]:
    """Without those that tell who somebody is, by what they are called or by what is in them."""
    return {
        name: values
        for name, values in log.attributes.items()
        if not called_personal(name.removeprefix("case:"))
        and telling_contents(list(dict.fromkeys(values))[:SAMPLE]) is None
    }


def _account(path: Path, log: EventLog, project: Project, today: date) -> Account:
    labels = Counter(log.activities)
    known = labelled_touchpoints(project, labels)
    unmatched = Counter({label: count for label, count in labels.items() if label not in known})
    left = sum(int(note.values["n"]) for note in log.notes if LACKING in note.text)
    return Account(
        file=path.name,
        sha256=sha256_of(path),
        read_on=today,
        rows=len(log.cases) + left,
        header_row=0,
        cases=len(set(log.cases)),
        events=len(log.cases),
        events_left=left,
        unmatched=dict(unmatched.most_common(MOST_LABELS)),
    )
