/**
 * Finds words of the interface that no code says, by their path: `strings.player.play` is not used because
 * something else is called `play`. The compiler tells which declaration every name in the code means.
 */
import { type Expression, type Node, SyntaxKind } from 'typescript/unstable/ast';
import * as is from 'typescript/unstable/ast/is';
import { API, type Symbol as Meaning, type Project, type Type } from 'typescript/unstable/sync';

const STRINGS = '/src/ui/strings/';

/** Where a word is declared, as one text. */
type Place = string;

/**
 * Looks through the `src` of a project.
 *
 * @param folder - Where its `tsconfig.json` lies, with a slash at the end.
 * @returns Paths such as `time.ts: sleep.off`, in the order in which they are written.
 */
export function findUnusedStrings(folder: string): string[] {
  const api = new API({ cwd: folder });
  try {
    const project = api
      .updateSnapshot({ openProjects: [`${folder}tsconfig.json`] })
      .getProjects()[0];
    if (!project) throw new Error('tsconfig.json could not be opened');
    const files = project.rootFiles.filter((name) => name.startsWith(`${folder}src/`));
    const words = new Map(
      files.filter((name) => name.includes(STRINGS)).flatMap((name) => wordsOf(project, name)),
    );
    const uses = new Uses(project);
    for (const name of files) if (!name.includes(STRINGS)) uses.collect(name);
    return [...words].filter(([place]) => !uses.places.has(place)).map(([, path]) => path);
  } finally {
    api.close();
  }
}

/** Every exported word of a file with the place of its declaration; a list counts as one word. */
function wordsOf(project: Project, fileName: string): [Place, string][] {
  const found: [Place, string][] = [];
  const visit = (node: Node, path: readonly string[]): void => {
    if (!is.isPropertyAssignment(node)) {
      node.forEachChild((child) => visit(child, path));
      return;
    }
    const own = [...path, node.name.getText().replaceAll("'", '')];
    const { initializer } = node;
    const value = is.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
    if (is.isObjectLiteralExpression(value)) {
      value.forEachChild((child) => visit(child, own));
      return;
    }
    const [place] = placesOf(project.checker.getSymbolAtLocation(node.name));
    const file = fileName.slice(fileName.lastIndexOf('/') + 1);
    if (place !== undefined) found.push([place, `${file}: ${own.join('.')}`]);
  };
  // What is not exported has a type of its own that names each key.
  parse(project, fileName).forEachChild((statement) => {
    const isExported = is.isVariableStatement(statement) && /^export /.test(statement.getText());
    if (isExported) visit(statement, []);
  });
  return found;
}

/** Which declarations a name stands for: of a union each member has its own. Only words count. */
function placesOf(meaning: Meaning | undefined): Place[] {
  return (meaning?.declarations ?? [])
    .filter(({ path }) => path.includes(STRINGS))
    .map(({ path, index }) => `${path}:${index}`);
}

function parse(project: Project, fileName: string): Node {
  const file = project.program.getSourceFile(fileName);
  if (!file) throw new Error(`${fileName} could not be read`);
  return file;
}

/** The words that the code says. */
class Uses {
  readonly places = new Set<Place>();
  readonly #project: Project;
  /** The words below a type; asked of the compiler once for each. */
  readonly #wordsOfType = new Map<number, readonly Meaning[]>();

  constructor(project: Project) {
    this.#project = project;
  }

