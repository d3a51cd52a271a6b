"""Invented people of many cultures, every way in which mail names them, and the sentences they stand in."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass

from tests.anonymity.people import person

_GIVEN = {
    "english": "Jane Katherine William Oliver Abigail Edmund Harriet Nicholas Philippa Gregory Imogen Duncan",
    "irish": "Siobhán Pádraig Aoife Eoghan Niamh Cormac Gráinne Fergus",
    "german": "Jürgen Käthe Matthias Annegret Björn Ulrike Günther Heike",
    "french": "Hélène François Jérôme Zoé Benoît Aurélie Étienne Océane",
    "spanish": "José María Íñigo Begoña Álvaro Concepción Sebastián Nuria",
    "nordic": "Søren Åse Øyvind Ingrid Håkon Mårten Jóhanna Þórunn",
    "slavic": "Łukasz Małgorzata Čeněk Živa Dmitri Svetlana Zbigniew Jiří",
    "turkish": "Gökçe Şebnem İbrahim Ayşegül Oğuz Çiğdem",
    "arabic": "Mohammed Abdulrahman Fatimah Yousef Layla Khadija Tariq Noura",
    "indian": "Venkatesh Priyanka Harpreet Lakshmi Rajesh Ananya Mohandas Shreya",
    "chinese": "Xiaoming Meiling Zhiqiang Guowei Yuxuan Lihua",
    "vietnamese": "Nguyệt Đức Thảo Quỳnh Phượng",
    "african": "Chukwuemeka Adaeze Kwabena Thandiwe Oluwaseun Ngozi Tendai",
    "japanese": "Haruto Sakura Kenji Yumiko Takeshi",
    "greek": "Konstantinos Evangelia Stavros Despoina",
}
_FAMILY = {
    "english": "Smithson Thistlewood Featherstone Hathersage Ollerenshaw Pemberton-Ellis Cholmondeley Braithwaite",
    "irish": "O'Shaughnessy McGillicuddy MacDonagh Ó-Briain Fitzgerald FitzWilliam",
    "german": "Müller Größer von-Bülow Schäfermeier Öttinger Weiß-Köhler Strauß",
    "french": "Lefèvre d'Aubigné de-la-Fontaine Béranger Grosjean Chênevert",
    "spanish": "García-López Núñez de-la-Cruz Ibáñez Zubizarreta Muñoz",
    "nordic": "Ångström Kjærgaard Bjørnsson Sørensen Håkansson Ødegård",
    "slavic": "Wiśniewski Dvořák Kowalczyk Šimić Petrović Jabłońska",
    "turkish": "Yıldırım Öztürk Çelikoğlu Karadağ",
    "arabic": "al-Hassan El-Sayed bin-Zayed Abu-Bakr Qureshi Haddad",
    "indian": "Iyengar Chattopadhyay Krishnamurthy Gandhi-Nair Banerjee Subramaniam",
    "chinese": "Zhang Huang Xiong Ouyang Zhuang",
    "vietnamese": "Nguyễn Trần Phạm Đặng Huỳnh",
    "african": "Okonkwo Adeyemi Mensah Ndlovu Chikwanha Thiong'o",
    "japanese": "Tanaka Yamamoto Watanabe Kobayashi",
    "greek": "Papadopoulos Theodorakis Vlachou Karamanlis",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One invented person."""

    given: str
    family: str  # "-" stands between the words of a compound one
    address: str
    domain: str

    @property
    def surname(self) -> str:
        """The family name as it is written."""
        return re.sub(r"\b(von|de|la|bin|Abu|Ó)-", r"\1 ", self.family)

    @property
    def roster_name(self) -> str:
        """The name as the roster has it."""
        return f"{self.given} {self.surname}"

    @property
    def pieces(self) -> tuple[str, ...]:
        """The letters that must not be left: each name word of four letters or more, and the domain's."""
        words = re.split(r"[\s-]+", self.roster_name)
        return tuple({bare(word) for word in words if len(bare(word)) > 3} | {bare(self.domain), bare(self.address)})

    def identity(self, number: int):
        """What the scrubber is told."""
        return person(self.roster_name, addresses=(self.address,), domains=(self.domain,), who=f"p{number}")


def bare(text: str) -> str:
    """Letters and figures alone, unmarked and small: by the standard library only, not by what is tested."""
    alike = {
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "þ": "th",
        "ı": "i",
        "ð": "d",
        "с": "c",
        "а": "a",
        "е": "e",
        "о": "o",
    }
    apart = unicodedata.normalize("NFKD", "".join(alike.get(letter, letter) for letter in text.lower()))
    return "".join(letter for letter in apart if letter.isalnum() and not unicodedata.combining(letter)).lower()


def invented(seed: int = 1) -> list[Invented]:
    """More than two hundred people, the same for each seed."""
    chance = random.Random(seed)
    found = []
    for culture, given in _GIVEN.items():
        families = _FAMILY[culture].split()
        for name in given.split():
            for family in chance.sample(families, k=min(3, len(families))):
                local = f"{bare(name)}.{bare(family)}{chance.randint(1, 99)}"
                domain = f"{bare(family)[:5]}{chance.choice(['infirmary', 'royal', 'clinics'])}.example"
                found.append(Invented(given=name, family=family, address=f"{local}@{domain}", domain=domain))
    return found
