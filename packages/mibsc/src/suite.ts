import { utf8 } from './internal/bytes.js';

/** The suite's name: curve, scheme and every encoding in docs/FORMAT.md. Unknown suites are refused. */
export const SUITE = 'TWINSEAL-MIBSC-BLS12381-V1';

/** The suite's name in UTF-8, 26 bytes. */
export const SUITE_BYTES: Uint8Array = utf8(SUITE);

/** Format version and suite number as they stand in the head of every encoded object. */
export const FORMAT_VERSION = 0x01;
export const SUITE_NUMBER = 0x01;
