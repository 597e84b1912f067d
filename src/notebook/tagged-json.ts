/**
 * Turns whatever a database can hold into JSON and back. Only for damaged records: nobody knows what is
 * in them, and none of it may get lost. What JSON cannot say stands in an object with the one key `$`.
 */
import { BackupError, MAX_DEPTH } from './backup-format.ts';

/** @returns A text that {@link readTagged} turns back into an equal value. */
export function writeTagged(value: unknown): string {
  return JSON.stringify(tag(value, 0));
}

/** @throws BackupError when the text is not one of {@link writeTagged}. */
export function readTagged(text: string): unknown {
  try {
    return untag(JSON.parse(text), 0);
  } catch (cause) {
    throw new BackupError('bad-record', 'a damaged record that cannot be read back', cause);
  }
}

function tag(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return { $: 'too-deep' };
  const next = (part: unknown) => tag(part, depth + 1);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', is: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint':
      return { $: 'bigint', is: String(value) };
    case 'object':
      break;
    default:
      return { $: 'undefined' };
  }
  if (value === null) return value;
  if (Array.isArray(value)) return value.map(next);
  if (value instanceof Date) return { $: 'date', is: next(value.getTime()) };
  if (value instanceof ArrayBuffer) return { $: 'bytes', is: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return { $: 'view', is: toBase64(new Uint8Array(buffer, byteOffset, byteLength)) };
  }
  if (value instanceof Map) return { $: 'map', is: [...value].map(next) };
  if (value instanceof Set) return { $: 'set', is: [...value].map(next) };
  return { $: 'object', is: Object.entries(value).map(([key, part]) => [key, next(part)]) };
}

function untag(value: unknown, depth: number): unknown {
  if (depth > 2 * MAX_DEPTH) throw new RangeError('too deep');
  const next = (part: unknown) => untag(part, depth + 1);
  if (Array.isArray(value)) return value.map(next);
  if (typeof value !== 'object' || value === null) return value;
  const { $: kind, is } = value as { $?: unknown; is?: unknown };
  switch (kind) {
    case 'number':
      return Number(is);
    case 'bigint':
      return BigInt(String(is));
    case 'date':
      return new Date(Number(next(is)));
    case 'bytes':
      return fromBase64(String(is)).buffer;
    case 'view':
      return fromBase64(String(is));
    case 'map':
      return new Map(listOf(is).map((pair) => pairOf(next(pair))));
    case 'set':
      return new Set(listOf(is).map(next));
    case 'object':
      return objectOf(
        listOf(is)
          .map((pair) => pairOf(pair))
          .map(([key, part]) => [key, next(part)]),
      );
    default:
      return undefined;
  }
}

/** `Object.fromEntries` defines; it never assigns, so no name can reach a prototype. */
function objectOf(entries: [unknown, unknown][]): object {
  return Object.fromEntries(entries.map(([key, value]) => [String(key), value]));
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('not a list');
  return value;
}

function pairOf(value: unknown): [unknown, unknown] {
  const [key, part] = listOf(value);
  return [key, part];
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In slices: a spread of a large array is more arguments than an engine takes.
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
