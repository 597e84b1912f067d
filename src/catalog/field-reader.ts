/** Reads the keys of one YAML mapping: each value with its place, each fault with the rule and a way out. */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { suggestWord } from './closest-word.ts';
import type { Place, Placed, ProblemSink } from './content-problem.ts';
import { fileNameRule, idRule, isFileName, isId } from './file-name.ts';
import { type FrontMatter, keyText } from './front-matter.ts';
import { isWebAddress } from './web-address.ts';

/** The smallest and greatest number of a key, with a value to show as example. */
export interface NumberRange {
  min: number;
  max: number;
  example: string;
  whole?: boolean;
}

/** Whether a key must be there. */
type Need = 'required' | 'optional';

/** The keys of one mapping. Unknown keys are reported at once; a value is checked when it is asked for. */
export class FieldReader {
  /** Where the mapping starts. */
  readonly place: Place;
  readonly #pairs = new Map<string, Node | undefined>();
  readonly #source: Pick<FrontMatter, 'placeOf'>;
  readonly #sink: ProblemSink;
  readonly #prefix: string;

  constructor(source: FrontMatter, knownKeys: readonly string[], sink: ProblemSink, prefix = '') {
    this.#source = source;
    this.#sink = sink;
    this.#prefix = prefix;
    this.place = source.placeOf(source.map);
    for (const pair of source.map.items as Pair<Node, Node | null>[]) {
      const key = keyText(pair.key);
      if (knownKeys.includes(key)) {
        if (!this.#pairs.has(key)) this.#pairs.set(key, pair.value ?? undefined);
      } else {
        sink.report(
          'unknown-key',
          source.placeOf(pair.key),
          `${prefix}${key}: deze sleutel bestaat niet. ${suggestWord(key, knownKeys)}`,
        );
      }
    }
  }

  /** Where the value of a key stands; the start of the mapping when the key is absent. */
  placeOf(key: string): Place {
    const node = this.#pairs.get(key);
    return node ? this.#source.placeOf(node) : this.place;
  }

  /** Whether the key has a value. */
  has(key: string): boolean {
    const node = this.#pairs.get(key);
    return node !== undefined && !(isScalar(node) && node.value === null);
  }

  /** A text that says something. */
  text(key: string, need: Need = 'required'): Placed<string> | undefined {
    const node = this.#node(key, need);
    return node && this.#textOf(node, key);
  }

  /** One of a few words. */
  word(key: string, words: readonly string[]): Placed<string> | undefined {
    const text = this.text(key);
    if (!text || words.includes(text.value)) return text;
    this.#report(
      'wrong-value',
      text.place,
      key,
      `“${text.value}” kan hier niet. ${suggestWord(text.value, words)}`,
    );
    return undefined;
  }

  /** A number in a range. */
  number(key: string, range: NumberRange, need: Need = 'required'): Placed<number> | undefined {
    const node = this.#node(key, need);
    if (!node) return undefined;
    const place = this.#source.placeOf(node);
    const kind = range.whole ? 'heel getal' : 'getal';
    const rule = `Gebruik een ${kind} van ${range.min} tot ${range.max}, bijvoorbeeld ${range.example}`;
    const value = isScalar(node) ? node.value : undefined;
    if (
      typeof value !== 'number' ||
      Number.isNaN(value) ||
      (range.whole && !Number.isInteger(value))
    ) {
      this.#report('wrong-type', place, key, `${show(node)} is geen ${kind}. ${rule}`);
      return undefined;
    }
    if (value < range.min || value > range.max) {
      const fault = value > range.max ? `groter dan ${range.max}` : `kleiner dan ${range.min}`;
      this.#report('out-of-range', place, key, `${value} is ${fault}. ${rule}`);
      return undefined;
    }
    return { value, place };
  }

  /** An id that is well formed. */
  id(key: string): Placed<string> | undefined {
    const text = this.text(key);
    return text && this.#checkId(text, key) ? text : undefined;
  }

