"""The drainage sample in Finnish."""

from sample_projects.drainage.content_fi_plan import CONTACT_RULE, INVENTORY, ROLL_OUT
from sample_projects.drainage.content_fi_points import POINTS
from sample_projects.drainage.words import (
    ActionWords,
    EvidenceWords,
    MessageWords,
    PersonaWords,
    StageWords,
    TouchpointWords,
    Words,
)

PERSONAS = {
    "ritva": PersonaWords(
        "Ritva, varovainen talonomistaja",
        "Kellarillinen talo vuodelta 1962, asunut 34 vuotta. Pelkää loppuhintaa, ruusupenkin kohtaloa ja talveksi auki "
        "jäävää pihaa. Haluaa yhden nimen ja puhelinnumeron.",
        "En halua kysyä samaa kolmelta ihmiseltä.",
    ),
    "sara-mikko": PersonaWords(
        "Sara ja Mikko, uudet omistajat",
        "Ostivat talon vuodelta 1978; kuntotutkimuksen mukaan salaojat ovat käyttöikänsä päässä. Laina "
        "nostettu, työ ja "
        "pienet lapset, viikot suunniteltava.",
        "Mikä päivä tahansa sopii, kunhan se pitää.",
    ),
    "jarmo": PersonaWords(
        "Jarmo, rivitaloyhtiön hallituksen puheenjohtaja",
        "Rinnallaan isännöitsijä ja ulkopuolinen valvoja. Tarvitsee vertailukelpoiset tarjoukset, päätösesityksen, "
        "pöytäkirjat ja kuvat. Kanavat: sähköposti ja kokoukset.",
        "Jokainen rivi on pystyttävä selittämään kuudelle osakkaalle.",
    ),
}

STAGES = {
    "need": StageWords("Tarve ja etsintä", "viikoista vuosiin"),
    "agree": StageWords("Vertailu ja sopiminen", "4–10 viikkoa"),
    "ready": StageWords("Valmistautuminen", "2–8 viikkoa, talven yli pidempi"),
    "work": StageWords("Työmaa", "2–4 viikkoa"),
    "finish": StageWords("Viimeistely ja luovutus", "1–3 viikkoa; nurmikko joskus seuraavana keväänä"),
    "after": StageWords("Jälkihoito", "24 kuukautta"),
}

