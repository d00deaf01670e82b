import '@mantine/dates/styles.layer.css';
import { Button, Group, Popover, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Mark } from '../../../components/mark';
import { Moment } from '../../../components/moment';
import type { Article14, Candidate } from '../../../lib/answers';
import { daysUntil, localDate, plainDate, startOfDay } from '../../../lib/dates';
import { problemToForm } from '../../../lib/form-problem';
import { notifyProblem } from '../../../lib/notify';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { useSetArticle14, type SetArticle14 } from '../api/set-article14';
import classes from './article14.module.css';

/** Days before the last one from which on the badge asks for attention. */
const SOON = 7;

/** Whether somebody was told that the firm keeps their data, by when they have to be, and the way to record it. */
export function Article14Badge({ candidate }: { candidate: Candidate }) {
  const [open, setOpen] = useState(false);
  const now = useNow();
  const zone = useZone();
  const { article14 } = candidate;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes['badge']}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={() => setOpen((before) => !before)}
        >
          <Mark tone={toneOf(article14, now, zone)}>{wordsOf(article14, now, zone)}</Mark>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Notice of Article 14">
        <Notice candidate={candidate} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function toneOf({ state, dueOn }: Article14, now: Date, zone: string): 'ok' | 'watch' | 'stall' | 'still' {
  if (state !== 'due') return state === 'sent' ? 'ok' : 'still';
  const left = daysUntil(dueOn, now, zone);
  if (left < 0) return 'stall';
  return left <= SOON ? 'watch' : 'still';
}

function wordsOf({ state, dueOn }: Article14, now: Date, zone: string): string {
  if (state === 'sent') return 'Art. 14 notice sent';
  if (state === 'exempt') return 'Art. 14 notice not needed';
  const isLate = daysUntil(dueOn, now, zone) < 0;
  return `Art. 14 notice ${isLate ? 'was due' : 'due by'} ${plainDate(dueOn, now)}`;
}

interface NoticeProps {
  candidate: Candidate;
  onDone: () => void;
}

function Notice({ candidate, onDone }: NoticeProps) {
  return candidate.article14.state === 'due' ? (
    <DueNotice candidate={candidate} onDone={onDone} />
  ) : (
    <SettledNotice candidate={candidate} onDone={onDone} />
  );
}

function SettledNotice({ candidate: { id, article14, version }, onDone }: NoticeProps) {
  const set = useSetArticle14(id);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {article14.state === 'sent' ? 'Sent' : 'Exempted'} {article14.at ? <Moment at={article14.at} as="day" /> : null}
        {article14.by ? `, recorded by ${article14.by.name}` : null}.
      </Text>
      {article14.reason ? <Text size="sm">{article14.reason}</Text> : null}
      <Button
        size="xs"
        variant="default"
        loading={set.isPending}
        onClick={() => set.mutate({ state: 'due', version }, { onSuccess: onDone, onError: notifyProblem })}
      >
        That was a mistake: it is still due
      </Button>
    </Stack>
  );
}

function DueNotice({ candidate: { id, article14, version }, onDone }: NoticeProps) {
  const zone = useZone();
  const set = useSetArticle14(id);
  const today = localDate(useNow(), zone);
  // untouched, it is today, also when the day turns meanwhile
  const form = useForm<{ at: string | null; reason: string }>({ initialValues: { at: null, reason: '' } });
  const send = (body: Omit<SetArticle14, 'version'>): void =>
    set.mutate({ ...body, version }, { onError: (error) => problemToForm(form, error), onSuccess: onDone });
  const sent = (): void => {
    const { at } = form.getValues();
    // today means now: midnight may lie before the person came into the firm
    send({ state: 'sent', at: at && at !== today ? startOfDay(at, zone) : undefined });
  };
  const exempt = (): void => {
    const reason = form.getValues().reason.trim();
    if (reason) send({ state: 'exempt', reason });
    else form.setFieldError('reason', 'Say why this person need not be told.');
  };
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        Anyone whose data did not come from them must be told within a month that we hold it, and why (Article 14 GDPR).
      </Text>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <DateInput
          label="Sent on"
          size="xs"
          flex={1}
          valueFormat="D MMM YYYY"
          maxDate={today}
          popoverProps={{ withinPortal: false }}
          {...form.getInputProps('at')}
          value={form.values.at ?? today}
        />
        <Button size="xs" data-autofocus loading={set.isPending} onClick={sent}>
          Mark as sent
        </Button>
      </Group>
      {article14.allowed.exempt ? (
        <>
          <Textarea
            label="Or not needed, because"
            size="xs"
            minRows={2}
            placeholder="They wrote to us themselves"
            {...form.getInputProps('reason')}
          />
          <Button size="xs" variant="default" loading={set.isPending} onClick={exempt}>
            Exempt
          </Button>
        </>
      ) : null}
    </Stack>
  );
}