  /** A list of well formed ids; those that are not were reported and left out. */
  ids(key: string, need: Need): Placed<string>[] {
    return this.texts(key, need).filter((text) => this.#checkId(text, key));
  }

  /** A list of texts. */
  texts(key: string, need: Need): Placed<string>[] {
    return this.#items(key, need, 'een lijst, zoals [een, twee]').flatMap((node, index) => {
      const text = this.#textOf(node, `${key}[${index + 1}]`);
      return text ? [text] : [];
    });
  }

  /** An address that a listener can safely open. */
  webAddress(key: string, need: Need): Placed<string> | undefined {
    const text = this.text(key, need);
    if (!text || isWebAddress(text.value)) return text;
    this.#report(
      'unsafe-url',
      text.place,
      key,
      `“${text.value}” kan geen link zijn. Gebruik een adres dat begint met https:// of mailto:`,
    );
    return undefined;
  }

  /** The name of a file in the media folder of the module. */
  fileName(key: string, need: Need): Placed<string> | undefined {
    const text = this.text(key, need);
    if (!text || isFileName(text.value)) return text;
    this.#report('malformed-file-name', text.place, key, fileNameRule(text.value));
    return undefined;
  }

  /** A mapping inside this one. */
  fields(key: string, knownKeys: readonly string[], need: Need): FieldReader | undefined {
    const node = this.#node(key, need);
    return node && this.#nested(node, knownKeys, key);
  }

  /** A list of mappings. */
  fieldList(key: string, knownKeys: readonly string[], need: Need): FieldReader[] {
    const form = `een lijst van blokken met ${knownKeys.join(', ')}`;
    return this.#items(key, need, form).flatMap((node, index) => {
      const reader = this.#nested(node, knownKeys, `${key}[${index + 1}]`);
      return reader ? [reader] : [];
    });
  }

  /** How much the list of a key holds, faulty or not; `undefined` when its value is no list. */
  countItems(key: string): number | undefined {
    const node = this.#pairs.get(key);
    return isSeq(node) ? node.items.length : undefined;
  }

  /** Whether the value of a key is a mapping. */
  isMapping(key: string): boolean {
    return isMap(this.#pairs.get(key));
  }

  /** Reports a fault in the value of a key. */
  report(code: Parameters<ProblemSink['report']>[0], key: string, message: string): void {
    this.#report(code, this.placeOf(key), key, message);
  }

  #node(key: string, need: Need): Node | undefined {
    const node = this.#pairs.get(key);
    if (node && !(isScalar(node) && node.value === null)) return node;
    if (need === 'required') {
      if (this.#pairs.has(key)) {
        this.#report('empty-value', this.placeOf(key), key, 'hier staat niets. Vul een waarde in');
      } else {
        this.#report('missing-key', this.place, key, 'deze sleutel ontbreekt. Zet die erbij');
      }
    }
    return undefined;
  }

  #textOf(node: Node, label: string): Placed<string> | undefined {
    const place = this.#source.placeOf(node);
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== 'string') {
      const way = isScalar(node) ? ` Zet er aanhalingstekens omheen: "${node.source ?? ''}"` : '';
      this.#report('wrong-type', place, label, `${show(node)} is geen tekst.${way}`);
      return undefined;
    }
    const text = value.trim().replace(/\s+/g, ' ');
    if (text === '') {
      this.#report('empty-value', place, label, 'hier staat niets. Vul een tekst in');
      return undefined;
    }
    return { value: text, place };
  }

  #items(key: string, need: Need, form: string): Node[] {
    const node = this.#node(key, need);
    if (!node) return [];
    if (isSeq(node)) return node.items as Node[];
    this.#report(
      'wrong-type',
      this.#source.placeOf(node),
      key,
      `${show(node)} is geen lijst. Gebruik ${form}`,
    );
    return [];
  }

  #nested(node: Node, knownKeys: readonly string[], label: string): FieldReader | undefined {
    if (isMap(node)) {
      const source: FrontMatter = { map: node as YAMLMap, placeOf: this.#source.placeOf };
      return new FieldReader(source, knownKeys, this.#sink, `${this.#prefix}${label}.`);
    }
    this.#report(
      'wrong-type',
      this.#source.placeOf(node),
      label,
      `${show(node)} is geen blok. Gebruik de sleutels ${knownKeys.join(', ')}`,
    );
    return undefined;
  }

  #checkId({ value, place }: Placed<string>, key: string): boolean {
    if (isId(value)) return true;
    this.#report('malformed-id', place, key, idRule(value));
    return false;
  }

  #report(
    code: Parameters<ProblemSink['report']>[0],
    place: Place,
    key: string,
    message: string,
  ): void {
    this.#sink.report(code, place, `${this.#prefix}${key}: ${message}`);
  }
}

/** A value as the message shows it. */
function show(node: Node): string {
  if (isScalar(node)) return `“${node.source ?? String(node.value)}”`;
  return isSeq(node) ? 'een lijst' : 'een blok met sleutels';
}