TOUCHPOINTS = {
    "search": TouchpointWords(
        "Haku ja arvostelut",
        "Hakukone, arvostelusivustot, naapurit ja paikalliset ryhmät. Ritva kysyy naapurista, Sara ja Mikko "
        "lukevat tähdet.",
        "joku kaltaiseni on ollut tyytyväinen",
    ),
    "website": TouchpointWords(
        "Verkkosivut ja hintaopas",
        "Omat verkkosivut; hintaopas on luetuin sivu.",
        "suuntaa antava hinta ilman yhteystietoja",
        "käyntiä",
    ),
    "fair": TouchpointWords(
        "Messuosasto",
        "Rakennusmessut ja rautakaupan asiakasilta.",
        "suoraa puhetta minun talotyypistäni",
        "päivää",
        "Osastolla kävijät, kuutena päivänä vuodessa",
    ),
    "contact": TouchpointWords(
        "Ensiyhteydenotto", "Puhelin tai lomake.", "vastaus huomiseen mennessä", "yhteydenottoa"
    ),
    "visit": TouchpointWords(
        "Kartoituskäynti", "Paikan päällä, puolitoista tuntia.", "asiantuntija, joka katsoo ennen kuin myy", "käyntiä"
    ),
    "offer": TouchpointWords(
        "Tarjous",
        "Sähköposti tai kirje, sitten puhelu.",
        "näen, mitä sisältyy ja mikä voi olla lisätyötä",
        "tarjousta",
        moment_reason="Ainoa paperi, jonka perusteella kolmea yritystä verrataan.",
    ),
    "contract": TouchpointWords(
        "Sopimus ja aikataulu",
        "Sähköinen allekirjoitus tai paperi.",
        "aloitusviikko, joka pitää",
        "sopimusta",
        not_measured_because="Aloitusilmoitus kysyy sitä, mitä tässä luvattiin – vasta silloin sen voi arvioida.",
    ),
    "start": TouchpointWords(
        "Aloitusilmoitus", "Tekstiviesti ja puhelu.", "aikaa siirtää autot, kasvit ja koira", "kohdetta"
    ),
    "walk": TouchpointWords(
        "Pihakatselmus", "Paikan päällä, kuvat talteen.", "kaapelit, puut, kulku ja läjitys sovittu", "kohdetta"
    ),
    "digging": TouchpointWords(
        "Kaivu ja päiväviesti",
        "Paikan päällä; kuvallinen tekstiviesti joka työpäivä.",
        "mitä tehtiin, mitä huomenna",
        "kohdetta",
    ),
    "dates": TouchpointWords(
        "Aikataulumuutos",
        "Ensin puhelu, sitten tekstiviesti. Sade, edellisen kohteen kallio, rikkoutunut kone.",
        "kuulla siitä ensin ja teiltä",
        "muutosta",
        "Kohteet, joiden päivä siirtyy: 47 kohdetta 138:sta",
        "Myöhästyminen annetaan anteeksi, hiljaisuutta ei.",
    ),
    "extra": TouchpointWords(
        "Lisätyöstä sopiminen",
        "Paikan päällä, kirjallinen hyväksyntä. Kallio, pumppaamo, vanha säiliö.",
        "hinta ennen kuin kone liikkuu",
        "sopimista",
        "Kohteet, joissa tarvitaan lisätyötä: 52 kohdetta 138:sta",
    ),
    "yard": TouchpointWords(
        "Pihan ennallistaminen", "Täytöt, reunat, nurmikko ja kiveykset.", "piha käytössä ja päivä lopuille", "kohdetta"
    ),
    "inspection": TouchpointWords(
        "Luovutuskatselmus",
        "Kierretään yhdessä; luovutetaan kansio, jossa ovat piirustukset ja kuvat.",
        "kaikki sovittu on tehty ja näytetty",
        "kohdetta",
        moment_reason="Tässä kesken jäänyt kerrotaan naapureille.",
    ),
    "invoice": TouchpointWords(
        "Loppulasku",
        "Verkkolasku tai paperi.",
        "sovittu summa; työ ja tarvikkeet eriteltynä kotitalousvähennystä varten",
        "laskua",
    ),
    "call": TouchpointWords(
        "Varmistussoitto",
        "Puhelu 4–6 viikkoa katselmuksen jälkeen.",
        "joku välittää yhä",
        "kohdetta",
        moment_reason="Yhteydenotto, jota kukaan ei odota.",
    ),
    "spring": TouchpointWords(
        "Ensimmäinen kevät", "Sähköposti tai kirje; tarkastus pyynnöstä.", "kuivaa sulamisvesien jälkeen", "kohdetta"
    ),
    "guarantee": TouchpointWords(
        "Takuuyhteydenotto",
        "Puhelin tai lomake, sitten käynti. Kahden vuoden takuusta on sovittu sopimuksessa.",
        "kerralla kuntoon, väittelemättä",
        "yhteydenottoa",
        "Asiakkaat, jotka ilmoittavat viasta: 24 vuodessa",
    ),
}

