/**
 * What is made from the table of routes: the OpenAPI document, the reference page, and the types of the client.
 *
 *     npm run docs:api
 */

import { apiBlueprint, openApiDocument } from '@twinseal/gateway';
import { compile } from 'json-schema-to-typescript';

const VERSION = '0.1.0';

/** By path from the repository's root: what the file has to hold. */
export async function apiFiles() {
  const document = openApiDocument(apiBlueprint(), VERSION);
  return new Map([
    ['docs/openapi.json', `${JSON.stringify(document, undefined, 2)}\n`],
    ['docs/API.md', page(document)],
    ['packages/api-client/src/generated/paths.ts', await clientTypes(document)],
  ]);
}

// ---- the reference page ----

function page(document) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  );
  const lines = [
    '# The Twin API',
    '',
    '<!-- Generated from the routes of the gateway by `npm run docs:api`; a test compares. -->',
    '',
    document.info.description,
    '',
    `All paths are under \`${document.servers[0].url}\`. [openapi.json](openapi.json) is the same as OpenAPI ${document.openapi}; every gateway serves it at \`/openapi.json\`. \`@twinseal/api-client\` is a typed client.`,
    '',
    'Bodies and answers are JSON unless said otherwise. A refusal is `{"error": "<code>", "message": "<one sentence>"}`. Whoever signed in brings the token in `Authorization: Bearer`.',
    '',
    '| | |',
    '|---|---|',
    ...operations.map(
      ({ method, path, summary, operationId }) =>
        `| [\`${method} ${path}\`](#${operationId.toLowerCase()}) | ${summary} |`,
    ),
    '',
    '## Errors of every route',
    '',
    '| status | code | |',
    '|---|---|---|',
    ...commonErrors(operations),
  ];
  for (const { name, description } of document.tags) {
    lines.push('', `## Routes: ${name}`, '', description);
    for (const operation of operations.filter(({ tags }) => tags.includes(name)))
      lines.push(...section(operation));
  }
  return `${lines.join('\n')}\n`;
}

/** Codes with their meanings, as the responses tell them. */
function codesOf({ responses }) {
  return Object.entries(responses).flatMap(([status, { description }]) =>
    Number(status) < 400
      ? []
      : [...description.matchAll(/`([a-z-]+)`(?:: (.*?))?(?= `[a-z-]+`|$)/g)].map(([, code, meaning]) => ({
          status,
          code,
          meaning,
        })),
  );
}

function commonErrors(operations) {
  const seen = new Map();
  for (const operation of operations)
    for (const each of codesOf(operation)) if (each.meaning !== undefined) seen.set(each.code, each);
  return [...seen.values()]
    .sort((a, b) => Number(a.status) - Number(b.status))
    .map(({ status, code, meaning }) => `| ${status} | \`${code}\` | ${meaning} |`);
}

function section(operation) {
  const { method, path, operationId, summary, description, parameters, requestBody, responses } = operation;
  const [success] = Object.keys(responses);
  const own = codesOf(operation).filter(({ meaning }) => meaning === undefined);
  const lines = ['', `### ${operationId}`, '', `\`${method} ${path}\`: ${summary}.`, '', description, ''];
  lines.push(
    `Decided as \`${operation['x-twinseal-operation']}\`${operation.security.length === 0 ? ': anybody.' : '.'}`,
  );
  if (parameters.length > 0) {
    lines.push('', '| parameter | in | |', '|---|---|---|');
    for (const { name, in: place, required, description: what, schema } of parameters)
      lines.push(
        `| \`${name}\`${required ? '' : ' (optional)'} | ${place} | ${cell(what ?? typeOf(schema))} |`,
      );
  }
  const body = requestBody?.content['application/json'].schema;
  if (body !== undefined) lines.push('', 'Body:', '', '```text', typeOf(body), '```');
  const content = responses[success].content ?? {};
  const [media] = Object.keys(content);
  if (media === undefined) lines.push('', `Answers ${success} without a body.`);
  else if (media === 'application/json')
    lines.push('', `Answers ${success}:`, '', '```text', typeOf(content[media].schema), '```');
  else lines.push('', `Answers ${success}, \`${media}\`.`);
  if (own.length > 0)
    lines.push(
      '',
      `Errors of its own: ${own.map(({ status, code }) => `\`${code}\` (${status})`).join(', ')}.`,
    );
  return lines;
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A schema in short, as one would write it by hand. */
function typeOf(schema, indent = '') {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) {
    const all = schema.enum.map((each) => JSON.stringify(each));
    return all.length > 12 ? `${all.slice(0, 12).join(' | ')} | …` : all.join(' | ');
  }
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) return some.map((each) => typeOf(each, indent)).join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items ?? {}, indent)}[]`;
  if (schema.type !== 'object') return schema.type ?? 'any';
  const inner = `${indent}  `;
  const fields = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const mark = schema.required?.includes(name) ? '' : '?';
    const note = property.description === undefined ? '' : `   ${property.description.replaceAll('\n', ' ')}`;
    return `${inner}${name}${mark}: ${typeOf(property, inner)}${note}`;
  });
  if (fields.length === 0)
    return typeof schema.additionalProperties === 'object' && schema.additionalProperties !== null
      ? `{ [name]: ${typeOf(schema.additionalProperties, indent)} }`
      : '{ … }';
  return `{\n${fields.join('\n')}\n${indent}}`;
}

// ---- the client's types ----

/** The document as the type that openapi-fetch wants, written as a JSON Schema so that a library turns schemas into types. */
async function clientTypes(document) {
  const strict = (properties, required = Object.keys(properties)) => ({
    type: 'object',
    additionalProperties: false,
    properties,
    required,
  });
  const paths = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const methods = {};
    for (const [method, operation] of Object.entries(item)) {
      const places = {};
      for (const { name, in: place, required, description, schema } of operation.parameters) {
        places[place] ??= strict({}, []);
        places[place].properties[name] = { ...schema, ...(description === undefined ? {} : { description }) };
        if (required) places[place].required.push(name);
      }
      const neededPlaces = Object.keys(places).filter((place) => places[place].required.length > 0);
      const responses = {};
      for (const [status, { content }] of Object.entries(operation.responses)) {
        responses[status] =
          content === undefined ? strict({}) : strict({ content: strict(contentOf(content)) });
      }
      methods[method] = {
        description: `${operation.summary}. ${operation.description}`,
        ...strict({
          parameters: strict(places, neededPlaces),
          ...(operation.requestBody === undefined
            ? {}
            : { requestBody: strict({ content: strict(contentOf(operation.requestBody.content)) }) }),
          responses: strict(responses),
        }),
      };
    }
    paths[path] = strict(methods);
  }
  const root = { title: 'Paths', ...strict(paths), definitions: {} };
  const banner =
    '/** The types of the Twin API. Generated from the routes of the gateway by `npm run docs:api`; a test compares. */';
  const text = await compile(root, 'Paths', {
    bannerComment: banner,
    additionalProperties: false,
    // Limits of lengths belong to the server: as tuples of sixty-four they only make types unreadable.
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  // Statuses are numbers to openapi-fetch.
  return text.replaceAll(/^(\s*)'?(\d{3})'?: /gm, '$1$2: ').replaceAll(/: (Error\d*|ErrorAnswer)\b/g, ': $1');
}

function contentOf(content) {
  return Object.fromEntries(
    Object.entries(content).map(([media, { schema }]) => [
      media,
      schema.$ref === undefined
        ? schema
        : {
            type: 'object',
            additionalProperties: false,
            required: ['error', 'message'],
            properties: { error: { type: 'string' }, message: { type: 'string' } },
          },
    ]),
  );
}
