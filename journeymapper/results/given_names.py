"""Given names by which people are recognised in comments: common ones of Finland, Sweden, English and other lands.

Far from all that there are. Names that are ordinary words too (Mark, Will, Rose, Toivo, Onni, Ilta …) are left out: a
title or a surname beside them gives them away.
"""

import re
from collections.abc import Iterator

_NAMES = """
Aaro Aarne Aino Aleksi Aleksanteri Anja Anna Anne Anneli Annika Anni Annikki Antero Antti Anu Ari Arja Armas Arto
Arttu Asta Birgitta Daniel Eero Eetu Eeva Eija Eila Eino Elias Elina Ella Elisa Elisabeth Elli Emilia Emma Emmi Enni
Erkki Esa Esko Eveliina Hanna Hannele Hannu Harri Heidi Heikki Heli Helena Helmi Helvi Henna Henri Henrik Hilkka Ida
Iida Iiro Ilkka Ilmari Ilona Inka Inkeri Irene Irja Irma Ismo Jaakko Jaana Jani Janne Jari Jarkko Jarmo Jenna Jenni
Jere Jesse Joel Joni Jonna Joona Joonas Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Juuso Jyri Jyrki Kaarina Kaija
Kaisa Kalevi Kalle Kari Kati Katja Katri Kauko Keijo Kerttu Kimmo Kirsi Kristian Kristiina Kyösti Laila Lari Lasse
Lauri Lea Leena Lennart Leo Liisa Lotta Maarit Maija Maire Mari Maria Marika Marja Marjatta Marjo Marko Markku Markus
Martta Martti Matias Matti Mauri Merja Mervi Mia Miika Mika Mikael Mikko Minna Mira Mirja Mirjami Mirka Niina Niko
Noora Olavi Olli Oskari Ossi Outi Paavo Paula Pauli Pauliina Pekka Pentti Perttu Pertti Petra Petri Petteri Pia Pirjo
Pirkko Päivi Raija Raimo Raili Reijo Reino Riikka Riina Riitta Risto Ritva Roope Saana Saara Sakari Salla Sami Samu
Samuel Samuli Sanna Sari Satu Saija Seija Seppo Sini Sinikka Sirkka Sirpa Soile Sofia Susanna Suvi Taina Taneli Tanja
Tapani Tapio Tarja Tarmo Taru Teemu Teppo Tero Terttu Tiina Timo Tommi Toni Topi Tuija Tuomas Tuomo Tuula Tuulikki
Tytti Urho Vappu Veera Veijo Veikko Vesa Vieno Viivi Ville Villiam Virpi Väinö Yrjö Agneta Anders Annelie Axel Barbro
Bengt Björn Carina Charlotte Christer Elsa Erik Eva Fredrik Gunilla Gunnar Gustav Göran Hans Håkan Ingrid Jan Johan
Johanna Karin Karl Kerstin Kjell Kristina Lars Lena Linnea Magnus Margareta Mats Mattias Monica Nils Olof Oskar Peter
Sara Stefan Sven Thomas Ulf Ulla Ulrika Aaron Adam Alexander Alice Amanda Amy Andrew Angela Anthony Ashley Barbara
Benjamin Betty Brandon Brenda Brian Carol Catherine Christina Christopher Cynthia David Deborah Dennis Diane Donna
Dorothy Edward Elizabeth Emily Eric Frank Gary George Gregory Heather Helen Jacob James Janet Jason Jeffrey Jennifer
Jerry Jessica John Jonathan Joseph Joshua Joyce Julie Justin Karen Katherine Kathleen Kelly Kenneth Kevin Kimberly
Larry Laura Lauren Linda Lisa Margaret Martha Mary Matthew Megan Melissa Michael Michelle Nancy Nathan Nicholas Nicole
Olivia Pamela Patricia Patrick Paul Rachel Rebecca Richard Robert Ronald Ruth Ryan Samantha Sandra Scott Sharon
Shirley Stephanie Stephen Steven Susan Teresa Theresa Timothy Tyler Victoria Virginia Walter William Zachary Åsa Åke
Örjan Östen Birgit Camilla Emelie Hampus Helene Inger Jenny Joakim Josefin Kent Ludvig Malin Marianne Niklas Oscar
Patrik Pernilla Rasmus Roger Sebastian Siv Sonja Therese Tobias Tommy Viktor Bjørn Geir Jens Kirsten Kåre Marit Mette
Niels Søren Trond Øystein Andreas Bernd Brigitte Dieter Franziska Gerhard Günter Heike Heinz Helmut Holger Horst
Jürgen Klaus Lukas Manfred Monika Ralf Renate Rolf Sabine Silke Stefanie Ursula Uwe Werner Wolfgang Abdi Abdullah
Ahmed Aisha Ali Amina Ayaan Fatima Farah Fatuma Halima Hamza Hassan Hodan Hussein Ibrahim Ismail Khadija Khalid Layla
Mahmoud Maryam Mehmet Mohamed Mohammad Mohammed Muhammad Murat Mustafa Omar Osman Yasmin Yusuf Zahra Aleksei Anastasia
Andrei Dmitri Ekaterina Galina Igor Irina Ivan Ljudmila Ludmila Maksim Mihail Natalia Nadezhda Nikolai Oksana Oleg
Olga Pavel Sergei Svetlana Tatjana Tatyana Vladimir Yulia Jaan Kadri Katrin Kristjan Liis Maarja Priit Siim Tiit
Toomas Urmas Agnieszka Andrzej Katarzyna Krzysztof Małgorzata Marcin Paweł Piotr Tomasz Antoine Céline Chloé François
Isabelle Jacques Louis Nathalie Pierre Carlos Carmen Javier José Juan Lucía Luis Miguel Pablo Pedro Chiara Francesca
Giovanni Giulia Luca Marco Matteo Paolo Amit Anjali Deepak Priya Rahul Ravi Sanjay Sunita Vijay Linh
"""
_ORDINARY = """
Aino Anna Annika Arja Armas Asta Elli Esa Jouko Maksim Mauri Päivi Tuija Eva Helmi Henna Ida Ilona Inka Jan Joel Kaija
Kaisa Kalle Kari Kati Lari Lasse Lea Leo Lena Linda Liis Luca Maija Maire Mari Marja Marko Martta Mats Mia Mika Mira
Minna Niina Ossi Outi Pauli Pia Pirjo Raija Salla Sami Sara Sari Satu Seija Sini Sinikka Siv Sirkka Sonja Suvi Taina
Tapani Tapio Tarja Tarmo Taru Tero Toni Topi Urho Vappu Vesa Vieno Ville Viivi Ali Abdi Gary Jenny Kent Louis Marco
Ronny Roger Carol Frank Grace Scott Justin Tyler Brandon Zahra Farah Juan Luis Marit Mette Geir Rolf Jens Lars Lotta
Roope Ravi Amit
"""
"""Names that are words, or a few letters from one, where they do not begin with a capital."""
NO_NAMES = frozenset((
    "Ainoa", "Ainoan", "Ainoastaan", "Annan", "Esan", "Joukossa", "Joukon", "Marjat", "Marjoja", "Päiviä", "Päivissä",
    "Päivistä",
))  # fmt: skip
"""Words that look like names in a Finnish case."""
_STRONG = re.compile(r"(kk|tt|pp)([aoueiyäö])$")