MESSAGES = {
    "contact": MessageWords(
        "yhteydenotto saapunut",
        "puhelin, muuten tekstiviesti",
        "Soitamme sinulle viimeistään huomenna kello 16.",
        "toimisto",
    ),
    "offer": MessageWords(
        "tarjous lähetetty + 2 päivää", "puhelu", "Käydäänkö tarjous läpi rivi riviltä?", "kartoittaja"
    ),
    "start": MessageWords(
        "10 työpäivää ennen",
        "tekstiviesti + kirje",
        "Aloitamme viikon 24 maanantaina. Siirrä autot ja merkitse kasvit, jotka haluat säästää.",
        "tuotanto",
    ),
    "digging": MessageWords(
        "joka työpäivä kello 15",
        "kuvallinen tekstiviesti",
        "Tänään: itäseinä salaojitettu ja täytetty. Huomenna: tarkastuskaivot.",
        "työnjohtaja",
    ),
    "dates": MessageWords(
        "uusi päivä tiedossa",
        "puhelu, sitten tekstiviesti",
        "Aloitus siirtyy sateen vuoksi torstaille. Sopiiko se sinulle?",
        "tuotanto",
    ),
    "extra": MessageWords(
        "kallio tai pumppu löytynyt",
        "paikan päällä + kirjallisesti",
        "Vastaan tuli kalliota. Lisähinta on 1 850 €; odotamme hyväksyntääsi.",
        "työnjohtaja",
    ),
    "inspection": MessageWords(
        "katselmus sovittu", "tekstiviesti", "Kierretään yhdessä; kirjaa ylös, mikä mietityttää.", "tuotanto"
    ),
    "call": MessageWords("30 päivää jälkeen", "puhelu", "Miltä piha näyttää? Jäikö jotain tekemättä?", "toimisto"),
    "spring": MessageWords(
        "lumet sulaneet", "kirje", "Näin tarkistat ja huuhtelet kaivot – yhdellä sivulla.", "toimisto"
    ),
}

ACTIONS = {
    "two-page-offer": ActionWords(
        "Kahden sivun tarjous: mitä sisältyy, mikä voi olla lisätyötä",
        "Ensimmäisellä sivulla hinta, toisella kahden sarakkeen taulukko ja hinta jokaiselle todennäköiselle "
        "lisätyölle.",
        "5 hävittyä tarjousta 268:sta takaisin × 4 500 € kate = 22 500 €",
        "P7",
    ),
    "call-list": ActionWords(
        "Soittolista siirtyvistä päivistä",
        "Joka aamu kello 8: jokainen kohde, jonka päivä siirtyy tällä tai ensi viikolla, soitetaan ennen kuin "
        "ryhmät lähtevät.",
        "Lupaus 1 pitää",
        "P12",
    ),
    "lawn-date": ActionWords(
        "Päivätty lupaus nurmikosta",
        "Kun pakkanen keskeyttää työn, asiakas saa kirjallisena sen toukokuun viikon, jolla nurmikko valmistuu.",
        "Vähemmän paluukäyntejä: 31 × 640 € = 19 840 € kaudessa",
        "P15",
    ),
    "list-the-day-before": ActionWords(
        "Työnjohtaja kiertää listan edellisenä päivänä",
        "Avoimet asiat tehdään tai kirjataan ennen kuin asiakas tulee katselmukseen.",
        "Luovutuskatselmuksessa ei ole avoimia asioita",
        "P16",
    ),
    "calendar-rule": ActionWords(
        "Kalenterisääntö varmistussoitolle",
        "Katselmuksen kuittaus asiakasrekisteriin varaa soiton 30. päivälle; toimisto näkee myöhässä olevat.",
        "Lupaus 3 pitää",
        "P18",
    ),
    "neighbour-card": ActionWords(
        "Suosittelijoiden naapurikortti",
        "Arvosanan 9 tai 10 antaneet saavat kolme kartoittajan nimellä varustettua korttia naapureille.",
        "Uusista sopimuksista 40 % suosittelun kautta",
        "Suosittelun kautta tulleet sopimukset asiakasrekisteristä",
    ),
    "change-agents": ActionWords(
        "Muutosagentit työnjohtajista",
        "Kolme työnjohtajaa saa puoli päivää viikossa viedäkseen muutokset kohteelta toiselle.",
        "Muutokset kestävät kauden yli",
        "P23",
    ),
}

