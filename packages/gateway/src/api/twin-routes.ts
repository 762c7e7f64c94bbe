/** Twins: which ones a caller may see, what the chain says of one, and its salts for whoever controls it. */

import { chainErrorOf } from '@twinseal/chain';
import { registrationAbi } from '@twinseal/contracts';
import { type Address, type Hex, isAddressEqual } from 'viem';
import { z } from 'zod';
import type { GatewayService } from '../service/gateway-service.js';
import { nothingThere } from './errors.js';
import { type ApiRoute, route } from './route.js';
import { address, from, hex32, twinId, twinParams } from './schemas.js';

/** Twins in one answer. */
const PAGE = 500;

export function twinRoutes(service: GatewayService): readonly ApiRoute[] {
  return [
    route({
      method: 'GET',
      path: '/twins',
      id: 'twins',
      summary: 'The twins that the caller may see',
      description: `To the hospital's people: those whose patient was introduced here, in that order, at most ${PAGE} in one answer. To an account: those that it controls or is a proxy of, wherever they are kept.`,
      tag: 'twins',
      operation: 'list-twins',
      query: z.strictObject({ from: from.optional() }),
      answer: z.strictObject({
        twins: z.array(z.strictObject({ twinId, relation: z.enum(['known', 'control', 'proxy']) })),
        total: z.number().int(),
        next: z.number().int().optional(),
      }),
      handle: async ({ caller, query }) => {
        const start = query.from ?? 0;
        const all =
          caller.kind === 'account'
            ? await twinsOf(service, caller.address)
            : (await service.twins.ids()).map((id) => ({ twinId: id, relation: 'known' as const }));
        const twins = all.slice(start, start + PAGE);
        const more = start + twins.length < all.length ? { next: start + twins.length } : {};
        return { twins, total: all.length, ...more };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}',
      id: 'twin',
      summary: 'What the chain says of a twin',
      description: 'Its kind, custodian, control and identity epoch, and the access version in force.',
      tag: 'twins',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({
        twinId,
        kind: z.enum(['whole body', 'condition', 'organ']),
        control: address,
        custodian: hex32,
        patientAuthorId: hex32,
        identityEpoch: z.number().int(),
        accessVersion: z.number().int(),
        settlementDue: z.boolean().describe('Whether nothing can be anchored before somebody calls settle.'),
        known: z.boolean().describe('Whether its patient was introduced to this hospital.'),
      }),
      errors: ['not-found'],
      handle: async ({ params }) => {
        const { chain } = service.gateway;
        const id = `0x${params.twinId}` as const;
        const twin = await chain.twin(id);
        if (twin === undefined) throw nothingThere();
        const { version, settlementDue } = await chain.accessVersion(id);
        return {
          twinId: params.twinId,
          kind: (['whole body', 'condition', 'organ'] as const)[twin.kind] ?? 'whole body',
          control: twin.control,
          custodian: twin.custodian,
          patientAuthorId: twin.patientAuthorId,
          identityEpoch: twin.identityEpoch,
          accessVersion: version,
          settlementDue,
          known: (await service.twins.get(params.twinId)) !== undefined,
        };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/slip',
      id: 'slip',
      summary: 'The salts under which the chain knows the twin’s modules and purposes',
      description:
        'As the patient handed them to this hospital, given back to the account that controls the twin and to nobody else. They open nothing; whoever holds them learns which modules a grant names.',
      tag: 'twins',
      operation: 'read-salts',
      params: twinParams,
      answer: z.strictObject({
        twinId,
        scopeSalts: z.record(z.string(), z.string()).describe('By module: 32 bytes, hexadecimal.'),
        purposeSalt: z.string().describe('32 bytes, hexadecimal.'),
      }),
      errors: ['not-found'],
      handle: async ({ params }) => {
        const twin = await service.twins.get(params.twinId);
        if (twin === undefined) throw nothingThere();
        return { twinId: twin.twinId, scopeSalts: twin.scopeSalts, purposeSalt: twin.purposeSalt };
      },
    }),
  ];
}

/** The twins that an account controls now, and those of which it is a live proxy, in the order in which the chain came to know them. */
async function twinsOf(
  { gateway: { chain } }: GatewayService,
  account: Address,
): Promise<{ twinId: string; relation: 'control' | 'proxy' }[]> {
  const filter = {
    address: await chain.contract('registration'),
    abi: registrationAbi,
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const { reader } = chain.connection;
  const [registered, moved, appointed] = await Promise.all([
    reader.getContractEvents({ ...filter, eventName: 'TwinRegistered' }),
    reader.getContractEvents({ ...filter, eventName: 'ControlMoved' }),
    reader.getContractEvents({ ...filter, eventName: 'ProxyAppointed', args: { proxy: account } }),
  ]).catch((error: unknown) => {
    throw chainErrorOf(error, 'events');
  });
  const own = new Set<Hex>();
  for (const { args } of [...registered, ...moved]) {
    if (args.control !== undefined && isAddressEqual(args.control, account)) own.add(args.twinId as Hex);
  }
  const found: { twinId: string; relation: 'control' | 'proxy' }[] = [];
  for (const id of own) {
    const twin = await chain.twin(id);
    if (twin !== undefined && isAddressEqual(twin.control, account))
      found.push({ twinId: id.slice(2), relation: 'control' });
  }
  for (const id of new Set(appointed.map(({ args }) => args.twinId as Hex))) {
    const [, live] = (await chain.view('registration', registrationAbi, 'proxyOf', [id, account])) as [
      unknown,
      boolean,
    ];
    if (live) found.push({ twinId: id.slice(2), relation: 'proxy' });
  }
  return found;
}
