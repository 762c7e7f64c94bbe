export { createTwinClient, type TwinClient, type TwinClientOptions } from './client.js';
export type { Paths } from './generated/paths.js';