EVIDENCE = {
    "search-interviews": EvidenceWords(
        "Uusien asiakkaiden haastattelut, huhtikuu 2026",
        "Luin ensin huonot. Siihen asti kaikki yritykset ovat samanlaisia.",
    ),
    "offer-interviews": EvidenceWords(
        "Uusien asiakkaiden haastattelut, huhtikuu 2026", "En osannut sanoa, sisältyikö kallio hintaan."
    ),
    "offer-table": EvidenceWords(
        "Kartoittajat keittiön pöydän ääressä, toukokuu 2026",
        "Kolme tarjousta rinnakkain, kynä ja meidän toinen sivumme lukematta.",
    ),
    "digging-diaries": EvidenceWords(
        "Asiakkaiden päiväkirjat, kesäkuu 2026", "Kolmas päivä: koko piha on poissa. Kukaan ei kertonut, että näin käy."
    ),
    "dates-interviews": EvidenceWords(
        "Haastattelut siirtyneen päivän jälkeen, elokuu 2026", "Sateen ymmärrän. Portilla seitsemältä seisomista en."
    ),
    "dates-grades": EvidenceWords(
        "Valmistumiskyselyt 2025 ja 2026, arvosana aikataulun ja ilmoituksen mukaan",
        "Siirtyi ja kerrottiin ajoissa 8,65 (n 26), siirtyi ja kerrottiin myöhässä 6,79 (n 19).",
    ),
    "inspection-walks": EvidenceWords(
        "Neljän katselmuksen seuranta, syyskuu 2026", "Asiakas katsoo nurmikkoa, kun me näytämme kaivoja."
    ),
    "call-interviews": EvidenceWords(
        "Haastattelut soiton jälkeen, lokakuu 2026", "Rahani olivat jo teillä. Ja silti soititte."
    ),
}

NOTES = {
    "inventory": "Mitattu ennen tätä suunnitelmaa: vuosittainen tyytyväisyyskysely postitse, arvosana 4–10 "
    "(lopetettu, nyt P20) · "
    "myynnin oma lista voitetuista ja hävityistä (nyt K1) · työnjohtajien kuvakansio (nyt P10) · toimiston "
    "imagotutkimus "
    "vuodelta 2024 (vain luvut, vertailuksi).",
    "roll-out": "Käyttöönotto: 1 (toukokuu 2026) K3, P5, P12 · 2 (heinäkuu) K1, K2 · 3 (syksy) ennen ostoa: "
    "P1–P4 · 4 (2027) P24.",
    "business-case": "Liiketoimintahyöty, oletukset näkyvissä: 31 paluukäyntiä × 640 € = 19 840 € kaudessa; 5 "
    "hävittyä tarjousta "
    "268:sta takaisin × 4 500 € kate = 22 500 €. Asiakaspoistumaa ei lasketa: salaojat uusitaan kerran.",
    "contact-rule": "Kotitaloudelta kysytään enintään neljä kertaa: K1 tarjouksen jälkeen, K2 tai K2b työmaan "
    "aikana, K3 katselmuksen "
    "jälkeen, K4 ensimmäisenä keväänä. K3 on karanteenissa etusijalla.",
    "winter": "Lokakuun sopimukset odottavat huhtikuuhun. Kuka pitää niihin yhteyttä?",
    "lawn": "Pakkanen tuli viikolla 43: yksitoista pihaa ilman nurmikkoa. Kukaan ei ollut luvannut päivää.",
    "silence": "Ajoissa kerrottu siirto ei juuri näy arvosanassa. Hiljaisuus maksaa melkein kaksi numeroa.",
}

