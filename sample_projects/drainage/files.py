"""The drainage sample's result files: their names, how they are made, and how the product reads them."""

from pathlib import Path
from random import Random

from journeymapper.model.event_log import LogColumns
from journeymapper.model.sources import ColumnUse, Mapping
from sample_projects.drainage.answers import SEED
from sample_projects.drainage.cases import season_cases
from sample_projects.drainage.content_en import ENGLISH
from sample_projects.drainage.content_fi import FINNISH
from sample_projects.drainage.counts import write_beliefs, write_reviews, write_terminal, write_web_analytics
from sample_projects.drainage.registers import LOST, write_crm, write_site_events, write_site_log
from sample_projects.drainage.surveys import (
    DATES_COLUMN,
    DECISION_COLUMN,
    DONT_KNOW,
    NOT_FOR_ME,
    question,
    write_completion_survey,
    write_completion_survey_2025,
    write_offer_survey,
    write_site_survey,
    write_spring_survey,
)

REVIEWS = "reviews_2026.csv"
WEB = "web_analytics_2026.csv"
TERMINAL = "fair_terminal_2026.csv"
OFFER_SURVEY = "k1_tarjouskysely_2026.xlsx"
SITE_SURVEY = "k2_tekstiviestit_2026.csv"
COMPLETION_SURVEY = "k3_valmistumiskysely_2026.xlsx"
COMPLETION_SURVEY_2025 = "k3_kysely_2025.csv"
SPRING_SURVEY = "k4_ensimmainen_kevat_2026.csv"
CRM = "asiakasrekisteri_2026.csv"
SITE_LOG = "tyomaaloki_2026.csv"
SITE_EVENTS = {"en": "site_events_2026.csv", "fi": "site_events_2026_fi.csv"}
BELIEFS = "staff_beliefs_2026.csv"
MISSING = (DONT_KNOW, NOT_FOR_ME)


def write_files(folder: Path) -> None:
    """All files; each has its own chance, so that a change of one leaves the others as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    cases = season_cases(Random(SEED))
    write_reviews(folder / REVIEWS)
    write_web_analytics(folder / WEB, Random(SEED + 1))
    write_terminal(folder / TERMINAL, Random(SEED + 2))
    write_offer_survey(folder / OFFER_SURVEY, Random(SEED + 3))
    write_site_survey(folder / SITE_SURVEY, Random(SEED + 4))
    write_completion_survey(folder / COMPLETION_SURVEY, Random(SEED + 5))
    write_completion_survey_2025(folder / COMPLETION_SURVEY_2025, Random(SEED + 6))
    write_spring_survey(folder / SPRING_SURVEY, Random(SEED + 7))
    write_crm(folder / CRM, Random(SEED + 8), cases)
    write_site_log(folder / SITE_LOG, cases)
    for words in (ENGLISH, FINNISH):
        language = words.language
        write_site_events(folder / SITE_EVENTS[language], Random(SEED + 9), cases, words, LOST[language])
    write_beliefs(folder / BELIEFS, Random(SEED + 10))


def mappings(language: str) -> dict[str, Mapping]:
    """How each imported file is read, by name; the surveys tell their groups in the language's own words."""
    dates, decision = DATES_COLUMN[language], DECISION_COLUMN[language]
    return {
        REVIEWS: Mapping(aggregates=True),
        WEB: Mapping(columns=_web_columns(), wave_column="date", granularity="year"),
        TERMINAL: Mapping(columns=_terminal_columns(), wave_column="time", granularity="year"),
        CRM: Mapping(columns=_crm_columns(), wave_column="kausi"),
        SITE_LOG: Mapping(columns=_site_columns(), wave_column="aloitettu", granularity="year"),
        OFFER_SURVEY: _survey(("P6", "P7"), (decision,)),
        SITE_SURVEY: _survey(("P9", "P13"), ()),
        COMPLETION_SURVEY: _survey(("P11", "P15", "P16", "P20"), (dates,)),
        COMPLETION_SURVEY_2025: _survey(("P20",), (dates,)),
        SPRING_SURVEY: _survey(("P21", "P22"), ()),
        SITE_EVENTS[language]: Mapping(log=LogColumns(case="case", activity="activity", time="time")),
        BELIEFS: Mapping(columns=_beliefs(), segments=("group",), wave="2026", beliefs=True),
    }


def _survey(points: tuple[str, ...], segments: tuple[str, ...]) -> Mapping:
    columns = tuple(ColumnUse(column=question(point), point=point, missing=MISSING) for point in points)
    return Mapping(columns=columns, wave_column="vastattu", granularity="year", segments=segments)


def _beliefs() -> tuple[ColumnUse, ...]:
    points = ("P5", "P7", "P11", "P12", "P15", "P16", "P18")
    return tuple(ColumnUse(column=point, point=point) for point in points)


def _web_columns() -> tuple[ColumnUse, ...]:
    return (
        ColumnUse(column="found_yes", point="P2", answer="yes"),
        ColumnUse(column="found_partly", point="P2", answer="partly"),
        ColumnUse(column="found_no", point="P2", answer="no"),
        ColumnUse(column="contacts", point="P3", answer="yes"),
        ColumnUse(column="visits", point="P3", total=True),
    )


def _terminal_columns() -> tuple[ColumnUse, ...]:
    buttons = ("very_happy", "happy", "unhappy", "very_unhappy")
    return tuple(ColumnUse(column=button, point="P4", answer=str(4 - place)) for place, button in enumerate(buttons))


def _crm_columns() -> tuple[ColumnUse, ...]:
    return (
        ColumnUse(column="vastattu työpäivässä", point="P5"),
        ColumnUse(column="tarjous hyväksytty", point="P8"),
        ColumnUse(column="loppulaskusta kysytty", point="P17"),
        ColumnUse(column="tavoitettu 6 viikossa", point="P18"),
        ColumnUse(column="takuu kerralla kuntoon", point="P19"),
    )


def _site_columns() -> tuple[ColumnUse, ...]:
    return (
        ColumnUse(column="muistilista täytetty", point="P10"),
        ColumnUse(column="kerrottu ajoissa", point="P12"),
        ColumnUse(column="kirjallinen hyväksyntä", point="P14"),
    )
