import { Alert, Box, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './brand';
import { useTitle } from './page';
import classes from './signed-out-frame.module.css';

interface SignedOutFrameProps {
  title: string;
  about?: ReactNode;
  refusal?: string | undefined;
  children: ReactNode;
}

/** The frame of every page one sees before being signed in. */
export function SignedOutFrame({ title, about, refusal, children }: SignedOutFrameProps) {
  useTitle(title);
  return (
    <div className={classes['frame']}>
      <main className={classes['form']}>
        <Box mb={44}>
          <Brand size={30} />
        </Box>
        <Title order={1}>{title}</Title>
        {about ? (
          <Text c="dimmed" size="sm" mt={6}>
            {about}
          </Text>
        ) : null}
        <Stack mt="lg" gap="md">
          {refusal ? (
            <Alert color="red" role="alert" py="xs" classNames={{ message: classes['refusal'] ?? '' }}>
              {refusal}
            </Alert>
          ) : null}
          {children}
        </Stack>
      </main>
      <aside className={classes['pane']} aria-label="What Searchlight is">
        <Rings />
        <div className={classes['words']}>
          <p className={classes['claim']}>The executive search CRM that watches the clock.</p>
          <p className={classes['why']}>
            Top AI executives leave the market within three to four weeks. See which search is stalling, who is about to
            be lost, and what to do next.
          </p>
        </div>
      </aside>
    </div>
  );
}

const RINGS = [
  { radius: 60, share: 0.32, className: classes['fresh'] },
  { radius: 88, share: 0.82, className: classes['amber'] },
  { radius: 116, share: 1, className: classes['red'] },
  { radius: 144, share: 0.57, className: classes['fresh'] },
];

function Rings() {
  return (
    <svg className={classes['rings']} viewBox="0 0 320 320" aria-hidden>
      {RINGS.map(({ radius, share, className }) => (
        <g key={radius}>
          <circle cx="160" cy="160" r={radius} className={classes['track']} />
          <circle
            cx="160"
            cy="160"
            r={radius}
            className={className}
            strokeDasharray={`${2 * Math.PI * radius * share} 2000`}
            transform="rotate(-90 160 160)"
          />
        </g>
      ))}
      <text x="160" y="152" className={classes['day']}>
        23
      </text>
      <text x="160" y="182" className={classes['of']}>
        days on the market
      </text>
    </svg>
  );
}
