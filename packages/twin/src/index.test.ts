import { expect, test } from 'vitest';
import * as api from './index.js';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "GLUCOSE_RANGE_MMOL_PER_L",
      "GrowingMaster",
      "INTERACTIONS",
      "INTERACTION_LISTS",
      "MODULES",
      "ModuleRegistry",
      "PDC_THRESHOLD",
      "STANDARD_MODULES",
      "TwinError",
      "bottleEvents",
      "checkAlive",
      "compareSlots",
      "conceptKey",
      "conceptOf",
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
      "medicationsByHandle",
      "mergeLanes",
      "moduleJsonSchema",
      "novel",
      "parseModuleDefinition",
      "proportionOfDaysCovered",
      "slotKey",
      "sortIntoModules",
      "statementContent",
      "statementKey",
      "suppliesOf",
      "theilSen",
      "timeline",
    ]
  `);
});
