"""The words around the questions of the drainage sample's questionnaires, in English and Finnish."""

from journeymapper.model.questionnaire import QuestionnaireWords as Words

NAMES = {
    "en": {
        "K1": "Offer survey",
        "K2": "Text message on the fourth working day",
        "K2b": "Text message after changed dates",
        "K3": "Completion survey",
        "K4": "First-spring survey",
    },
    "fi": {
        "K1": "Tarjouskysely",
        "K2": "Tekstiviesti neljäntenä työpäivänä",
        "K2b": "Tekstiviesti aikataulun muututtua",
        "K3": "Valmistumiskysely",
        "K4": "Ensimmäisen kevään kysely",
    },
}
DATA_BASIS = {
    "en": "Legitimate interest; voluntary, consent asked before a call",
    "fi": "Oikeutettu etu; vapaaehtoinen, soittoon kysytään suostumus",
}
RETENTION = {
    "en": "answers 24 months, contact details 3 months",
    "fi": "vastaukset 24 kuukautta, yhteystiedot 3 kuukautta",
}
WHY = {"en": {"P16": "What is missing?"}, "fi": {"P16": "Mitä puuttuu?"}}
PRIVACY_EN = (
    "Answering is voluntary. Rinneoja Salaojitus keeps the answers for 24 months and contact details for 3 months, "
    "to make its work better."
)
PRIVACY_FI = (
    "Vastaaminen on vapaaehtoista. Rinneoja Salaojitus säilyttää vastaukset 24 kuukautta ja yhteystiedot 3 kuukautta "
    "työnsä parantamista varten."
)
THANKS_EN, THANKS_FI = "Thank you for your time.", "Kiitos ajastasi."

WORDS = {
    "en": {
        "K1": Words(
            language="en",
            title="How was our offer?",
            intro="You asked us for an offer for your drains. Three questions, whether you chose us or not.",
            privacy=PRIVACY_EN,
            open_question="What decided it for you?",
            thanks=THANKS_EN,
        ),
        "K2": Words(
            language="en",
            title="How did the start go?",
            intro="Rinneoja here. One question about the start of your drainage work:",
        ),
        "K2b": Words(
            language="en",
            title="How did the change of dates go?",
            intro="Rinneoja here. Your dates moved. One question about it:",
        ),
        "K3": Words(
            language="en",
            title="How did the renovation go?",
            intro="Your drainage renovation has been handed over. Five questions, some two minutes.",
            privacy=PRIVACY_EN,
            consent="May we call you about this?",
            contact="On which number?",
            thanks=THANKS_EN,
        ),
        "K4": Words(
            language="en",
            title="How is the house after the first spring?",
            intro="The first spring after your drainage renovation is over. Two questions.",
            privacy=PRIVACY_EN,
            thanks=THANKS_EN,
        ),
    },
    "fi": {
        "K1": Words(
            language="fi",
            title="Miltä tarjouksemme tuntui?",
            intro="Pyysit meiltä tarjousta salaojista. Kolme kysymystä – valitsitpa meidät tai et.",
            privacy=PRIVACY_FI,
            open_question="Mikä ratkaisi valintasi?",
            thanks=THANKS_FI,
        ),
        "K2": Words(
            language="fi",
            title="Miten aloitus sujui?",
            intro="Rinneojalta hei. Yksi kysymys salaojatyön aloituksesta:",
        ),
        "K2b": Words(
            language="fi",
            title="Miten aikataulun muutos sujui?",
            intro="Rinneojalta hei. Aikataulunne muuttui. Yksi kysymys siitä:",
        ),
        "K3": Words(
            language="fi",
            title="Miten remontti sujui?",
            intro="Salaojaremonttisi on luovutettu. Viisi kysymystä, noin kaksi minuuttia.",
            privacy=PRIVACY_FI,
            consent="Saammeko soittaa sinulle asiasta?",
            contact="Mihin numeroon?",
            thanks=THANKS_FI,
        ),
        "K4": Words(
            language="fi",
            title="Miten talo voi ensimmäisen kevään jälkeen?",
            intro="Ensimmäinen kevät salaojaremontin jälkeen on ohi. Kaksi kysymystä.",
            privacy=PRIVACY_FI,
            thanks=THANKS_FI,
        ),
    },
}
