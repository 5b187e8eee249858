"""The drainage sample in English."""

from sample_projects.drainage.content_en_plan import CONTACT_RULE, INVENTORY, ROLL_OUT
from sample_projects.drainage.content_en_points import POINTS
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
        "Ritva, careful owner",
        "House of 1962 with a cellar, lived there 34 years. Fears the final price, what becomes of the rose bed, and a "
        "yard left open over winter. Wants one name and a phone number.",
        "I don't want to ask the same thing from three people.",
    ),
    "sara-mikko": PersonaWords(
        "Sara and Mikko, new owners",
        "Bought a house of 1978; the condition survey said that the drains are at the end of their life. Loan drawn, "
        "work and small children, must plan weeks ahead.",
        "Any date is fine as long as it holds.",
    ),
    "jarmo": PersonaWords(
        "Jarmo, chair of a row-house company's board",
        "Beside him a property manager and an outside supervisor. Needs comparable offers, a decision for the meeting, "
        "minutes and photographs. Channels: e-mail and meetings.",
        "I must be able to explain every line to six shareholders.",
    ),
}

STAGES = {
    "need": StageWords("Need and search", "weeks to years"),
    "agree": StageWords("Compare and agree", "4–10 weeks"),
    "ready": StageWords("Get ready", "2–8 weeks, longer over winter"),
    "work": StageWords("Work on site", "2–4 weeks"),
    "finish": StageWords("Finish and hand over", "1–3 weeks; lawn sometimes next spring"),
    "after": StageWords("Aftercare", "24 months"),
}

TOUCHPOINTS = {
    "search": TouchpointWords(
        "Search and reviews",
        "Search, review sites, neighbours and local groups. Ritva asks next door, Sara and Mikko read stars.",
        "somebody like me has been pleased",
    ),
    "website": TouchpointWords(
        "Website and price guide",
        "Own website; the price guide is the most visited page.",
        "a rough price without leaving my number",
        "visits",
    ),
    "fair": TouchpointWords(
        "Fair stand",
        "Home fair and the builders' merchant's evening.",
        "straight talk about my house type",
        "days",
        "Visitors of the stand, on six days a year",
    ),
    "contact": TouchpointWords("First contact", "Phone or form.", "an answer by tomorrow", "contacts"),
    "visit": TouchpointWords(
        "Survey visit", "On site, an hour and a half.", "an expert who looks before he sells", "visits"
    ),
    "offer": TouchpointWords(
        "Offer",
        "E-mail or letter, then a call.",
        "I see what is in and what may be extra",
        "offers",
        moment_reason="The only paper on which three firms are compared.",
    ),
    "contract": TouchpointWords(
        "Contract and dates",
        "E-signature or paper.",
        "a start week that means something",
        "contracts",
        not_measured_because="Start notice asks about what was promised here, when it can be judged.",
    ),
    "start": TouchpointWords(
        "Start notice", "Text message and a call.", "time to move cars, plants and the dog", "sites"
    ),
    "walk": TouchpointWords(
        "Yard walk", "On site, with photographs.", "cables, trees, access and storage agreed", "sites"
    ),
    "digging": TouchpointWords(
        "Digging and daily news",
        "On site; a text message with a photograph each working day.",
        "what was done today, what comes tomorrow",
        "sites",
    ),
    "dates": TouchpointWords(
        "Change of dates",
        "A call first, then a text message. Rain, rock on the site before, a machine broken.",
        "to hear it first and from you",
        "changes",
        "Sites whose date moves, 47 of 138",
        "Late is forgiven, silent is not.",
    ),
    "extra": TouchpointWords(
        "Extra work agreed",
        "On site, with a written yes. Rock, a pumping station, an old tank.",
        "price before the digger moves",
        "agreements",
        "Sites that need extra work, 52 of 138",
    ),
    "yard": TouchpointWords(
        "Yard put back", "Filling, edges, lawn and paving.", "a yard one can use, and a date for the rest", "sites"
    ),
    "inspection": TouchpointWords(
        "Hand-over inspection",
        "Walked together; a folder with drawings and photographs is handed over.",
        "everything agreed is done, and shown",
        "sites",
        moment_reason="What is left undone here is told to the neighbours.",
    ),
    "invoice": TouchpointWords(
        "Final invoice",
        "E-invoice or paper.",
        "the agreed sum; work and material apart for the household tax credit",
        "invoices",
    ),
    "call": TouchpointWords(
        "Follow-up call",
        "A phone call 4–6 weeks after the inspection.",
        "somebody still cares",
        "sites",
        moment_reason="The contact nobody expects.",
    ),
    "spring": TouchpointWords(
        "First spring", "E-mail or letter; an inspection on request.", "dry after the thaw", "sites"
    ),
    "guarantee": TouchpointWords(
        "Guarantee contact",
        "Phone or form, then a visit. Two years of guarantee, agreed in the contract.",
        "put right at once, no argument",
        "contacts",
        "Customers who report a fault, 24 a year",
    ),
}

