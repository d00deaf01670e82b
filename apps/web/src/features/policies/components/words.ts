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

/** What stands behind the number in a field. */
export const UNIT: Record<PolicySetting['unit'], string> = {
  working_days: 'working days',
  window_day: 'day of the window',
  search_day: 'day of the search',
  people: 'people',
  yes_no: '',
};

export function inWords(unit: PolicySetting['unit'], value: number | boolean | null): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (unit === 'people') return count(value, 'person', 'people');
  return unit === 'working_days' ? count(value, 'working day') : `Day ${value}`;
}
