/** `npm run docs:api`: writes docs/openapi.json, docs/API.md and the client's types from the routes. */

import { writeFile } from 'node:fs/promises';
import { apiFiles } from './api-files.mjs';

for (const [path, text] of await apiFiles()) {
  await writeFile(new URL(`../../../${path}`, import.meta.url), text);
  console.log(path);
}
