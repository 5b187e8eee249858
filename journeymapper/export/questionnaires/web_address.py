"""The address of a questionnaire on the web: given by the user, printed as it is and never opened here."""

from urllib.parse import urlsplit

from journeymapper.model.messages import Refusal

LONGEST = 500


def checked_address(text: str) -> str:
    """An https address in printable ASCII without name and password; refuses any other."""
    address = text.strip()
    try:
        parts = urlsplit(address)
        host, personal = parts.hostname, parts.username or parts.password
    except ValueError:
        host, personal, parts = None, None, urlsplit("")
    plain = address.isascii() and address.isprintable() and not set(address) & set(" \"'<>\\^`{|}")
    if parts.scheme != "https" or not host or personal or not plain or len(address) > LONGEST:
        raise Refusal("“{address}” is not an address on the web that begins with https://.", address=address[:120])
    return address
