/** What the tabs of one browser tell each other about the sound. */

/** A message; a tab never hears its own. */
export type TabMessage =
  /** This tab has the sound now. */
  | { kind: 'plays'; routeId: string; moduleId: string }
  /** It had the sound, and nothing plays any more. */
  | { kind: 'stops' }
  /** A tab that was just opened: does anybody play? */
  | { kind: 'asks' }
  /** How far the listener is now with these sounds, as stored records that are still to be checked. */
  | { kind: 'progress'; records: unknown[] };

/** Checks a message. @returns `undefined` for anything that is not ours, or of a version that is not known. */
export function readTabMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  switch (data.kind) {
    case 'plays':
      if (!('routeId' in data) || typeof data.routeId !== 'string') return undefined;
      if (!('moduleId' in data) || typeof data.moduleId !== 'string') return undefined;
      return { kind: 'plays', routeId: data.routeId, moduleId: data.moduleId };
    case 'stops':
    case 'asks':
      return { kind: data.kind };
    case 'progress':
      if (!('records' in data) || !Array.isArray(data.records)) return undefined;
      return { kind: 'progress', records: data.records };
    default:
      return undefined;
  }
}
