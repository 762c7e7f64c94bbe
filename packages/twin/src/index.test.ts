import { expect, test } from 'vitest';
import * as api from './index.js';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "GLUCOSE_RANGE_MMOL_PER_L",
      "GrowingMaster",
      "MODULES",
      "ModuleRegistry",
      "STANDARD_MODULES",
      "TwinError",
      "checkAlive",
      "compareSlots",
      "cutStream",
      "derivedSeries",
      "diffMasters",
      "evaluateFlags",
      "explainDecision",
      "foldLane",
      "masterAt",
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
