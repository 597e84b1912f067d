/**
 * How to spell words for the voice that it misreads. Only the voice gets these spellings: the screen,
 * the captions and the printed script keep the author's. Judge a spelling by the phonetic signs of
 * `npm run narrate -- --report`.
 */

/** Words by their own spelling: all in lowercase for ordinary words, as written for names. */
export const LEXICON: Readonly<Record<string, string>> = {
  // Stress on the wrong part.
  acuut: 'a-kuut',
  domein: 'domijn',
  domeinen: 'doo-meinen',
  extremer: 'extreemer',
  ideeën: 'iedee-en',
  koffie: 'koffi',
  onderzoeker: 'onder-zoeker',
  onze: 'on-ze',
  oordeel: 'oor-deel',
  opgave: 'opgaave',
  opgaven: 'opgaaven',
  opname: 'opnaame',
  overkomt: 'ooverkomt',
  overleg: 'ooverleg',
  sociale: 'soosjale',
  veiligheidsdomein: 'veiligheids-domijn',
  voorkomen: 'voor-komen',

  // Long words that are cut in the wrong place.
  innovatiedeskundige: 'innovatie-deskundige',
  jongerenwerk: 'jongeren-werk',
  organisatieadviseur: 'organisatie-adviseur',
  preventieclassificatiemodel: 'preventie-classificatie-model',
  sleutelfiguren: 'sleutel-figuren',
  toneelstuk: 'toneel-stuk',

  // Words from other languages.
  deadline: 'dedlain',
  'expertise-unit': 'expertieze-joenit',
  expertise: 'expertieze',
  feedback: 'fiedbek',
  gamet: 'geemt',
  lockdown: 'lokdaun',
  magazine: 'meggezien',
  online: 'onlain',
  regie: 'reezjie',
  regisseur: 'reezjisseur',
  teammanager: 'tiem mennedzjer',
  update: 'updeet',

  // Names of people.
  Amy: 'Eemi',
  Annebregt: 'Anne-brecht',
  Bouhalhoul: 'Boehalhoel',
  Edmondson: 'Edmentsen',
  Egberink: 'Ech-berink',
  Hammidi: 'Hammie-die',
  Heyouf: 'Hejoef',
  Jane: 'Dzjeen',
  Khalid: 'Gaalid',
  Malika: 'Malieka',
  Mouridi: 'Moe-riedi',
  Suzanne: 'Su-zanne',
  Tjepkema: 'Tjepkemaa',

  // Names of places and organisations.
  Almelo: 'Alme-loo',
  Enschede: 'Ensgedee',
  JEP: 'jep',
};

/** Abbreviations with the words that they stand for; the full stops are part of them. */
export const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'bijv.': 'bijvoorbeeld',
  'bv.': 'bijvoorbeeld',
  'ca.': 'ongeveer',
  'd.m.v.': 'door middel van',
  'd.w.z.': 'dat wil zeggen',
  'dr.': 'doctor',
  'e.d.': 'en dergelijke',
  'enz.': 'enzovoort',
  'i.p.v.': 'in plaats van',
  'i.v.m.': 'in verband met',
  'm.b.t.': 'met betrekking tot',
  'mr.': 'meester',
  'n.a.v.': 'naar aanleiding van',
  'nr.': 'nummer',
  'o.a.': 'onder andere',
  'prof.': 'professor',
  't.o.v.': 'ten opzichte van',
};
