import { Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { Loaded } from '../../../components/states';
import type { Office } from '../../../lib/answers';
import { plainDate } from '../../../lib/dates';
import { useNow } from '../../../lib/use-now';
import { countryName, officeName } from '../../../lib/words';
import { useOffices } from '../api/list-offices';
import classes from './office-list.module.css';

const SHOWN = 12;
/** ISO: the week begins on Monday. */
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function OfficeList() {
  const offices = useOffices();
  return (
    <Loaded query={offices}>
      {(items) => (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {items.map((office) => (
            <OfficePaper key={office.id} office={office} />
          ))}
        </SimpleGrid>
      )}
    </Loaded>
  );
}

function OfficePaper({ office }: { office: Office }) {
  const now = useNow();
  const today = now.toISOString().slice(0, 10);
  const ahead = office.holidays.filter(({ date }) => date >= today).sort((a, b) => a.date.localeCompare(b.date));
  return (
    <Paper p="lg">
      <Title order={2}>{officeName(office.key)}</Title>
      <Text size="sm" c="dimmed">
        {[countryName(office.country), office.region, office.timeZone].filter(Boolean).join(' · ')}
      </Text>
      <Text size="sm" mt={4}>
        Works {office.workingDays.map((day) => WEEKDAYS[day - 1]).join(', ')}
      </Text>
      <Title order={3} mt="md" mb={4}>
        Next holidays
      </Title>
      {ahead.length === 0 ? (
        <Text size="sm" c="dimmed">
          None recorded ahead.
        </Text>
      ) : (
        <ul className={classes['holidays']}>
          {ahead.slice(0, SHOWN).map(({ date, name }) => (
            <li key={date}>
              <span>{plainDate(date, now)}</span>
              <span>{name}</span>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}
