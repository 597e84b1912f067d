/** Whether the connection costs the person something, as far as the browser tells. */

/** @see https://wicg.github.io/netinfo/ (Chromium; others tell nothing) */
interface NetworkInformation extends EventTarget {
  type?: string;
  saveData?: boolean;
}

/** The connection, and its changes. */
export interface ConnectionWatch {
  /** Mobile data, or a device that was asked to save data; `false` where the browser does not tell. */
  readonly isMetered: boolean;
  /** Called after every change. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}

export function watchConnection(navigator: object): ConnectionWatch {
  const connection =
    'connection' in navigator
      ? (navigator.connection as NetworkInformation | undefined)
      : undefined;
  return {
    get isMetered() {
      return connection?.saveData === true || connection?.type === 'cellular';
    },
    onChange(listener) {
      connection?.addEventListener('change', listener);
      return () => connection?.removeEventListener('change', listener);
    },
  };
}
