/**
 * A route of the Twin API as data: from one table come the server's routes, the OpenAPI document, the reference page, the client's types and the test that walks every
 * route without a grant. A handler runs only after the decision has permitted and its obligations are done.
 */

import type { ZodType, z } from 'zod';
import type { Caller, Decision, Operation } from '../decision/ask.js';

/** What a handler gets: who asks, what was permitted, and the request's parts in their checked form. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly caller: Caller;
  readonly decision: Decision & { readonly permit: true };
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Sequence number and bytes of the access receipt that was written for this call, where one was due. */
  readonly receipt?: { readonly index: number; readonly bytes: Uint8Array };
  /** Where the request comes from, for limits: an IP address, or what a trusted proxy says of it. Never logged. */
  readonly remote: string;
  /** Ends when the caller goes away or the server stops. */
  readonly signal: AbortSignal;
  /** Headers of the request by lowercase name; what proves somebody (authorization, cookie) is not among them. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** An answer that is not simply 200. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** Bytes instead of JSON. */
export class Octets {
  constructor(
    readonly bytes: Uint8Array,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** JSON that is written already, in UTF-8. */
export class ReadyJson {
  constructor(readonly bytes: Buffer) {}
}

/** A stream of server-sent events; ends with the call's signal. */
export class EventStream {
  constructor(
    readonly events: AsyncIterable<{ readonly id?: string; readonly event: string; readonly data: unknown }>,
  ) {}
}

export interface ApiRoute<
  P extends ZodType = ZodType,
  Q extends ZodType = ZodType,
  B extends ZodType = ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api/v1`, with parameters in braces as OpenAPI writes them: `/twins/{twinId}/lanes`. `twinId` is the twin that is asked about. */
  readonly path: string;
  /** camelCase; the client's method. */
  readonly id: string;
  readonly summary: string;
  /** Paragraphs for the reference page: what it is for, which errors, what an observer learns. */
  readonly description: string;
  readonly tag: string;
  readonly operation: Operation;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** JSON Schema comes from it; `octets` and `events` for the other two kinds. */
  readonly answer: ZodType | 'octets' | 'events';
  /** Modules that this call is about, where it is not about all. */
  readonly modulesOf?: (parts: {
    params: z.output<P>;
    query: z.output<Q>;
    body: z.output<B>;
  }) => readonly string[];
  /** The twin that a body names, where the path does not; 64 hexadecimal digits. */
  readonly twinOf?: (parts: { params: z.output<P>; query: z.output<Q>; body: z.output<B> }) => string;
  /** Status of what is answered; 200 where it is left out. */
  readonly status?: 200 | 201 | 202 | 204;
  /**
   * Which pages of other origins may ask: `true` all of them, for public data only; `consortium` the pages of the consortium's gateways, whose patients sign in here as well. No cookie is
   * looked at anywhere in the API, so what a page may do is what the token that it brings may do.
   */
  readonly cors?: true | 'consortium';
  /** Most bytes of the body; 64 KiB where it is left out. */
  readonly bodyBytes?: number;
  /** Milliseconds that the handler may take; the server's default where it is left out. For what waits for a block. */
  readonly timeoutMs?: number;
  /** Codes of the errors that it answers beyond those of every route. */
  readonly errors?: readonly string[];
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<unknown>;
}

/** Keeps the types of a route's parts while it goes into a list of all. */
export function route<P extends ZodType, Q extends ZodType, B extends ZodType>(
  definition: ApiRoute<P, Q, B>,
): ApiRoute {
  return definition as unknown as ApiRoute;
}
