"""How the invented answers fall: the distributions behind the sample's table of results, season 2026 unless said."""

SEED = 20260401

# Counts of answers from the lowest to the highest.
STARS = (2, 2, 2, 9, 22)
SURVEY_VISIT = (1, 2, 6, 27, 75)
OFFER_WON = (1, 2, 3, 8, 16, 18, 10)
OFFER_LOST = (2, 4, 9, 10, 11, 10, 7)
ENOUGH_NOTICE = (2, 4, 8, 21, 23)
CREW = (0, 1, 3, 19, 37)
CHANGE_HANDLED = (3, 4, 5, 6, 3)
YARD = (5, 8, 12, 21, 14)
RECOMMEND = (0, 0, 1, 0, 1, 2, 2, 5, 8, 12, 17)
STAYED_DRY = (1, 1, 2, 12, 32)
SMILEYS = (742, 301, 118, 79)

VISITS, CONTACTS_FROM_WEB = 18_500, 518
FOUND_YES, FOUND_PARTLY, FOUND_NO = 240, 58, 33
ALL_DONE_YES, ALL_DONE_NO = 43, 17

# School grades 4–10 of the completion survey by what became of the dates, in each season.
HELD, TOLD, LATE = "held", "told", "late"
GRADES_2026 = {HELD: (0, 0, 0, 2, 8, 17, 11), TOLD: (0, 0, 0, 1, 3, 5, 3), LATE: (1, 1, 3, 3, 2, 0, 0)}
GRADES_2025 = {HELD: (0, 0, 1, 2, 8, 17, 8), TOLD: (0, 0, 1, 1, 4, 6, 2), LATE: (0, 1, 2, 2, 2, 2, 0)}

# Cases of the season.
CONTACTS, ANSWERED_IN_TIME = 690, 662
VISITED, OFFERED, ACCEPTED = 430, 410, 142
REVISED, REVISED_AND_LOST, REVISED_AND_HANDED_OVER = 86, 60, 25
STARTED, HANDED_OVER, STRAIGHT = 138, 134, 49
MOVED, MOVED_AND_HANDED_OVER, MOVED_TOLD_IN_TIME = 47, 44, 26
EXTRA, EXTRA_AND_HANDED_OVER, EXTRA_IN_WRITING = 52, 49, 46
REVISITED, GUARANTEE, GUARANTEE_RIGHT_AT_ONCE = 31, 24, 18
CHECKED, QUERIED = 128, 14
CALLED_IN_TIME, CALLED_LATE, CALLED_LATE_STRAIGHT = 98, 14, 4

# What 22 members of staff believed before they saw results, as means; shares in per cent.
STAFF = 22
BELIEFS = {"P5": 97.0, "P7": 5.6, "P11": 4.3, "P12": 85.0, "P15": 4.2, "P16": 90.0, "P18": 95.0}
