/** What we use of s3rver, which comes without types. */
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
