"""Words that questionnaires and answers are made of: small, in several languages, and known to no reader."""

from __future__ import annotations

# Each language: beginnings of a question, what it is about, and how it ends.
QUESTIONS = {
    "en": (
        ("Which", "How would you describe", "What has changed in", "Please tell us about", "In your own words, what is",
         "What would help you most with", "Looking back, what do you think of", "How do you feel about"),
        ("the ward rounds", "your night shifts", "the teaching that you receive", "your research project",
         "the feedback from your team", "the way your week is planned", "your confidence in the operating theatre",
         "the support of your supervisor", "your time away from work", "the courses on offer", "your budget and staff",
         "the meetings that you chair", "your plans for the summer", "the hand-over in the morning",
         "your work with students", "the new rota", "what you would drop if you could", "talking to families",
         "the audit that you began", "your last appraisal", "the part of the job you like best",
         "your sleep and your health", "the exam ahead of you", "the mood in your unit", "your path to a senior post",
         "the computers and the paperwork"),
        ("?", " at the moment?", " since the last form?", " in the past two months?", " (be as frank as you like)?",
         ", and why?", " compared with a year ago?"),
    ),
    "de": (
        ("Wie beurteilen Sie", "Was hat sich verändert:", "Was denken Sie über", "Bitte beschreiben Sie kurz"),
        ("die Visiten auf Ihrer Station", "Ihre Nachtdienste", "die Fortbildung im Haus", "Ihre Forschungsarbeit",
         "die Rückmeldungen im Team", "Ihren Dienstplan", "Ihre Ziele für das nächste Jahr", "die Übergabe am Morgen",
         "Ihre Arbeit mit Studierenden", "den Umgang mit Angehörigen", "die Prüfung, die vor Ihnen liegt",
         "das Gleichgewicht von Arbeit und Freizeit", "Ihre letzte Beurteilung", "die Stimmung in der Abteilung"),
        ("?", " in den letzten zwei Monaten?", " (auch Stichworte genügen)?", ", und warum?"),
    ),
    "fr": (
        ("Que pensez-vous de", "Comment décririez-vous", "Qu’est-ce qui a changé pour", "Parlez-nous un peu de"),
        ("la visite du matin", "vos gardes de nuit", "l’enseignement que vous recevez", "votre projet de recherche",
         "l’ambiance de l’équipe", "votre emploi du temps", "vos objectifs pour l’année à venir", "la relève du soir",
         "votre travail avec les étudiants", "la préparation de l’examen", "votre équilibre personnel"),
        (" ?", " depuis le dernier questionnaire ?", " ces deux derniers mois ?"),
    ),
    "es": (
        ("¿Cómo valora usted", "¿Qué ha cambiado en", "¿Qué opina de", "¿Podría describir"),
        ("las guardias de noche", "la formación que recibe", "su proyecto de investigación", "el ambiente del equipo",
         "su horario de trabajo", "sus metas para el próximo año", "el relevo de la mañana", "el examen que le espera",
         "su trabajo con los estudiantes", "el apoyo de su tutora"),
        ("?", " en los últimos dos meses?", " desde el último formulario?"),
    ),
    "he": (
        ("מה דעתך על", "איך היית מתאר את", "מה השתנה לאחרונה לגבי"),
        ("סבב הבוקר במחלקה", "תורנויות הלילה שלך", "ההדרכה שאתה מקבל", "פרויקט המחקר שלך", "האווירה בצוות",
         "התוכניות שלך לשנה הבאה", "האיזון בין העבודה לבית", "הבחינה הקרובה שלך"),
        ("?", " בחודשיים האחרונים?"),
    ),
}  # fmt: skip

HINTS = (
    "a few words are enough",
    "for example: a course, a paper, a talk; none is fine too",
    "leave it empty if nothing has changed",
    "think of the last rota only, and of nobody in particular",
    "it may change from form to form, and may be a question rather than a plan",
    "no names of patients, please",
)
SCALES = (
    ("very poor", "poor", "fair", "good", "very good"),
    ("very unsatisfied", "unsatisfied", "neither", "satisfied", "very satisfied"),
    ("never", "rarely", "sometimes", "often"),
    ("not at all", "a little", "somewhat", "fairly", "very", "extremely", "completely"),
    ("no", "partly", "yes"),
)
OPTIONS = (
    ("days only", "nights only", "a mix of both"),
    ("surgery", "medicine", "paediatrics", "psychiatry", "something else"),
    ("by email", "by telephone"),
)

SENTENCES = (
    "I led two ward rounds alone", "The new rota is better than the old one", "My supervisor was away for most of it",
    "We lost three colleagues to another unit", "I passed the written part in March", "Nothing much to report here",
    "I would like more time in clinic", "The teaching on Thursdays was excellent", "I gave a talk in the county",
    "Too many nights in a row", "I still feel slow with the camera", "I started an audit of wound infections",
    "My confidence has grown a lot", "The paperwork takes two hours a day", "I am planning to apply for a fellowship",
    "We moved house and it was hard to concentrate", "Our team meets every week now", "I learned to say no",
    "Helped to train the new starters", "It was cancelled twice because of staffing", "I wrote a case report",
    "The manager listened and changed the plan", "I want to finish the diploma by Easter", "Still waiting for a date",
    "Ich habe drei Eingriffe allein gemacht", "Le travail de nuit me fatigue", "אני מרוצה מההתקדמות שלי",
    "Más tiempo para leer", "تعلمت الكثير من الفريق", "I keep a diary & it helps", "Café meetings with the team",
    "Better than 2025, worse than 2024", "About 50% of my lists went ahead", "I used “safe words” with relatives",
)  # fmt: skip
PHRASES = (
    "the audit", "more theatre time", "pass the exam", "good team", "a consultant post", "none", "n/a", "my family",
    "suturing", "kind feedback", "late finishes", "no study leave", "better sleep", "the MSc", "Research 🙂",
    "staffing", "first solo list", "IT problems", "running again", "a poster", "not sure yet", "mehr Ruhe", "👍 fine",
)  # fmt: skip
