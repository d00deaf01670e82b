import { Badge, Text } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { Criterion } from '../../lib/answers';
import { CRITERION } from '../../lib/words';
import classes from './criteria.module.css';

export function Criteria({ criteria, none }: { criteria: readonly Criterion[]; none: string }) {
  const must = criteria.filter(({ mustHave }) => mustHave);
  const nice = criteria.filter(({ mustHave }) => !mustHave);
  if (criteria.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  return (
    <>
      <Group title="Must have" icon={<IconCheck size={16} aria-hidden />} criteria={must} />
      <Group title="Nice to have" icon={<IconPlus size={16} aria-hidden />} criteria={nice} />
    </>
  );
}

function Group({ title, icon, criteria }: { title: string; icon: React.ReactNode; criteria: Criterion[] }) {
  if (criteria.length === 0) return null;
  return (
    <section>
      <h3 className={classes['title']}>{title}</h3>
      <ul className={classes['list']}>
        {criteria.map(({ text, kind }) => (
          <li key={text}>
            {icon}
            <span>{text}</span>
            <Badge color="gray" size="sm" className={classes['kind']}>
              {CRITERION[kind]}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
