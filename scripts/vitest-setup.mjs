/** Tests that start processes of ours start what is built, so build first. */

import { build } from '../packages/cli/bin/build.mjs';

export function setup() {
  if (!build()) console.error('Tests that start built programs will fail, for the build did.');
}
