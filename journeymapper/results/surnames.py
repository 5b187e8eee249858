"""Surnames by which people are recognised in comments without a given name before: the commonest, and endings.

Far from all that there are; those that are ordinary words (Laine, Niemi, Hall, Koch) count only beside a given name.
"""

import re

_NAMES = """
Ahola Ahonen Aaltonen Anttila Eskelinen Hakala Halonen Hautala Heikkilä Heikkinen Heinonen Heiskanen Hietala Hiltunen
Hirvonen Huttunen Hyvönen Hämäläinen Hänninen Ikonen Immonen Jokinen Järvinen Karjalainen Karppinen Kauppinen Kemppainen
Kettunen Kinnunen Koivisto Kokkonen Korhonen Koskela Koskinen Kosonen Kärkkäinen Laaksonen Lahtinen Laitinen Lampinen
Lappalainen Laukkanen Lehtinen Lehtonen Leinonen Leppänen Manninen Mattila Miettinen Mikkola Moilanen Mustonen Mäkelä
Mäkinen Määttä Nieminen Niskanen Nurminen Ojala Oksanen Partanen Parviainen Pasanen Peltonen Pesonen Piirainen Pitkänen
Pulkkinen Rantala Rantanen Rautio Riikonen Rissanen Ronkainen Räsänen Saarinen Salminen Salonen Savolainen Seppälä
Suominen Tikkanen Toivonen Tuominen Turunen Virtanen Vuorinen Väisänen Väänänen
Lindholm Lindroos Nyman Sundberg Nyberg Söderholm Öhman Wikström Åkerman
Anderson Campbell Collins Davis Edwards Evans Garcia Gonzalez Hernandez Hughes Johnson Jones Kelly Lopez Martinez
Mitchell Murphy O'Brien Patel Phillips Roberts Robinson Rodriguez Singh Smith Thompson Williams Wilson
Hartmann Hoffmann Krause Krüger Lehmann Meyer Müller Neumann Schmidt Schneider Schröder Schulz Schäfer Wagner
Zimmermann Abdullahi Ahmed Hassan Hussein Khan Mohamed Nguyen Zhang
"""
_ENDINGS = (
    "",
    "n",
    "a",
    "ä",
    "lle",
    "lla",
    "llä",
    "lta",
    "ltä",
    "ssa",
    "ssä",
    "sta",
    "stä",
    "s",
    "’s",
    "'s",
    "in",
    "ia",
    "ille",
)
_PATTERN = re.compile(
    r"[A-ZÅÄÖÆØ][a-zåäöæøéü]{2,}(?:sson|ström|strøm|qvist|kvist|gren|lund|stedt)(?:s|in|ia|ille|ilta)?|"
    r"[A-Z][a-z]{2,}(?:ov|ova|enko)"
)
_CASES = re.compile(r"(?P<stem>\w+)s(?:en|elle|elta|eltä|ella|ellä|essa|essä|esta|estä|een|ta|tä)")
SURNAMES = frozenset(_NAMES.split())


def is_surname(word: str) -> bool:
    """Whether a word is a known surname, in whatever case and letters, or ends as only surnames do."""
    name = word if word[1:].islower() and word[0].isupper() else word.capitalize()
    if (case := _CASES.fullmatch(name)) and f"{case['stem']}nen" in SURNAMES:
        return True
    known = any(name.endswith(ending) and name[: len(name) - len(ending)] in SURNAMES for ending in _ENDINGS)
    return known or (not word.islower() and _PATTERN.fullmatch(name) is not None)
