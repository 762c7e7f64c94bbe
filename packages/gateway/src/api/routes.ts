/** Every route of the Twin API, in the order of the reference page. */

import { receiptRoutes } from '../receipts/receipt-routes.js';
import type { GatewayService } from '../service/gateway-service.js';
import type { ApiRoute } from './route.js';

/** The table. @param service whose routes they are; see `blueprint` for a table that only describes */
export function apiRoutes(service: GatewayService): readonly ApiRoute[] {
  return [...receiptRoutes(service)];
}
