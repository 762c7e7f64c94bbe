/**
 * Colours for a terminal and for nothing else. picocolors by itself also colours in continuous integration, where output is read by programs; who wants colours in a pipe
 * sets FORCE_COLOR, who never wants them NO_COLOR (https://no-color.org).
 */

import picocolors from 'picocolors';

const { NO_COLOR, FORCE_COLOR } = process.env;

export const colours = picocolors.createColors(
  (NO_COLOR ?? '') === '' && (process.stdout.isTTY === true || (FORCE_COLOR ?? '') !== ''),
);
