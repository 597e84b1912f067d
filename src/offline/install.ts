/** Putting the app on the home screen, where the browser lets a page ask for it. */

/** Chromium's event; other engines have no such thing. @see https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** The way to an installed app. */
export interface Install {
  /** Whether {@link Install.install} would show the browser's question. */
  readonly canInstall: boolean;
  /** Shows the browser's question, once; call it inside a tap. */
  install(): void;
  /** Whether this window is the installed app. */
  readonly isStandalone: boolean;
  /** Whether this is a browser of an iPhone or iPad: there only its own menu installs. */
  readonly needsSteps: boolean;
  /** Called when `canInstall` changes. Returns the way to stop. */
  onChange(listener: (canInstall: boolean) => void): () => void;
}

/** Starts listening; the browser offers installing soon after load, so do this early. */
export function watchInstall(
  window: Pick<Window, 'addEventListener' | 'matchMedia' | 'navigator'>,
): Install {
  const listeners = new Set<(canInstall: boolean) => void>();
  let offer: InstallPromptEvent | undefined;

  function setOffer(event: InstallPromptEvent | undefined): void {
    offer = event;
    for (const listener of listeners) listener(offer !== undefined);
  }

  window.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own banner would come at its own moment.
    event.preventDefault();
    setOffer(event as InstallPromptEvent);
  });
  window.addEventListener('appinstalled', () => setOffer(undefined));

  return {
    get canInstall() {
      return offer !== undefined;
    },
    install() {
      // The answer comes as `appinstalled`; a refusal needs no other answer than that nothing changes.
      offer?.prompt().catch(() => undefined);
      setOffer(undefined);
    },
    get isStandalone() {
      const { navigator } = window;
      return (
        window.matchMedia('(display-mode: standalone)').matches ||
        // iOS before it knew the media query, and still beside it.
        ('standalone' in navigator && navigator.standalone === true)
      );
    },
    get needsSteps() {
      const { userAgent, maxTouchPoints } = window.navigator;
      // An iPad calls itself a Mac, but no Mac has a screen for fingers.
      const isTablet = /Macintosh/.test(userAgent) && maxTouchPoints > 1;
      return isTablet || /iPhone|iPad|iPod/.test(userAgent);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
