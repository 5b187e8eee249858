"""The survey files: K1 after the offer, K2 on site, K3 at completion, K4 after the first spring."""

from datetime import date
from pathlib import Path
from random import Random

from sample_projects.drainage import answers as a
from sample_projects.drainage.chance import dealt, shuffled, spread, with_gaps
from sample_projects.drainage.content_fi_points import POINTS
from sample_projects.drainage.workdays import LAST_DAY, some_day
from sample_projects.sheets import Cell, finnish_date, finnish_number, write_csv, write_xlsx

DONT_KNOW, NOT_FOR_ME = "en osaa sanoa", "ei koske minua"
SATISFIED = {
    1: "1 – erittäin tyytymätön",
    2: "2 – tyytymätön",
    3: "3 – ei tyytyväinen eikä tyytymätön",
    4: "4 – tyytyväinen",
    5: "5 – erittäin tyytyväinen",
}
AGREES = {
    1: "1 – täysin eri mieltä",
    2: "2 – eri mieltä",
    3: "3 – jokseenkin eri mieltä",
    4: "4 – ei samaa eikä eri mieltä",
    5: "5 – jokseenkin samaa mieltä",
    6: "6 – samaa mieltä",
    7: "7 – täysin samaa mieltä",
}
DECIDED_WON = ("kartoittajan asiantuntemus", "naapurin suositus", "aloitusaika sopi", "sovittiin kaikesta kerralla", "")
DECIDED_LOST = (
    "hinta",
    "toinen pystyi aloittamaan aiemmin",
    "lisätöiden hinta jäi epäselväksi",
    "siirrettiin ensi vuoteen",
    "",
)
DATES_FI = {a.HELD: "pysyi", a.TOLD: "siirtyi, kerrottiin ajoissa", a.LATE: "siirtyi, kerrottiin myöhässä"}
DATES_EN = {a.HELD: "held", a.TOLD: "moved, told in time", a.LATE: "moved, told late"}
MISSING_WORK = (
    "nurmikko kylvämättä",
    "reunakivet",
    "kansio puuttuu",
    "aita pystyttämättä",
    "multaa vajaa",
    "kivet jäivät pihalle",
)
DATES_COLUMN = {"fi": "aikataulu", "en": "dates"}
DECISION_COLUMN = {"fi": "päätös", "en": "decision"}


def question(point: str) -> str:
    """A question as it stands in the questionnaire, without its scale."""
    return POINTS[point].question.split(" (")[0]


def write_offer_survey(path: Path, rng: Random) -> None:
    """K1: a title above the header, answers in words, won and lost; an answer or two missing."""
    sides = ["won"] * sum(a.OFFER_WON) + ["lost"] * sum(a.OFFER_LOST)
    eases = [*spread(a.OFFER_WON), *spread(a.OFFER_LOST)]
    visits = dealt(rng, eases, spread(a.SURVEY_VISIT), 2.0)
    rows = [
        _offer_row(rng, side, SATISFIED[visit], AGREES[ease])
        for side, visit, ease in zip(sides, visits, eases, strict=True)
    ]
    gaps = (("lost", DONT_KNOW, DONT_KNOW), ("lost", "", ""), ("won", DONT_KNOW, ""), ("lost", NOT_FOR_ME, DONT_KNOW))
    rows += [_offer_row(rng, *gap) for gap in gaps]
    header = [
        "vastattu",
        DECISION_COLUMN["fi"],
        DECISION_COLUMN["en"],
        question("P6"),
        question("P7"),
        "Mikä ratkaisi valintasi?",
    ]
    title: list[Cell] = ["Tarjouskysely K1, kausi 2026 (havainnollistava)"]
    write_xlsx(path, "K1", [title, header, *shuffled(rng, rows)], (12, 10, 10, 34, 34, 34))


def _offer_row(rng: Random, side: str, visit: str, ease: str) -> list[Cell]:
    won = side == "won"
    reason = rng.choice(DECIDED_WON if won else DECIDED_LOST)
    day = finnish_date(some_day(rng, date(2026, 7, 13), LAST_DAY))
    return [day, "voitettu" if won else "hävitty", side, visit, ease, reason]


def write_site_survey(path: Path, rng: Random) -> None:
    """K2 and K2b, one of the two to a household: semicolons, decimal commas, Windows' Western encoding."""
    first = [str(answer) for answer in shuffled(rng, spread(a.ENOUGH_NOTICE))] + [DONT_KNOW] * 2
    second = [str(answer) for answer in shuffled(rng, spread(a.CHANGE_HANDLED))] + [DONT_KNOW]
    rows = [_site_row(rng, "K2", answer, "") for answer in first]
    rows += [_site_row(rng, "K2b", "", answer) for answer in second]
    header = ["vastattu", "kysely", "vastausaika (h)", question("P9"), question("P13")]
    write_csv(path, [header, *shuffled(rng, rows)], delimiter=";", encoding="cp1252")


