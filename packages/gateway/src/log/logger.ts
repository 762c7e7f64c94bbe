/**
 * The one place where a gateway's logger is built: JSON lines by pino, one event a line. An event is a constant of the program, its facts are fields of a list
 * ({@link LOG_FIELDS}); no message of an error and no text from outside gets in.
 */

import { type DestinationStream, type LoggerOptions, type Logger as PinoLogger, pino } from 'pino';
import type { GatewayConfig } from '../config/gateway-config.js';
import { allowedFields, errorFields, isAnswer, type LogFields, placesOf, WITHHELD } from './fields.js';

/** A text known when the program was compiled. A template with a variable in it is none, and the compiler says so. */
export type Constant<E extends string> = NoRequiredKey extends Record<E, 1> ? never : E;
// A record over a constant requires that key; one over all texts, or all of a pattern, requires none.
type NoRequiredKey = Record<never, never>;

/** What the gateway's own code logs with. */
export interface Log {
  debug<E extends string>(event: Constant<E>, fields?: LogFields): void;
  info<E extends string>(event: Constant<E>, fields?: LogFields): void;
  warn<E extends string>(event: Constant<E>, fields?: LogFields): void;
  /** Something that the gateway could not do; an `error` among the fields is told with its places in the program. */
  error<E extends string>(event: Constant<E>, fields?: LogFields): void;
  /** A log whose every line has these fields too. */
  child(fields: LogFields): Log;
  /** The same log for a library that wants a pino logger (fastify's `loggerInstance`): held to the same fields, and to the library's own constant messages. */
  readonly pino: PinoLogger;
}

export interface LogOptions {
  readonly level: GatewayConfig['log']['level'];
  /** The hospital's id; on every line. */
  readonly hospital?: string;
  /** Where the lines go; standard output where it is left out. */
  readonly destination?: DestinationStream;
}

/** Constant messages that come through a library's logger: its own, and ours on its requests. Others may quote what came from outside, and are withheld. */
const LIBRARY_MESSAGES: ReadonlySet<string> = new Set([
  'incoming request',
  'request completed',
  'request errored',
  'request aborted',
  'stream closed prematurely',
  'premature close',
  'a request of a peer failed',
]);

function eventOf(message: unknown): string {
  if (typeof message !== 'string') return WITHHELD;
  // Fastify puts the address into this one; the gateway's own start line has it.
  if (message.startsWith('Server listening at ')) return 'server listening';
  return LIBRARY_MESSAGES.has(message) ? message : WITHHELD;
}

/** Marks that a line comes from our own code, whose events are constants by their type. */
const OWN = Symbol('own event');

/** Builds a logger. */
export function createLog(options: LogOptions): Log {
  const settings: LoggerOptions = {
    level: options.level,
    base: options.hospital === undefined ? {} : allowedFields({ hospital: options.hospital }),
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'event',
    // A serializer of a library would run after the list below, on values that are no longer the library's.
    serializers: {},
    formatters: {
      level: (level) => ({ level }),
      log: (fields) => cutDown(fields),
      bindings: (fields) => allowedFields(fields),
    },
    hooks: {
      logMethod(args, method) {
        const [first, second] = args as readonly unknown[];
        if (first === OWN) return method.apply(this, args.slice(1) as Parameters<typeof method>);
        // A library's line: an error or an object first, or a message alone; further arguments would be put into the message.
        const fields = first instanceof Error ? { err: first } : typeof first === 'object' ? first : {};
        const message = typeof first === 'string' ? first : second;
        return method.apply(this, [fields ?? {}, eventOf(message)]);
      },
    },
  };
  const logger = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  return wrap(withTameChildren(logger));
}

/**
 * A library may make a child with fields, serializers and formatters of its own, and pino would take them past the list above. The child inherits this method too.
 */
function withTameChildren(logger: PinoLogger): PinoLogger {
  const make = logger.child;
  const child = function (this: PinoLogger, bindings: object, options?: { readonly level?: string }) {
    const level = options?.level;
    return make.call(this, allowedFields({ ...bindings }), level === undefined ? {} : { level });
  };
  const setBindings = logger.setBindings;
  return Object.assign(logger, {
    child,
    setBindings(this: PinoLogger, bindings: object) {
      setBindings.call(this, allowedFields({ ...bindings }));
    },
  }) as PinoLogger;
}

function wrap(logger: PinoLogger): Log {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      (logger[level] as (...args: unknown[]) => void)(OWN, fields, event);
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: (fields) => wrap(logger.child(fields)),
    pino: logger,
  };
}

/** The allowed fields of a line. Errors and a library's request and reply are cut down to what is allowed of them. */
function cutDown(fields: Record<string, unknown>): Record<string, unknown> {
  const { error, err, req, res, responseTime, ...rest } = fields;
  const failure = error ?? err;
  return {
    ...allowedFields(rest),
    ...(failure === undefined ? {} : failureOf(failure)),
    ...(req === undefined ? {} : requestOf(req)),
    ...(res === undefined ? {} : allowedFields({ status: (res as { statusCode?: unknown }).statusCode })),
    ...(responseTime === undefined ? {} : allowedFields({ durationMs: responseTime })),
  };
}

/** An answer's code says it all, and no stack is shown; a fault of the program is told with its places. */
function failureOf(error: unknown): Record<string, unknown> {
  const told = errorFields(error);
  return isAnswer(error) ? told : { ...told, places: placesOf(error) };
}

/** Method and the route's pattern; the address itself may name anything. */
function requestOf(req: unknown): Record<string, unknown> {
  const { method, routeOptions } = req as { method?: unknown; routeOptions?: { url?: unknown } };
  return allowedFields({ method, ...(routeOptions?.url === undefined ? {} : { route: routeOptions.url }) });
}
