import { formatName } from '@twinseal/record';
import { concatHex, type Hex, keccak256, stringToHex } from 'viem';

/**
 * What the contracts call a member of staff: made of the name as an author id is (REC-4), though staff author no lanes, for which `authorId` refuses them.
 *
 * @param id 1 to 63 of a-z, 0-9 and -
 */
export function staffId(hospital: string, id: string): Hex {
  const name = formatName({ kind: 'staff', hospital, staff: id });
  return keccak256(concatHex([keccak256(stringToHex('TWINSEAL-V1-AUTHOR-ID')), stringToHex(name)]));
}