def _with_weak(name: str) -> set[str]:
    """The name and the stem of its Finnish cases: Pekka, Peka-n."""
    return {name, _STRONG.sub(lambda found: found.group(1)[0] + found.group(2), name)}


GIVEN_NAMES = frozenset(stem for name in _NAMES.split() for stem in _with_weak(name))
CLEAR_NAMES = GIVEN_NAMES - {stem for name in _ORDINARY.split() for stem in _with_weak(name)}
SHORTEST_STEM = 5
EMPTY_ENDINGS = ("", "n", "a", "ä", "s", "’s", "'s")
CASE_ENDINGS = ("lle", "lla", "llä", "lta", "ltä", "ssa", "ssä", "sta", "stä", "in", "ia", "lle", "kin", "ksi", "een")


def is_given_name(word: str) -> bool:
    """Whether a capitalised word is a known given name, in whatever Finnish case or with an English 's."""
    return word not in NO_NAMES and any(stem in GIVEN_NAMES for stem in _stems(word))


def is_clear_name(word: str) -> bool:
    """Whether a word in small or large letters is a given name and hardly anything else."""
    name = word.capitalize()
    return name in CLEAR_NAMES or any(len(stem) >= SHORTEST_STEM and stem in CLEAR_NAMES for stem in _stems(name))


def _stems(word: str) -> Iterator[str]:
    """What a word may be an inflected form of, itself among them."""
    for ending in (*EMPTY_ENDINGS, *CASE_ENDINGS):
        if word.endswith(ending):
            yield word[: len(word) - len(ending)]
