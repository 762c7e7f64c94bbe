/** The description of the Twin API: valid, current, and what the client is made of. */

import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { apiFiles } from '../../scripts/api-files.mjs';
import { blueprint } from '../../src/api/blueprint.js';
import { COMMON_ERRORS } from '../../src/api/errors.js';
import { openApiDocument } from '../../src/api/openapi.js';
import { productVersion } from '../../src/api/openapi-routes.js';

const routes = blueprint();
const document = openApiDocument(routes, productVersion());

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1 to a validator that is not ours', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as never);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  it('is found invalid where it is', async () => {
    const broken = structuredClone(document) as {
      paths: Record<string, Record<string, { responses?: unknown }>>;
    };
    const first = broken.paths['/health']?.get;
    if (first === undefined) throw new Error('no such path');
    first.responses = [];
    expect((await new Validator().validate(broken as never)).valid).toBe(false);
  });

  it('has every route of the table, with every parameter of its path, and nothing else', () => {
    const { paths } = document as {
      paths: Record<string, Record<string, { parameters: { name: string; in: string }[] }>>;
    };
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { parameters }]) => {
        const names = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
        return `${method.toUpperCase()} ${path} ${names.sort().join()}`;
      }),
    );
    const served = routes.map(({ method, path }) => {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      return `${method} ${path} ${names.sort().join()}`;
    });
    expect(described.sort()).toEqual(served.sort());
  });

  it('names what to sign in for, and what every refusal looks like', () => {
    const { paths } = document as {
      paths: Record<
        string,
        Record<string, { security: unknown[]; responses: Record<string, { description: string }> }>
      >;
    };
    for (const route of routes) {
      const operation = paths[route.path]?.[route.method.toLowerCase()];
      const isPublic = route.operation === 'read-public';
      expect([route.id, operation?.security.length]).toEqual([route.id, isPublic ? 0 : 1]);
      const codes = Object.keys(operation?.responses ?? {});
      expect(codes).toEqual(expect.arrayContaining(isPublic ? ['400'] : ['400', '401', '403', '503']));
    }
    expect(COMMON_ERRORS.denied[0]).toBe(403);
  });
});

describe('what is made of it', () => {
  it('is current: docs/openapi.json, docs/API.md, the types of the client (else `npm run docs:api`)', async () => {
    for (const [path, text] of await apiFiles()) {
      const there = await readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8').catch(() => '');
      expect(there === text, `${path} is out of date: run npm run docs:api`).toBe(true);
    }
  }, 300_000);
});
