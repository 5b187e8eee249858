"""The drainage sample's inventory and roll-out in Finnish."""

from sample_projects.drainage.words import ExistingWords

INVENTORY = {
    "yearly-survey": ExistingWords(
        "Vuosittainen tyytyväisyyskysely",
        "Minkä kouluarvosanan annat meille?",
        "4–10",
        "vuosittain",
        "paperilomake",
        "8,1 (2025)",
        "Siitä tuli P20: sama arvosana, kysytään pihan valmistuttua",
    ),
    "won-lost": ExistingWords(
        "Myynnin oma voitettujen ja hävittyjen lista",
        "Miksi valitsit meidät tai et?",
        "omin sanoin",
        "jokainen tarjous",
        "asiakasrekisteri",
        "hinta mainittu puolessa hävityistä",
        "Siitä tuli K1: asiakas kertoo, ei myyjä",
    ),
    "photo-folder": ExistingWords(
        "Työnjohtajien kuvakansio",
        "",
        "valokuvat",
        "jokainen kohde",
        "työmaasovellus",
        "useimmista kohteista on kuvia",
        "Siitä tuli P10: muistilista ja kuvat",
    ),
    "image-study": ExistingWords(
        "Toimiston mielikuvatutkimus",
        "",
        "indeksi 0–100",
        "kerran, 2024",
        "tutkimustoimisto",
        "54 sadasta (2024)",
        "Vain luvut, säilytetään vertailuun",
    ),
}
ROLL_OUT = {
    "completion": "Valmistumiskysely ja kaksi määritetasoa",
    "offer-and-site": "Tarjouskysely ja tekstiviesti",
    "before-purchase": "Ennen ostoa",
    "mystery": "Testiyhteydenotot",
}
CONTACT_RULE = (
    "Kotitaloudelta kysytään enintään neljästi: K1 tarjouksen jälkeen, K2 tai K2b työmaalla, K3 katselmuksen jälkeen, "
    "K4 ensimmäisenä keväänä. K3 menee karanteenissa ensin."
)
