"""What mentees and mentors write, full of figures, and with nothing in it that gives anybody away; made from a seed."""

from __future__ import annotations

import random

from tests.anonymity.identifier_corpus import pieces

SLOTS = {
    "n": [str(n) for n in range(2, 60)],
    "big": pieces(
        """120 | 240 | 1,200 | 5 000 | 10,000 | 250 | 1500 | 350 | 12 500 | 1.2 million | 100 000 | 3,500,000"""
    ),
    "year": pieces("""2019 | 2021 | 2023 | 2024 | 2025 | 2026 | 2027 | 1998"""),
    "years": pieces("""2019-2024 | 2024/25 | 2023–2026 | 2021-22 | 2018 - 2023 | 1998-2004"""),
    "date": pieces(
        """12/03/2026 | 3 May 2026 | 01/02/2026 | 2026-11-24 | 14.09.26 | 7th August | 05-08-2026 | 30 June | 1/8/26
Wednesday 4 February"""
    ),
    "time": pieces("""08:00 | 0800 | 19:30 | 3am | 0300 | 20.15 | 7 pm | at 2 o'clock | 17:45 | 0730 | 12.30pm"""),
    "shift": pieces(
        """0800-2000 | 08:00-20:30 | 0700–1900 | 2000-0800 | 0730 - 1930 | 8am-5pm | 09:00 to 17:00 | 0800 2000
0900-1300 and 1400-1800 | 0800-1700, 0900-1300"""
    ),
    "dose": pieces(
        """5 mg | 500mg | 1 g | 5 000 units | 40 mg | 0.5 ml | 10 mmol | 75 micrograms | 1.2g | 5,000 units | 10 000 IU
2.5mcg/kg | 4.5 g tds | 1:10 000 | 1 in 200,000"""
    ),
    "drug": pieces(
        """heparin | enoxaparin | co-amoxiclav | piperacillin/tazobactam | morphine | paracetamol | adrenaline
gentamicin | tranexamic acid | vitamin B12 | 5-FU | 6-mercaptopurine | insulin"""
    ),
    "grade": pieces("""ST3 | CT2 | FY1 | F2 | ST7 | CT1 | SHO | ST3-8 | CST | SpR | ST4 | IMT3 | ACCS CT1"""),
    "exam": pieces(
        """MRCS Part A | MRCS Part B | FRCS | MRCP Part 1 | FRCS (Gen Surg) Section 1 | PLAB 2 | MSRA | DRE-EM
FRCA primary | USMLE Step 1 | PACES"""
    ),
    "tnm": pieces(
        """T4 N1 M0 | T3N1M0 | pT2 pN0 cM0 | T4bN2aM1 | T2 N0 MX | ypT3 N1 | Gleason 4+3=7 | FIGO IIIC
Dukes C1 | ASA 3
Clavien-Dindo 3b | Hinchey III | Child-Pugh B7 | NYHA 2-3 | GCS 13 (E3V4M6) | AAST grade 4 | Hartmann's
MUST 2 | NEWS2 of 7 | CHA2DS2-VASc 4 | BI-RADS 4a | Garden IV | ECOG 1"""
    ),
    "vital": pieces(
        """BP 120/80 | HR 110 | sats 94% on 2L | temp 38.4 | RR 24 | BP 90/60 and HR 130 | lactate 4.2 | GCS 15
BP 85/40, pulse 128, resps 28 | SpO2 88-92% | CVP 12 | EWS 5 | urine output 20 ml/h | BM 14.2"""
    ),
    "lab": pieces(
        """Hb 102 | Hb of 78 g/L | CRP 240 | WCC 14.5 x 10⁹/L | platelets 150 x 10^9/L | Na 128, K 5.9 | creatinine 210
INR 1.8 | eGFR 45 | CA125 of 340 | CA 19-9 1200 | CEA 12.5 | albumin 22 | amylase 1840 | lactate 2.2 -> 4.1
troponin 12 then 340 | HbA1c 58 mmol/mol | Hb 102 98 87 | ALT 340, ALP 210, bilirubin 88 | D-dimer 1,250
pH 7.21, BE -8.5, HCO3 18 | T3 and T4 normal | B12 180 ng/L | beta-hCG 1250"""
    ),
    "pct": pieces(
        """12% | 95% CI 1.2-3.4 | p=0.03 | p < 0.001 | OR 2.4 (1.1-5.2) | RR 0.85 (0.72–0.98) | NNT 14 | AUC 0.83
p = 0.0012345 | HR 1.45, 95% CI 1.02 to 2.06 | sensitivity 85.7% | n=1234 | n = 10 234 | I2 = 45% | kappa 0.71"""
    ),
    "op": pieces(
        """laparoscopic appendicectomy | inguinal hernia repair | right hemicolectomy | lap chole | Hartmann's procedure
carotid endarterectomy | total hip | ORIF ankle | thyroidectomy | caesarean section | TURP | CABG x3 | Whipple
fem-pop bypass | AAA repair | laparotomy"""
    ),
    "feel": pieces(
        """I was pleased | I was exhausted | it went badly | I felt out of my depth | it was the best day so far
I cried in the car | my confidence grew | I learned a lot"""
    ),
    "who": pieces(
        """my consultant | my educational supervisor | the registrar | a senior nurse | the anaesthetist
the rota coordinator | one of the SHOs | my TPD | the clinical lead | my consultant Mr Jones | Miss Khan
Mr Smith | Professor Brown | Dr Patel"""
    ),
    "patient": pieces(
        """a 54-year-old man | a 78 year old lady | an 8-month-old | a 32F | a woman in her sixties | a frail patient
the patient in bed 12 | a G2P1 at 38+4 | a 45M with RIF pain | a young patient | my first patient
one patient | the patient in side room 3 | an elderly gentleman"""
    ),
    "route": pieces(
        """M25 | A1(M) | M62 J27 | A64 | the 0715 train | the no 42 bus | Gate B12 | T4 at Heathrow
the 18:32 from York"""
    ),
    "paper": pieces(
        """JAMA 2023;329(4):1234-1245 | Br J Surg 2021; 108: 1234–40 | NEJM 2019;380:11-22
Lancet 2020;395(10223):507-513 | BMJ 2021;372:n71 | pages 1123-1187 | chapter 12, pp. 345-367
doi 10.1136/bmj.n71 | ISBN 978-0-19-852663-6 | ISBN 0198526636 | PMID 33782057 | Cochrane CD001234
NICE NG147 | NICE CG83 section 1.4.2.1 | GMC guidance 2013 | ISO 13485 | NCT01234567
Curriculum version 4.1.2.3"""
    ),
}
SENTENCES = """
I did {n} {op}s this month, {n} of them as first surgeon.
{who} let me close at {time} and {feel}.
We admitted {patient} with {vital} and {lab}.
The {grade} rota is {shift} on weekdays and {shift} at weekends.
I passed {exam} with {pct} and start {exam} revision in {year}.
I sat {exam} on {date} and results are out on {date}.
He had {dose} of {drug} and then {dose} more at {time}.
The MDT staged it {tnm}.
My bleep went off {n} times between {time} and {time}.
I carried the bleep {shift} and did not eat until {time}.
My logbook has {big} cases from {years}.
The audit covered {big} patients in {years}: {pct}.
We presented it on {date} and {feel}.
I drove {n} miles on the {route} and was late for the {time} list.
My study budget is £{big} and I have used £{n}.
I would like {n} more {op}s before my ARCP on {date}.
{lab}; {vital}; we went back to theatre at {time}.
It was a delayed diagnosis of perforated bowel and {feel}.
I was dying to get into theatre, but the list was cancelled.
{who} said that the {grade} post begins on {date}.
I read {paper} and it changed how I think about {drug}.
See {paper} for the evidence.
On a scale of 1-10 I am at {n} out of 100.
There were {n} patients on the take and only 2 of us.
On call for {n} days in {n}, {shift}, plus 1 in 6 weekends.
Please call me when you have time, maybe after {date}.
I rang {who} at {time} and he came within {n} minutes.
The crash call was at {time}; I put out a 2222 call.
Ward 7, bed 12 and side room 3 were all mine.
My appraisal score was {n}/25, against a mean of 18.4 (SD 3.2).
The patient Mr Jones operated on did well.
I clerked {patient}, {vital}, and handed over at {time}.
Patient Safety Week was useful, and so was the Patient Experience team.
I finished my Patient Group Directions module and the Patient Advice and Liaison talk.
Patient Care is what I enjoy most.
The extension to my research runs until {year}.
Knee extension 0-120 degrees, flexion 90.
I have {n} WBAs: 4 CBDs, 3 DOPS, 5 mini-CEX, 2 MSFs.
The theatre list: 0830 hernia, 0930 chole, 1100 Hartmann's, 1400 close.
Observations at 0200 0400 0600 and 0800 were stable.
Scores were 3, 5, 7, 8, 10, 12 and 15.
It took 2 h 45 min, blood loss 1200 ml, 4 units transfused.
From {years} I was in {grade} and then moved on.
We gave {drug} {dose} at {time}, {dose} at {time}, and {dose} at {time}.
The number needed to treat was 14 and the patient number was 120.
I need to do the course by {date}; it costs {big} pounds.
My commute is 45 min each way (about 30 miles).
The trial (n = 1,234) ran {years}.
The sutures were 3-0 Vicryl and 4/0 Monocryl, with a 10 mm port and two 5 mm ports.
The size 7.5 tube went in at 22 cm.
The drain gave 450, 300, 120 and 20 ml.
She had a 6.5 cm AAA, and I held the retractor for 4 hrs.
At 36+5 weeks the CTG showed 110-160 with variability >5.
I got 72% (pass mark 68.5%).
I am on {n} nights in a row, {shift}.
Who would be best to call about less than full time at 60% or 80%?
The page about job plans says 10 PAs, 1.5 SPAs.
Section 4.1.2.3 of the curriculum and version 8.0.33.12 of the software do not agree.
It went well.Then the next case was cancelled.
I think it helped.it is early days though.
We use the e-portfolio i.e. ISCP, e.g. for the CBDs.
They asked me to stay at 5 p.m. for the 6 p.m. list.
Dr.Smith and Mr.Jones both came.
My ratings: theatre 4/5, clinic 3/5, teaching 2/5.
24/7 cover, 1:8 with prospective cover, 48 h a week, 11 h rest.
Q1-Q3 went well; Q4 is exam time.
L4/5 discectomy and L5 S1 fusion were the highlights, with T12 decompression as well.
The ECG showed ST elevation in V1-V4, and the ST3 on call came.
H1N1, HER2, CD4 350, p53, BRCA1/2, COVID-19.
I saw @ least 3 good cases, and seen @ 14:00 again.
Room 2B, floor 3, theatre 14.
Course code SURG7001, module 3 of 12.
Our 30-day mortality was 2.3% (12/521).
They were born at 34 weeks and went home after 21 days.
My daughter was born in May, so I was off until {date}.
The NHS 111 service and 999 calls doubled in {year}.
The NHS number of vacancies is 112,000.
NHS England spent £1.2bn; hospital numbers fell by {n}%.
Patients are admitted within 4 hours, 76% of the time.
The hospital number of beds went from 1,200 to 950.
A patient asked whether I was old enough; I am 28.
My educational supervisor and I met for 45 minutes on {date} at {time}.
The operating time fell from 95 (60-140) to 72 (45–110) min.
I could be reached more easily with a proper phone, the ward has 2.
I was texted {n} times on my day off.
Phone calls take 30 minutes of each hour.
I called 3 times and rang 12 wards in 2 hours.
Text me the 10 best papers when you can.
I need 1,260 hours, 40 bronchoscopies, 100 clinics.
The number is 450 per year, which is low.
In {year} 2,500 people applied for 650 posts, a ratio of 3.85.
My mobile rang at 0300 and I was up until 0530.
My pager battery died after 20 hours.
We sat 12-15 January {year} and 3-4 March {year}.
I had {n}/7 of sickness, back on 1/12.
Weights 72 kg, 1.75 m, BMI 23.5.
""".strip().splitlines()
GREETINGS = ["Dear mentor,", "Hi,", "Hello,", "Good evening,", "Thank you for your letter.", ""]
CLOSINGS = ["Best wishes", "Many thanks", "Speak soon", "With thanks,", "Regards", ""]


def message(rng):
    """One clean message."""
    lines = [rng.choice(GREETINGS)]
    for _ in range(rng.randint(1, 4)):
        sentences = rng.sample(SENTENCES, rng.randint(1, 4))
        paragraph = " ".join(filled(rng, sentence) for sentence in sentences)
        lines.append(
            paragraph if rng.random() < 0.7 else "\n".join(f"{n}. {s}" for n, s in enumerate(paragraph.split(". "), 1))
        )
    lines.append(rng.choice(CLOSINGS))
    return "\n\n".join(line for line in lines if line)


def filled(rng, sentence):
    text = sentence
    while "{" in text:
        name = text[text.index("{") + 1 : text.index("}")]
        text = text.replace("{" + name + "}", rng.choice(SLOTS[name]), 1)
    return text[0].upper() + text[1:]


def messages(count, seed):
    """So many clean messages."""
    rng = random.Random(seed)
    return [message(rng) for _ in range(count)]
