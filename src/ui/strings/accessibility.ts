/**
 * The words of the accessibility statement: a draft after the model of the Dutch government. What stands
 * between square brackets is filled in by the organisation that offers the app.
 */
import type { TextSection } from '../about/text-page.tsx';

export const accessibilityStrings = {
  lead: 'Dit is een concept. De organisatie die Luisterroute aanbiedt, vult in wat tussen vierkante haken staat.',
  sections: [
    {
      title: 'Voor iedereen',
      text: [
        '[Naam van de organisatie] wil dat iedereen Luisterroute kan gebruiken. We willen voldoen aan de eisen van WCAG 2.2, niveau A en AA. De wet noemt de Europese norm EN 301 549. Die gaat ook uit van WCAG.',
        'Deze verklaring gaat over [adres van de app].',
      ],
    },
    {
      title: 'Hoe ver we zijn',
      text: [
        'De status is nog niet vastgesteld. Er is nog geen onafhankelijk onderzoek gedaan. Daarom kunnen we niet zeggen dat de app aan alle eisen voldoet.',
        'Na het onderzoek staat hier de status, met een link naar het rapport: [status A, B, C of D, en de datum].',
      ],
    },
    {
      title: 'Wat getest is',
      text: ['Deze tests draaien bij elke versie, in Chromium op een computer:'],
      list: [
        'Het programma axe kijkt de belangrijkste schermen na. Bij drie daarvan ook het contrast in donkere kleuren.',
        'De kleuren zijn nagerekend. Tekst heeft een contrast van minstens 4,5 op 1, bediening minstens 3 op 1.',
        'Luisteren, antwoorden, teruglezen, downloaden en instellen lukt met alleen het toetsenbord. Na elke stap naar een andere pagina staat de focus op de titel. De focus valt niet achter een balk.',
        'Op een scherm van 320 pixels breed valt niets buiten beeld. Dat geldt ook voor grotere tekst en meer ruimte tussen letters en regels.',
        'Wat je aanraakt, is minstens 44 bij 44 pixels. Links in een lopende tekst zijn kleiner.',
        'Van elk scherm ligt vast welke namen en rollen een schermlezer krijgt.',
        'Wat er verandert, wordt gemeld aan een schermlezer: bewaard, gedownload, een fout of een nieuwe versie. De zin die je hoort, wordt niet nog eens voorgelezen.',
        'Bij alle audio van de route staat de hele tekst. Luister je niet? Dan lees je de tekst en markeer je de module zelf als afgerond.',
      ],
    },
    {
      title: 'Wat niet getest is',
      list: [
        'Geen deskundige heeft de app beoordeeld.',
        'Er is niet getest met mensen met een beperking.',
        'De app is niet geprobeerd met een schermlezer, zoals NVDA, VoiceOver of TalkBack.',
        'Er is geen telefoon of tablet geprobeerd.',
        'Een programma als axe vindt maar een deel van de problemen.',
      ],
    },
    {
      title: 'Wat nog niet goed is',
      text: [
        'Bij module 7 hoort een podcast op een andere website. Daarvan hebben we geen uitgeschreven tekst. De eigen tekst en vragen van de module zijn zonder de podcast te volgen.',
      ],
    },
    {
      title: 'Werkt iets niet voor jou?',
      text: [
        'Meld het bij [naam, e-mailadres en telefoonnummer]. Je krijgt binnen 5 werkdagen een bevestiging. Binnen 3 weken hoor je wat we ermee doen. Binnen 3 maanden is je melding afgehandeld.',
        'Ben je niet tevreden met het antwoord? Dan kun je een klacht indienen bij [de organisatie]. Daarna kun je naar de Nationale ombudsman.',
      ],
    },
    {
      title: 'Over deze verklaring',
      text: [
        'Opgesteld door: [naam en functie]. Laatst bijgewerkt op: [datum].',
        'De definitieve verklaring komt in het register op toegankelijkheidsverklaring.nl.',
      ],
    },
  ] satisfies readonly TextSection[],
} as const;
