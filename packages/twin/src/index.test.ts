import { expect, test } from 'vitest';
import * as api from './index.js';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "GLUCOSE_RANGE_MMOL_PER_L",
      "MODULES",
      "compareSlots",
      "cutStream",
      "foldLane",
      "mergeLanes",
      "novel",
      "slotKey",
      "sortIntoModules",
      "statementContent",
      "statementKey",
      "timeline",
    ]
  `);
});
