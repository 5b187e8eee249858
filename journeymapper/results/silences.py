"""Words that say that somebody did not answer: don't know, does not concern me, never used."""

import re

from journeymapper.results.readers.header import NO_ANSWER

_ENGLISH = (
    r"do ?n['’]?o?t know|not sure|unsure|not applicable|does not apply|no answer|no opinion|no response|no basis|"
    r"(?:never|not|have ?n['’]?o?t|did not|did ?n['’]?t) (?:used?|visited?|experienced?)|prefer not|"
    r"refused?|declined?|unfamiliar|"
    r"can(?:no|['’])t (?:say|judge|rate|answer)|unable to|skipped|blank|missing|undetermined|unknown|n\.?/?a\.?"
)
_FINNISH = (
    r"e[nio]s? osaa (?:sanoa|arvioida)|eos|e[ni] tiedä|e[in] koske|ei sovellu|ei vastausta|ei vastannut|e[ni] halua|"
    r"e[ni] (?:ole )?käyttänyt|ei kokemusta|e[in] käytä|puuttuu|tyhjä|tuntematon"
)
_SWEDISH = (
    r"vet (?:ej|inte)|kan (?:ej|inte) (?:säga|bedöma|svara)|ej (?:aktuellt|tillämpligt|relevant)|"
    r"inte aktuellt|ingen uppfattning|"
    r"ingen åsikt|inget svar|vill (?:ej|inte) (?:svara|uppge)|har (?:ej|inte) använt"
)
_GERMAN = (
    r"weiß (?:ich )?nicht|keine angaben?|k\. ?a\.|nicht zutreffend|keine antwort|keine meinung|"
    r"kann ich nicht (?:sagen|beurteilen)|"
    r"nicht (?:genutzt|benutzt)|betrifft mich nicht"
)
_SILENCE = re.compile(rf"(?<!\w)(?:{_ENGLISH}|{_FINNISH}|{_SWEDISH}|{_GERMAN})(?!\w)")
LONGEST = 60


def says_nothing(text: str) -> bool:
    """Whether an answer or a label means that there is no answer; long texts are somebody's own words."""
    tidy = " ".join(text.lower().split())
    return tidy in NO_ANSWER or (len(tidy) <= LONGEST and _SILENCE.search(tidy) is not None)
