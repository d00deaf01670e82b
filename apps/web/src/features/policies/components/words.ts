import type { PolicyBudget, PolicySetting } from '../../../lib/answers';
import { count } from '../../../lib/words';

export const ORIGIN: Record<PolicySetting['origin'] | PolicyBudget['origin'], string> = {
  default: 'Default',
  firm: 'Firm',
  role: 'Role',
  search: 'This search',
  stage: 'Stage',
  share: 'Share of the window',
};

/** What stands around the number in a field. */
export const UNIT: Record<PolicySetting['unit'], { prefix?: string; suffix?: string }> = {
  working_days: { suffix: ' working days' },
  window_day: { prefix: 'day ' },
  search_day: { prefix: 'day ' },
  people: { suffix: ' people' },
  yes_no: {},
};

export function inWords(unit: PolicySetting['unit'], value: number | boolean | null): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (unit === 'people') return count(value, 'person', 'people');
  return unit === 'working_days' ? count(value, 'working day') : `Day ${value}`;
}
