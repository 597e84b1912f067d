/** What is said when sound does not play. */
export const playbackStrings = {
  'not-allowed': 'Je browser wacht op een tik. Tik op Afspelen.',
  'not-found':
    'De audio van deze module staat niet meer op de website. Je plek is bewaard. De tekst kun je lezen.',
  network: 'De verbinding viel weg. Je plek is bewaard. Tik op Afspelen als je weer bereik hebt.',
  decode: 'De audio is beschadigd. Je plek is bewaard. Lees de tekst of probeer het later opnieuw.',
  unsupported:
    'Je browser kan deze audio niet afspelen. Je plek is bewaard. De tekst kun je lezen.',
  'not-audio':
    'In plaats van de audio kwam er een webpagina, zoals op wifi waar je eerst moet inloggen. Je plek is bewaard. Log in op de wifi en tik op Afspelen.',
  incomplete:
    'De audio houdt te vroeg op. Je plek is bewaard. Tik op Afspelen om het opnieuw te proberen, of lees de tekst.',
} as const;
