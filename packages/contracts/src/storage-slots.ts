/**
 * Base slots of the mappings that readers prove with `eth_getProof` (a test compares them with the compiler's storage layout). The slot of an entry is
 * keccak(key || base slot); the members of a struct follow it: `mappingSlot` and `nextSlot` of `@twinseal/history/ethereum`.
 * The first two slots of contracts that check signatures belong to OpenZeppelin's EIP712.
 */
export const STORAGE_SLOTS = {
  AuthorizedHospitals: {
    /** bytes32[] of authorIds in order of admission: this word is their number. */
    ids: 3,
    /** authorId → Hospital: pointDigest, x_S, { address controller, u32 epoch, u8 status … } from the low end, string id, string endpoint. */
    hospitals: 4,
  },
  PatientDigitalTwin: {
    /** laneId → { u64 count (low bytes of the word), bytes32 mk }: two words. */
    lanes: 0,
    /** authorId → u64 count of batches. */
    batchCounts: 1,
    /** authorId → number → map root. */
    mapRoots: 2,
  },
  Access: {
    /** twinId → TwinAccess, one word; version is its lowest 8 bytes. */
    twins: 2,
    /** grantId → GrantState, one word; status is its lowest byte. */
    grants: 3,
    /** twinId → place → grantId: the live grants, one word each; `live` of the TwinAccess says which places are taken. */
    liveGrants: 4,
  },
  DataRequest: {
    /** requestId → Decision, one word; decided, permit, reason are its lowest bytes. */
    decisions: 2,
    /** server → u64 count of batches of receipts. */
    receiptBatchCounts: 3,
    /** server → number → keccak(u32 size as a word || root). */
    receiptBatches: 4,
  },
  Recovery: {
    /** twinId → State, one word; from the low end: u64 nonce, u64 round, bool cancelledOnce, u40 circleReadyAt. */
    states: 2,
    /** twinId → Circle: address[] guardians, { u8 threshold, u32 delay }. */
    circles: 3,
    /** twinId → Pending, one word; from the low end: address control, u40 readyAt. */
    recoveries: 5,
    /** As recoveries. */
    rotations: 6,
  },
  Emergency: {
    /** twinId → Policy: digest, recipient, u64 nonce; three words. */
    policies: 3,
  },
  Storage: {
    /** twinId → u64 nonce of the patient's consents. */
    patientNonces: 4,
  },
} as const;
