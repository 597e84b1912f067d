/** The core of howler without its 3D sound, and the private parts that one element of our own needs. */
declare module 'howler/dist/howler.core.min.js' {
  interface HowlCoreOptions {
    src: string[];
    format: string[];
    html5: true;
    preload: true | 'metadata';
    volume: number;
    onloaderror: (soundId: number | null, error: unknown) => void;
  }

  /** Made and let go of; everything in between is asked of the element. */
  interface HowlCore {
    unload(): null;
  }

  interface HowlerCore {
    autoUnlock: boolean;
    usingWebAudio: boolean;
    html5PoolSize: number;
    /** The elements that the next Howl takes from. */
    _html5AudioPool: HTMLAudioElement[];
  }

  interface HowlerCoreModule {
    Howl: new (options: HowlCoreOptions) => HowlCore;
    Howler: HowlerCore;
  }

  const core: HowlerCoreModule;
  // biome-ignore lint/style/noDefaultExport: a CommonJS file has no other export.
  export default core;
}
