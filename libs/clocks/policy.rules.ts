import { WINDOW_CLOSE_DAY, WINDOW_WATCH_DAY } from '@app/candidates/market-window.rules.js';
import type { Policy } from './clocks.types.js';

/** What holds for a firm that has said nothing. */
export const DEFAULT_POLICY: Policy = {
  noProgressDays: 5,
  noProgressSourcingDays: 10,
  windowWatchDay: WINDOW_WATCH_DAY,
  windowCloseDay: WINDOW_CLOSE_DAY,
  slateSize: 3,
  slateDay: 28,
  clientSilentWatchDays: 3,
  clientSilentStalledDays: 5,
  offerPendingDays: 5,
  thinPipelineDay: 21,
  thinPipelineSize: 3,
  decisionMakerDays: 10,
  escalateAfterDays: 2,
  stageBudgets: {},
  mailClientForFeedback: false,
  version: 1,
};
