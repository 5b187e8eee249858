"""The drainage sample's inventory and roll-out in English."""

from sample_projects.drainage.words import ExistingWords

INVENTORY = {
    "yearly-survey": ExistingWords(
        "Yearly customer-satisfaction survey",
        "What school grade do you give us?",
        "4–10",
        "yearly",
        "paper form",
        "8.1 (2025)",
        "Became P20: the same grade, asked when the yard is done",
    ),
    "won-lost": ExistingWords(
        "Sales' own list of won and lost",
        "Why did you choose us, or not?",
        "own words",
        "every offer",
        "CRM",
        "price named in half of the lost",
        "Became K1: the customer says it, not the salesman",
    ),
    "photo-folder": ExistingWords(
        "Foremen's photo folder",
        "",
        "photographs",
        "every site",
        "site app",
        "most sites have some",
        "Became P10: a checklist with photographs",
    ),
    "image-study": ExistingWords(
        "Agency's image study",
        "",
        "index 0–100",
        "once, 2024",
        "agency",
        "54 of 100 (2024)",
        "Figures only, kept for reference",
    ),
}
ROLL_OUT = {
    "completion": "Completion survey and the two service standards",
    "offer-and-site": "Offer survey and text message",
    "before-purchase": "Before the purchase",
    "mystery": "Mystery enquiries",
}
CONTACT_RULE = (
    "A household is asked four times at most: K1 after the offer, K2 or K2b on site, K3 after the inspection, K4 in "
    "the first spring. K3 goes first in quarantine."
)
