/**
 * Reads JSON that somebody else can have made: refuses depth and dangerous names before anything is
 * done with it, and writes it in one form that can be compared and hashed.
 */
import { BackupError, MAX_DEPTH } from './backup-format.ts';

/** Names that reach into the program itself where an object is copied carelessly. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** @throws BackupError `too-deep`, `unsafe-key`, or `damaged` for what is not JSON. */
export function readStrictJson(text: string): unknown {
  // Before parsing: some engines parse by recursion and would run out of stack.
  if (depthOf(text) > MAX_DEPTH) throw new BackupError('too-deep', `deeper than ${MAX_DEPTH}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new BackupError('damaged', 'not JSON', cause);
  }
  refuseUnsafeKeys(value);
  return value;
}

/** The deepest nesting of brackets outside texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInText) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isInText = false;
    } else if (code === QUOTE) isInText = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
  }
  return deepest;
}

const QUOTE = 34;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

function refuseUnsafeKeys(root: unknown): void {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const key of Object.keys(value)) {
      if (UNSAFE_KEYS.has(key)) throw new BackupError('unsafe-key', `the name ${key}`);
      waiting.push((value as Record<string, unknown>)[key]);
    }
  }
}

/** How much of the depth the layout of the file around a record takes. */
const DEPTH_OF_FILE = 4;

/** Whether JSON says all of a value, in a form that {@link readStrictJson} takes back. */
export function isPortable(value: unknown, depth = DEPTH_OF_FILE): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || depth > MAX_DEPTH) return false;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return (
    isPlain &&
    Object.entries(value).every(
      ([key, part]) => !UNSAFE_KEYS.has(key) && isPortable(part, depth + 1),
    )
  );
}

/** JSON with the names in order: two values say the same if and only if this is the same. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