def _site_row(rng: Random, survey: str, notice: str, handled: str) -> list[Cell]:
    hours = finnish_number(round(rng.expovariate(0.3) + 0.1, 1))
    return [finnish_date(some_day(rng, date(2026, 7, 6), LAST_DAY)), survey, hours, notice, handled]


def write_completion_survey(path: Path, rng: Random) -> None:
    """K3 of 2026: by e-mail or on paper, with what became of the dates; 63 households, 60 answers to each question."""
    people = [(dates, grade) for dates, counts in a.GRADES_2026.items() for grade in spread(counts, 4)]
    people = shuffled(rng, people)
    moods = [float(grade) for _, grade in people]
    yards: list[Cell] = [*dealt(rng, moods, spread(a.YARD), 1.0)]
    yards = with_gaps(rng, yards, (NOT_FOR_ME, 6, "3–4"))
    crews: list[Cell] = [*dealt(rng, moods, spread(a.CREW), 1.5)]
    crews = with_gaps(rng, crews, (DONT_KNOW, "", ""))
    done = dealt(rng, moods, ["ei"] * a.ALL_DONE_NO + ["kyllä"] * a.ALL_DONE_YES, 1.0)
    dones = with_gaps(rng, done, ("", DONT_KNOW, ""))
    dates, grades = zip(*people, strict=True)
    segments = [*dates, a.HELD, a.HELD, a.TOLD]
    graded: list[Cell] = [*grades, "", DONT_KNOW, ""]
    rows = [_completion_row(rng, *row) for row in zip(segments, crews, yards, dones, graded, strict=True)]
    header: list[Cell] = ["vastattu", "vastaustapa", DATES_COLUMN["fi"], DATES_COLUMN["en"]]
    header += [question("P11"), question("P15"), question("P16"), "Mitä puuttuu?", question("P20")]
    header.append("Saammeko soittaa sinulle asiasta?")
    write_xlsx(path, "K3", [header, *shuffled(rng, rows)], (12, 14, 28, 22, 24, 24, 16, 22, 16, 16))


def _completion_row(rng: Random, dates: str, crew: Cell, yard: Cell, done: Cell, grade: Cell) -> list[Cell]:
    way = "paperi" if yard in (6, "3–4") else rng.choice(("sähköposti", "sähköposti", "paperi"))
    missing = rng.choice(MISSING_WORK) if done == "ei" else ""
    call = "kyllä" if done == "ei" and rng.random() < 0.7 else "ei"
    day = some_day(rng, date(2026, 5, 18), LAST_DAY)
    return [day, way, DATES_FI[dates], DATES_EN[dates], crew, yard, done, missing, grade, call]


def write_completion_survey_2025(path: Path, rng: Random) -> None:
    """K3 of 2025: the postal survey with its school grade alone."""
    rows: list[list[Cell]] = [
        [finnish_date(some_day(rng, date(2025, 5, 19), date(2025, 11, 21))), DATES_FI[dates], DATES_EN[dates], grade]
        for dates, counts in a.GRADES_2025.items()
        for grade in _graded(counts, unsure=dates == a.HELD)
    ]
    header: list[Cell] = ["vastattu", DATES_COLUMN["fi"], DATES_COLUMN["en"], question("P20")]
    write_csv(path, [header, *shuffled(rng, rows)], delimiter=";")


def _graded(counts: tuple[int, ...], *, unsure: bool) -> list[Cell]:
    """The grades of the counts, and perhaps one that is none."""
    return [*spread(counts, 4), *([DONT_KNOW] if unsure else [])]


def write_spring_survey(path: Path, rng: Random) -> None:
    """K4, late May: comma-separated with a byte-order mark."""
    recommends = spread(a.RECOMMEND, 0)
    dry = dealt(rng, [float(answer) for answer in recommends], spread(a.STAYED_DRY), 3.0)
    pairs: list[tuple[Cell, Cell]] = list(zip(recommends, dry, strict=True))
    pairs += [(DONT_KNOW, NOT_FOR_ME), ("", NOT_FOR_ME), (DONT_KNOW, "")]
    rows: list[list[Cell]] = [
        [finnish_date(some_day(rng, date(2026, 5, 18), date(2026, 6, 5))), recommend, dry_answer]
        for recommend, dry_answer in shuffled(rng, pairs)
    ]
    header: list[Cell] = ["vastattu", question("P21"), question("P22")]
    write_csv(path, [header, *rows], encoding="utf-8-sig")
