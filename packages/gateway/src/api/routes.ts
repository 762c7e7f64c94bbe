/** Every route of the Twin API, in the order of the reference page. */

import { auditRoutes } from '../audit/audit-routes.js';
import { emergencyRoutes } from '../emergency/emergency-routes.js';
import { erasureRoutes } from '../erasure/erasure-routes.js';
import { introductionRoutes } from '../introductions/introduction-routes.js';
import { linkRoutes } from '../links/link-routes.js';
import { personRoutes, type ReadRecord } from '../links/person-routes.js';
import { noticeRoutes } from '../notifications/notice-routes.js';
import { pageRoutes } from '../page/page-routes.js';
import { receiptRoutes } from '../receipts/receipt-routes.js';
import { recoveryRoutes } from '../recovery/recovery-routes.js';
import type { GatewayService } from '../service/gateway-service.js';
import { type SignInDesk, signInRoutes } from '../sign-in/sign-in-routes.js';
import { chainRoutes } from './chain-routes.js';
import { consentRoutes } from './consent-routes.js';
import { openApiRoutes } from './openapi-routes.js';
import { recordRoutes } from './record-routes.js';
import type { ApiRoute } from './route.js';
import { sealedRoutes } from './sealed-routes.js';
import { twinRoutes } from './twin-routes.js';

/**
 * The table.
 *
 * @param service whose routes they are, looked at only when a call comes: `blueprint` has a table that only describes
 * @param doors its sign-in
 * @param read reads one twin under its own decision and receipt; looked at only when a call comes
 */
export function apiRoutes(
  service: GatewayService,
  doors: SignInDesk,
  read?: ReadRecord,
): readonly ApiRoute[] {
  const routes: readonly ApiRoute[] = [
    ...chainRoutes(service),
    ...signInRoutes(doors),
    ...twinRoutes(service),
    ...sealedRoutes(service),
    ...recordRoutes(service),
    ...consentRoutes(service),
    ...receiptRoutes(service),
    ...emergencyRoutes(service),
    ...noticeRoutes(service),
    ...auditRoutes(service),
    ...introductionRoutes(service),
    ...linkRoutes(service),
    ...personRoutes(service, read),
    ...recoveryRoutes(service),
    ...erasureRoutes(service),
    ...pageRoutes(service),
  ];
  return [...openApiRoutes(() => routes), ...routes];
}