FINNISH = Words(
    language="fi",
    name="Salaojaremontti",
    disclaimer="Havainnollistava esimerkki: yritys, sen ihmiset ja kaikki luvut ovat keksittyjä.",
    confidentiality="Esimerkki, saa näyttää",
    scope="Siitä, kun jokin on märkää, takuutarkastukseen kahden vuoden päästä. Nykytila, kausi 2026; "
    "vertailuna kausi 2025.",
    customer_goal="Talo pysyy kuivana ja piha palautuu, sovittuun hintaan ja sovittuna aikana.",
    business_goal="Uusista sopimuksista 40 % tulee suosittelun kautta (nyt 28 %).",
    success_event="Luovutettu ilman avoimia asioita ja kuiva ensimmäisen kevään jälkeen.",
    headline="Asiakkaat kiittävät tekijöitä ja kartoitusta – lupaus pettää, kun päivä siirtyy ja piha jää kesken",
    personas=PERSONAS,
    channels={
        "web": "Verkko ja sähköposti",
        "phone": "Puhelin",
        "site": "Paikan päällä",
        "text": "Tekstiviesti",
        "paper": "Kirje ja paperi",
        "reviews": "Arvostelut",
    },
    roles={
        "marketing": "Markkinointikoordinaattori",
        "sales": "Myyntipäällikkö",
        "surveyor": "Kartoittaja",
        "office": "Toimisto",
        "operations": "Tuotantopäällikkö",
        "foreman": "Työnjohtaja",
        "finishing": "Viimeistelyn työnjohtaja",
        "guarantee": "Takuutyönjohtaja",
        "director": "Toimitusjohtaja",
    },
    functions={
        "marketing": "Markkinointi",
        "sales": "Myynti",
        "production": "Tuotanto",
        "office": "Toimisto",
        "guarantee": "Takuu",
        "production-office": "Tuotanto, toimisto",
        "office-guarantee": "Toimisto, takuu",
    },
    stages=STAGES,
    touchpoints=TOUCHPOINTS,
    links={
        "neighbour": "suoraan naapurin suosituksesta",
        "no-visit": "ei halua käyntiä",
        "lost": "hävitty tarjous",
        "moved": "päivä siirtyy",
        "met": "kallio tai pumppu löytyy",
        "fault": "ilmoitettu vika",
        "revised": "tarjous tarkistettu toisen käynnin jälkeen",
        "revisit": "paluukäynti pihan viimeistelyyn",
    },
    points=POINTS,
    metrics={"csat": "osuus 4–5"},
    readings={
        "weekly": "viikoittain",
        "monthly": "kuukausittain",
        "quarterly": "neljännesvuosittain",
        "yearly": "vuosittain",
        "event": "jokaisen tapahtuman jälkeen",
    },
    contact_classes={
        "household": "kysely kotitaloudelle, enintään neljä",
        "anonymous": "ei yhteydenottoa",
        "public": "ei yhteydenottoa",
        "contract": "ei yhteydenottoa",
        "staff": "oma henkilöstö",
    },
    data_bases={
        "household": "Oikeutettu etu; vapaaehtoinen, soittoon kysytään suostumus",
        "anonymous": "Ei henkilötietoja",
        "public": "Julkiset arvostelut, lasketaan ilman nimiä",
        "contract": "Sopimus; lasketaan ilman nimiä",
        "staff": "Vapaaehtoinen; alle viiden ryhmiä ei näytetä",
    },
    retentions={
        "household": "vastaukset 24 kuukautta, yhteystiedot 3 kuukautta",
        "anonymous": "lukumäärät säilytetään",
        "public": "lukumäärät säilytetään",
        "contract": "takuuajan",
        "staff": "12 kuukautta",
    },
    promises={
        "new-date": "Kerromme uudesta päivästä ennen vanhaa, vähintään kaksi arkipäivää etukäteen.",
        "written-yes": "Ei lisätyötä ilman kirjallista hyväksyntääsi.",
        "we-call": "Soitamme, kun olet asunut valmiin pihan kanssa kuukauden.",
    },
    goals={
        "recommended": "Suositeltujen sopimusten osuus 28 %:sta 40 %:iin",
        "promise-holds": "Lupaus pitää",
        "offers-understood": "Tarjoukset ymmärretään",
        "easy-to-find": "Meidät löydetään ja hintaopas vastaa",
        "quick-and-expert": "Yhteydenottoihin vastataan nopeasti ja asiantuntevasti",
        "yard-in-order": "Työ pihalla sujuu sovitusti",
        "no-loose-ends": "Luovutuskatselmuksen jälkeen mikään ei jää auki",
    },
    messages=MESSAGES,
    actions=ACTIONS,
    evidence=EVIDENCE,
    notes=NOTES,
    inventory=INVENTORY,
    roll_out=ROLL_OUT,
    contact_rule=CONTACT_RULE,
)
