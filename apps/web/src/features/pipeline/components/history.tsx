import { Button, Stack, TextInput } from '@mantine/core';
import { IconArrowRight, IconGift, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { SubmitBar } from '../../../components/form/submit-bar';
import { ActivityEntry } from '../../../components/timeline/activity-entry';
import { Timeline, TimelineEntry } from '../../../components/timeline/timeline';
import timeline from '../../../components/timeline/timeline.module.css';
import type { Candidacy } from '../../../lib/answers';
import { DECISION } from '../../../lib/words';
import { useChangeCandidacy } from '../api/change-candidacy';

type Move = Candidacy['moves'][number];

interface Entry {
  at: string;
  shown: ReactNode;
}

/** Moves, talks and offers in one line of time, the newest first; what was corrected stays, struck through. */
export function History({ candidacy, zone }: { candidacy: Candidacy; zone: string }) {
  const { moves, activities, offers } = candidacy;
  const entries: Entry[] = [
    ...moves.map((move) => ({
      at: move.at,
      shown: <MoveEntry key={move.id} candidacy={candidacy} move={move} zone={zone} />,
    })),
    ...activities.map((activity) => ({
      at: activity.at,
      shown: <ActivityEntry key={activity.id} activity={activity} zone={zone} />,
    })),
    ...offers.flatMap(({ id, extendedAt, decidedAt, decision }) => [
      offerEntry(id, extendedAt, 'extended', zone),
      ...(decidedAt && decision
        ? [offerEntry(`${id}-decided`, decidedAt, DECISION[decision].toLowerCase(), zone)]
        : []),
    ]),
  ];
  entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return <Timeline>{entries.map(({ shown }) => shown)}</Timeline>;
}

const offerEntry = (id: string, at: string, became: string, zone: string): Entry => ({
  at,
  shown: (
    <TimelineEntry
      key={id}
      icon={<IconGift size={14} />}
      what={`Offer ${became}`}
      text={null}
      at={at}
      zone={zone}
      details={[]}
      voided={false}
    />
  ),
});

function MoveEntry({ candidacy, move, zone }: { candidacy: Candidacy; move: Move; zone: string }) {
  return (
    <TimelineEntry
      icon={move.fromStageLabel === null ? <IconPlus size={14} /> : <IconArrowRight size={14} />}
      what={moveWords(move)}
      text={move.reason}
      at={move.at}
      zone={zone}
      details={[move.by?.name, move.voided ? 'corrected' : null]}
      voided={move.voided}
    >
      {move.correctable ? <Correction candidacy={candidacy} move={move} /> : null}
    </TimelineEntry>
  );
}

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
      className={timeline['correction']}
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
