/**
 * What the configuration file of a gateway may say. Strict: an unknown key is refused. No field holds a secret; where one is needed, the file names a file or an
 * environment variable that does.
 *
 * Every wrong value gets a message that says what was expected and never what came.
 */

import ipaddr from 'ipaddr.js';
import { type Address, getAddress, isAddress } from 'viem';
import { z } from 'zod';
import { PURPOSES } from '../decision/purposes.js';

/** What a field expects, for the message of every way in which it can be wrong. */
const expected = (what: string) => ({ error: `expected ${what}` });

function wholeNumber(min: number, max: number, what: string) {
  const wrong = expected(`a whole number from ${min} to ${max} (${what})`);
  return z.number(wrong).int(wrong).min(min, wrong).max(max, wrong);
}

function seconds(min: number, max: number) {
  const wrong = expected(`a number of seconds from ${min} to ${max}`);
  return z.number(wrong).min(min, wrong).max(max, wrong);
}

/** A path; a relative one is resolved against the folder of the configuration file. */
function path() {
  const wrong = expected('a path');
  return z.string(wrong).min(1, wrong).max(4096, wrong);
}

/** Name of an environment variable that holds a secret. */
function variable() {
  const wrong = expected('the name of an environment variable, in capitals');
  return z.string(wrong).regex(/^[A-Z][A-Z0-9_]{0,127}$/, wrong);
}

/** @param what for messages */
function webAddress(what: string) {
  const wrong = expected(what);
  return z
    .string(wrong)
    .max(2048, wrong)
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
      // A password in an address would end up in logs and error messages of other programs.
      return isWeb && url.username === '' && url.password === '' && url.hash === '';
    }, wrong);
}

const contract = z
  .string(expected('the address of a contract: 0x and 40 hexadecimal digits'))
  .refine(
    (text) => isAddress(text),
    expected('the address of a contract: 0x and 40 hexadecimal digits, in mixed case with a right checksum'),
  )
  .transform((text): Address => getAddress(text));

const HOSPITAL = expected('a hospital id: 1 to 63 of a to z, 0 to 9 and -, not beginning with -');

const object = <T extends z.core.$ZodLooseShape>(shape: T) => z.strictObject(shape, expected('an object'));

const listen = object({
  host: z
    .string(expected('an IP address or host name'))
    .min(1, expected('an IP address or host name'))
    .max(253, expected('an IP address or host name'))
    .default('127.0.0.1')
    .describe('Address to listen on. Any but a loopback address needs tls. Default 127.0.0.1.'),
  port: wholeNumber(0, 65_535, 'TCP port, 0 for a free one')
    .default(8480)
    .describe('TCP port; 0 takes a free one. Default 8480.'),
  tls: object({
    certFile: path().describe('PEM file with the certificate chain, the own certificate first.'),
    keyFile: path().describe('PEM file with the private key; readable by its owner only.'),
  })
    .optional()
    .describe('Certificate and key. Without it the gateway listens on loopback addresses only.'),
});

const chain = object({
  url: webAddress('an http or https address of an Ethereum node, without user and password').describe(
    'JSON-RPC address of the own node. One with an access token in it belongs into TWINSEAL_CHAIN_URL.',
  ),
  pollS: seconds(0.05, 3600)
    .default(2)
    .describe('Seconds between two looks for new events of the contracts. Default 2.'),
});

const consortium = object({
  chainId: wholeNumber(1, Number.MAX_SAFE_INTEGER, 'chain id').describe('Chain id (EIP-155).'),
  hospitals: contract.describe('Contract AuthorizedHospitals.'),
  registration: contract.describe('Contract Registration.'),
  access: contract.describe('Contract Access.'),
  twins: contract.describe('Contract PatientDigitalTwin.'),
  requests: contract.describe('Contract DataRequest.'),
  book: contract.describe('Contract AddressBook.'),
  firstBlock: wholeNumber(0, Number.MAX_SAFE_INTEGER, 'block number').describe(
    'Number of the block from which on the contracts have events.',
  ),
});

