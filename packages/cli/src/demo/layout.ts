/**
 * Where things lie in a data directory. Each party has a folder of its own, with owner-only permissions; nothing of one party's keys lies in another's.
 *
 *     twinseal.json        what this directory is: chain, contracts, parties (public)
 *     public/              the system parameters
 *     chain/               the embedded chain's state
 *     authority/           master secret, extraction log
 *     database/            the projection shared by the gateways of this one process
 *     hospitals/<id>/      keys/, vault/ (sealed store), blobs/, receipts.log
 *     patients/<twin id>/  keys/, vault/: the patient's own app, no gateway
 */

import { join } from 'node:path';

/** Version of the layout; anything else is refused. */
export const LAYOUT_VERSION = 1;

/** Paths inside a data directory, all absolute. */
export interface Layout {
  readonly root: string;
  readonly manifest: string;
  readonly parameters: string;
  readonly chainState: string;
  readonly masterSecret: string;
  readonly extractionLog: string;
  readonly database: string;
  hospital(id: string): PartyLayout & { readonly blobs: string; readonly receipts: string };
  patient(twinId: string): PartyLayout;
}

/** What every party keeps for itself. */
export interface PartyLayout {
  readonly root: string;
  /** The scheme's identity key. */
  readonly identityKey: string;
  /** The secp256k1 key that controls the party on the chain. */
  readonly controlKey: string;
  /** The key under which the vault is encrypted. */
  readonly vaultKey: string;
  readonly vault: string;
}

export function layoutOf(root: string): Layout {
  const party = (folder: string): PartyLayout => ({
    root: folder,
    identityKey: join(folder, 'keys', 'identity.key'),
    controlKey: join(folder, 'keys', 'control.key'),
    vaultKey: join(folder, 'keys', 'vault.key'),
    vault: join(folder, 'vault'),
  });
  return {
    root,
    manifest: join(root, 'twinseal.json'),
    parameters: join(root, 'public', 'parameters.bin'),
    chainState: join(root, 'chain', 'state.json'),
    masterSecret: join(root, 'authority', 'master.key'),
    extractionLog: join(root, 'authority', 'extraction.log'),
    database: join(root, 'database'),
    hospital: (id) => {
      const folder = join(root, 'hospitals', id);
      return { ...party(folder), blobs: join(folder, 'blobs'), receipts: join(folder, 'receipts.log') };
    },
    patient: (twinId) => party(join(root, 'patients', twinId)),
  };
}
