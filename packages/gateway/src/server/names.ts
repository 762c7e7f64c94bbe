/** Names of patients for the status page: each is read as any of the record is, by a decision of now and with a receipt before it is shown. */

import { ChainError } from '@twinseal/chain';
import { ApiError } from '../api/errors.js';
import type { Api } from '../api/wire.js';
import { nameIn } from '../usecases/refresh-twin.js';
import { OPERATOR } from './operator-routes.js';
import type { TwinStatus } from './status.js';

/** The module with the patient's name. */
const IDENTITY = 'identity';
/** The hospital's own people look at the record in order to treat. */
const PURPOSE = 'TREAT';

/**
 * Reads the names of twins for the operator.
 *
 * @returns by twin id; without those that may not be read now (no live grant that covers `identity`, none of the own lane), whose reading cannot be decided, or that have none
 * @throws StoreError where a receipt could not be made durable: then no name is shown
 */
export async function namesOf(
  api: Pick<Api, 'readRecord'>,
  twins: readonly Pick<TwinStatus, 'twinId' | 'state'>[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { twinId, state } of twins) {
    if (state === 'unopened') continue;
    try {
      const name = nameIn((await api.readRecord(OPERATOR, twinId, PURPOSE, [IDENTITY])).master);
      if (name !== undefined) names.set(twinId, name);
    } catch (error) {
      // Denied, or nobody can tell now: then it is not shown.
      if (!(error instanceof ApiError) && !(error instanceof ChainError)) throw error;
    }
  }
  return names;
}
