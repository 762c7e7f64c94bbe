/**
 * Whether a text has the shape of a UCUM unit expression (UCUM 2.1, sections 2.1-2.4): components joined by `.` or `/`, each a simple unit with an
 * optional exponent and annotation, a number, an annotation, or an expression in parentheses. Which units exist is the library's to say; it is asked
 * only for texts of this shape, because on others it throws inside and writes the text to the console.
 */
export function hasUcumShape(text: string): boolean {
  if (text.length === 0 || text.length > 100 || INHERITED.some((name) => text.includes(name))) return false;
  let at = 0;

  function expression(depth: number): boolean {
    if (depth > 8) return false;
    if (text[at] === '/') at++;
    for (;;) {
      if (!component(depth)) return false;
      if (text[at] !== '.' && text[at] !== '/') return true;
      at++;
    }
  }

  function component(depth: number): boolean {
    if (text[at] === '(') {
      at++;
      if (!expression(depth + 1) || text[at] !== ')') return false;
      at++;
      return true;
    }
    const start = at;
    UNIT.lastIndex = at;
    at += (UNIT.exec(text) as RegExpExecArray)[0].length;
    if (text[at] === '{') {
      ANNOTATION.lastIndex = at;
      const annotation = ANNOTATION.exec(text);
      if (!annotation) return false;
      at += annotation[0].length;
    }
    return at > start;
  }

  return expression(0) && at === text.length;
}

/** The library looks symbols up in a plain object, and takes what every object inherits (`toString`, behind a prefix too) for a unit. No unit is called so. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

/** A number, or a symbol (square brackets pair) with an optional exponent; may be empty. */
const UNIT =
  /(?:\d+(?![\dA-Za-z[%*^'"_])|(?:10[*^]|[A-Za-z%'"_]|\[[^[\](){}\s/]+\])+\d*(?:[A-Za-z%'"_]|\[[^[\](){}\s/]+\])*(?:[+-]?\d+)?)?/y;
const ANNOTATION = /\{[!-z|~]*\}/y;
