/** Talking to a gateway as one of the hospital's own people, with the token that lies in its keys folder. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TwinTerms } from '@twinseal/chain';
import type { GrantTerms } from '@twinseal/contracts';
import {
  type AccessSlip,
  type GatewayStatus,
  grantToJson,
  type HospitalView,
  type Taken,
} from '@twinseal/gateway';
import type { TimelineEntry } from '@twinseal/twin';
import { UsageError } from '../usage-error.js';

/** What a gateway says of a record that it took in. */
export type RecordAccount = Pick<Taken, 'resources' | 'stored' | 'duplicates' | 'refused' | 'issues'> & {
  readonly instance: { readonly seq?: number; readonly parts: number; readonly sealedBytes: number };
};

/** An answer other than success. `code` is the gateway's. */
export class GatewayRefusal extends UsageError {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export class GatewayClient {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  /** @param dataDir the gateway's data directory; its token is for whoever may read it */
  static async open(dataDir: string, url: string): Promise<GatewayClient> {
    const file = join(dataDir, 'keys', 'operator.token');
    try {
      return new GatewayClient(url, (await readFile(file, 'utf8')).trim());
    } catch (cause) {
      const never = (cause as NodeJS.ErrnoException).code === 'ENOENT';
      throw new UsageError(
        never
          ? `The gateway in ${dataDir} was never started: it makes its operator's token at its first start. Start it with "twinseal gateway".`
          : `${file} cannot be read. Only the gateway's operator may use this command.`,
        { cause },
      );
    }
  }

  /** The status page's address, with the token that opens it. */
  get page(): string {
    return `${this.url}/?token=${this.token}`;
  }

  status(): Promise<GatewayStatus> {
    return this.#ask('GET', '/operator/v1/status');
  }

  register(
    slip: AccessSlip,
    signed: { readonly terms: TwinTerms; readonly grants: readonly GrantTerms[]; readonly signature: string },
  ): Promise<{ readonly registered: true; readonly gas?: number }> {
    const { twinId, scopeSalts, purposeSalt } = slip;
    return this.#ask('POST', '/operator/v1/registrations', {
      terms: { ...signed.terms, deadline: signed.terms.deadline.toString() },
      grants: signed.grants.map(grantToJson),
      signature: signed.signature,
      slip: { twinId, scopeSalts, purposeSalt },
    });
  }

  addRecord(twinId: string, bundle: Uint8Array | string, name: string): Promise<RecordAccount> {
    return this.#ask('POST', `/operator/v1/twins/${twinId}/records`, bundle, {
      'x-source-name': encodeURIComponent(name).slice(0, 200),
    });
  }

  refresh(twinId: string): Promise<HospitalView> {
    return this.#ask('POST', `/operator/v1/twins/${twinId}/refresh`, {});
  }

  async timeline(twinId: string, module?: string): Promise<readonly TimelineEntry[]> {
    const query = module === undefined ? '' : `?module=${encodeURIComponent(module)}`;
    try {
      const { entries } = await this.#ask<{ entries: TimelineEntry[] }>(
        'GET',
        `/operator/v1/twins/${twinId}/timeline${query}`,
      );
      return entries;
    } catch (error) {
      // Neither a live grant nor a lane of its own: nothing of the twin is open to the hospital, which is no fault.
      if (error instanceof GatewayRefusal && error.code === 'denied') return [];
      throw error;
    }
  }

  async #ask<T>(
    method: string,
    path: string,
    body?: object | string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    let response: Response;
    try {
      response = await fetch(`${this.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: raw as string }),
      });
    } catch (cause) {
      throw new UsageError(`The gateway at ${this.url} does not answer. Start it, or look at its log.`, {
        cause,
      });
    }
    const answer = (await response.json().catch(() => ({}))) as { error?: string; message?: string };
    if (!response.ok) {
      throw new GatewayRefusal(
        response.status,
        answer.error ?? 'refused',
        answer.message ?? `The gateway at ${this.url} answered ${response.status}.`,
      );
    }
    return answer as T;
  }
}
