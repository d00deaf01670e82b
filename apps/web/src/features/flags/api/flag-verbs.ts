import type { Body } from '../../../lib/answers';
import type { Fact } from '../../../lib/stale';

/** What is done with a flag, as it is sent for several at once. */
export type FlagChange = Body<'/api/flags/changes'>['changes'][number];
export type FlagVerb = FlagChange['verb'];

/** What each verb makes true. */
export const FACT: Record<FlagVerb, Fact> = {
  acknowledge: 'flags.flag_acknowledged',
  take_back: 'flags.flag_reopened',
  snooze: 'flags.flag_snoozed',
  wake: 'stalls.flag_woken',
  assign: 'flags.flag_assigned',
};