MESSAGES = {
    "contact": MessageWords("enquiry in", "phone, else text", "We will call you by tomorrow at four.", "office"),
    "offer": MessageWords("offer sent + 2 days", "call", "Shall we go through the offer line by line?", "surveyor"),
    "start": MessageWords(
        "10 working days before",
        "text + letter",
        "We start on Monday of week 24. Please move the cars and mark the plants you want to save.",
        "operations",
    ),
    "digging": MessageWords(
        "each working day at 15",
        "text with a photograph",
        "Today: east wall drained and filled. Tomorrow: inspection wells.",
        "foreman",
    ),
    "dates": MessageWords(
        "new date known",
        "call, then text",
        "The start moves to Thursday because of the rain. Does that suit you?",
        "operations",
    ),
    "extra": MessageWords(
        "rock or pump found", "on site + written", "We met rock. It adds 1 850 €; we wait for your yes.", "foreman"
    ),
    "inspection": MessageWords(
        "inspection booked", "text", "We walk round together; please write down what troubles you.", "operations"
    ),
    "call": MessageWords("30 days after", "call", "How is the yard? Did anything stay undone?", "office"),
    "spring": MessageWords("thaw over", "letter", "How to check and flush the wells, on one page.", "office"),
}

ACTIONS = {
    "two-page-offer": ActionWords(
        "Two-page offer: what is in, what may be extra",
        "The first page is the price, the second a table of two columns with a price for each likely extra.",
        "5 of 268 lost offers won back × 4 500 € margin = 22 500 €",
        "P7",
    ),
    "call-list": ActionWords(
        "Call list for changed dates",
        "Each morning at eight: every site whose date moves this week or next, called before the crews leave.",
        "Promise 1 holds",
        "P12",
    ),
    "lawn-date": ActionWords(
        "A dated promise for the lawn",
        "When frost stops the work, the customer gets the week of May in which the lawn is finished, in writing.",
        "Fewer revisits: 31 × 640 € = 19 840 € a season",
        "P15",
    ),
    "list-the-day-before": ActionWords(
        "Foreman walks the list the day before",
        "What is open is finished or written down before the customer comes to the inspection.",
        "Nothing open at the hand-over inspection",
        "P16",
    ),
    "calendar-rule": ActionWords(
        "Calendar rule for the follow-up call",
        "Closing the inspection in the CRM books the call for day 30; the office sees what is late.",
        "Promise 3 holds",
        "P18",
    ),
    "neighbour-card": ActionWords(
        "Promoters' neighbour card",
        "Customers who gave 9 or 10 get three cards with the surveyor's name for their neighbours.",
        "40 % of new contracts by recommendation",
        "Contracts by recommendation, from the CRM",
    ),
    "change-agents": ActionWords(
        "Change agents among foremen",
        "Three foremen get half a day a week to carry the changes from site to site.",
        "The changes outlive the season",
        "P23",
    ),
}

EVIDENCE = {
    "search-interviews": EvidenceWords(
        "Interviews with new customers, April 2026", "I read the bad ones first. All firms look the same until then."
    ),
    "offer-interviews": EvidenceWords(
        "Interviews with new customers, April 2026", "I could not tell whether the rock was in the price."
    ),
    "offer-table": EvidenceWords(
        "Surveyors beside the kitchen table, May 2026",
        "Three offers side by side, a pencil, and our second page unread.",
    ),
    "digging-diaries": EvidenceWords(
        "Customers' diaries, June 2026", "Day 3: the whole yard is gone. Nobody said it would be."
    ),
    "dates-interviews": EvidenceWords(
        "Interviews after a changed date, August 2026", "Rain I understand. Standing at the gate at seven I don't."
    ),
    "dates-grades": EvidenceWords(
        "Completion surveys of 2025 and 2026, grade by dates and notice",
        "Moved and told in time 8.65 (n 26), moved and told late 6.79 (n 19).",
    ),
    "inspection-walks": EvidenceWords(
        "Four inspections followed, September 2026", "The customer looks at the lawn while we show the wells."
    ),
    "call-interviews": EvidenceWords(
        "Interviews after the call, October 2026", "You already had my money. And still you called."
    ),
}

