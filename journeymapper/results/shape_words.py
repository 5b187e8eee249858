"""Words in headers by which one knows what a row of a file is, in English, Finnish, Swedish and German."""

OPENED = (
    "opened|created|created at|received|queued|arrived|start(?:ed)?|avattu|luotu|saapui|saapunut|jonoon|alkoi|öppnad|"
    "skapad|inkommen|erstellt|eröffnet|eingegangen"
)
ANSWERED = "answered|first (?:reply|response)|responded|picked up|vastattu|ensivastaus|besvarad|beantwortet"
CLOSED = "closed|resolved|solved|completed|ended|suljettu|ratkaistu|päätetty|päättyi|stängd|löst|geschlossen|gelöst"
DUE = (
    "due|due (?:date|at|by|time)|promised(?: by)?|deadline|sla due|target (?:date|time)|luvattu|määräaika|määräpäivä|"
    "lovad|förfaller|frist|zugesagt"
)
REOPENED = "re-?opened|reopen count|avattu uudelleen|uudelleen avattu|återöppnad|wiedereröffnet"
CASE = (
    r"(?:case|ticket|incident|issue)(?: ?(?:id|number|no))?|tapaus ?(?:numero|tunnus|nro|id)?|ärende ?(?:nummer|id)?|"
    r"vorgang(?:snummer)?|tiketti"
)
CONTACTS = "(?:number of )?contacts|contact count|yhteydenotot|yhteydenottoja|kontaktit|antal kontakter|kontakte"
SMILEYS = (
    "very happy|happy|unhappy|very unhappy|green|light green|light red|red|smiley ?[1-5]|button ?[1-5]|very positive|"
    "positive|negative|very negative|erittäin tyytyväinen|tyytyväinen|tyytymätön|erittäin tyytymätön|vihreä|punainen|"
    "hymiö ?[1-5]|painike ?[1-5]|nappi ?[1-5]"
)
BUTTONS = "button|smiley|press|pressed|painike|nappi|painallus|hymiö|hymynaama|knapp|taste|smile"
TERMINALS = "terminal|device|kiosk|location|laite|pääte|sijainti|piste|plats|gerät|standort|unit"
WAVES = "year|wave|quarter|vuosi|aalto|kierros|år|jahr"
VISITS = (
    "sessions?|(?:new |active |total )?users?|page ?views?|views?|visits?|visitors?|conversions?|events?|bounces?|"
    "istunnot|käynnit|käyttäjät|konversiot|sidvisningar|besök|sitzungen|nutzer"
)
PAGES = "date|day|page|page path|landing page|päivä|päivämäärä|sivu|url|datum|seite|sida"
STARS = "rating|stars?|arvosana|tähdet|betyg|bewertung|score|recommendation"
TEXTS = "review|text|comment|title|message|post|body|arvostelu|kommentti|otsikko|viesti|recension|kommentar"
AUTHORS = "review|author|reviewer|profile|post|platform|source|arvostelu|kirjoittaja|recension"
SHOPPERS = r"shopper|mystery|haamuasioi\w*|asioija|testkund|testkäufer\w*|visit id"
STAFF = "employee|staff|colleague|role|team|henkilöstö|työntekijä|tiimi|toiminto|medarbetare|mitarbeiter"
BELIEFS = "belief|believe|guess|think|estimate|arvio|arvaus|luulet|uskot|tror|glaubst|schätzung"
CHECKS = frozenset((
    "yes", "no", "kyllä", "ei", "ja", "nej", "nein", "1", "0", "n/a", "pass", "fail", "ok", "x", "true", "false",
))  # fmt: skip
SMILEY_STEPS = (
    "very unhappy|very negative|red|dark red|erittäin tyytymätön|punainen|tummanpunainen|mycket missnöjd|"
    "sehr unzufrieden",
    "unhappy|negative|light red|tyytymätön|vaaleanpunainen|missnöjd|unzufrieden",
    "happy|positive|light green|tyytyväinen|vaaleanvihreä|nöjd|zufrieden",
    "very happy|very positive|green|dark green|erittäin tyytyväinen|vihreä|tummanvihreä|mycket nöjd|sehr zufrieden",
)
"""The four buttons of a terminal from the unhappiest."""
AT_ONCE = (
    "(?:resolved|solved) (?:at|on|in) (?:the )?first(?: contact)?|first contact resolution|fcr|kerralla(?: kuntoon)?|"
    "ensikontaktilla|vid första kontakten|beim ersten kontakt"
)
WAITING = (
    r"wait|response|reply|answer(?:ed)? (?:in|with)|queue|odotu|jono|vasteaika|vastausaika|väntetid|svarstid|warte"
)
SOLVING = r"resol|solv|handling|throughput|lead time|ratkais|käsittely|läpimeno|lösning|handläggning|lösung|bearbeit"
IN_TIME = r"\banswered|\brepl|\brespon|\bsla\b|vastattiin|vastattu|vastaus|besvar|beantwort"
ONLINE = r"\bweb|online|internet|analytic|conversion|verkko|netti|konversio|webb|nätet|google"
CONVERSIONS = "conversions?|key events|transactions|purchases|konversiot|ostot|konverteringar|konversionen"
SESSIONS = "sessions?|visits?|istunnot|käynnit|besök|sitzungen|besuche"
