/** The words of the offline page. */
export const offlineStrings = {
  intro: 'Download de route. Dan luister je ook zonder bereik.',
  textsReady: 'De app en alle teksten staan op je toestel. Audio download je hieronder.',
  textsMissing: 'De teksten staan nog niet allemaal op je toestel.',
  allSize: (size: string) => `Hele route downloaden (${size})`,
  pause: 'Pauzeer download',
  resume: 'Ga door met downloaden',
  verify: 'Controleer nu',
  verifying: 'Bezig met controleren…',
  download: (title: string) => `Download ${title}`,
  remove: (title: string) => `Verwijder download ${title}`,
  stop: (title: string) => `Stop download ${title}`,
  ready: (done: number, total: number, size: string, time: string) =>
    `Klaar voor onderweg: ${done} van ${total} modules, ${size}, gecontroleerd om ${time}`,
  partly: (done: number, total: number) => `${done} van ${total} modules staan op je toestel`,
  state: {
    none: 'niet op je toestel',
    queued: 'wacht',
    downloading: (done: string, total: string) => `${done} van ${total}`,
    paused: (done: string, total: string) => `gepauzeerd bij ${done} van ${total}`,
    ready: (size: string) => `op je toestel · ${size}`,
  },
  failed: {
    network:
      'De verbinding viel weg. Wat binnen is, blijft staan. Probeer het opnieuw als je bereik hebt.',
    quota:
      'Je toestel heeft te weinig ruimte. Je notities staan er nog. Maak ruimte en probeer het opnieuw.',
    server:
      'De website geeft dit bestand nu niet. Wat binnen is, blijft staan. Probeer het later opnieuw.',
    changed:
      'Het bestand op de website is veranderd. Laad deze pagina opnieuw en download de module nog eens.',
    damaged: 'Het bestand kwam beschadigd aan en is niet bewaard. Probeer het opnieuw.',
    unavailable: 'Je browser kan hier niets bewaren. Luisteren met verbinding kan wel.',
  },
} as const;