NOTES = {
    "inventory": "Measured before this plan: a yearly satisfaction survey by post, grade 4–10 (stopped, became "
    "P20) · sales' own "
    "list of won and lost (became K1) · foremen's photo folder (became P10) · an agency's image study of 2024 (figures "
    "only, kept for reference).",
    "roll-out": "Roll-out: 1 (May 2026) K3, P5, P12 · 2 (July) K1, K2 · 3 (autumn) before purchase: P1–P4 · 4 "
    "(2027) P24.",
    "business-case": "Business case, assumptions as printed: 31 revisits × 640 € = 19 840 € a season; 5 of 268 "
    "lost offers won "
    "back × 4 500 € margin = 22 500 €. No churn is counted: a household renews its drains once.",
    "contact-rule": "A household is asked four times at most: K1 after the offer, K2 or K2b on site, K3 after "
    "the inspection, "
    "K4 in the first spring. K3 goes first in quarantine.",
    "winter": "Contracts of October wait until April. Who keeps them warm?",
    "lawn": "Frost came in week 43: eleven yards without a lawn. Nobody had promised a date.",
    "silence": "Told in time, a moved date costs next to nothing in the grade. Silence costs almost two.",
}

ENGLISH = Words(
    language="en",
    name="Drainage renovation",
    disclaimer="Illustrative sample: the company, its people and all figures are invented.",
    confidentiality="Sample, free to show",
    scope="From “something is wet” to the guarantee inspection at two years. Current state, season 2026; season "
    "2025 for "
    "comparison.",
    customer_goal="The house stays dry and the yard comes back, at the agreed price and on the agreed dates.",
    business_goal="40 % of new contracts come by recommendation (now 28 %).",
    success_event="Handed over with nothing open, and dry after the first spring.",
    headline="Customers praise the crew and the survey visit; the promise breaks when the date moves and when "
    "the yard is "
    "left",
    personas=PERSONAS,
    channels={
        "web": "Web and e-mail",
        "phone": "Phone",
        "site": "On site",
        "text": "Text message",
        "paper": "Letter and paper",
        "reviews": "Reviews",
    },
    roles={
        "marketing": "Marketing coordinator",
        "sales": "Sales manager",
        "surveyor": "Surveyor",
        "office": "Office",
        "operations": "Operations manager",
        "foreman": "Site foreman",
        "finishing": "Finishing foreman",
        "guarantee": "Guarantee foreman",
        "director": "Managing director",
    },
    functions={
        "marketing": "Marketing",
        "sales": "Sales",
        "production": "Production",
        "office": "Office",
        "guarantee": "Guarantee",
        "production-office": "Production, office",
        "office-guarantee": "Office, guarantee",
    },
    stages=STAGES,
    touchpoints=TOUCHPOINTS,
    links={
        "neighbour": "straight in, on a neighbour's word",
        "no-visit": "no visit wanted",
        "lost": "lost offer",
        "moved": "date moves",
        "met": "rock or pump found",
        "fault": "fault reported",
        "revised": "offer revised after a second visit",
        "revisit": "revisit to finish the yard",
    },
    points=POINTS,
    metrics={"csat": "share of 4–5"},
    readings={
        "weekly": "weekly",
        "monthly": "monthly",
        "quarterly": "quarterly",
        "yearly": "yearly",
        "event": "after each event",
    },
    contact_classes={
        "household": "ask to a household, four at most",
        "anonymous": "nobody is contacted",
        "public": "nobody is contacted",
        "contract": "nobody is contacted",
        "staff": "own staff",
    },
    data_bases={
        "household": "Legitimate interest; voluntary, consent asked before a call",
        "anonymous": "No personal data",
        "public": "Public reviews, counted without names",
        "contract": "Contract; counted without names",
        "staff": "Voluntary; groups under five are never shown",
    },
    retentions={
        "household": "answers 24 months, contact details 3 months",
        "anonymous": "counts kept",
        "public": "counts kept",
        "contract": "as long as the guarantee",
        "staff": "12 months",
    },
    promises={
        "new-date": "You hear of a new date before the old one passes, at least two working days ahead.",
        "written-yes": "Nothing extra without your written yes.",
        "we-call": "We call when you have lived with it for a month.",
    },
    goals={
        "recommended": "Recommended contracts from 28 % to 40 %",
        "promise-holds": "The promise holds",
        "offers-understood": "Offers are understood",
        "easy-to-find": "We are found, and the price guide answers",
        "quick-and-expert": "Enquiries are met quickly and by experts",
        "yard-in-order": "The work on the yard goes as agreed",
        "no-loose-ends": "Nothing is left hanging after the hand-over inspection",
    },
    messages=MESSAGES,
    actions=ACTIONS,
    evidence=EVIDENCE,
    notes=NOTES,
    inventory=INVENTORY,
    roll_out=ROLL_OUT,
    contact_rule=CONTACT_RULE,
)
