/**
 * Arithmetic over named values: numbers, names, `+ - * /`, parentheses, unary minus. A module's derived measures are such expressions; there is
 * nothing in them to run.
 */
export interface Arithmetic {
  /** Names in the expression, each once. */
  readonly names: readonly string[];
  /** The value, or NaN where a division by zero or a missing name makes none. */
  readonly evaluate: (values: ReadonlyMap<string, number>) => number;
}

type Node = (values: ReadonlyMap<string, number>) => number;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9-]*)|([-+*/()]))/y;

/** @returns the expression, or a sentence that says what is wrong. A name may hold hyphens: write spaces around a minus. */
export function parseArithmetic(text: string): Arithmetic | string {
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.trimEnd().length; ) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) return `unexpected character at ${at + 1}`;
    tokens.push((match[1] ?? match[2] ?? match[3]) as string);
  }
  if (tokens.length > 100) return 'more than 100 terms';
  const names = new Set<string>();
  let at = 0;
  let problem: string | undefined;

  function sum(depth: number): Node {
    let left = product(depth);
    while (tokens[at] === '+' || tokens[at] === '-') {
      const [a, b] = [left, tokens[at++] === '+' ? 1 : -1];
      const right = product(depth);
      left = (v) => a(v) + b * right(v);
    }
    return left;
  }
  function product(depth: number): Node {
    let left = factor(depth);
    while (tokens[at] === '*' || tokens[at] === '/') {
      const a = left;
      const isTimes = tokens[at++] === '*';
      const right = factor(depth);
      left = isTimes ? (v) => a(v) * right(v) : (v) => (right(v) === 0 ? Number.NaN : a(v) / right(v));
    }
    return left;
  }
  function factor(depth: number): Node {
    const token = tokens[at++];
    if (token === undefined || depth > 20) {
      problem ??= token === undefined ? 'ends too early' : 'nested too deep';
      return () => Number.NaN;
    }
    if (token === '-') {
      const inner = factor(depth + 1);
      return (v) => -inner(v);
    }
    if (token === '(') {
      const inner = sum(depth + 1);
      if (tokens[at++] !== ')') problem ??= 'a parenthesis is not closed';
      return inner;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (/^[a-z]/.test(token)) {
      names.add(token);
      return (v) => v.get(token) ?? Number.NaN;
    }
    problem ??= `unexpected "${token}"`;
    return () => Number.NaN;
  }

  const evaluate = sum(0);
  if (at < tokens.length) problem ??= `unexpected "${tokens[at]}"`;
  return problem ?? { names: [...names], evaluate };
}
