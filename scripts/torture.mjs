/** `npm run torture`: docs/TORTURE.md. */

import { torture } from '../packages/cli/dist/torture/main.js';

process.exitCode = await torture(process.argv.slice(2));
