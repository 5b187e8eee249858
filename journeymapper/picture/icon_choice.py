"""Which icon stands for a touchpoint: its first channel's by the words of its name, else its kind's."""

from journeymapper.model.journey import Kind, Touchpoint
from journeymapper.model.project import Project

BY_WORD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("chat-text", ("text message", "sms", "tekstiviest", "chat", "whatsapp", "message")),
    ("envelope-simple", ("mail", "sähköposti", "letter", "kirje", "posti")),
    ("phone", ("phone", "call ", "calls", "puhelin", "soitto", "puhelu")),
    ("pencil-simple", ("signature", "signing", "allekirjoit", "contract", "sopimus")),
    ("receipt", ("invoice", "lasku", "receipt", "kuitti")),
    ("storefront", ("fair", "shop", "store", "branch", "messu", "myymälä", "kauppa", "konttori", "toimipiste")),
    ("device-mobile", ("mobile app", "application", "sovellus", "mobile", "mobiili")),
    ("megaphone", ("advert", "mainos", "campaign", "kampanja", "media", "social")),
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
    found = _named(names[0]) if names else ""
    return found or (BY_KIND[touchpoint.kinds[0]] if touchpoint.kinds else "map-pin")


def _named(channel: str) -> str:
    """The icon of the word that comes first in a channel's name; empty where no word is known."""
    channel += " "
    if any(word in channel for word in ON_SITE):
        return "user"
    places = [(channel.find(word), -len(word), icon) for icon, words in BY_WORD for word in words if word in channel]
    return min(places)[2] if places else ""
