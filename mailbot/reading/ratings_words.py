"""The words round a rating, in the languages met so far: "I'd say a solid four, on the whole"."""

from __future__ import annotations

from mailbot.reading.folding import squared

_NUMBER_WORDS = (
    "one un une uno una eins ein een jeden ett en um uma один μία",
    "two deux dos due zwei zwo twee dwa två to dois два δύο",
    "three trois tres tre drei drie trzy três три τρία",
    "four quatre cuatro quattro vier cztery fyra fire quatro четыре τέσσερα",
    "five cinq cinco cinque fünf fuenf vijf pięć fem пять πέντε",
    "six seis sei sechs zes sześć sex seks шесть έξι",
    "seven sept siete sette sieben zeven siedem sju syv sete семь επτά",
    "eight huit ocho otto acht osiem åtta otte oito восемь οκτώ",
    "nine neuf nueve nove neun negen dziewięć nio ni девять εννέα",
    "ten dix diez dieci zehn tien dziesięć tio ti dez десять δέκα",
)
_BEFORE = (
    "i i'd i'll i'm id would will say give rate put choose pick go for with think guess feel a an the about around "
    "approximately approx circa ca roughly probably perhaps maybe possibly definitely certainly clearly honestly say "
    "solid strong weak good clear firm full still again now currently overall rather more like it it's is this that my "
    "answer rating score mark number value point level at well so hmm um ok okay same unchanged me to be "
    "ich würde wuerde sagen geben gebe nehme meine wohl vielleicht etwa ungefähr ungefaehr eher eine einen ein die der "
    "das immer noch wieder derzeit bewertung antwort note punkte insgesamt also "
    "je dirais donnerais donne mets environ peut-être plutôt plutot un une le la toujours encore ma réponse note "
    "yo diría diria doy pondría aproximadamente quizás tal vez mi respuesta nota todavía otra "
    "direi forse circa la mia risposta voto ancora ik zou zeggen ongeveer misschien een nog steeds mijn antwoord "
    "powiedziałbym powiedziałabym około może raczej nadal eu diria talvez ainda jag skulle säga ungefär kanske"
)
_BEHIND = (
    "because as since due owing thanks thank given but although though however overall on at in for from this these "
    "those most mostly mainly with without after before when while if and i i'd i'm it it's its my we our "
    "the they there that so too again still now please out star stars point points again same always usually sometimes "
    "depending generally roughly maybe probably perhaps today currently lately compared like until not "
    "weil da denn wegen aber obwohl insgesamt im in am an auf für fuer mit ohne bei seit wenn ich es wir die der das "
    "und noch wieder punkte punkt sterne stern zurzeit derzeit meistens manchmal wie "
    "car parce mais malgré avec sans sur dans pour depuis quand je il elle nous le la les et encore points étoiles "
    "porque pero con sin en para desde cuando yo el la los y puntos estrellas "
    "perché perche ma con senza nel per da quando io il e ancora punti stelle "
    "want omdat maar met zonder voor sinds als ik het wij en nog punten sterren "
    "bo ponieważ ale z bez na w od kiedy ja i jeszcze punkty punktów gwiazdki por mas com sem eu pontos"
)
_CHANGE = (
    "or to now but then instead better rather was bis oder jetzt aber ou à mais o u a y ma of als naar maar lub do"
)
_NOT = "not nicht pas no non nie niet inte ikke não"
_HALF = "half halb halbe demi demie medio media mezzo mezza halve"
_OF = "of von sur de su van z av af sobre di из"
_SMALL = "the a an in at on my to im in der die das dem den am au aux à la le les el los en il lo nel het de een w na"

NUMBERS = {squared(word): number for number, words in enumerate(_NUMBER_WORDS, 1) for word in words.split()}
BEFORE = frozenset(map(squared, _BEFORE.split()))  # in front of a value
BEHIND = frozenset(map(squared, _BEHIND.split()))  # right behind a number: what follows is no unit
CHANGE = frozenset(map(squared, _CHANGE.split()))  # in front of a second number: "4, now 3"
NOT = frozenset(map(squared, _NOT.split()))  # in front of the number that is not meant: "4, not 3"
HALF = frozenset(map(squared, _HALF.split()))
OF = frozenset(map(squared, _OF.split()))  # between a value and the highest one: "4 out of 5"
SMALL = frozenset(map(squared, _SMALL.split()))  # in front of an option: "in the ward"