const keys = object({
  identityFile: path()
    .optional()
    .describe(
      "The scheme's key of the hospital's identity; owner-only. Default keys/identity.key under dataDir.",
    ),
  controlFile: path()
    .optional()
    .describe(
      'The secp256k1 key that controls the hospital on the chain, 32 bytes; owner-only. Default keys/control.key under dataDir.',
    ),
  vaultFile: path()
    .optional()
    .describe(
      'The key under which the own secrets are encrypted at rest, 32 bytes; owner-only. Default keys/vault.key under dataDir.',
    ),
});

/** Exactly one of two ways to name a secret. */
function named<K extends string>(one: K, other: K) {
  return {
    check: (value: Readonly<Partial<Record<K, unknown>>>) =>
      (value[one] === undefined) !== (value[other] === undefined),
    wrong: expected(`one of ${one} and ${other}, and not both`),
  };
}

const urlSource = named('urlEnv', 'urlFile');
const database = z.discriminatedUnion(
  'kind',
  [
    object({
      kind: z
        .literal('pglite')
        .describe('pglite: PostgreSQL inside the process, on a folder. postgres: a server.'),
      folder: path().optional().describe('Folder of the database. Default database under dataDir.'),
    }),
    object({
      kind: z
        .literal('postgres')
        .describe('A PostgreSQL server; one on another machine needs sslmode=verify-full in its address.'),
      urlEnv: variable().optional().describe('Environment variable with the postgres:// address.'),
      urlFile: path().optional().describe('File with the postgres:// address; owner-only.'),
    }).refine(urlSource.check, urlSource.wrong),
  ],
  expected('an object whose kind is pglite or postgres'),
);

const idSource = named('accessKeyIdEnv', 'accessKeyIdFile');
const secretSource = named('secretAccessKeyEnv', 'secretAccessKeyFile');
const bucketName = expected('the name of a bucket: 3 to 63 of a to z, 0 to 9, - and .');
const blobs = (standard: string) =>
  z.discriminatedUnion(
    'kind',
    [
      object({
        kind: z.literal('folder').describe('folder: on this machine. s3: in a bucket of an S3 API.'),
        folder: path()
          .optional()
          .describe(`Folder of the sealed objects. Default ${standard} under dataDir.`),
      }),
      object({
        kind: z.literal('s3').describe('Sealed objects in a bucket of an S3 API.'),
        endpoint: webAddress('an http or https address of an S3 API, without user and password').describe(
          'Address of the S3 API; plain http on loopback addresses only.',
        ),
        bucket: z
          .string(bucketName)
          .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, bucketName)
          .describe('Name of the bucket.'),
        prefix: z
          .string(expected('a prefix of keys, at most 200 characters'))
          .max(200, expected('a prefix of keys, at most 200 characters'))
          .default('')
          .describe('Put before every key. Default empty.'),
        region: z
          .string(expected('the name of a region'))
          .min(1, expected('the name of a region'))
          .max(64, expected('the name of a region'))
          .default('us-east-1')
          .describe('Region, part of the signature. Default us-east-1.'),
        accessKeyIdEnv: variable().optional().describe('Environment variable with the access key id.'),
        accessKeyIdFile: path().optional().describe('File with the access key id; owner-only.'),
        secretAccessKeyEnv: variable()
          .optional()
          .describe('Environment variable with the secret access key.'),
        secretAccessKeyFile: path().optional().describe('File with the secret access key; owner-only.'),
        timeoutMs: wholeNumber(100, 600_000, 'milliseconds')
          .default(30_000)
          .describe('Milliseconds for one request. Default 30000.'),
        retries: wholeNumber(0, 20, 'tries after the first')
          .default(3)
          .describe('Tries after the first that failed in a transient way. Default 3.'),
      })
        .refine(idSource.check, idSource.wrong)
        .refine(secretSource.check, secretSource.wrong),
    ],
    expected('an object whose kind is folder or s3'),
  );

/** Signatures that a token may bear: none of them symmetric, so that a public key can never be taken for a shared secret. */
export const TOKEN_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

