/** Text from input on a person's terminal. */

/** The text on one line, without control or formatting characters: input may not steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ').replace(/\p{Cc}|\p{Cf}|\u2028|\u2029/gu, '\uFFFD');
}

/** `1 value`, `2 values`; thousands are set apart. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** 12345 as `12,345`. */
export function grouped(n: number): string {
  return n.toLocaleString('en-US');
}

/** Four significant digits: what is shown; JSON keeps the value. */
export function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** An author without the kind that every hospital's name begins with. */
export function shortAuthor(author: string): string {
  return printable(author.replace(/^hospital:/, ''));
}
