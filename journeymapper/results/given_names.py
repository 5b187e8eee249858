"""Given names by which people are recognised in comments: the commonest in Finland, Sweden and English-speaking lands.

Names that are ordinary words too (Mark, Will, Rose, Toivo, Onni, Ilta …) are left out: a title or a surname beside
them gives them away.
"""

import re

_NAMES = """
Aaro Aarne Aino Aleksi Aleksanteri Anja Anna Anne Anneli Annika Anni Annikki Antero Antti Anu Ari Arja Armas Arto Arttu
Arvo Asta Birgitta Daniel Eero Eetu Eeva Eija Eila Eino Elias Elina Ella Elisa Elisabeth Elli Emilia Emma Emmi Enni
Erkki Esa Esko Eveliina Hanna Hannele Hannu Harri Heidi Heikki Heli Helena Helmi Helvi Henna Henri Henrik Hilkka Ida
Iida Iiro Ilkka Ilmari Ilona Inka Inkeri Irene Irja Irma Ismo Jaakko Jaana Jani Janne Jari Jarkko Jarmo Jenna Jenni
Jere Jesse Joel Joni Jonna Joona Joonas Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Juuso Jyri Jyrki Kaarina Kai
Kaija Kaisa Kalevi Kalle Kari Kati Katja Katri Kauko Keijo Kerttu Kimmo Kirsi Kristian Kristiina Kyösti Laila Lari Lasse
Lauri Lea Leena Lennart Leo Liisa Lotta Maarit Maija Maire Mari Maria Marika Marja Marjatta Marjo Marko Markku Markus
Martta Martti Matias Matti Mauri Merja Mervi Mia Miika Mika Mikael Mikko Minna Mira Mirja Mirjami Mirka Niina Niko
Noora Olavi Olli Oskari Ossi Outi Paavo Paula Pauli Pauliina Pekka Pentti Perttu Pertti Petra Petri Petteri Pia Pirjo
Pirkko Päivi Raija Raimo Raili Reijo Reino Riikka Riina Riitta Risto Ritva Roope Saana Saara Sakari Salla Sami Samu
Samuel Samuli Sanna Sari Satu Saija Seija Seppo Sini Sinikka Sirkka Sirpa Soile Sofia Susanna Suvi Taina Taneli Tanja
Tapani Tapio Tarja Tarmo Taru Teemu Teppo Tero Terttu Tiina Timo Tommi Toni Topi Tuija Tuomas Tuomo Tuula Tuulikki Tytti
Urho Vappu Veera Veijo Veikko Vesa Vieno Viivi Ville Villiam Virpi Väinö Yrjö
Agneta Anders Annelie Axel Barbro Bengt Björn Carina Charlotte Christer Elsa Erik Eva Fredrik Gunilla Gunnar Gustav
Göran Hans Håkan Ingrid Jan Johan Johanna Karin Karl Kerstin Kjell Kristina Lars Lena Lennart Linnea Magnus Margareta
Mats Mattias Monica Nils Olof Oskar Per Peter Sara Stefan Sven Thomas Ulf Ulla Ulrika
Aaron Adam Alexander Alice Amanda Amy Andrew Angela Anthony Ashley Barbara Benjamin Betty Brandon Brenda Brian Carol
Catherine Christina Christopher Cynthia David Deborah Dennis Diane Donna Dorothy Edward Elizabeth Emily Eric Frank Gary
George Gregory Heather Helen Jacob James Janet Jason Jeffrey Jennifer Jerry Jessica John Jonathan Joseph Joshua Joyce
Julie Justin Karen Katherine Kathleen Kelly Kenneth Kevin Kimberly Larry Laura Lauren Linda Lisa Margaret Martha Mary
Matthew Megan Melissa Michael Michelle Nancy Nathan Nicholas Nicole Olivia Pamela Patricia Patrick Paul Rachel Rebecca
Richard Robert Ronald Ruth Ryan Samantha Sandra Scott Sharon Shirley Stephanie Stephen Steven Susan Teresa Theresa
Timothy Tyler Victoria Virginia Walter William Zachary
"""
_STRONG = re.compile(r"(kk|tt|pp)([aoueiyäö])$")


def _with_weak(name: str) -> set[str]:
    """The name and the stem of its Finnish cases: Pekka, Peka-n."""
    return {name, _STRONG.sub(lambda found: found.group(1)[0] + found.group(2), name)}


GIVEN_NAMES = frozenset(stem for name in _NAMES.split() for stem in _with_weak(name))
EMPTY_ENDINGS = ("", "n", "a", "ä", "s", "’s", "'s")
CASE_ENDINGS = ("lle", "lla", "llä", "lta", "ltä", "ssa", "ssä", "sta", "stä", "in", "ia", "lle", "kin", "ksi", "een")


def is_given_name(word: str) -> bool:
    """Whether a capitalised word is a known given name, in whatever Finnish case or with an English 's."""
    return any(
        word.endswith(ending) and word[: len(word) - len(ending)] in GIVEN_NAMES
        for ending in (*EMPTY_ENDINGS, *CASE_ENDINGS)
    )
