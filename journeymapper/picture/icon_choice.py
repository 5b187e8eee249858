"""Which icon stands for a touchpoint: its first channel's by the words of its name, else its kind's."""

from journeymapper.model.journey import Kind, Touchpoint
from journeymapper.model.project import Project

BY_WORD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("chat-text", ("text message", "sms", "tekstiviest", "chat", "whatsapp", "message")),
    ("envelope-simple", ("mail", "sähköposti", "letter", "kirje", "posti")),
    ("phone", ("phone", "call", "puhelin", "soitto", "puhelu")),
    ("pencil-simple", ("sign", "allekirjoit", "contract", "sopimus")),
    ("receipt", ("invoice", "lasku", "receipt", "kuitti")),
    ("storefront", ("fair", "shop", "store", "branch", "messu", "myymälä", "kauppa", "konttori", "toimipiste")),
    ("device-mobile", ("app", "sovellus", "mobile", "mobiili")),
    ("megaphone", ("advert", "mainos", "campaign", "kampanja", "media", "some")),
    ("globe", ("web", "verkko", "search", "haku", "online", "internet", "site")),
    ("truck", ("delivery", "toimitus", "kuljetus")),
)
ON_SITE = ("on site", "on-site", "paikan päällä", "työmaa", "visit", "käynti", "face to face", "kasvotusten")
BY_KIND: dict[Kind, str] = {
    "staffed": "user", "physical": "map-pin", "digital": "device-mobile", "paper": "file-text", "others": "users-three",
}  # fmt: skip


def touchpoint_icon(project: Project, touchpoint: Touchpoint) -> str:
    """The icon's name."""
    names = [project.channels[key].name.casefold() for key in touchpoint.channels if key in project.channels]
    for name in names[:1]:
        if any(word in name for word in ON_SITE):
            return "user"
        for icon, words in BY_WORD:
            if any(word in name for word in words):
                return icon
    return BY_KIND[touchpoint.kinds[0]] if touchpoint.kinds else "map-pin"
