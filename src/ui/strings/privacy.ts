/** The words of the page about a listener’s data; see `text-page.tsx` for the form. */
import type { TextSection } from '../about/text-page.tsx';

export const privacyStrings = {
  lead: 'Luisterroute kent je niet. Wat je schrijft en hoe ver je bent, staat alleen op dit toestel.',
  sections: [
    {
      title: 'Wat er op je toestel staat',
      text: ['Je browser bewaart dit voor Luisterroute:'],
      list: [
        'je antwoorden, plannen, markeringen en wat je inspreekt;',
        'je plek in elke module, wat je al hoorde en waar je het laatst luisterde;',
        'je instellingen;',
        'de app, de teksten en de audio die je downloadt of zelf toevoegt;',
        'een notitie die je verwijdert, tot 30 dagen daarna;',
        'een kopie van je notities, tot 30 dagen nadat je een back-up terugzette of de app je gegevens aanpaste.',
      ],
    },
    {
      title: 'Wat er niet gebeurt',
      text: [
        'Er is geen account. De app stuurt je antwoorden en je plek nergens heen.',
        'Er zijn geen statistieken en geen reclame. De app haalt ook niets op bij andere websites.',
        'Tik je op een link naar een bron, dan ga je naar een andere website. Daar gelden andere regels.',
      ],
    },
    {
      title: 'Wat de website kan zien',
      text: [
        'Je browser haalt de app, de teksten en de audio op bij een website. Wie die website aanbiedt, kan zien welk bestand je wanneer opvraagt. Daar hoort ook je IP-adres bij.',
        'De app zet één cookie. Die is bij iedereen hetzelfde en gaat mee als je iets opvraagt. Daaraan merkt de app dat je browser iets heeft gewist.',
        'Vraag de aanbieder hoe lang hij dat bewaart. Staat de route op je toestel, dan is er bijna niets meer op te vragen.',
      ],
    },
    {
      title: 'Meenemen en wissen',
      text: [
        'Bij Notities kun je alles exporteren wat je schreef. Je krijgt dan een bestand en kiest zelf waar dat blijft.',
        'Bij Instellingen kun je alles wissen. Dan is het weg van dit toestel, ook voor jou.',
        'Wis je de gegevens van je browser, dan is ook alles van Luisterroute weg. Soms ruimt een browser zelf op. Maak daarom af en toe een back-up.',
      ],
    },
    {
      title: 'Wie het toch kan lezen',
      text: [
        'Wie je toestel kan gebruiken, kan je notities lezen. Zet er daarom een code op.',
        'Heb je een telefoon van je werk? Je organisatie beheert die misschien. Dan kan ze het toestel wissen, en soms ook zien wat erop staat.',
        'Notities over je werk kunnen bij je werk horen. De wet kan vragen dat je ze laat zien, bijvoorbeeld als iemand informatie opvraagt.',
        'Schrijf daarom geen namen of gegevens van inwoners op. Gebruik voor collega’s een rol.',
      ],
    },
  ] satisfies readonly TextSection[],
} as const;