const roleNames = (role: string) => {
  const wrong = expected('a list of names, each of 1 to 256 characters');
  return z
    .array(z.string(wrong).min(1, wrong).max(256, wrong), wrong)
    .max(64, wrong)
    .default([])
    .describe(`Values of rolesClaim that mean the role ${role} here. Default none.`);
};

const pointer = (what: string) => {
  const wrong = expected('a JSON pointer to a claim, such as /roles or /realm_access/roles');
  return z
    .string(wrong)
    .max(256, wrong)
    .regex(/^(?:\/(?:[^~/]|~[01])+)+$/, wrong)
    .describe(what);
};

const oidc = object({
  issuer: webAddress('an http or https address, without user and password').describe(
    "The OpenID provider's issuer, letter for letter as it stands in its tokens; https anywhere but on loopback addresses.",
  ),
  jwksUrl: webAddress('an http or https address, without user and password')
    .optional()
    .describe("Address of the provider's keys. Default: what its discovery document names."),
  audience: z
    .string(expected('a text of 1 to 512 characters'))
    .min(1, expected('a text of 1 to 512 characters'))
    .max(512, expected('a text of 1 to 512 characters'))
    .describe('What the aud claim of a token has to name: this gateway.'),
  algorithms: z
    .array(
      z.enum(TOKEN_ALGORITHMS, expected(`one of ${TOKEN_ALGORITHMS.join(', ')}`)),
      expected('a list of signature algorithms'),
    )
    .min(1, expected('at least one algorithm'))
    .max(TOKEN_ALGORITHMS.length, expected('each algorithm once'))
    .default(['RS256', 'PS256', 'ES256', 'EdDSA'])
    .describe('Signatures that are accepted. Default RS256, PS256, ES256, EdDSA.'),
  tokenType: z
    .string(expected('a media type without "application/", such as at+jwt'))
    .regex(/^[a-z0-9][a-z0-9+.-]{0,63}$/i, expected('a media type without "application/", such as at+jwt'))
    .default('at+jwt')
    .describe(
      'What the typ header of a token has to say. Default at+jwt (RFC 9068); some providers write JWT, and then only audience tells an access token from an ID token.',
    ),
  clockSkewS: wholeNumber(0, 300, 'seconds')
    .default(30)
    .describe("Seconds by which the provider's clock may be wrong. Default 30."),
  maxTokenAgeS: wholeNumber(60, 86_400, 'seconds')
    .default(3600)
    .describe(
      'Seconds after its issue at which a token is accepted no more, whatever it says itself. Default 3600.',
    ),
  keysMaxAgeS: wholeNumber(1, 86_400, 'seconds')
    .default(600)
    .describe(
      'Seconds after which the keys are fetched anew; a key that was withdrawn is believed at most so long. Default 600.',
    ),
  staffIdClaim: pointer(
    'Claim with an id of the person that is no name: 1 to 63 of a to z, 0 to 9 and -. Default: a keyed hash of the subject.',
  ).optional(),
  rolesClaim: pointer(
    'Claim with the roles: a list, or one text with spaces between. Default /roles.',
  ).default('/roles'),
  roles: object({
    clinician: roleNames('clinician'),
    registrar: roleNames('registrar'),
    auditor: roleNames('auditor'),
    operator: roleNames('operator'),
  })
    .prefault({})
    .describe('Which roles of the provider are which here.'),
});

