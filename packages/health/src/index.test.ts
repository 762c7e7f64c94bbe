import { expect, test } from 'vitest';
import * as api from './index.js';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "APPLE_HEALTH_SYSTEM",
      "CONNECTORS",
      "HealthError",
      "MARK_SYSTEM",
      "OPEN_MHEALTH_SYSTEM",
      "PLAUSIBILITY",
      "T1D_UOM_SYSTEM",
      "UCUM_SYSTEM",
      "clinicalTime",
      "collectAppleHealth",
      "collectFhir",
      "collectFhirBundle",
      "collectNdjson",
      "collectOpenMHealth",
      "collectT1dUom",
      "connectorFor",
      "convertUnit",
      "findOpenMHealthFaults",
      "gunzip",
      "inspectResource",
      "isR4ResourceType",
      "isUcumUnit",
      "judgePlausibility",
      "organizationSlug",
      "pathOf",
      "repairUnit",
      "statedTime",
      "toOperationOutcome",
      "toRfc3339",
      "walkResource",
    ]
  `);
});
