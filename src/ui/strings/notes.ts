/** The words of the notes page. */
import { NO_PLACE_TITLE } from '../../model/stray-words.ts';

export const notesStrings = {
  empty: 'Nog geen antwoorden',
  emptyHint: 'Bij elke module staan denkvragen. Wat je daar schrijft, vind je hier terug.',
  toRoute: 'Naar de route',
  openModule: 'Open de module',
  write: 'Schrijf een notitie',
  writeAt: (time: string) => `Schrijf een notitie bij ${time}`,
  writeOn: 'Schrijf verder',
  addWords: 'Schrijf erbij',
  yourNote: 'Je notitie',
  noteAt: (time: string) => `Notitie bij ${time}`,
  noteOn: (title: string) => `Notitie bij ${title}`,
  done: 'Klaar',
  atModule: 'Je notities bij deze module',
  atModuleHint: 'Alleen op dit toestel. Je vindt ze ook op de pagina Notities.',
  remove: 'Verwijder',
  removeNote: 'Verwijder deze notitie',
  choose: 'Kies notities',
  chooseNote: 'Kies deze notitie',
  chosen: (count: number) => (count === 1 ? '1 notitie gekozen' : `${count} notities gekozen`),
  cancel: 'Annuleer',
  bin: {
    title: (count: number) => `Verwijderd (${count})`,
    hint: 'Een verwijderde notitie blijft hier 30 dagen staan. Daarna is die echt weg.',
    left: (days: string) => `nog ${days}`,
    lastDay: 'vandaag de laatste dag',
    putBack: 'Zet terug',
    removed: (count: number) =>
      count === 1 ? 'Notitie verwijderd.' : `${count} notities verwijderd.`,
    isBack: (count: number) =>
      count === 1 ? 'De notitie staat terug.' : `${count} notities staan terug.`,
    failed: 'Dat lukt nu niet. Er is niets veranderd. Probeer het opnieuw.',
    noWords: 'Zonder tekst',
  },
  safety: {
    kept: 'Bewaard op dit toestel.',
    /** There is nothing yet that could be kept. */
    willKeep: 'Wat je schrijft, wordt op dit toestel bewaard.',
    notKept: 'Je browser bewaart hier niets. Kopieer wat je wilt houden.',
    never: 'Nog geen back-up.',
    last: (day: string) => `Laatste back-up: ${day}.`,
    since: (count: number) =>
      count === 1
        ? 'Eén notitie is nieuw of veranderd sinds je laatste back-up.'
        : `${count} notities zijn nieuw of veranderd sinds je laatste back-up.`,
    advice: {
      safari:
        'Safari kan je notities wissen als je hier zeven dagen niet komt. Maak een back-up, zet Luisterroute als app op je toestel en zet de back-up daar terug. De app begint daar leeg.',
      backup: 'Maak een back-up: dan heb je je notities ook als dit toestel kwijt of stuk is.',
      install:
        'Je browser mag je notities wissen als er ruimte nodig is. Als app op je beginscherm blijven ze meestal langer staan.',
    },
  },
  notKept: {
    label: 'Wordt niet bewaard',
    text: 'Wat je schrijft, wordt niet bewaard.',
    copy: 'Kopieer alles',
  },
  withdrawn: (reason: string) => `Een module is teruggetrokken. ${reason}`,
  unknownModule: 'Module die niet meer in de route staat',
  unknownModuleOf: (id: string) => `Niet meer in de route: ${id}`,
  noPlace: NO_PLACE_TITLE,
  unreadable: (count: number) =>
    count === 1
      ? 'Eén bewaard stuk is niet te lezen. Het is niet gewist en staat nog op dit toestel.'
      : `${count} bewaarde stukken zijn niet te lezen. Ze zijn niet gewist en staan nog op dit toestel.`,
} as const;
