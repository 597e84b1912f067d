/** The part of the speech engine's interface that `speech.ts` uses; the package has no types of its own. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakWorker {
    /** Returns 0 when the language exists; an unknown variant after `+` also gives 0. */
    set_voice(name: string): number;
    rate: number;
    pitch: number;
    range: number;
    volume: number;
    get_samplerate(): number;
    /** The callback gets PCM of 16 bits in pieces; returning true stops. */
    synthesize(text: string, callback: (audio: Int16Array, events: unknown[]) => boolean): void;
    synthesize_ipa(text: string): { code: number; ipa: string };
  }
  export interface EspeakModule {
    eSpeakNGWorker: new () => EspeakWorker;
  }
  const createModule: () => Promise<EspeakModule>;

  // biome-ignore lint/style/noDefaultExport: that is how the package exports it.
  export default createModule;
}
