import { Text } from '@mantine/core';
import { Loaded } from '../../../components/states';
import type { SearchPolicy } from '../../../lib/answers';
import { count } from '../../../lib/words';
import { useSearchPolicy } from '../api/search-policy';
import classes from './why-panel.module.css';

type Setting = SearchPolicy['settings'][number];
type Budget = SearchPolicy['stageBudgets'][number];

const ORIGIN: Record<Setting['origin'] | Budget['origin'], string> = {
  default: 'as shipped',
  firm: 'set for the firm',
  role: 'set for this role',
  search: 'set for this search',
  stage: 'typed in with the stage',
  share: 'its share of the market window',
};

/** The limits a rule compares with, as they hold for this search, and who says so. */
export function PolicyLines({
  searchId,
  limits,
  stageId,
}: {
  searchId: string;
  limits: readonly string[];
  stageId: string | null;
}) {
  const policy = useSearchPolicy(searchId);
  if (limits.length === 0 && !stageId) return null;
  return (
    <Loaded
      query={policy}
      waiting={
        <Text size="sm" c="dimmed">
          …
        </Text>
      }
    >
      {({ settings, stageBudgets }) => (
        <dl className={classes['details']} style={{ marginTop: 8 }}>
          {settings
            .filter(({ key }) => limits.includes(key))
            .map((setting) => (
              <div key={setting.key}>
                <dt>{setting.label}</dt>
                <dd>
                  {inWords(setting)} <Text span c="dimmed" inherit>{`· ${ORIGIN[setting.origin]}`}</Text>
                </dd>
              </div>
            ))}
          {stageBudgets
            .filter((budget) => budget.stageId === stageId)
            .map(({ label, value, origin }) => (
              <div key={label}>
                <dt>Budget of {label}</dt>
                <dd>
                  {value === null ? 'none' : count(value, 'working day')}{' '}
                  <Text span c="dimmed" inherit>{`· ${ORIGIN[origin]}`}</Text>
                </dd>
              </div>
            ))}
        </dl>
      )}
    </Loaded>
  );
}

function inWords({ unit, value }: Setting): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  switch (unit) {
    case 'working_days':
      return count(value, 'working day');
    case 'people':
      return count(value, 'person', 'people');
    default:
      return `day ${value}`;
  }
}
