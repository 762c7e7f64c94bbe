/** The OpenAPI 3.1 document of a table of routes. What a route says of itself is all there is: the document cannot say otherwise than the server does. */

import { type ZodType, z } from 'zod';
import { COMMON_ERRORS, type CommonError } from './errors.js';
import { API_PREFIX } from './prefix.js';
import type { ApiRoute } from './route.js';

type Json = Record<string, unknown>;

/** What the chapters are about, for a reader of the reference. */
const TAGS: Readonly<Record<string, string>> = {
  public: 'What anybody may know: the consortium, its chain, and this description.',
  'sign-in':
    'Who one is: an account by its signature, staff by the hospital’s OpenID provider or the operator’s token.',
  twins: 'Twins, and what the chain says of them.',
  sealed: 'Lanes and their sealed objects, for whoever has the key.',
  record: 'Opened content at a hospital, by the patient’s grants; every read is receipted.',
  consents: 'Grants, requests and decisions.',
  receipts: 'Access receipts and their proofs.',
  emergencies: 'Breaking the glass, and its review.',
  patients: 'A patient before any grant, linked twins, record numbers.',
  recovery: 'Guardians, proxies, and a lost or stolen key.',
  erasure: 'Erasing, and what the holders said of it.',
  notifications: 'What happened, and whether it was told.',
};

/** Errors that every route may answer, and those of routes with a body and of routes that need somebody. */
const ALWAYS: readonly CommonError[] = [
  'request-invalid',
  'too-many',
  'headers-too-large',
  'too-slow',
  'fault',
];
const SIGNED_IN: readonly CommonError[] = [
  'not-signed-in',
  'denied',
  'chain-unavailable',
  'store-unavailable',
];
const WITH_BODY: readonly CommonError[] = ['too-large', 'media-type'];

/** Statuses of the errors that single routes name; 400 for any other. */
const OWN_STATUS: Readonly<Record<string, number>> = {
  'chain-refused': 409,
  'state-gone': 404,
  'sign-in-refused': 401,
  'too-many-attempts': 429,
  'provider-unreachable': 503,
  busy: 503,
};

const PURPOSE_HEADER: Json = {
  name: 'Twinseal-Purpose',
  in: 'header',
  required: true,
  description:
    'Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.',
  schema: { type: 'string', pattern: '^[A-Z]{1,32}$' },
};
const MODE_HEADER: Json = {
  name: 'Twinseal-Mode',
  in: 'header',
  required: false,
  description:
    'receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.',
  schema: { type: 'string', enum: ['receipt', 'strict'] },
};

/** @param version of the product */
export function openApiDocument(routes: readonly ApiRoute[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const item = paths[route.path] ?? {};
    paths[route.path] = { ...item, [route.method.toLowerCase()]: operationOf(route) };
  }
  const used = new Set(routes.map(({ tag }) => tag));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Twinseal Twin API',
      version,
      summary: 'A hospital’s gateway: twins, lanes, records, consents, receipts.',
      description:
        'Deny is the default on every path. What is denied and what does not exist have one answer. No answer is to be believed for its sender: docs/RECORD.md says what a reader checks.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: API_PREFIX, description: 'A gateway.' }],
    tags: [...used].map((name) => ({ name, description: TAGS[name] ?? name })),
    paths,
    components: {
      schemas: {
        Error: {
          type: 'object',
          additionalProperties: false,
          required: ['error', 'message'],
          properties: {
            error: { type: 'string', description: 'A stable code.' },
            message: { type: 'string', description: 'One sentence: what was expected, or what to do.' },
          },
        },
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A session by wallet signature, the hospital’s OpenID access token, or the operator’s token.',
        },
      },
    },
  };
}

function operationOf(route: ApiRoute): Json {
  const isPublic = route.operation === 'read-public';
  return {
    operationId: route.id,
    summary: route.summary,
    description: route.description,
    tags: [route.tag],
    'x-twinseal-operation': route.operation,
    security: isPublic ? [] : [{ token: [] }],
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.operation === 'read-record' ? [PURPOSE_HEADER, MODE_HEADER] : []),
    ],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }),
    responses: responsesOf(route, isPublic),
  };
}

function parametersOf(schema: ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property;
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function responsesOf(route: ApiRoute, isPublic: boolean): Json {
  const responses: Record<string, Json> = { [String(route.status ?? 200)]: answerOf(route) };
  const codes = [
    ...ALWAYS,
    ...(isPublic ? [] : SIGNED_IN),
    ...(route.body === undefined ? [] : WITH_BODY),
    ...(route.errors ?? []),
  ];
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const status = isCommon(code) ? COMMON_ERRORS[code][0] : (OWN_STATUS[code] ?? 400);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, each] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[String(status)] = {
      description: each
        .map((code) => (isCommon(code) ? `\`${code}\`: ${COMMON_ERRORS[code][1]}` : `\`${code}\``))
        .join(' '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    };
  }
  return responses;
}

function isCommon(code: string): code is CommonError {
  return Object.hasOwn(COMMON_ERRORS, code);
}

function answerOf(route: ApiRoute): Json {
  const headers =
    route.operation === 'read-record'
      ? {
          headers: {
            'Twinseal-Receipt': {
              description: 'Index of the access receipt of this very answer.',
              schema: { type: 'string' },
            },
          },
        }
      : {};
  const content = contentOf(route);
  return { description: 'Done.', ...headers, ...(content === undefined ? {} : { content }) };
}

function contentOf({ answer, status }: ApiRoute): Json | undefined {
  if (answer === 'octets')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  if (answer === 'events') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (status === 204) return undefined;
  return { 'application/json': { schema: schemaOf(answer, 'output') } };
}

/** A form as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}
