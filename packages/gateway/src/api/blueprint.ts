/** The table of routes without a gateway behind it: for the OpenAPI document, the reference page and the client, which only describe. */

import type { GatewayService } from '../service/gateway-service.js';
import type { SignInDesk } from '../sign-in/sign-in-routes.js';
import type { ApiRoute } from './route.js';
import { apiRoutes } from './routes.js';

/** Stands for whatever a route factory takes hold of before a call comes; it does nothing. */
const NOTHING: unknown = new Proxy(function nothing() {}, {
  get: (_target, name) => (name === Symbol.toPrimitive || name === 'then' ? undefined : NOTHING),
  apply: () => NOTHING,
  construct: () => NOTHING as object,
});

/** Every route; its handlers answer nothing. */
export function blueprint(): readonly ApiRoute[] {
  return apiRoutes(NOTHING as GatewayService, NOTHING as SignInDesk);
}
