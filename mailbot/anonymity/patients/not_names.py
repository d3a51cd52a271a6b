"""Words that follow "patient" with a capital and are no name."""

from __future__ import annotations

_WORDS = """
a about access activity admission admissions advice advocacy advocate after all allocation also although always am an
and anxiety are as assessment assessments at audit association associations autonomy because before benefit
best blood board
body book booklet
burden but called came can care cared carer carers case cases centered centred centredness champion charter choice
cohort comfort committee communication complaint complaints complexity concern concerns conference confidentiality
consent consents consultation contact could counselling data database deaths deterioration diaries diary did died
dignity discharge discharges discussion discussions do document documentation does education empowerment engagement
episode episodes evaluation event events examination experience experiences facing factors feedback first flow flows
focus focused folder follow followed for forum friendly from group groups guide guidance had handling handover
handovers has have he health help her here his history home how however i id identification identifier if in
information initials interaction interface interviews into investigations involvement is issues it journey journeys
knew knows leaflet leaflets league level liaison list lists log logs made management manager managers manual may
meeting meetings might monitoring my named needs never next nhs no non not note notes now number numbers nurse nursing
observations of on online only opinion or our outcome outcomes outreach panel participation partner partnership
partnerships passport pathway pathways perspective perspectives pictures population populations portal positioning
power preference preferences preparation priorities privacy profile profiles programme protocol quality question
questionnaire questionnaires questions record recorded records referral referrals registry related relations
relationship representative representatives reported research responsibility review reviews rights risk risks round
rounds safe safety said satisfaction says scenario scenarios selection service services she should simulation simulator
since so specific specimens stay stories story stratification summaries summary support survey surveys survival system
systems task tasks teaching team technology than that the their them then there they things this throughput to
tracker tracking transfer transfers transport treatment treatments turnover under undergoing until up user very view
views voice voices volume volumes volunteers waiting warming was watch we welfare wellbeing were what when where
whereas which while who whose wi will wishes with without work workload would yet you your yours
day days zero op ops theatre theatres surgery surgeries name names unit units ward wards
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december christmas easter covid covid-19 english
icu itu hdu amu sau mau cdu ccu nicu picu aau acu ae ed gp gps mdt pals prom proms prem prems sbar mrsa hiv copd aki
ppi pgd pgds pacs epr epic cerner datix nice who cqc rcs mrcs frcs arcp wba wbas cbd cbds dops mini-cex iscp lft lfts
ecg ct mri uss cxr bmi asa gcs news mews tto ttos tta ttas dnacpr dnar tep vte dvt pe uti ercp ogd tavi cabg pci stemi
nstemi tia cva ivf pca epidural nbm salt
"""
NOT_NAMES = frozenset(_WORDS.split())
