/** The types of the Twin API. Generated from the routes of the gateway by `npm run docs:api`; a test compares. */

export interface Paths {
  '/openapi.json': {
    /**
     * This description. OpenAPI 3.1, made from the routes that the gateway serves.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              openapi: string;
              [k: string]: unknown;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/health': {
    /**
     * Whether the gateway, its chain and its database answer. Answers 200 as long as the gateway runs; what it depends on stands in the body.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              status: 'ok' | 'degraded';
              hospital: string;
              chain: boolean;
              database: boolean;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/consortium': {
    /**
     * The consortium: its contracts and hospitals. As the chain has it now. `gateway` is the hospital that answers. Check it against a chain of your own where it matters.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              chainId: number;
              firstBlock: number;
              contracts: {
                /**
                 * An Ethereum address.
                 */
                [k: string]: string;
              };
              /**
               * 32 bytes.
               */
              parametersDigest: string;
              gateway: string;
              hospitals: {
                /**
                 * 32 bytes.
                 */
                authorId: string;
                id: string;
                epoch: number;
                /**
                 * An Ethereum address.
                 */
                controller: string;
                endpoint: string;
                status: 'none' | 'active' | 'suspended' | 'removed';
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/parameters': {
    /**
     * The system parameters of the scheme. As docs/FORMAT.md encodes them. Check their digest against the one on the chain.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/octet-stream': string;
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/chain/head': {
    /**
     * The newest block, as this gateway’s node has it. Ask several gateways, and believe a head that at least two agree on.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              number: number;
              /**
               * 32 bytes.
               */
              hash: string;
              /**
               * Seconds since 1970.
               */
              time: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/chain/blocks/{number}': {
    /**
     * The hash of a block. As this gateway’s node has it: to ask a second gateway about a head that the first one named.
     */
    get: {
      parameters: {
        path: {
          /**
           * Number of a block.
           */
          number: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              number: number;
              /**
               * 32 bytes.
               */
              hash: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/chain/headers/{hash}': {
    /**
     * A block’s header. RLP in hexadecimal; it hashes (Keccak-256) to the hash in the address.
     */
    get: {
      parameters: {
        path: {
          /**
           * 32 bytes.
           */
          hash: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * RLP, hexadecimal.
               */
              header: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/chain/proofs': {
    /**
     * A proof of a contract’s state. EIP-1186 (`eth_getProof`) of one of the consortium’s contracts at a block: nodes from the state root to the account, and from its storage root to each slot. `@twinseal/history/ethereum` verifies them.
     */
    get: {
      parameters: {
        query: {
          contract:
            | 'hospitals'
            | 'registration'
            | 'recovery'
            | 'access'
            | 'emergency'
            | 'contribution'
            | 'stores'
            | 'twins'
            | 'requests'
            | 'book';
          /**
           * Storage slots; the parameter may be repeated.
           */
          slot: string | string[];
          /**
           * Number or hash of the block.
           */
          block: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * An Ethereum address.
               */
              address: string;
              accountProof: string[];
              storageProof: {
                key: string;
                value: string;
                proof: string[];
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/sign-in/nonce': {
    /**
     * What to sign in order to sign in. Answers what a sign-in message of EIP-4361 has to say here, with a nonce for one sign-in within ten minutes. Nothing is asked of the caller, and nothing is learnt of one.
     */
    post: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * May stand before the domain.
               */
              scheme: string;
              /**
               * Authority that the message has to name.
               */
              domain: string;
              /**
               * URI that the message has to name.
               */
              uri: string;
              /**
               * Statement that the message has to hold, letter for letter.
               */
              statement: string;
              version: '1';
              /**
               * Chain id that the message has to name.
               */
              chainId: number;
              /**
               * 80 letters and digits; for one sign-in.
               */
              nonce: string;
              /**
               * The gateway's time, for Issued At.
               */
              issuedAt: string;
              /**
               * The latest Expiration Time that is accepted.
               */
              expirationTime: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/sign-in/wallet': {
    /**
     * Sign in by the signature of an account. Takes a message of EIP-4361 and its signature: by the account's key, or what the contract at its address accepts (ERC-1271). Answers a token for `Authorization: Bearer`, which is told once and holds for some minutes; a restart of the gateway ends it.
     *
     * A message holds once. Several failures lock the account out at the network address from which they came, not elsewhere, and do not touch sessions that run.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * The message as it was signed.
             */
            message: string;
            /**
             * The signature.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * For `Authorization: Bearer`.
               */
              token: string;
              /**
               * The account.
               */
              account: string;
              /**
               * Names the session; nothing can be done with it.
               */
              session: string;
              /**
               * A time, RFC 3339, UTC.
               */
              expiresAt: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/sign-in/session': {
    /**
     * Who is signed in. What sign-in has established of the caller.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json':
              | {
                  kind: 'account';
                  /**
                   * The account.
                   */
                  account: string;
                  /**
                   * Names the session; nothing can be done with it.
                   */
                  session: string;
                  /**
                   * A time, RFC 3339, UTC.
                   */
                  expiresAt: string;
                }
              | {
                  kind: 'staff';
                  /**
                   * Id of a member of the staff, as the gateway tells it.
                   */
                  id: string;
                  /**
                   * What the person is here.
                   */
                  roles: string[];
                  /**
                   * How that was shown.
                   */
                  by: 'oidc' | 'operator-token';
                };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Sign out. Ends the session at once, or every session of the account with `all=true`. Of staff, every token that the hospital's provider issued up to now is believed no more. The operator's token cannot be ended here: replace its file and start the gateway again.
     */
    delete: {
      parameters: {
        query?: {
          /**
           * `true`: every session of the account.
           */
          all?: 'true' | 'false';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * How many sessions ended.
               */
              ended: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/sign-in/revocations': {
    /**
     * End somebody else's sessions. Ends every session of an account, or believes no token of a member of the staff any more that was issued up to now; a revocation of staff outlives a restart. For the hospital's operators.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json':
            | {
                /**
                 * The account.
                 */
                account: string;
              }
            | {
                /**
                 * Id of a member of the staff, as the gateway tells it.
                 */
                staff: string;
              };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * How many sessions of the account ended.
               */
              ended?: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins': {
    /**
     * The twins that the caller may see. To the hospital's people: those whose patient was introduced here, in that order, at most 500 in one answer. To an account: those that it controls or is a proxy of, wherever they are kept.
     */
    get: {
      parameters: {
        query?: {
          /**
           * How many to pass over. Default 0.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              twins: {
                /**
                 * Id of a twin: 32 random bytes in hexadecimal.
                 */
                twinId: string;
                relation: 'known' | 'control' | 'proxy';
              }[];
              total: number;
              next?: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}': {
    /**
     * What the chain says of a twin. Its kind, custodian, control and identity epoch, and the access version in force.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
              kind: 'whole body' | 'condition' | 'organ';
              /**
               * An Ethereum address.
               */
              control: string;
              /**
               * 32 bytes.
               */
              custodian: string;
              /**
               * 32 bytes.
               */
              patientAuthorId: string;
              identityEpoch: number;
              accessVersion: number;
              /**
               * Whether nothing can be anchored before somebody calls settle.
               */
              settlementDue: boolean;
              /**
               * Whether its patient was introduced to this hospital.
               */
              known: boolean;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/slip': {
    /**
     * The salts under which the chain knows the twin’s modules and purposes. As the patient handed them to this hospital, given back to the account that controls the twin and to nobody else. They open nothing; whoever holds them learns which modules a grant names.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
              /**
               * By module: 32 bytes, hexadecimal.
               */
              scopeSalts: {
                [k: string]: string;
              };
              /**
               * 32 bytes, hexadecimal.
               */
              purposeSalt: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/lanes': {
    /**
     * The lanes of a twin. Who has written for the twin, as the chain has it: how many instances, and the root that the reader checks them against. `held` says how many instances this gateway can serve.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              lanes: {
                /**
                 * Id of a lane’s author (docs/RECORD.md, REC-4).
                 */
                authorId: string;
                /**
                 * Name of the author: hospital:… or patient:….
                 */
                author: string;
                /**
                 * Instances that are anchored.
                 */
                count: number;
                /**
                 * Root of the lane, 32 bytes, hexadecimal.
                 */
                mk: string;
                held: number;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/lanes/{authorId}/word': {
    /**
     * What a hospital’s maps say of a lane. For lanes that are anchored in batches: the lane word of docs/RECORD.md (REC-30), of the lane or of its absence, under the author’s newest batch. Check it against the root that the chain has of that batch.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Id of a lane’s author (docs/RECORD.md, REC-4).
           */
          authorId: string;
        };
        query: {
          /**
           * Number of the author’s newest batch, as the chain has it.
           */
          batch: number;
        };
      };
      responses: {
        200: {
          content: {
            'application/octet-stream': string;
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/lanes/{authorId}/manifests': {
    /**
     * Manifests of a lane, in its order. From the instance `from` on. Each object as its length (four bytes, big-endian) and its bytes, one after the other. Where there are more, the header `twinseal-next` says from which on.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Id of a lane’s author (docs/RECORD.md, REC-4).
           */
          authorId: string;
        };
        query?: {
          /**
           * How many to pass over. Default 0.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/octet-stream': string;
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/lanes/{authorId}/parts/{digest}': {
    /**
     * A part of a lane: slot and payload. By the part digest of a manifest’s entry. The slot and the payload, each as its length (four bytes, big-endian) and its bytes.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Id of a lane’s author (docs/RECORD.md, REC-4).
           */
          authorId: string;
          /**
           * 32 bytes: a part digest.
           */
          digest: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/octet-stream': string;
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/lanes/{authorId}/capsules': {
    /**
     * The capsules of a lane. Module secrets, each sealed for its recipients, in the order in which they were issued. Each object as its length (four bytes, big-endian) and its bytes, one after the other. Where there are more, the header `twinseal-next` says from which on.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Id of a lane’s author (docs/RECORD.md, REC-4).
           */
          authorId: string;
        };
        query?: {
          /**
           * How many to pass over. Default 0.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/octet-stream': string;
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Hands over capsules of the patient’s own lane. Module secrets of the lane that the patient writes, sealed by the patient’s page for those who were granted them; kept where the lane is, at the custodian. Only by the account that controls the twin. The gateway cannot open them, and looks at nothing but whose they are.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Id of a lane’s author (docs/RECORD.md, REC-4).
           */
          authorId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @minItems 1
             * @maxItems 64
             */
            capsules: string[];
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              kept: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/modules': {
    /**
     * The modules of a twin that may be read, with what they hold. Numbers and titles only. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt: number;
              modules: {
                module: string;
                title?: string;
                entries: number;
                authors: string[];
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/modules/{module}': {
    /**
     * What a module holds. Every entry of one module as FHIR R4, with where it comes from. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Name of a module, such as medications.
           */
          module: string;
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt: number;
              module: string;
              entries: {
                id: string;
                /**
                 * FHIR R4.
                 */
                resource: {
                  resourceType: string;
                  [k: string]: unknown;
                };
                /**
                 * Items: Where it comes from: lane (author, module), instance (seq), and the handle of its source.
                 */
                provenance: {
                  author: string;
                  module: string;
                  seq: number;
                  handle: string;
                  sourceTime: string;
                  recordedTime: string;
                  [k: string]: unknown;
                }[];
                /**
                 * Ids of entries of other authors that say otherwise.
                 */
                contradicts: string[];
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/timeline': {
    /**
     * The twin’s timeline. Oldest first; dense streams are summed up by the day. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        query?: {
          /**
           * Only these modules; the parameter may be repeated. Default: all that are covered.
           */
          module?: string | string[];
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          from?: string;
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          to?: string;
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt: number;
              /**
               * What was looked at; of other modules nothing is said.
               */
              modules: string[];
              entries: {
                time: string;
                title: string;
                detail: string;
                modules: string[];
                resourceType: string;
                count: number;
                isContradicted: boolean;
                [k: string]: unknown;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/flags': {
    /**
     * Flags: raised, quiet or missing, each with why and its source. No flag is a diagnosis. Evaluated at `at`, by default now, from what is covered. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        query?: {
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          at?: string;
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt: number;
              at: string;
              /**
               * What was looked at; of other modules nothing is said.
               */
              modules: string[];
              flags: {
                module: string;
                flag: string;
                title: string;
                severity: string;
                state: 'raised' | 'quiet' | 'missing';
                why: string;
                source: string;
                unit: string;
                [k: string]: unknown;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/at': {
    /**
     * The record as it was known at a past moment. Only what had been recorded by `time`. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        query: {
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          time: string;
          /**
           * Only these modules; the parameter may be repeated. Default: all that are covered.
           */
          module?: string | string[];
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt: number;
              time: string;
              /**
               * What was looked at; of other modules nothing is said.
               */
              modules: string[];
              entries: {
                id: string;
                /**
                 * FHIR R4.
                 */
                resource: {
                  resourceType: string;
                  [k: string]: unknown;
                };
                /**
                 * Items: Where it comes from: lane (author, module), instance (seq), and the handle of its source.
                 */
                provenance: {
                  author: string;
                  module: string;
                  seq: number;
                  handle: string;
                  sourceTime: string;
                  recordedTime: string;
                  [k: string]: unknown;
                }[];
                /**
                 * Ids of entries of other authors that say otherwise.
                 */
                contradicts: string[];
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/difference': {
    /**
     * What changed in the record between two moments. By field, with the statement that says so. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        query: {
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          from: string;
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          to: string;
          /**
           * Only these modules; the parameter may be repeated. Default: all that are covered.
           */
          module?: string | string[];
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt: number;
              from: string;
              to: string;
              /**
               * What was looked at; of other modules nothing is said.
               */
              modules: string[];
              differences: {
                kind: 'added' | 'removed' | 'changed';
                resourceType: string;
                handle: string;
                fields: {
                  path: string;
                  [k: string]: unknown;
                }[];
                [k: string]: unknown;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/verification': {
    /**
     * What this hospital found when it verified the twin. By lane: how many instances there are, how many parts opened, and every finding by its name (docs/RECORD.md, section 8). No content.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * When the hospital opened and verified the twin last, seconds since 1970.
               */
              openedAt?: number;
              accessVersion?: number;
              /**
               * Lanes that the hospital may not read.
               */
              closedLanes?: number;
              lanes: {
                author: string;
                instances: number;
                opened: number;
                state: 'verified' | 'awaiting' | 'unreachable' | 'faulty';
                findings: {
                  code: string;
                  [k: string]: unknown;
                }[];
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/grants': {
    /**
     * Every grant of the twin, oldest first. As the chain has it, with those that were revoked or are over. What emergencies opened stands there as well.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              grants: {
                /**
                 * 32 bytes.
                 */
                grantId: string;
                /**
                 * 32 bytes.
                 */
                hospital: string;
                /**
                 * Zero: the whole hospital.
                 */
                staff: string;
                /**
                 * Names of the scopes that this hospital has the salts of.
                 */
                modules: string[];
                /**
                 * docs/RECORD.md, REC-19.
                 *
                 * Items: 32 bytes.
                 */
                scopes: string[];
                /**
                 * Codes of the purposes that this hospital has the salt of.
                 */
                purposes: string[];
                operations: ('read' | 'contribute')[];
                /**
                 * Seconds since 1970.
                 */
                notBefore: number;
                /**
                 * Seconds since 1970.
                 */
                expiry: number;
                fullHistory: boolean;
                /**
                 * Neither revoked nor lapsed nor outside its time.
                 */
                live: boolean;
                emergency: boolean;
                versionAtGrant: number;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Hands over a grant that the patient signed. EIP-712, type Grant of the contract Access; relayed at this gateway’s cost, and kept so that it can be relayed again. Where it names this hospital, the slip brings the salts of every module that it names. Answers once it stands in a block.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            terms: {
              /**
               * 32 bytes.
               */
              twinId: string;
              /**
               * 32 bytes.
               */
              hospital: string;
              /**
               * 32 bytes.
               */
              staff: string;
              /**
               * @minItems 1
               * @maxItems 64
               *
               * Items: 32 bytes.
               */
              scopes: string[];
              /**
               * @minItems 1
               * @maxItems 64
               *
               * Items: 32 bytes.
               */
              purposes: string[];
              operations: number;
              /**
               * A whole number as decimal text.
               */
              notBefore: string;
              /**
               * A whole number as decimal text.
               */
              expiry: string;
              fullHistory: boolean;
              /**
               * A whole number as decimal text.
               */
              nonce: string;
              /**
               * A whole number as decimal text.
               */
              deadline: string;
            };
            /**
             * An Ethereum address.
             */
            signer: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
            slip?: {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
              scopeSalts: {
                /**
                 * A salt: 32 random bytes in hexadecimal.
                 */
                [k: string]: string;
              };
              /**
               * A salt: 32 random bytes in hexadecimal.
               */
              purposeSalt: string;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              granted: true;
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/revocations': {
    /**
     * Hands over a revocation that the patient signed. EIP-712, type Revoke of the contract Access: ends one grant, an emergency’s included. Answers once it stands in a block; no request that comes in afterwards is permitted by the grant. What was read before cannot be unread.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * 32 bytes.
             */
            grantId: string;
            /**
             * A whole number as decimal text.
             */
            nonce: string;
            /**
             * A whole number as decimal text.
             */
            deadline: string;
            /**
             * An Ethereum address.
             */
            signer: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              revoked: true;
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/requests': {
    /**
     * Every request for access that the chain decided, oldest first. Refusals included: who asked for what, and what the contract answered.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              requests: {
                /**
                 * 32 bytes.
                 */
                requestId: string;
                /**
                 * 32 bytes.
                 */
                hospital: string;
                /**
                 * 32 bytes.
                 */
                staff: string;
                /**
                 * Names of the scopes that this hospital has the salts of.
                 */
                modules: string[];
                /**
                 * docs/RECORD.md, REC-19.
                 *
                 * Items: 32 bytes.
                 */
                scopes: string[];
                /**
                 * Its code, where this hospital has the salt.
                 */
                purpose?: string;
                operation: 'read' | 'contribute';
                permit: boolean;
                /**
                 * docs/RECORD.md, REC-23.
                 */
                reason: number;
                why: string;
                accessVersion: number;
                blockNumber: number;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Asks the chain for access in this hospital’s name. Request and decision are one transaction, and a refusal is recorded like a permit. The grant relied on is the one that covers the modules for the purpose, where there is one.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @minItems 1
             * @maxItems 64
             *
             * Items: Name of a module, such as medications.
             */
            modules: string[];
            purpose:
              | 'HMARKT'
              | 'HOPERAT'
              | 'CAREMGT'
              | 'DONAT'
              | 'FRAUD'
              | 'GOV'
              | 'HACCRED'
              | 'HCOMPL'
              | 'HDECD'
              | 'HDIRECT'
              | 'HDM'
              | 'HLEGAL'
              | 'HOUTCOMS'
              | 'HPRGRP'
              | 'HQUALIMP'
              | 'HSYSADMIN'
              | 'LABELING'
              | 'METAMGT'
              | 'MEMADMIN'
              | 'MILCDM'
              | 'PATADMIN'
              | 'PATSFTY'
              | 'PERFMSR'
              | 'RECORDMGT'
              | 'SYSDEV'
              | 'HTEST'
              | 'TRAIN'
              | 'HPAYMT'
              | 'CLMATTCH'
              | 'COVAUTH'
              | 'COVERAGE'
              | 'ELIGDTRM'
              | 'ELIGVER'
              | 'ENROLLM'
              | 'MILDCRG'
              | 'REMITADV'
              | 'HRESCH'
              | 'BIORCH'
              | 'CLINTRCH'
              | 'CLINTRCHNPC'
              | 'CLINTRCHPC'
              | 'PRECLINTRCH'
              | 'DSRCH'
              | 'POARCH'
              | 'TRANSRCH'
              | 'PATRQT'
              | 'FAMRQT'
              | 'PWATRNY'
              | 'SUPNWK'
              | 'PUBHLTH'
              | 'DISASTER'
              | 'THREAT'
              | 'TREAT'
              | 'CLINTRL'
              | 'COC'
              | 'ETREAT'
              | 'BTG'
              | 'ERTREAT'
              | 'POPHLTH';
          };
        };
      };
      responses: {
        201: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              requestId: string;
              permit: boolean;
              /**
               * docs/RECORD.md, REC-23.
               */
              reason: number;
              why: string;
              accessVersion: number;
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/requests/{requestId}': {
    /**
     * What the chain decided on a request. By the id of the request.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * 32 bytes.
           */
          requestId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              requestId: string;
              /**
               * 32 bytes.
               */
              hospital: string;
              /**
               * 32 bytes.
               */
              staff: string;
              /**
               * Names of the scopes that this hospital has the salts of.
               */
              modules: string[];
              /**
               * docs/RECORD.md, REC-19.
               *
               * Items: 32 bytes.
               */
              scopes: string[];
              /**
               * Its code, where this hospital has the salt.
               */
              purpose?: string;
              operation: 'read' | 'contribute';
              permit: boolean;
              /**
               * docs/RECORD.md, REC-23.
               */
              reason: number;
              why: string;
              accessVersion: number;
              blockNumber: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/receipts': {
    /**
     * Every access to the twin’s data at this hospital. One signed receipt for each release, refusal and issue of capsules, oldest first, at most 200 in one answer. Each names the hash of the one before it: a missing one shows. What a patient fetches counts as delivered.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        query?: {
          /**
           * How many to pass over. Default 0.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              receipts: {
                /**
                 * Place in the chain of this twin’s receipts at this hospital, from 0 without gap.
                 */
                index: number;
                /**
                 * Name and epoch, such as hospital:north#1.
                 */
                requester: string;
                /**
                 * Name and epoch, such as hospital:north#1.
                 */
                server: string;
                decision: 'permit' | 'deny';
                /**
                 * docs/RECORD.md, REC-23.
                 */
                reason: number;
                /**
                 * HL7 v3 PurposeOfUse.
                 */
                purpose: string;
                /**
                 * docs/RECORD.md, REC-19.
                 *
                 * Items: 32 bytes.
                 */
                scopes: string[];
                /**
                 * 32 bytes.
                 */
                requestId: string;
                block: {
                  number: number;
                  /**
                   * 32 bytes.
                   */
                  hash: string;
                };
                /**
                 * Seconds since 1970.
                 */
                time: number;
                /**
                 * The receipt itself, hexadecimal: docs/RECORD.md, section 7. Check this, not the fields.
                 */
                bytes: string;
                /**
                 * What a challenge on the chain names it by.
                 */
                digest: string;
                /**
                 * Whether it is known to be in a batch on the chain.
                 */
                anchored: boolean;
                /**
                 * When the patient first fetched it.
                 */
                deliveredAt?: number;
              }[];
              total: number;
              /**
               * Where to go on, where there are more.
               */
              next?: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/receipts/{index}': {
    /**
     * One access receipt. The receipt with this index.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Index of a receipt.
           */
          index: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Place in the chain of this twin’s receipts at this hospital, from 0 without gap.
               */
              index: number;
              /**
               * Name and epoch, such as hospital:north#1.
               */
              requester: string;
              /**
               * Name and epoch, such as hospital:north#1.
               */
              server: string;
              decision: 'permit' | 'deny';
              /**
               * docs/RECORD.md, REC-23.
               */
              reason: number;
              /**
               * HL7 v3 PurposeOfUse.
               */
              purpose: string;
              /**
               * docs/RECORD.md, REC-19.
               *
               * Items: 32 bytes.
               */
              scopes: string[];
              /**
               * 32 bytes.
               */
              requestId: string;
              block: {
                number: number;
                /**
                 * 32 bytes.
                 */
                hash: string;
              };
              /**
               * Seconds since 1970.
               */
              time: number;
              /**
               * The receipt itself, hexadecimal: docs/RECORD.md, section 7. Check this, not the fields.
               */
              bytes: string;
              /**
               * What a challenge on the chain names it by.
               */
              digest: string;
              /**
               * Whether it is known to be in a batch on the chain.
               */
              anchored: boolean;
              /**
               * When the patient first fetched it.
               */
              deliveredAt?: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/receipts/{index}/proof': {
    /**
     * Where a receipt stands on the chain. The batch that the hospital anchored, and the audit path of the receipt in it, lowest node first; to be checked against the batch on the chain (event ReceiptsAnchored). `anchored` is false where it is in no batch yet: ask again later, or challenge it on the chain, and the hospital has three days to answer.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Index of a receipt.
           */
          index: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              anchored: boolean;
              batch?: {
                /**
                 * 32 bytes.
                 */
                server: string;
                number: number;
                size: number;
                /**
                 * 32 bytes.
                 */
                root: string;
              };
              index?: number;
              /**
               * Items: 32 bytes.
               */
              path?: string[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/emergency-choice': {
    /**
     * What the patient chose for emergencies. As the chain has it: the hospital that may hand on capsules in an emergency of another, and whether the patient chose what one clinician alone opens. `nonce` is that of the next choice.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Author id of the hospital; none where nobody was named.
               */
              recipient?: string;
              /**
               * Its id.
               */
              hospital?: string;
              hasScopes: boolean;
              /**
               * A whole number as decimal text.
               */
              nonce: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Hands over what the patient chose for emergencies. EIP-712, type SetEmergencyPolicy of the contract Emergency: what one clinician alone may open (scopes; none for allergies, conditions and medications), and a hospital that may hand on capsules in an emergency (recipient; zero for nobody). It hands on what the patient’s grants let it read: being named opens nothing to it. Whoever is named after an emergency was opened counts from the next one on.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * 32 bytes.
             */
            twinId: string;
            /**
             * @maxItems 64
             *
             * Items: 32 bytes.
             */
            scopes: string[];
            /**
             * 32 bytes.
             */
            recipient: string;
            /**
             * A whole number as decimal text.
             */
            nonce: string;
            /**
             * A whole number as decimal text.
             */
            deadline: string;
            /**
             * An Ethereum address.
             */
            signer: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/emergencies': {
    /**
     * Every emergency access to the twin. Of all hospitals, as the chain tells of them, and of this one what waits for the chain. Why, in plain, only at the hospital that opened it.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              emergencies: {
                /**
                 * Id of the grant on the chain; while it is not there yet, the digest that was signed.
                 */
                id: string;
                /**
                 * 32 bytes.
                 */
                hospital: string;
                /**
                 * Author id of the clinician.
                 */
                staff: string;
                /**
                 * 32 bytes.
                 */
                secondStaff?: string;
                modules: string[];
                /**
                 * Why.
                 */
                reason?: 'unconscious' | 'cannot-consent' | 'life-threatening' | 'patient-asks' | 'other';
                /**
                 * Seconds since 1970.
                 */
                openedAt: number;
                /**
                 * Seconds since 1970.
                 */
                until: number;
                /**
                 * waiting, late: opened here while the chain was down; it waits for it, or came too late for it.
                 */
                state: 'open' | 'over' | 'waiting' | 'late';
                reviewed: boolean;
                /**
                 * Decided without the chain.
                 */
                withoutChain?: {
                  /**
                   * The newest block that was known.
                   */
                  block: number;
                  /**
                   * Hospitals that released what they keep.
                   */
                  keepers: string[];
                };
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Break the glass. Opens the twin in an emergency: a receipt is durable first, then the chain is told, loudly. One clinician opens what the patient chose, or allergies, conditions and medications; with the signature of a second one more. When the chain does not answer, what this hospital holds is open at once on the receipt alone (state waiting), and so are the basic modules of what other hospitals release on the clinicians’ signatures, each with a receipt of its own (`withoutChain`: decided by the last that was known of the chain). Sent again, the same signatures ask again.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            terms: {
              /**
               * 32 bytes.
               */
              twinId: string;
              /**
               * 32 bytes.
               */
              hospital: string;
              /**
               * 32 bytes.
               */
              staff: string;
              /**
               * 32 bytes.
               */
              secondStaff: string;
              /**
               * @minItems 1
               * @maxItems 64
               *
               * Items: 32 bytes.
               */
              scopes: string[];
              /**
               * 32 bytes.
               */
              purpose: string;
              /**
               * 32 bytes.
               */
              reason: string;
              until: string;
              deadline: string;
              /**
               * 32 bytes.
               */
              salt: string;
            };
            /**
             * A clinician’s id in the hospital; never a name.
             */
            staff: string;
            /**
             * A clinician’s id in the hospital; never a name.
             */
            secondStaff?: string;
            /**
             * HL7 v3 PurposeOfUse; BTG where left out.
             */
            purpose?: string;
            /**
             * Why.
             */
            reason: 'unconscious' | 'cannot-consent' | 'life-threatening' | 'patient-asks' | 'other';
            /**
             * 32 bytes.
             */
            reasonSalt: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            secondSignature?: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Id of the grant on the chain; while it is not there yet, the digest that was signed.
               */
              id: string;
              /**
               * 32 bytes.
               */
              hospital: string;
              /**
               * Author id of the clinician.
               */
              staff: string;
              /**
               * 32 bytes.
               */
              secondStaff?: string;
              modules: string[];
              /**
               * Why.
               */
              reason?: 'unconscious' | 'cannot-consent' | 'life-threatening' | 'patient-asks' | 'other';
              /**
               * Seconds since 1970.
               */
              openedAt: number;
              /**
               * Seconds since 1970.
               */
              until: number;
              /**
               * waiting, late: opened here while the chain was down; it waits for it, or came too late for it.
               */
              state: 'open' | 'over' | 'waiting' | 'late';
              reviewed: boolean;
              /**
               * Decided without the chain.
               */
              withoutChain?: {
                /**
                 * The newest block that was known.
                 */
                block: number;
                /**
                 * Hospitals that released what they keep.
                 */
                keepers: string[];
              };
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/emergencies/terms': {
    /**
     * Terms for a clinician to sign. Draws up the EIP-712 message that breaks the glass. The clinician’s own key signs it elsewhere. Without modules: allergies, conditions and medications, as far as the hospital knows them. At most 86400 seconds.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * A clinician’s id in the hospital; never a name.
             */
            staff: string;
            /**
             * A clinician’s id in the hospital; never a name.
             */
            secondStaff?: string;
            /**
             * @minItems 1
             * @maxItems 64
             *
             * Items: Name of a module, such as medications.
             */
            modules?: string[];
            /**
             * HL7 v3 PurposeOfUse; BTG where left out.
             */
            purpose?: string;
            /**
             * Why.
             */
            reason: 'unconscious' | 'cannot-consent' | 'life-threatening' | 'patient-asks' | 'other';
            lastsS: number;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              terms: {
                /**
                 * 32 bytes.
                 */
                twinId: string;
                /**
                 * 32 bytes.
                 */
                hospital: string;
                /**
                 * 32 bytes.
                 */
                staff: string;
                /**
                 * 32 bytes.
                 */
                secondStaff: string;
                /**
                 * @minItems 1
                 * @maxItems 64
                 *
                 * Items: 32 bytes.
                 */
                scopes: string[];
                /**
                 * 32 bytes.
                 */
                purpose: string;
                /**
                 * 32 bytes.
                 */
                reason: string;
                until: string;
                deadline: string;
                /**
                 * 32 bytes.
                 */
                salt: string;
              };
              /**
               * 32 bytes.
               */
              reasonSalt: string;
              chainId: number;
              /**
               * An Ethereum address.
               */
              contract: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/emergencies/{grantId}/close': {
    /**
     * End an emergency before its time. By the hospital that opened it. A patient ends it by a revocation.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * 32 bytes.
           */
          grantId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {};
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              closed: boolean;
              /**
               * 32 bytes.
               */
              txHash: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/emergencies/{grantId}/review': {
    /**
     * File the finding of a review. A ReviewEmergency message that the patient signed, or the custodian, unless it opened the emergency itself. Once for each emergency.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * 32 bytes.
           */
          grantId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * Salted digest of the finding.
             */
            finding: string;
            /**
             * Seconds since 1970, as decimal text.
             */
            deadline: string;
            /**
             * An Ethereum address.
             */
            signer: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              reviewed: boolean;
              /**
               * 32 bytes.
               */
              txHash: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/clinicians': {
    /**
     * Who may break the glass at this hospital. Pseudonymous ids and public keys, as this gateway authorised them.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              clinicians: {
                id: string;
                /**
                 * An Ethereum address.
                 */
                key: string;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/clinicians/{staff}': {
    /**
     * Let a clinician break the glass, or no longer. Registers the public key of a clinician’s own key on the chain; the zero address takes it away.
     */
    put: {
      parameters: {
        path: {
          /**
           * A clinician’s id in the hospital; never a name.
           */
          staff: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * An Ethereum address.
             */
            key: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              authorised: boolean;
              /**
               * 32 bytes.
               */
              txHash: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        409: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/notifications': {
    /**
     * What happened, oldest first. At most 200 in one answer, of the twins that the caller controls or whose live proxy it is, or, for staff, that the hospital knows. What a proxy fetches is no delivery to the patient. Kept while they are among the newest of their twin.
     */
    get: {
      parameters: {
        query?: {
          /**
           * Id of the last notification that is known.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              notifications: {
                id: number;
                /**
                 * Seconds since 1970.
                 */
                at: number;
                kind:
                  | 'instance'
                  | 'flag'
                  | 'request'
                  | 'grant'
                  | 'revocation'
                  | 'narrowing'
                  | 'emergency'
                  | 'emergency-closed'
                  | 'emergency-reviewed'
                  | 'receipt'
                  | 'unusual'
                  | 'control'
                  | 'erasure';
                twinId: string;
                /**
                 * Ids, counts and numbers; never a clinical value.
                 */
                about: {
                  [k: string]: string | number | boolean;
                };
              }[];
              /**
               * What to give as `from` next time.
               */
              next: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/notifications/stream': {
    /**
     * What happens, as it happens. Server-sent events, named after their kind. After a break the header last-event-id (or `from`) says where to go on. A client that does not read is dropped.
     */
    get: {
      parameters: {
        query?: {
          /**
           * Id of the last notification that is known.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'text/event-stream': string;
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/audit': {
    /**
     * What is sealed to somebody without a grant, and what is not accounted for. Holds capsules, access receipts and the chain against each other. `wrong` must not be; `noticed` somebody should look at. docs/AUDIT.md explains the codes. Takes as long as there is to look at.
     */
    get: {
      parameters: {};
      responses: {
        200: {
          content: {
            'application/json': {
              checked: {
                twins: number;
                lanes: number;
                capsules: number;
                receipts: number;
                emergencies: number;
              };
              wrong: {
                code:
                  | 'sealed-without-grant'
                  | 'capsule-without-grant'
                  | 'capsule-without-receipt'
                  | 'read-without-grant'
                  | 'receipts-altered'
                  | 'receipts-overdue'
                  | 'omission-proved'
                  | 'author-misbehaved';
                where: string;
                detail: string;
              }[];
              noticed: {
                code:
                  | 'receipts-unanchored'
                  | 'challenge-open'
                  | 'emergency-unreviewed'
                  | 'emergency-rate'
                  | 'emergency-without-chain'
                  | 'requests-refused'
                  | 'own-lane-read'
                  | 'batch-overtaken'
                  | 'lane-withheld';
                where: string;
                detail: string;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/introductions': {
    /**
     * Hand over a patient’s introduction to this hospital. EIP-712, type Introduction, signed by the twin’s control key for this hospital, until a deadline, for one use: twin id and salts, so that the hospital can write a lane of the twin, or ask. Whoever is signed in may hand it over: the patient, or a registrar to whom it was shown. introduction-invalid is one answer for another hospital’s, an unknown twin’s and a badly signed one.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            slip: {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
              scopeSalts: {
                /**
                 * A salt: 32 random bytes in hexadecimal.
                 */
                [k: string]: string;
              };
              /**
               * A salt: 32 random bytes in hexadecimal.
               */
              purposeSalt: string;
            };
            /**
             * 32 bytes.
             */
            hospital: string;
            operations: number;
            /**
             * 32 bytes.
             */
            nonce: string;
            deadline: string;
            /**
             * By the account that is named.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              introduced: true;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/record-numbers': {
    /**
     * Record numbers of this hospital that are a twin’s. Kept in the sealed store of this hospital, and nowhere else. Registrars only.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              numbers: string[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Say that a record number is this twin’s. Of a twin whose patient was introduced here. From then on a record under that number is taken in for this twin and for no other. record-foreign where the number is another twin’s. Registrars only.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * A record number of this hospital.
             */
            number: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              numbers: string[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/record-numbers/removals': {
    /**
     * Take a record number from a twin. What was taken in under it stays where it is: content that was taken in for the wrong patient is retracted by its source, or erased on the patient’s word. Registrars only.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * A record number of this hospital.
             */
            number: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              numbers: string[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/record-numbers/lookups': {
    /**
     * Which twin a record number is. A question with a body, so that no record number stands in an address or a log. Registrars only.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * A record number of this hospital.
             */
            number: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/links': {
    /**
     * Twins of the same person, as the patient linked them. Only what is linked now. A link is public on the chain, and so is that it was taken back. Whoever may open both twins asks for each, or for all of the person’s at once (`/person`): either way each has its own decision and receipt.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Items: Id of a twin: 32 random bytes in hexadecimal.
               */
              links: string[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/links': {
    /**
     * Link two twins of one person, or take a link back. Relays LinkTwins, signed by the control keys of both (which may be one key), or UnlinkTwins, signed by one of them. An observer learns that the two are one person’s: that is the point of it.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json':
            | {
                call: 'linkTwins';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  first: string;
                  /**
                   * 32 bytes.
                   */
                  second: string;
                  /**
                   * A whole number as decimal text.
                   */
                  firstNonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  secondNonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  firstSignature: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  secondSignature: string;
                };
              }
            | {
                call: 'unlinkTwins';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * 32 bytes.
                   */
                  other: string;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/matches': {
    /**
     * Twins that may be the same person’s, for a registrar to look at. Compares what this hospital has opened of the module identity, of this twin and of the others that it knows: birth date, names, identifiers, telephone, postal code, gender, with the weights that links/matches.ts states. It says which of them agree and differ, never what they are, and it links nothing: that takes the signatures of the patient. Registrars only.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              matches: {
                /**
                 * Id of a twin: 32 random bytes in hexadecimal.
                 */
                twinId: string;
                score: number;
                agrees: string[];
                differs: string[];
                linked: boolean;
              }[];
              proposedFrom: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/person/timeline': {
    /**
     * One timeline of all twins of a person that may be read. Oldest first, each line with the twin that it is of. Of this twin and of those that its patient linked with it: each is decided for itself, leaves its own access receipt, and is left out where it may not be read. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
        query?: {
          /**
           * Only these modules; the parameter may be repeated. Default: all that are covered.
           */
          module?: string | string[];
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          from?: string;
          /**
           * RFC 3339, such as 2026-01-31T08:00:00Z.
           */
          to?: string;
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Those that were read, the one that was asked for first.
               */
              twins: {
                /**
                 * Id of a twin: 32 random bytes in hexadecimal.
                 */
                twinId: string;
                /**
                 * Seconds since 1970.
                 */
                openedAt: number;
                /**
                 * What was looked at; of other modules nothing is said.
                 */
                modules: string[];
              }[];
              entries: {
                time: string;
                title: string;
                detail: string;
                modules: string[];
                resourceType: string;
                count: number;
                isContradicted: boolean;
                /**
                 * Id of a twin: 32 random bytes in hexadecimal.
                 */
                twinId: string;
                [k: string]: unknown;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/person/modules/{module}': {
    /**
     * What a module holds in all twins of a person that may be read. Every entry as FHIR R4, with where it comes from and the twin that it is of. Of this twin and of those that its patient linked with it: each is decided for itself, leaves its own access receipt, and is left out where it may not be read. Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Name of a module, such as medications.
           */
          module: string;
        };
        header: {
          /**
           * Why the record is read: a code of HL7 v3 PurposeOfUse, such as TREAT. The receipt says it to the patient.
           */
          'Twinseal-Purpose': string;
          /**
           * receipt (default): a signed receipt is durable before the answer. strict: the request stands in a block of the chain before the answer.
           */
          'Twinseal-Mode'?: 'receipt' | 'strict';
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Those that were read, the one that was asked for first.
               */
              twins: {
                /**
                 * Id of a twin: 32 random bytes in hexadecimal.
                 */
                twinId: string;
                /**
                 * Seconds since 1970.
                 */
                openedAt: number;
                /**
                 * What was looked at; of other modules nothing is said.
                 */
                modules: string[];
              }[];
              module: string;
              entries: {
                id: string;
                /**
                 * FHIR R4.
                 */
                resource: {
                  resourceType: string;
                  [k: string]: unknown;
                };
                /**
                 * Items: Where it comes from: lane (author, module), instance (seq), and the handle of its source.
                 */
                provenance: {
                  author: string;
                  module: string;
                  seq: number;
                  handle: string;
                  sourceTime: string;
                  recordedTime: string;
                  [k: string]: unknown;
                }[];
                /**
                 * Ids of entries of other authors that say otherwise.
                 */
                contradicts: string[];
                /**
                 * Id of a twin: 32 random bytes in hexadecimal.
                 */
                twinId: string;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/proxies': {
    /**
     * Who may act for the patient, within which scopes, until when. Every proxy that was ever appointed, with the appointment that stands. An account is an address; who it is, the patient knows.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              proxies: {
                /**
                 * An Ethereum address.
                 */
                proxy: string;
                /**
                 * Bits: 1 grant, 2 revoke.
                 */
                powers: number;
                /**
                 * None: the whole twin.
                 *
                 * Items: 32 bytes.
                 */
                scopes: string[];
                /**
                 * Seconds since 1970.
                 */
                notBefore: number;
                /**
                 * Seconds since 1970.
                 */
                expiry: number;
                live: boolean;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Appoint or dismiss a proxy. Relays AppointProxy or DismissProxy, signed by the control key. Grants that a proxy gave stand until they are revoked. An observer learns the address of somebody close to the patient.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json':
            | {
                call: 'appointProxy';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * An Ethereum address.
                   */
                  proxy: string;
                  powers: number;
                  /**
                   * @maxItems 64
                   *
                   * Items: 32 bytes.
                   */
                  scopes: string[];
                  /**
                   * A whole number as decimal text.
                   */
                  notBefore: string;
                  /**
                   * A whole number as decimal text.
                   */
                  expiry: string;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              }
            | {
                call: 'dismissProxy';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * An Ethereum address.
                   */
                  proxy: string;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/guardians': {
    /**
     * Guardians, and what waits for their delay. The circle in force, whether the one cancellation of the patient is used, and every change that waits: of guardians, of the key by its owner, of the key by the guardians.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * Items: An Ethereum address.
               */
              guardians: string[];
              threshold: number;
              /**
               * Seconds.
               */
              delay: number;
              /**
               * The number that the next recovery's approvals carry.
               */
              round: string;
              cancelledOnce: boolean;
              /**
               * Seconds since 1970.
               */
              guardiansReadyAt?: number;
              /**
               * The account that is to speak for the patient, and from when on anybody may finish it.
               */
              recovery?: {
                /**
                 * An Ethereum address.
                 */
                control: string;
                /**
                 * Seconds since 1970.
                 */
                readyAt: number;
              };
              /**
               * The account that is to speak for the patient, and from when on anybody may finish it.
               */
              rotation?: {
                /**
                 * An Ethereum address.
                 */
                control: string;
                /**
                 * Seconds since 1970.
                 */
                readyAt: number;
              };
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Choose guardians, apply or cancel a choice. Relays SetGuardians (at once the first time, after the delay in force later) or CancelGuardianChange, signed by the control key; or lets a choice take over whose delay is past, which anybody may.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json':
            | {
                call: 'setGuardians';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * @minItems 1
                   * @maxItems 16
                   *
                   * Items: An Ethereum address.
                   */
                  guardians: string[];
                  threshold: number;
                  delay: number;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              }
            | {
                call: 'applyGuardians';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                };
              }
            | {
                call: 'cancelGuardianChange';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/recoveries': {
    /**
     * Move control to another key, stop that, or finish it. By the guardians: startRecovery with enough of their approvals, cancelRecovery by the control key once, finishRecovery after the delay. By the patient: rotateControl, cancelRotation, finishRotation. When control has moved, the access version rises, keys of the new identity epoch may be had from the authority, and hospitals issue the capsules of all history for it. Whoever held the old keys keeps what it has read, and could read until then.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json':
            | {
                call: 'startRecovery';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * An Ethereum address.
                   */
                  control: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * @minItems 1
                   * @maxItems 16
                   */
                  approvals: {
                    /**
                     * An Ethereum address.
                     */
                    guardian: string;
                    /**
                     * EIP-712, by an account or an ERC-1271 wallet.
                     */
                    signature: string;
                  }[];
                };
              }
            | {
                call: 'cancelRecovery';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * A whole number as decimal text.
                   */
                  round: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              }
            | {
                call: 'finishRecovery';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                };
              }
            | {
                call: 'rotateControl';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * An Ethereum address.
                   */
                  control: string;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              }
            | {
                call: 'cancelRotation';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                  /**
                   * A whole number as decimal text.
                   */
                  nonce: string;
                  /**
                   * A whole number as decimal text.
                   */
                  deadline: string;
                  /**
                   * EIP-712, by an account or an ERC-1271 wallet.
                   */
                  signature: string;
                };
              }
            | {
                call: 'finishRotation';
                consent: {
                  /**
                   * 32 bytes.
                   */
                  twinId: string;
                };
              };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/recoveries/stops': {
    /**
     * Approve, as this hospital, that the guardians' recovery is stopped. For a patient whose guardians were deceived or robbed and whose one cancellation is used. Counts as this hospital's approval; the last that the quorum needs stops it. Speak to the patient first, by another way than the one that the request came by.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              approvals: number;
              needed: number;
              stopped: boolean;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/erasures': {
    /**
     * What the patient had erased, and who deleted it. Tombstones as the chain has them, with the deletions that holders recorded, and the deletion receipts that this hospital signed. A deletion is the holder's word: copies of dishonest holders, backups and what was read before stay readable.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              erasures: {
                /**
                 * 32 bytes.
                 */
                authorId: string;
                /**
                 * The instance, or the whole lane as it was anchored until then.
                 */
                place: number | 'lane';
                /**
                 * Seconds since 1970.
                 */
                time: number;
                blockNumber: number;
                /**
                 * 32 bytes.
                 */
                txHash: string;
                deletions: {
                  /**
                   * 32 bytes.
                   */
                  holder: string;
                  /**
                   * 32 bytes.
                   */
                  objects: string;
                  blockNumber: number;
                  /**
                   * 32 bytes.
                   */
                  txHash: string;
                }[];
              }[];
              /**
               * Items: EIP-712 DeletionReceipt of the contract Storage, signed by the hospital.
               */
              receipts: {
                /**
                 * 32 bytes.
                 */
                twinId: string;
                /**
                 * 32 bytes.
                 */
                authorId: string;
                seq: string;
                /**
                 * 32 bytes.
                 */
                holder: string;
                /**
                 * 32 bytes.
                 */
                objects: string;
                deadline: string;
                signature: string;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
    /**
     * Have one instance, or a whole lane, erased. Relays the consent RequestErasure that the control key signed, and pays for it. Slots and payloads are deleted here at once, and at every other holder as soon as it has seen the block; the history stays, without content. An observer of the chain learns that this entry was to be gone. It cannot be taken back.
     */
    post: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * 32 bytes.
             */
            twinId: string;
            /**
             * 32 bytes.
             */
            authorId: string;
            /**
             * A whole number as decimal text.
             */
            seq: string;
            /**
             * A whole number as decimal text.
             */
            nonce: string;
            /**
             * A whole number as decimal text.
             */
            deadline: string;
            /**
             * An Ethereum address.
             */
            signer: string;
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * 32 bytes.
               */
              txHash: string;
              blockNumber: number;
              gas: number;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/key-requests': {
    /**
     * Ask the authority for an identity key, through this gateway. Passed on as it is. The answer is sealed by HPKE to the key in the request; the gateway cannot read it. The authority looks up on the chain whose key may sign.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            /**
             * Whose key: name#epoch.
             */
            identity: string;
            /**
             * X25519 public key to which the answer is sealed.
             */
            ephemeralKey: string;
            /**
             * Seconds since 1970, as decimal text.
             */
            deadline: string;
            /**
             * EIP-712, by the account that the chain names for the identity.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              /**
               * HPKE's encapsulated key, base64url.
               */
              enc: string;
              /**
               * The sealed identity key, base64url.
               */
              sealed: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/registrations': {
    /**
     * Register a new twin of which this hospital is the custodian. Signed by the account that signed in and that will control the twin; this gateway relays it and pays for it, for so many an hour as its configuration says. Safe to repeat. The slip makes the patient known to this hospital.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            terms: {
              /**
               * 32 bytes.
               */
              twinId: string;
              kind: number;
              /**
               * An Ethereum address.
               */
              control: string;
              identityEpoch: number;
              /**
               * 32 bytes.
               */
              custodian: string;
              /**
               * Seconds since 1970, as decimal text.
               */
              deadline: string;
            };
            /**
             * @maxItems 64
             */
            grants: {
              /**
               * 32 bytes.
               */
              twinId: string;
              /**
               * 32 bytes.
               */
              hospital: string;
              /**
               * 32 bytes.
               */
              staff: string;
              /**
               * @minItems 1
               * @maxItems 64
               *
               * Items: 32 bytes.
               */
              scopes: string[];
              /**
               * @minItems 1
               * @maxItems 64
               *
               * Items: 32 bytes.
               */
              purposes: string[];
              operations: number;
              /**
               * A whole number as decimal text.
               */
              notBefore: string;
              /**
               * A whole number as decimal text.
               */
              expiry: string;
              fullHistory: boolean;
              /**
               * A whole number as decimal text.
               */
              nonce: string;
              /**
               * A whole number as decimal text.
               */
              deadline: string;
            }[];
            /**
             * EIP-712, by an account or an ERC-1271 wallet.
             */
            signature: string;
            slip: {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
              scopeSalts: {
                /**
                 * A salt: 32 random bytes in hexadecimal.
                 */
                [k: string]: string;
              };
              /**
               * A salt: 32 random bytes in hexadecimal.
               */
              purposeSalt: string;
            };
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              registered: true;
              /**
               * 32 bytes.
               */
              txHash?: string;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/introductions/pass': {
    /**
     * Pass an introduction on to the hospital that it names. An introduction is signed for one hospital and good for one use; it may travel any way, and this is the way of a page that may talk to one gateway only. Goes to the address that the chain has of the hospital, and to no other.
     */
    post: {
      parameters: {};
      requestBody: {
        content: {
          'application/json': {
            slip: {
              /**
               * Id of a twin: 32 random bytes in hexadecimal.
               */
              twinId: string;
              scopeSalts: {
                /**
                 * A salt: 32 random bytes in hexadecimal.
                 */
                [k: string]: string;
              };
              /**
               * A salt: 32 random bytes in hexadecimal.
               */
              purposeSalt: string;
            };
            /**
             * 32 bytes.
             */
            hospital: string;
            operations: number;
            /**
             * 32 bytes.
             */
            nonce: string;
            deadline: string;
            /**
             * By the account that is named.
             */
            signature: string;
          };
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              introduced: true;
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        413: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        415: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/grants/terms': {
    /**
     * The terms of every grant, as they were signed. Oldest first. Nobody has to believe them: the id of a grant is the hash of its terms (EIP-712), and which ids are live a state proof of the contract Access shows.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              grants: {
                /**
                 * 32 bytes.
                 */
                grantId: string;
                /**
                 * Numbers of the contract as decimal text.
                 */
                terms: {
                  [k: string]: unknown;
                };
                live: boolean;
                emergency: boolean;
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
  '/twins/{twinId}/lanes/{authorId}/anchored': {
    /**
     * What is anchored of a lane, instance by instance. The fields that hash to the leaf of each instance (docs/RECORD.md, REC-6), and the author’s proof, as this gateway’s node has them. Nobody has to believe it: the leaves hash to the lane’s root, which a state proof shows, and the proofs verify under the author’s point.
     */
    get: {
      parameters: {
        path: {
          /**
           * Id of a twin: 32 random bytes in hexadecimal.
           */
          twinId: string;
          /**
           * Id of a lane’s author (docs/RECORD.md, REC-4).
           */
          authorId: string;
        };
        query?: {
          /**
           * How many to pass over. Default 0.
           */
          from?: string;
        };
      };
      responses: {
        200: {
          content: {
            'application/json': {
              instances: {
                seq: number;
                /**
                 * Bytes in hexadecimal with 0x.
                 */
                h: string;
                /**
                 * Bytes in hexadecimal with 0x.
                 */
                mk: string;
                accessVersion: number;
                time: number;
                authorEpoch: string;
                /**
                 * Bytes in hexadecimal with 0x.
                 */
                X: string;
                /**
                 * Bytes in hexadecimal with 0x.
                 */
                v: string;
                blockNumber: number;
                blockTime: number;
                versionInForce?: number;
                batch?: number;
                mayContribute?: boolean;
                tombstone?: {
                  blockNumber: number;
                  time: number;
                };
              }[];
            };
          };
        };
        400: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        401: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        403: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        404: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        429: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        431: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        500: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
        503: {
          content: {
            'application/json': {
              error: string;
              message: string;
            };
          };
        };
      };
    };
  };
}
