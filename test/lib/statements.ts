import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A statement of the sources: what is sent to Postgres when the code around it is run with values that say nothing. */
export interface Statement {
  readonly at: string;
  readonly file: string;
  /** of a prepared one */
  readonly name: string | null;
  /** null: it cannot be read without running the program */
  readonly text: string | null;
}

const ROOT = path.resolve('.');
const FOLDERS = ['libs', 'apps/api', 'apps/worker', 'apps/cli'];
const OTHERS = /\.(spec|entity|d)\.tsx?$|\/(migrations|api-client)\//;

/**
 * All statements there are, also those that no test happens to send. A text is composed of constants of its file, of
 * words that other files export and of what its function makes of its arguments, so these are evaluated and nothing else.
 */
export async function statementsOfTheSources(): Promise<Statement[]> {
  const files = FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file) && !OTHERS.test(file)),
  );
  const found: Statement[] = [];
  for (const file of files.sort()) found.push(...(await statementsOf(file)));
  return found;
}

interface Sent {
  readonly call: ts.CallExpression;
  readonly name: ts.Expression | null;
  readonly text: ts.Expression;
}

async function statementsOf(file: string): Promise<Statement[]> {
  const code = fs.readFileSync(path.join(ROOT, file), 'utf8');
  if (!/\bprepared\b|\bquery/.test(code)) return [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true);
  const sent = callsIn(source);
  if (sent.length === 0) return [];
  const imported = await wordsImportedBy(file, source);
  const constants = constantsOf(source);
  return sent.flatMap(({ call, name, text }) => {
    const at = `${file}:${source.getLineAndCharacterOfPosition(call.getStart()).line + 1}`;
    const texts = [SAYS_NOTHING, SAYS_YES].map((any) => evaluated(text, { constants, imported, any }));
    const known = [...new Set(texts)].filter((one) => one !== null);
    const named = name && evaluated(name, { constants, imported, any: SAYS_NOTHING });
    return (known.length > 0 ? known : [null]).map((one) => ({ at, file, name: named, text: one }));
  });
}

/** `prepared(db, name, text, values)` and `db.query(text, values)`, whatever the handle is called. */
function callsIn(source: ts.SourceFile): Sent[] {
  const found: Sent[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression: callee, arguments: args } = node;
      const [first, second, third] = args;
      if (ts.isIdentifier(callee) && callee.text === 'prepared' && second && third)
        found.push({ call: node, name: second, text: third });
      else if (ts.isIdentifier(callee) && callee.text === 'queryPatiently' && second)
        found.push({ call: node, name: null, text: second });
      else if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'query' && first)
        found.push({ call: node, name: null, text: first });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What lower files export as words: of everything else a statement knows values only. */
async function wordsImportedBy(file: string, source: ts.SourceFile): Promise<Map<string, unknown>> {
  const words = new Map<string, unknown>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const names = statement.importClause?.namedBindings;
    const from = resolved(file, statement.moduleSpecifier.text);
    if (!names || !ts.isNamedImports(names)) continue;
    const known =
      from &&
      /\.(sql|types|rules)\.ts$|(database\/id|lists\/(page|sorted)|persons\/possible-duplicates)\.ts$/.test(from)
        ? await import(from)
        : {};
    for (const { name, propertyName } of names.elements) words.set(name.text, known[(propertyName ?? name).text]);
  }
  return words;
}

function resolved(file: string, specifier: string): string | null {
  const found = specifier.startsWith('@app/')
    ? path.join(ROOT, 'libs', specifier.slice('@app/'.length))
    : specifier.startsWith('.')
      ? path.join(ROOT, path.dirname(file), specifier)
      : null;
  return found && found.replace(/\.js$/, '.ts');
}

/** Constants and functions that stand beside the classes of a file. */
const constantsOf = (source: ts.SourceFile): string =>
  source.statements
    .filter((statement) => ts.isVariableStatement(statement) || ts.isFunctionDeclaration(statement))
    .map((statement) => statement.getText().replace(/^export (default )?/, ''))
    .join('\n');

