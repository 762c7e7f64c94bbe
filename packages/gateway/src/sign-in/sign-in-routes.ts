/** The routes of sign-in. */

import { type Address, getAddress, type Hex } from 'viem';
import { z } from 'zod';
import { type ApiRoute, route } from '../api/route.js';
import { address } from '../api/schemas.js';
import { MAX_MESSAGE_CHARS } from './read-siwe-message.js';
import type { Session } from './sessions.js';
import type { SignInOffer } from './wallet-sign-in.js';

/** What the routes need of {@link Doors}. */
export interface SignInDesk {
  offer(remote: string): SignInOffer;
  signIn(
    text: string,
    signature: Hex,
    remote: string,
  ): Promise<{ readonly token: string; readonly session: Session }>;
  session(id: string): Session | undefined;
  endSession(id: string): number;
  endAccount(address: Address): number;
  endStaff(staffId: string): Promise<void>;
}

const TAG = 'sign-in';
/** Longest signature: contract wallets concatenate those of their owners. */
const MAX_SIGNATURE_DIGITS = 8192;

const instant = z.iso.datetime().describe('A time, RFC 3339, UTC.');
const account = address.describe('The account.');
const staffId = z
  .string()
  .regex(/^[a-z0-9-]{1,63}$/, 'expected 1 to 63 of a to z, 0 to 9 and -')
  .describe('Id of a member of the staff, as the gateway tells it.');
const whoSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('account'),
    account,
    session: z.string().describe('Names the session; nothing can be done with it.'),
    expiresAt: instant,
  }),
  z.strictObject({
    kind: z.literal('staff'),
    id: staffId,
    roles: z.array(z.string()).describe('What the person is here.'),
    by: z.enum(['oidc', 'operator-token']).describe('How that was shown.'),
  }),
]);

const when = (s: number) => new Date(s * 1000).toISOString();

export function signInRoutes(doors: SignInDesk): readonly ApiRoute[] {
  return [
    route({
      method: 'POST',
      path: '/sign-in/nonce',
      id: 'createSignInNonce',
      summary: 'What to sign in order to sign in',
      description:
        'Answers what a sign-in message of EIP-4361 has to say here, with a nonce for one sign-in within ten minutes. Nothing is asked of the caller, and nothing is learnt of one.',
      tag: TAG,
      operation: 'read-public',
      cors: 'consortium',
      answer: z.strictObject({
        scheme: z.string().describe('May stand before the domain.'),
        domain: z.string().describe('Authority that the message has to name.'),
        uri: z.string().describe('URI that the message has to name.'),
        statement: z.string().describe('Statement that the message has to hold, letter for letter.'),
        version: z.literal('1'),
        chainId: z.int().describe('Chain id that the message has to name.'),
        nonce: z.string().describe('80 letters and digits; for one sign-in.'),
        issuedAt: instant.describe("The gateway's time, for Issued At."),
        expirationTime: instant.describe('The latest Expiration Time that is accepted.'),
      }),
      errors: ['too-many-attempts'],
      handle: async ({ remote }) => {
        const { issuedAtS, expiresAtS, ...terms } = doors.offer(remote);
        return { ...terms, version: '1', issuedAt: when(issuedAtS), expirationTime: when(expiresAtS) };
      },
    }),
    route({
      method: 'POST',
      path: '/sign-in/wallet',
      id: 'signInWithWallet',
      summary: 'Sign in by the signature of an account',
      description:
        "Takes a message of EIP-4361 and its signature: by the account's key, or what the contract at its address accepts (ERC-1271). Answers a token for `Authorization: Bearer`, which is told once and holds for some minutes; a restart of the gateway ends it.\n\nA message holds once. Several failures lock the account out at the network address from which they came, not elsewhere, and do not touch sessions that run.",
      tag: TAG,
      operation: 'read-public',
      cors: 'consortium',
      body: z.strictObject({
        message: z
          .string()
          .min(1, 'expected a message of EIP-4361')
          .max(MAX_MESSAGE_CHARS, `expected at most ${MAX_MESSAGE_CHARS} characters`)
          .describe('The message as it was signed.'),
        signature: z
          .string()
          .max(2 + MAX_SIGNATURE_DIGITS, 'expected at most 4096 bytes')
          .regex(/^0x(?:[0-9a-fA-F]{2})+$/, 'expected 0x and hexadecimal digits')
          .describe('The signature.'),
      }),
      answer: z.strictObject({
        token: z.string().describe('For `Authorization: Bearer`.'),
        account,
        session: z.string().describe('Names the session; nothing can be done with it.'),
        expiresAt: instant,
      }),
      errors: ['sign-in-refused', 'too-many-attempts', 'busy', 'unreachable'],
      handle: async ({ body, remote }) => {
        const { token, session } = await doors.signIn(body.message, body.signature as Hex, remote);
        return { token, account: session.address, session: session.id, expiresAt: when(session.untilS) };
      },
    }),
    route({
      method: 'GET',
      path: '/sign-in/session',
      id: 'getSession',
      summary: 'Who is signed in',
      description: 'What sign-in has established of the caller.',
      tag: TAG,
      operation: 'read-own',
      answer: whoSchema,
      handle: async ({ caller }) => {
        if (caller.kind === 'staff') {
          return { kind: 'staff', id: caller.id, roles: [...caller.roles], by: caller.by };
        }
        // A session may end between the gate and here; then its end is now.
        const session = caller.kind === 'account' ? doors.session(caller.session) : undefined;
        if (caller.kind !== 'account' || session === undefined)
          throw new TypeError('session: expected one that runs');
        return {
          kind: 'account',
          account: caller.address,
          session: session.id,
          expiresAt: when(session.untilS),
        };
      },
    }),
    route({
      method: 'DELETE',
      path: '/sign-in/session',
      id: 'endSession',
      summary: 'Sign out',
      description:
        "Ends the session at once, or every session of the account with `all=true`. Of staff, every token that the hospital's provider issued up to now is believed no more. The operator's token cannot be ended here: replace its file and start the gateway again.",
      tag: TAG,
      operation: 'read-own',
      cors: 'consortium',
      query: z.strictObject({
        all: z
          .enum(['true', 'false'], 'expected true or false')
          .optional()
          .describe('`true`: every session of the account.'),
      }),
      answer: z.strictObject({ ended: z.int().describe('How many sessions ended.') }),
      handle: async ({ caller, query }) => {
        if (caller.kind === 'account') {
          return {
            ended: query.all === 'true' ? doors.endAccount(caller.address) : doors.endSession(caller.session),
          };
        }
        if (caller.kind !== 'staff' || caller.by !== 'oidc') {
          throw new TypeError("session: expected one; the operator's token ends by replacing its file");
        }
        await doors.endStaff(caller.id);
        return { ended: 1 };
      },
    }),
    route({
      method: 'POST',
      path: '/sign-in/revocations',
      id: 'revokeSessions',
      summary: "End somebody else's sessions",
      description:
        "Ends every session of an account, or believes no token of a member of the staff any more that was issued up to now; a revocation of staff outlives a restart. For the hospital's operators.",
      tag: TAG,
      operation: 'administer',
      body: z.union([z.strictObject({ account }), z.strictObject({ staff: staffId })]),
      answer: z.strictObject({
        ended: z.int().optional().describe('How many sessions of the account ended.'),
      }),
      handle: async ({ body }) => {
        if ('account' in body) return { ended: doors.endAccount(getAddress(body.account)) };
        await doors.endStaff(body.staff);
        return {};
      },
    }),
  ];
}
