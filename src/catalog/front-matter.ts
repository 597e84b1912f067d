/** From the front matter of a file to a YAML mapping whose every value knows its place. */
import {
  type Document,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { type AuthoredFile, FRONT_MATTER_LINE } from './authored-file.ts';
import type { Place, ProblemSink } from './content-problem.ts';

/** The mapping at the top of a file, and how to find the place of a part of it. */
export interface FrontMatter {
  map: YAMLMap;
  placeOf(node: Node | undefined): Place;
}

/** What the parser's own codes mean to an author; others get the general sentence. */
const SYNTAX_HINTS: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'De inspringing klopt niet. Zet sleutels van hetzelfde blok recht onder elkaar',
  TAB_AS_INDENT: 'Hier staat een tab. Spring in met spaties',
  MISSING_CHAR: 'Hier ontbreekt een teken, bijvoorbeeld een aanhalingsteken, haakje of komma',
  BAD_ALIAS: 'Een waarde mag niet met * beginnen. Zet er aanhalingstekens omheen',
  BLOCK_AS_IMPLICIT_KEY:
    'Deze waarde bevat een dubbele punt met een spatie. Zet aanhalingstekens om de hele waarde',
  MULTILINE_IMPLICIT_KEY: 'Na de sleutel op deze regel ontbreekt een dubbele punt met een spatie',
  BAD_SCALAR_START: 'Een waarde mag niet met dit teken beginnen. Zet er aanhalingstekens omheen',
  MULTIPLE_DOCS: 'Een regel met drie streepjes mag alleen boven en onder het blok staan',
  BAD_DQ_ESCAPE: 'Een schuine streep naar achteren heeft hier een eigen betekenis. Schrijf er twee',
};
const GENERAL_HINT =
  'Deze regel is geen geldige YAML. Schrijf sleutel, dubbele punt, spatie, waarde';

/**
 * Reads the front matter.
 *
 * @returns `undefined` when it is absent or cannot be read; both were reported.
 */
export function readFrontMatter(file: AuthoredFile, sink: ProblemSink): FrontMatter | undefined {
  if (file.frontMatter === undefined) return undefined;
  const lineCounter = new LineCounter();
  const document = parseDocument(file.frontMatter, { lineCounter, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + FRONT_MATTER_LINE - 1, column: col };
  };
  if (!reportErrors(document, placeAt, sink)) return undefined;
  if (!isMap(document.contents)) {
    sink.report(
      'wrong-type',
      placeAt(0),
      'Het blok bovenaan bestaat niet uit sleutels. Schrijf regels met sleutel, dubbele punt, spatie, waarde',
    );
    return undefined;
  }
  return {
    map: document.contents,
    placeOf: (node) => placeAt(node?.range?.[0] ?? 0),
  };
}

/** Reports every doubled key, but only the first fault of syntax: those after it are often its echo. */
function reportErrors(
  document: Document.Parsed,
  placeAt: (offset: number) => Place,
  sink: ProblemSink,
): boolean {
  for (const { code, pos } of document.errors) {
    if (code !== 'DUPLICATE_KEY') {
      sink.report('yaml-syntax', placeAt(pos[0]), SYNTAX_HINTS[code] ?? GENERAL_HINT);
      return false;
    }
    sink.report(
      'duplicate-key',
      placeAt(pos[0]),
      'Deze sleutel staat er twee keer. Haal er één weg',
    );
  }
  return true;
}

/** The text of a key; empty for a key that is no plain word. */
export function keyText(key: unknown): string {
  return isScalar(key) && typeof key.value === 'string' ? key.value : String(key ?? '');
}
