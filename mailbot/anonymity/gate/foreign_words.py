"""Words of German, French, Spanish, Italian, Dutch, Polish and the North that people are called by too."""

from __future__ import annotations

_FOREIGN = """
aber acqua agua aime alegre algo alle aller alles alm alma als alta altro amado amato amico amigo amor amore anche ange
anno ans antes aqui arbeiter argent ark arme asi auch auf aus avant avec avoir ayer azul bajo baran barba bassi basso
baum beaux beek bein bello ben bene ber bergen bianchi bianco bien bis bischof bitte bjork blanc blanca blanco blatt
blau blick blum boden boer bois bon bonheur bonne bos bosch bosco bose boucher boulanger bout bras braun breit brouwer
bruder bruin brun brust brutto buch buona buono cabello cabeza caldo calle calvo camino campagna cano cara caro carrera
casas caso castro cena cerca chat chaud che chef cher chere chez chien chiesa ciel cielo cinco clair claro coeur comme
comte conde conti contra corps correa cosa coup cour crespo croce cruz cuando cuesta cueva dag dal dan dann dans das
dass dein dekker delgado dem demain den der dernier des desde despues deutsch deux dia dies dijk dik dir donde dopo dort
dos doux drei droit duda dunkel dur durch duro eau eaux een ehrlich eigen ein eine eis eisen ekman ella ellos encore
enfant engel entre ernst erst escudero ese eso espinosa essen est esta estrada fabbri fait falk fallen farina fatto
faure fein feld feliz femme fer ferraro ferro fett feuer fiel fils fin fiore fisch fischer fjord fleur flink flor flot
fol fond fontaine fontana fosse fou franc franco frau freddo frei freitag freude freund froh froid fuchs fuente fuentes
fuerte fuhr gaj gallo gant ganz garde garten gast gato gatti gatto geist gelb gelo gens gente gern gerne gioia giorno
giudice giusti goed gora gott graaf gracia gracias graf grande gras grassi grasso grau greco greif gren gris groen groot
gros grosse grosz grund guerra guerre guerrero haan haar haas hahn halle hals handel hase hasta haupt haus haut hav heel
heer heil heim heiss heiter herbe herbst hermoso herr herrera herrero herrmann herz heute hier hierro hijo himmel hin
hirsch hoch hoek hof holz hombre homme hond hoog hora hors huber huis hund ich ici iglesia ihr immer invierno izquierdo
jaar jager jardin jeune jong jour jung junge juste kaas kalt kamp kampf kann kein keizer klar klein kleine klerk klok
knapp koch kok konig koning kool koop kopf korn kort kramer krank kraus krause krebs kreuz krieg krol krone kuhn kuiper
kunst kurz kvist laan lac lado lamm lange laut leal lebe leben leblanc leche lecomte leeuw lefort legrand legros leicht
leid leiter lejeune lenoir leroux lesage libre licht lieb liebe lind linde lindo links llano lobo longo lors luego luft
lugar lui lune lungo lustig maan macho macht madre mai mais maison mak mal malin malo mann mano manso marchand mare
marechal marini markt maudit mazur mazza meer mehr meijer mein meister mejor meme meno menor menos mensch mer mercado
mere merkel mes mieux mille mismo mit mois molina molino molto mond monde mont montag montes monti mooi moos moreno
morgen mori mork morte mot moulin moyen mroz mucho muerte mund mundo muy nacht nada nagel nah negro neri nero neu
neumann nez nicht nichts nieto nieve noch noche nom norden nos nosotros notte nous nueve nuevo nuit nunca nur ober occhi
oder oft oggi ojo ombre onze oro ort ost oster otro oud outre pagano paix palma pardo parente parisi pas pascual paso
passe pastore pays paz pein peine pellegrini pena penna pequeno pere perle pero perrin perro pesce peu peur pfeffer pico
pied piedra pieno plage platz pleno poco poil poirier pomme pont porque porta porte prado pre premier pres prevost
prieto prima prins printemps prinz prix puente puerta pues puis punto pur quand que quelle qui quien rad rak rasch rask
rat recht reich reiche reis reiter rey reyes ricci ricco riche richter rien rincon rio ritter rivet rizzo roi rojo
romano romero rond rosales rosen rossa rosse rossi rosso rot roth rouge rubio rueda ruh ruhe ruhig ruiter rund russo
sabato sabio sacco sala salas salud salz samt sanft santo santos sarto satt sauer sauvage scala schaap schade scharf
schatten schatz schick schipper schlag schlecht schloss schluss schmal schnee schnell schon schouten schuld schumann
schuster schutz schwarz schwer scuro sec seco segura sehr seigneur sein seine seit sel selbst sella sempre senza sera
serra serrano ses seul siempre sikora silber silva sind sinn sjo skog slager smit smits snel sohn soir soleil sommer
sonne sonntag sorte sous sowa spada spat spiegel spijker spina staal stahl stamm steen steiger steiner sterk stil stolz
storch strada strauss streit strom stumpf sturm sund sus suss tag tak tal tambien tant tanto tanz tard tarde tas tau
teich tempo temps tendre terre tes testa tete thym tief tiempo tier tierra tilleul timmer tod toda todo tomba toro torre
tous tout tres trigo triste trois trop trost tuin tur tutto uhr und ung uno unter uomo usted uva vaak vaca vache
valentini valiente valle vallee vecchio veen vega vela veld vento verano verdad verde verger vero vida vie viejo viel
viento vier vieux vif vik ville vin vino vinter visser vitale vite vivier vivo vlug vogel voici voie voila voir vois
voisin volk voll volpe vom vor vous vrai vries vroom waal wach wahl wald wann warm wasser weer wegen wehr weich weil
wein weise weiss weit wel welt wenig wenn werk wert wie wieder wijn wilk winkel wir wirt wit witt witte wohl wojt wolff
wolke wort wrona wunder wunsch yngre zahl zahn zajac zand zanna zart zeer zeit ziegler ziel zijn zima zimmer zimmermann
zomer zon zorn zucca zucker zug zuiden zwaan zwart zwei
"""
FOREIGN = frozenset(_FOREIGN.split())
