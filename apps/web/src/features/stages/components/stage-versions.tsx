import { Text, Title } from '@mantine/core';
import { Moment } from '../../../components/moment';
import { Loaded } from '../../../components/states';
import { useStageVersions } from '../api/stages';
import classes from './stages.module.css';

export function StageVersions() {
  const versions = useStageVersions();
  return (
    <section aria-labelledby="versions">
      <Title order={2} id="versions" mt="lg" mb="sm">
        Versions
      </Title>
      <Loaded query={versions}>
        {(items) => {
          const changed = items.filter(({ changes }) => changes.length > 0);
          if (changed.length === 0)
            return (
              <Text size="sm" c="dimmed">
                Not changed here yet.
              </Text>
            );
          return (
            <ol className={classes['stages']}>
              {changed.map(({ version, at, by, changes }) => (
                <li key={version} className={classes['version']}>
                  <Text size="xs" c="dimmed">
                    <Moment at={at} /> by {by?.name ?? 'an import'}
                  </Text>
                  {changes.map((sentence) => (
                    <Text size="sm" key={sentence}>
                      {sentence}
                    </Text>
                  ))}
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}
