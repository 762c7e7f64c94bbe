/** What we use of two packages that come without types. */
declare module 's3rver' {
  interface Options {
    address: string;
    port: number;
    silent: boolean;
    directory: string;
    configureBuckets: { name: string }[];
  }
  export default class S3rver {
    constructor(options: Partial<Options>);
    run(): Promise<{ address: string; port: number; family: string }>;
    close(): Promise<void>;
  }
}

declare module 'aws4' {
  export function sign(
    request: {
      service: string;
      region: string;
      method: string | undefined;
      path: string | undefined;
      headers: Record<string, string>;
    },
    credentials: { accessKeyId: string; secretAccessKey: string },
  ): { headers: Record<string, string> };
}
