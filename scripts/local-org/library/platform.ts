/** The part of the library that needs transactions, jobs, events, cache and users. */
import type { LibraryEntry } from '../contracts/library';
import { finalizerContexts, queueableContexts, schedulableContexts } from './async/contexts';
import { debugging } from './async/debug';
import { asyncInfo, asyncOptions, enqueueing, signatureBuilder, signatures } from './async/queueables';
import { requests } from './async/request';
import { scheduling } from './async/schedule';
import { systemState } from './async/system-state';
import { namedCredentials } from './connectapi/named-credentials';
import { orgCache, orgPartitions } from './cache/partitions';
import { eventBus, triggerContext } from './eventbus/event-bus';
import { http } from './http/http';
import { cpuTime, exactLimits, heapSize, idleLimits } from './limits/limits';
import { orgLimit, orgLimitsMap } from './limits/org-limits';
import { customNotification } from './messaging/custom-notification';
import { search } from './search/search';
import { testBroker, testMethods, testWaits } from './test/test';
import { featureManagement } from './user/feature-management';
import { networks, themes, userInfo } from './user/user-info';

export const platformLibrary: readonly (readonly LibraryEntry[])[] = [
  enqueueing,
  asyncOptions,
  signatureBuilder,
  signatures,
  asyncInfo,
  queueableContexts,
  finalizerContexts,
  schedulableContexts,
  requests,
  scheduling,
  systemState,
  debugging,
  orgCache,
  ...orgPartitions,
  eventBus,
  triggerContext,
  http,
  exactLimits,
  cpuTime,
  heapSize,
  idleLimits,
  orgLimitsMap,
  orgLimit,
  testMethods,
  testWaits,
  testBroker,
  featureManagement,
  userInfo,
  networks,
  themes,
  ...namedCredentials,
  customNotification,
  search
];
