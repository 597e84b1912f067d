/** The words of spoken notes: recording and hearing them. */
export const voiceStrings = {
  speak: 'Spreek in',
  stop: 'Stop opname',
  asking: 'Je browser vraagt of Luisterroute je microfoon mag gebruiken.',
  recording: 'Opname loopt',
  time: (elapsed: string, limit: string) => `${elapsed} van ${limit}`,
  savedUntil: (time: string) => `Bewaard op dit toestel: opname tot ${time}`,
  saving: 'Nog niet bewaard',
  saved: 'Opname bewaard op dit toestel',
  memory:
    'Deze opname wordt niet bewaard en is weg als je dit venster sluit. Bewaar de opname als bestand.',
  unsaved: 'Een deel van je opname is nog niet bewaard.',
  nothing: 'Er is niets opgenomen.',
  gaveWay: (titles: string) =>
    `Je toestel was vol. Om je opname te bewaren is deze download verwijderd: ${titles}.`,
  retry: 'Probeer opnieuw te bewaren',
  takeOut: 'Bewaar als bestand',
  end: {
    asked: '',
    limit: 'De opname is 5 minuten lang en is gestopt.',
    unsupported: 'Deze browser kan hier niet opnemen. Typ je antwoord.',
    refused:
      'Luisterroute mag je microfoon niet gebruiken. Zet de microfoon aan bij de instellingen van je browser voor deze website, of typ je antwoord.',
    'no-microphone': 'Er is geen microfoon gevonden. Sluit een microfoon aan, of typ je antwoord.',
    'in-use':
      'Je microfoon doet het nu niet. Misschien gebruikt een andere app de microfoon. Sluit die app, of typ je antwoord.',
    lost: 'De microfoon is weggevallen.',
    quota:
      'Je toestel is vol. De opname is gestopt. Maak ruimte: verwijder downloads op de pagina Offline.',
    'not-saved': 'Bewaren lukt nu niet. De opname is gestopt.',
  },
  spoken: (length: string) => `Ingesproken · ${length}`,
  listen: 'Luister naar je opname',
  pause: 'Pauzeer je opname',
  position: 'Plek in je opname',
  positionText: (now: string, whole: string) => `${now} van ${whole}`,
  failed: 'Deze opname kan nu niet worden afgespeeld. De opname is niet gewist.',
  answers: 'Ingesproken antwoorden',
} as const;
