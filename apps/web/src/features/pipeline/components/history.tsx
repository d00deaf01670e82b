import { Button, Stack, Text, TextInput } from '@mantine/core';
import {
  IconArrowRight,
  IconCalendar,
  IconCalendarPlus,
  IconGift,
  IconMail,
  IconMessage,
  IconMessageReply,
  IconMicrophone,
  IconNote,
  IconPhone,
  IconPlus,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { Moment } from '../../../components/moment';
import type { Candidacy } from '../../../lib/answers';
import { ACTIVITY, DECISION } from '../../../lib/words';
import { useChangeCandidacy } from '../api/change-candidacy';
import { ChangeActivity } from './change-activity';
import classes from './history.module.css';

type Move = Candidacy['moves'][number];
type ActivityKind = Candidacy['activities'][number]['kind'];

const ICON: Record<ActivityKind, ReactNode> = {
  call: <IconPhone size={14} />,
  email: <IconMail size={14} />,
  meeting: <IconCalendar size={14} />,
  interview: <IconMicrophone size={14} />,
  interview_set: <IconCalendarPlus size={14} />,
  client_feedback: <IconMessageReply size={14} />,
  note: <IconNote size={14} />,
};

interface Entry {
  id: string;
  at: string;
  icon: ReactNode;
  what: ReactNode;
  by: string | null;
  text: string | null;
  move?: Move;
  activity?: Candidacy['activities'][number];
}

/** Moves, talks and offers in one line of time, the newest first; what was corrected stays, struck through. */
export function History({ candidacy, zone }: { candidacy: Candidacy; zone: string }) {
  const entries = entriesOf(candidacy);
  return (
    <ol className={classes['list']}>
      {entries.map(({ id, at, icon, what, by, text, move, activity }) => (
        <li
          key={id}
          className={classes['entry']}
          data-voided={(move?.voided ?? activity?.withdrawn) ? true : undefined}
        >
          <span className={classes['icon']} aria-hidden>
            {icon}
          </span>
          <div>
            <Text size="sm" component="div">
              {what}
            </Text>
            {text ? (
              <Text size="sm" c="dimmed" className={classes['text']}>
                {text}
              </Text>
            ) : null}
            <Text size="xs" c="dimmed" component="div">
              <Moment at={at} zone={zone} />
              {by ? ` · ${by}` : null}
              {move?.voided ? ' · corrected' : null}
              {activity && activity.version > 1 && !activity.withdrawn ? ' · corrected' : null}
              {activity?.withdrawn ? withdrawnWords(activity.withdrawn) : null}
            </Text>
            {activity?.changeable ? <ChangeActivity activity={activity} /> : null}
            {move?.correctable ? <Correction candidacy={candidacy} move={move} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function entriesOf({ moves, activities, offers }: Candidacy): Entry[] {
  const entries: Entry[] = [
    ...moves.map((move) => ({
      id: move.id,
      at: move.at,
      icon: move.fromStageLabel === null ? <IconPlus size={14} /> : <IconArrowRight size={14} />,
      what: move.voided ? <s>{moveWords(move)}</s> : moveWords(move),
      by: move.by?.name ?? null,
      text: move.reason,
      move,
    })),
    ...activities.map((activity) => ({
      id: activity.id,
      at: activity.at,
      icon: ICON[activity.kind] ?? <IconMessage size={14} />,
      what: activity.withdrawn ? <s>{ACTIVITY[activity.kind]}</s> : ACTIVITY[activity.kind],
      by: activity.by?.name ?? null,
      text: activity.text,
      activity,
    })),
    ...offers.flatMap(({ id, extendedAt, decidedAt, decision }) => [
      { id, at: extendedAt, icon: <IconGift size={14} />, what: 'Offer extended', by: null, text: null },
      ...(decidedAt && decision
        ? [
            {
              id: `${id}-decided`,
              at: decidedAt,
              icon: <IconGift size={14} />,
              what: `Offer ${DECISION[decision].toLowerCase()}`,
              by: null,
              text: null,
            },
          ]
        : []),
    ]),
  ];
  return entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

const withdrawnWords = ({ by, reason }: { by: { name: string } | null; reason: string | null }): string =>
  ` · withdrawn${by ? ` by ${by.name}` : ''}${reason ? `: ${reason}` : ''}`;

const moveWords = ({ fromStageLabel, toStageLabel }: Move): string =>
  fromStageLabel === null ? `Added in ${toStageLabel}` : `${fromStageLabel} to ${toStageLabel}`;

function Correction({ candidacy, move }: { candidacy: Candidacy; move: Move }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const change = useChangeCandidacy(candidacy);
  if (!open)
    return (
      <Button variant="subtle" size="compact-xs" ml={-8} mt={2} onClick={() => setOpen(true)}>
        Correct this move
      </Button>
    );
  return (
    <form
      className={classes['correction']}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ verb: 'correct', moveId: move.id, reason: reason.trim() }, { onSuccess: () => setOpen(false) });
      }}
    >
      <Stack gap="xs">
        <TextInput
          size="xs"
          label="What was wrong with it?"
          description="The card goes back, its clock is restored, and the history keeps both."
          required
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <SubmitBar label="Correct it" size="compact-xs" pending={change.isPending} onCancel={() => setOpen(false)} />
      </Stack>
    </form>
  );
}