  collect(fileName: string): void {
    const names: Node[] = [];
    const groups: Expression[] = [];
    const visit = (node: Node): void => {
      if (is.isPropertyAccessExpression(node)) names.push(node.name);
      if (is.isBindingElement(node) && node.propertyName) names.push(node.propertyName);
      if (is.isObjectBindingPattern(node)) this.#takeApart(node);
      if (isRead(node)) groups.push(node);
      node.forEachChild(visit);
    };
    visit(parse(this.#project, fileName));
    const { checker } = this.#project;
    for (const meaning of checker.getSymbolAtLocation(names)) {
      for (const place of placesOf(meaning)) this.places.add(place);
    }
    const types = checker.getTypeAtLocation(groups);
    for (const [index, group] of groups.entries()) this.#handOn(group, types[index]);
  }

  /** `const { label } = words`. */
  #takeApart(pattern: Node): void {
    const inside = this.#groupIn(this.#project.checker.getTypeAtLocation(pattern));
    if (inside.length === 0) return;
    pattern.forEachChild((element) => {
      if (!is.isBindingElement(element)) return;
      const name = element.name?.getText();
      this.#use(inside.filter((meaning) => meaning.name === name));
    });
  }

  /** What happens to a whole group of words: one is picked with a key, or all are given to other code. */
  #handOn(group: Expression, type: Type | undefined): void {
    const inside = this.#groupIn(type);
    if (inside.length === 0) return;
    const outer = withoutWrapping(group);
    const { parent } = outer;
    if (is.isElementAccessExpression(parent) && parent.expression === outer) {
      const keys = this.#keysOf(parent.argumentExpression);
      this.#use(inside.filter(({ name }) => keys === undefined || keys.has(name)));
      return;
    }
    const isFollowed =
      (is.isPropertyAccessExpression(parent) && parent.expression === outer) ||
      (is.isVariableDeclaration(parent) && parent.initializer === outer) ||
      this.#groupIn(this.#project.checker.getContextualType(outer)).length > 0;
    if (!isFollowed) this.#useAll(inside);
  }

  /** @returns nothing for a key that can be anything. */
  #keysOf(key: Expression): Set<string> | undefined {
    const type = this.#project.checker.getTypeAtLocation(key);
    const parts = type?.isUnionType() ? type.getTypes() : type && [type];
    if (!parts?.every((part) => part.isStringLiteralType())) return undefined;
    return new Set(parts.map((part) => String(part.value)));
  }

  #use(meanings: readonly Meaning[]): void {
    for (const place of meanings.flatMap(placesOf)) this.places.add(place);
  }

  #useAll(meanings: readonly Meaning[]): void {
    this.#use(meanings);
    for (const meaning of meanings) {
      this.#useAll(this.#groupIn(this.#project.checker.getTypeOfSymbol(meaning)));
    }
  }

  /** The words and groups directly in a group. */
  #groupIn(type: Type | undefined): readonly Meaning[] {
    if (!type || !(type.isObjectType() || type.isUnionType())) return [];
    const known = this.#wordsOfType.get(type.id);
    if (known) return known;
    const found = this.#project.checker
      .getPropertiesOfType(type)
      .filter((meaning) => placesOf(meaning).length > 0);
    this.#wordsOfType.set(type.id, found);
    return found;
  }
}

/** Whether a node is an expression that can stand for a group, and not the name of something. */
function isRead(node: Node): node is Expression {
  if (is.isPropertyAccessExpression(node) || is.isElementAccessExpression(node)) return true;
  if (!is.isIdentifier(node)) return false;
  const parent = node.parent as Node & { name?: Node; propertyName?: Node };
  const isName = parent.name === node || parent.propertyName === node;
  return !isName && !TYPES_AND_NAMES.has(parent.kind);
}

const TYPES_AND_NAMES = new Set([
  SyntaxKind.TypeQuery,
  SyntaxKind.QualifiedName,
  SyntaxKind.TypeReference,
  SyntaxKind.ImportSpecifier,
  SyntaxKind.ImportClause,
  SyntaxKind.JsxOpeningElement,
  SyntaxKind.JsxSelfClosingElement,
  SyntaxKind.JsxClosingElement,
]);

/** The whole of `(a ? words.one : words.other)`, of which each branch is a group. */
function withoutWrapping(node: Expression): Expression {
  const { parent } = node;
  const isWrapping =
    is.isParenthesizedExpression(parent) ||
    is.isAsExpression(parent) ||
    is.isSatisfiesExpression(parent) ||
    is.isNonNullExpression(parent) ||
    (is.isConditionalExpression(parent) && parent.condition !== node) ||
    (is.isBinaryExpression(parent) && parent.right === node);
  return isWrapping ? withoutWrapping(parent as Expression) : node;
}
