/** A hexadecimal string with `0x`, as EVM tools write bytes and addresses. */
export type Hex = `0x${string}`;
