import { expect, test } from 'vitest';
import * as api from './index.js';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "GLUCOSE_RANGE_MMOL_PER_L",
      "MODULES",
      "ModuleRegistry",
      "STANDARD_MODULES",
      "TwinError",
      "checkAlive",
      "compareSlots",
      "cutStream",
      "derivedSeries",
      "evaluateFlags",
      "foldLane",
      "measureSeries",
      "mergeLanes",
      "moduleJsonSchema",
      "novel",
      "parseModuleDefinition",
      "slotKey",
      "sortIntoModules",
      "statementContent",
      "statementKey",
      "theilSen",
      "timeline",
    ]
  `);
});
