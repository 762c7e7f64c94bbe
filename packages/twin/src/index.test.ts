import { expect, test } from 'vitest';
import * as api from './index.js';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "GLUCOSE_RANGE_MMOL_PER_L",
      "GrowingMaster",
      "INTERACTIONS",
      "MODULES",
      "ModuleRegistry",
      "STANDARD_MODULES",
      "TwinError",
      "checkAlive",
      "compareSlots",
      "cutStream",
      "daysWithOpenings",
      "derivedSeries",
      "diffMasters",
      "evaluateFlags",
      "explainDecision",
      "findInteractions",
      "foldLane",
      "ingredientsOf",
      "masterAt",
      "measureSeries",
      "medicationView",
      "mergeLanes",
      "moduleJsonSchema",
      "novel",
      "parseModuleDefinition",
      "proportionOfDaysCovered",
      "slotKey",
      "sortIntoModules",
      "statementContent",
      "statementKey",
      "theilSen",
      "timeline",
    ]
  `);
});