interface Scope {
  readonly constants: string;
  readonly imported: ReadonlyMap<string, unknown>;
  readonly any: unknown;
}

/** The text, or null where it depends on more than words. */
function evaluated(text: ts.Expression, { constants, imported, any }: Scope): string | null {
  const names = [...imported.keys()];
  const body = `${constants}\nreturn ${around(text)};`;
  const { outputText } = ts.transpileModule(`function scope() {${body}}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  try {
    const scope = new Function('ANY', ...names, `${outputText}; return scope.call(ANY);`);
    const value: unknown = scope(any, ...names.map((name) => STANDS_FOR[name]?.(any) ?? imported.get(name) ?? any));
    return typeof value === 'string' && !value.includes(MARK) && !value.includes('undefined') ? value : null;
  } catch {
    return null;
  }
}

/** The expression inside the functions it stands in, each called with arguments that can be anything. */
function around(text: ts.Expression): string {
  let code = text.getText();
  let inner: ts.Node = text;
  for (let node = text.parent; !ts.isSourceFile(node); inner = node, node = node.parent) {
    if (ts.isBlock(node)) code = `(() => { ${before(node, inner)}\n return ${code}; })()`;
    if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer))
      code = `((${node.initializer.declarations[0]?.name.getText()}) => ${code})(ANY)`;
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const parameters = node.parameters.map((parameter) => parameter.getText());
      code = `((${parameters.join(', ')}) => ${code})(${node.parameters.map(argument).join(', ')})`;
    }
  }
  return code;
}

/** One of the values that a parameter may have, where its type names them. */
function argument({ type }: ts.ParameterDeclaration): string {
  if (type?.kind === ts.SyntaxKind.BooleanKeyword) return 'Boolean(ANY.any)';
  const values = type && ts.isUnionTypeNode(type) ? type.types : [];
  if (values.length === 0 || !values.every(ts.isLiteralTypeNode)) return 'ANY';
  return `(ANY.any ? ${values.at(-1)?.getText()} : ${values[0]?.getText()})`;
}

/** What a block does before a statement of its own, but for what waits, ends or asks somebody else. */
function before(block: ts.Block, statement: ts.Node): string {
  const earlier = block.statements.slice(0, block.statements.indexOf(statement as ts.Statement));
  return earlier
    .map((one) => {
      if (!waitsOrEnds(one)) return one.getText();
      if (!ts.isVariableStatement(one)) return '';
      return one.declarationList.declarations.map(({ name }) => `let ${name.getText()} = ANY;`).join(' ');
    })
    .join('\n');
}

function waitsOrEnds(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isReturnStatement(node) || ts.isThrowStatement(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return ts.forEachChild(node, (child) => waitsOrEnds(child) || undefined) ?? false;
}

/** Stands in a text that was composed of a value. */
const MARK = '\u2205';

/** A value of which nothing is known: it has nothing, or whatever is asked for. */
const anything = (has: () => unknown): unknown =>
  new Proxy(() => undefined, {
    apply: () => anything(has),
    construct: () => ({}),
    get: (_, key) => {
      if (key === Symbol.toPrimitive || key === 'toString') return () => MARK;
      if (key === Symbol.iterator) return () => [anything(has)][Symbol.iterator]();
      if (key === 'map' || key === 'flatMap' || key === 'filter') return () => [];
      return has();
    },
  });
const SAYS_NOTHING = anything(() => undefined);
const SAYS_YES = anything(() => SAYS_NOTHING);

/** A cursor is read only where it was made here: a list is asked for its first page, and for another one. */
const STANDS_FOR: Readonly<Record<string, (any: unknown) => unknown>> = {
  readCursor: (any) => () => (any === SAYS_YES ? ['', '', ''] : null),
  readPlace: (any) => () => (any === SAYS_YES ? { value: '', id: '' } : null),
};
