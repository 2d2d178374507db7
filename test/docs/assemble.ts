import ts from "typescript";
import type { CodeBlock, Program } from "./programs.ts";

/** A program as source text: its imports apart from what it does. */
export interface Assembled {
  readonly imports: readonly ts.ImportDeclaration[];
  /** Typescript in which every `//=>` has become a call of `check(place, actual, expected)`. */
  readonly body: string;
}

const claim = /^[ \t]*;?[ \t]*(?:\n[ \t]*)?\/\/=>/;

function isExpression(text: string): boolean {
  const { diagnostics } = ts.transpileModule(`(${text}\n);`, { reportDiagnostics: true });
  return diagnostics?.length === 0;
}

/** The value after `//=>`, which may go on in the comment lines below. */
function claimedAfter(code: string, end: number): string | undefined {
  const marker = claim.exec(code.slice(end));
  if (marker === null) return undefined;
  let at = end + marker[0].length;
  let value = "";
  for (;;) {
    const lineEnd = `${code}\n`.indexOf("\n", at);
    value += code.slice(at, lineEnd);
    if (isExpression(value)) return value.trim();
    const more = /^\n[ \t]*\/\//.exec(code.slice(lineEnd));
    if (more === null) throw new SyntaxError(`Cannot read what is claimed: ${value}`);
    value += "\n";
    at = lineEnd + more[0].length;
  }
}

function claimedText(statement: ts.Statement, source: ts.SourceFile): string | undefined {
  if (ts.isExpressionStatement(statement)) return statement.expression.getText(source);
  if (!ts.isVariableStatement(statement)) return undefined;
  return statement.declarationList.declarations.at(-1)?.name.getText(source);
}

function assembleBlock(file: string, { line, code }: CodeBlock): Assembled {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true, ts.ScriptKind.TS);
  const imports: ts.ImportDeclaration[] = [];
  let body = "";
  let claims = 0;
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      imports.push(statement);
      continue;
    }
    const claimed = claimedAfter(code, statement.end);
    const actual = claimedText(statement, source);
    if (claimed === undefined || actual === undefined) {
      body += `${statement.getFullText(source)}\n`;
      continue;
    }
    claims += 1;
    const place = `${file}:${line + code.slice(0, statement.getStart(source)).split("\n").length - 1}`;
    if (ts.isVariableStatement(statement)) body += `${statement.getText(source)}\n`;
    body += `await check(${JSON.stringify(place)}, async () => (${actual}), () => (${claimed}));\n`;
  }
  const written = code.match(/\/\/=>/g)?.length ?? 0;
  if (written !== claims) throw new SyntaxError(`${file}:${line}: a //=> stands behind no statement`);
  return { imports, body };
}

/** Puts the blocks of a program into one another, so that a later one sees, and may hide, what an earlier one declared. */
export function assemble({ file, blocks }: Program): Assembled {
  const parts = blocks.map((block) => assembleBlock(file, block));
  return {
    imports: parts.flatMap(({ imports }) => imports),
    body: parts.map(({ body }) => `{\n${body}`).join("") + "}".repeat(parts.length),
  };
}
