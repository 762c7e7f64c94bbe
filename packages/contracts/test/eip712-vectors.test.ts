// The published EIP-712 messages (eth-account, MIT; beside the checkout, in shared/data/vectors): what wallets sign by viem is what the rules of the EIP
// say, and what is no message is refused. That the contracts hash our own types alike, differential.test.ts shows; the EIP's own example signed, Consents.t.sol.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  type Address,
  concat,
  encodeAbiParameters,
  type Hex,
  hashTypedData,
  keccak256,
  pad,
  stringToHex,
  type TypedDataDefinition,
} from 'viem';
import { describe, expect, it } from 'vitest';

const vectors = new URL('../../../../shared/data/vectors/eip-712-eth-account/', import.meta.url);
const here = existsSync(vectors);

type Types = Record<string, readonly { name: string; type: string }[]>;
type Message = {
  types: Types;
  primaryType: string;
  domain: Record<string, unknown>;
  message: Record<string, unknown>;
};
const read = (file: string) => JSON.parse(readFileSync(new URL(file, vectors), 'utf8'));
const group = (name: string) =>
  Object.entries(here ? (read(`eip712_messages/${name}.json`) as Record<string, Message>) : {});
const files: [string, Message][] = (here ? readdirSync(new URL('fixtures/', vectors)) : []).map((file) => [
  file,
  read(`fixtures/${file}`),
]);

const viemHash = (message: Message) => hashTypedData(message as unknown as TypedDataDefinition);

/** encodeType, encodeData and hashStruct as the EIP defines them. */
function encodeType(types: Types, name: string): string {
  const used = new Set<string>();
  const visit = (type: string) => {
    const base = type.replace(/\[.*$/, '');
    if (types[base] === undefined || used.has(base)) return;
    used.add(base);
    for (const member of types[base]) visit(member.type);
  };
  visit(name);
  used.delete(name);
  return [name, ...[...used].sort()]
    .map((type) => `${type}(${types[type]?.map((m) => `${m.type} ${m.name}`).join(',')})`)
    .join('');
}

function encodeValue(types: Types, type: string, value: unknown): Hex {
  const item = /^(.*)\[\d*\]$/.exec(type)?.[1];
  if (item !== undefined)
    return keccak256(concat((value as unknown[]).map((v) => encodeValue(types, item, v))));
  if (types[type] !== undefined) return hashStruct(types, type, value as Record<string, unknown>);
  if (type === 'string') return keccak256(stringToHex(value as string));
  if (type === 'bytes') return keccak256(value as Hex);
  if (type === 'bool') return pad(value ? '0x01' : '0x00');
  if (type === 'address') return pad((value as Address).toLowerCase() as Hex);
  if (type.startsWith('bytes')) return pad(value as Hex, { dir: 'right' });
  return encodeAbiParameters([{ type }], [BigInt(value as string)]);
}

function hashStruct(types: Types, name: string, value: Record<string, unknown>): Hex {
  const members = types[name] ?? [];
  return keccak256(
    concat([
      keccak256(stringToHex(encodeType(types, name))),
      ...members.map((member) => encodeValue(types, member.type, value[member.name])),
    ]),
  );
}

const byTheRules = ({ types, primaryType, domain, message }: Message) =>
  keccak256(
    concat(['0x1901', hashStruct(types, 'EIP712Domain', domain), hashStruct(types, primaryType, message)]),
  );

// viem names every type, and refuses one without a name.
const UNNAMED = 'valid_primary_type_is_empty_string';
// What other implementations refuse, and viem passes over: a member of the domain that its type does not have; a number where a string is meant (hashed as
// the string of its digits); lists of unequal length, which the type allows.
const TOLERATED = [
  'one_arg_invalid_domain_value_not_in_domain_types',
  'invalid_message_value_type_mismatch_type.json',
  'invalid_message_unequal_1d_array_lengths.json',
];

describe.skipIf(!here)(
  `EIP-712 messages${here ? '' : ' (skipped: shared/data/vectors is not there)'}`,
  () => {
    const valid = [...group('valid_for_all'), ...files.filter(([name]) => name.startsWith('valid_'))];
    const invalid = [
      ...group('invalid'),
      ...group('one_arg_invalid'),
      ...files.filter(([name]) => name.startsWith('invalid_')),
    ];
    it('are all here', () => {
      expect(valid).toHaveLength(13);
      expect(invalid).toHaveLength(19);
    });
    it('hash the example of the EIP to the digest that the EIP prints', () => {
      const example = read('fixtures/valid_eip712_example.json');
      const printed = '0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2';
      expect(viemHash(example)).toBe(printed);
      expect(byTheRules(example)).toBe(printed);
    });
    it.each(valid.filter(([name]) => name !== UNNAMED))('%s hashes by the rules', (_, message) => {
      expect(viemHash(message)).toBe(byTheRules(message));
    });
    it.each(invalid.filter(([name]) => !TOLERATED.includes(name)))('%s is refused', (_, message) => {
      expect(() => viemHash(message)).toThrow();
    });
    it('refuses a type without a name, as ours never are', () => {
      const unnamed = valid.find(([name]) => name === UNNAMED)?.[1];
      expect(() => viemHash(unnamed as Message)).toThrow();
    });
  },
);