const proxyWrong = expected('a list of IP addresses or networks, such as 127.0.0.1 or 10.0.0.0/8');
const signIn = object({
  sessionMinutes: wholeNumber(1, 60, 'minutes')
    .default(15)
    .describe('Minutes that a session by wallet signature lasts. Default 15.'),
  attemptsPerMinute: wholeNumber(1, 10_000, 'attempts a minute')
    .default(60)
    .describe('Sign-ins, nonces and refused tokens a minute from one network address. Default 60.'),
  lockAfter: wholeNumber(1, 1000, 'failures')
    .default(5)
    .describe(
      'Failures after which one account (or subject) cannot sign in from one network address for a while. Default 5.',
    ),
  lockS: wholeNumber(1, 3600, 'seconds')
    .default(30)
    .describe('Seconds of the first lock; each further failure doubles it. Default 30.'),
  lockMaxS: wholeNumber(1, 86_400, 'seconds')
    .default(3600)
    .describe('Seconds of the longest lock. Default 3600.'),
  trustedProxies: z
    .array(
      z
        .string(proxyWrong)
        .refine((text) => (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text)), proxyWrong),
      proxyWrong,
    )
    .max(64, proxyWrong)
    .default([])
    .describe(
      'Reverse proxies whose X-Forwarded-For is believed, as addresses or networks. Default none: the address of the connection counts.',
    ),
  oidc: oidc
    .optional()
    .describe(
      "The hospital's OpenID provider, for its staff. Without it only the operator's token signs staff in.",
    ),
});

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** The file as written. Defaults that depend on other fields (paths under dataDir) are filled in by `loadConfig`. */
export const configFileSchema = object({
  hospital: z
    .string(HOSPITAL)
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, HOSPITAL)
    .describe('The hospital\'s id in the consortium, without "hospital:".'),
  dataDir: path().describe(
    'Folder for everything that the gateway keeps: lock, database, sealed objects, vault, receipts. A relative path is one from the folder of this file.',
  ),
  listen: listen.prefault({}).describe('Where the gateway listens.'),
  endpoint: webAddress('an http or https address without user and password').describe(
    'Public address of this gateway, as the contract AuthorizedHospitals has it.',
  ),
  chain: chain.describe('The chain.'),
  consortium: consortium.describe("The consortium's contracts. Public."),
  parametersFile: path().describe(
    'The system parameters of the scheme. Public; checked against the digest on the chain.',
  ),
  keys: keys
    .prefault({})
    .describe("Files with the gateway's keys. The keys themselves never stand in this file."),
  database: database
    .prefault({ kind: 'pglite' })
    .describe('The database. Default: inside the process, in the folder database under dataDir.'),
  blobs: blobs('blobs')
    .prefault({ kind: 'folder' })
    .describe('Where sealed objects lie. Default: in the folder blobs under dataDir.'),
  offline: blobs('offline')
    .optional()
    .describe(
      'Where the sealed objects of inactive twins lie: the offline area. Default: in the folder offline under dataDir; where blobs is a bucket, in the same one under the prefix followed by offline/.',
    ),
  follow: object({
    maxBlocksPerPoll: wholeNumber(1, 1_000_000, 'blocks')
      .default(2000)
      .describe('Most blocks asked of the node at once while catching up. Default 2000 blocks.'),
  })
    .prefault({})
    .describe('How the gateway follows the chain.'),
  log: object({
    level: z
      .enum(LOG_LEVELS, expected(`one of ${LOG_LEVELS.join(', ')}`))
      .default('info')
      .describe('The least severe level that is logged. Default info.'),
  })
    .prefault({})
    .describe('Logs: JSON lines on standard error.'),
  limits: object({
    bodyMiB: wholeNumber(1, 1024, 'MiB')
      .default(96)
      .describe(
        'Largest body of a request, in MiB (2^20 bytes). Default 96: the largest sealed part is 64 MiB before encoding.',
      ),
    requestsPerMinute: wholeNumber(1, 1_000_000, 'requests a minute')
      .default(1200)
      .describe('Requests a minute from one caller. Default 1200.'),
    decisionTimeoutS: seconds(0.1, 600)
      .default(8)
      .describe(
        'Seconds that database and chain may take for a decision, before the caller is told that they do not answer. Default 8.',
      ),
    handlerTimeoutS: seconds(0.1, 600)
      .default(30)
      .describe('Seconds that an answer may take, where it waits for no block. Default 30.'),
    clientTimeoutS: seconds(1, 3600)
      .default(60)
      .describe('Seconds that a client may take to send its request. Default 60.'),
    readsPerTwinPerHour: wholeNumber(1, 10_000_000, 'reads an hour')
      .default(2400)
      .describe(
        'Reads of one twin by one caller in an hour, beyond which nothing is answered. Default 2400: a person at a screen asks a few hundred times, a program that copies asks more.',
      ),
    unusualReadsPerTwinPerHour: wholeNumber(1, 10_000_000, 'reads an hour')
      .default(600)
      .describe(
        'Reads of one twin by one caller in an hour, beyond which patient and auditor are told. Default 600.',
      ),
    unusualTwinsPerHour: wholeNumber(1, 1_000_000, 'twins an hour')
      .default(40)
      .describe(
        'Twins that one member of staff reads in an hour, beyond which it is told. Default 40: a ward has some thirty beds.',
      ),
    unusualDenialsPerHour: wholeNumber(1, 1_000_000, 'refusals an hour')
      .default(10)
      .describe('Refusals of one caller in an hour, beyond which they are told. Default 10.'),
  })
    .prefault({})
    .describe('What callers may use up.'),
  storagePolicy: object({
    inactiveAfterDays: wholeNumber(1, 36_500, 'days')
      .default(90)
      .describe('Days without activity after which a twin moves to the offline area. Default 90 days.'),
  })
    .prefault({})
    .describe('When data moves between the online and the offline area.'),
  receipts: object({
    anchorEvery: wholeNumber(1, 65_536, 'receipts')
      .default(1000)
      .describe(
        'Access receipts that go onto the chain together at the latest. Default 1000, at most 65536.',
      ),
    anchorAfterS: wholeNumber(1, 86_400, 'seconds')
      .default(300)
      .describe('Seconds that an access receipt waits at most for its batch on the chain. Default 300.'),
  })
    .prefault({})
    .describe('When access receipts are anchored.'),
  reading: object({
    purposes: z
      .array(
        z.enum(PURPOSES, expected('a code of HL7 v3 PurposeOfUse, such as TREAT')),
        expected('a list of purposes'),
      )
      .max(PURPOSES.length, expected('each purpose once'))
      .default(['TREAT'])
      .describe(
        "Purposes (HL7 v3 PurposeOfUse) for which this hospital opens other authors' lanes by itself: the first of them that a grant names; a grant that names none of them opens nothing. Default TREAT.",
      ),
  })
    .prefault({})
    .describe("What the gateway opens of other authors' lanes without being asked."),
  anchoring: object({
    mode: z
      .enum(['direct', 'batch'], expected('"direct" or "batch"'))
      .default('direct')
      .describe(
        'Whether each instance goes onto the chain by itself, or many lanes at once by the root of a map. Default direct.',
      ),
    everyS: wholeNumber(1, 86_400, 'seconds')
      .default(300)
      .describe('Seconds that an instance waits at most for its batch on the chain. Default 300.'),
    most: wholeNumber(1, 65_536, 'instances')
      .default(1000)
      .describe('Instances at which a batch goes onto the chain at once. Default 1000, at most 65536.'),
  })
    .prefault({})
    .describe('How the own instances are anchored.'),
  signIn: signIn.prefault({}).describe('How people sign in.'),
  patientPage: object({
    authorityUrl: webAddress('an http or https address without user and password')
      .optional()
      .describe(
        "Address of the consortium's key authority. The page in a patient's browser asks it for the patient's key through this gateway, which passes sealed answers on and cannot read them. Without it nobody can open the own record in the browser.",
      ),
    registrationsPerHour: wholeNumber(0, 100_000, 'registrations an hour')
      .default(60)
      .describe(
        'New twins an hour that this gateway relays for patients who register in the browser, and pays for; 0 for none. Default 60, and a tenth of it (rounded up) from one network address.',
      ),
  })
    .prefault({})
    .describe("The patient's page, which the gateway serves under /me/."),
});

/** What the file says, checked, with the defaults that depend on nothing else. */
export type ConfigFile = z.output<typeof configFileSchema>;

/** The JSON Schema (2020-12) of the configuration file. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configFileSchema, { io: 'input' });
  return {
    ...schema,
    title: 'Configuration of a Twinseal gateway',
    description:
      'One JSON file for each gateway. Relative paths are relative to the folder of the file. Secrets never stand in it: it names the files or environment variables that hold them.',
  };
}
