import { announce } from '@atlaskit/pragmatic-drag-and-drop-live-region';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Card, Stage } from '../../../lib/answers';
import { notifyFaster, notifyProblem } from '../../../lib/notify';
import { isStale, sentenceOf } from '../../../lib/problem';
import { candidacyQuery } from '../api/find-candidacy';
import { useMoveCandidacy } from '../api/move-candidacy';
import { reception } from './columns';
import { whoWasFaster } from './faster';

interface Moves {
  searchId: string;
  stages: readonly Stage[];
  onOffer: (card: Card) => void;
  focus: (cardId: string) => void;
}

const SHOWN_FOR = 5000;

/** Moves a card, says so, and says it when the server refused; the refused card stands out for a while. */
export function useMoves({ searchId, stages, onOffer, focus }: Moves) {
  const queries = useQueryClient();
  const { mutate } = useMoveCandidacy(searchId);
  const [refused, setRefused] = useState<string | null>(null);
  const latest = useRef({ stages, onOffer });
  useEffect(() => {
    latest.current = { stages, onOffer };
  });

  const moveTo = useCallback(
    (card: Card, stage: Stage): void => {
      const how = reception(card, stage);
      if (how === null) return;
      if (how === 'offer') return latest.current.onOffer(card);
      const from = latest.current.stages.find(({ id }) => id === card.stageId)?.label ?? 'its stage';
      const { name } = card.candidate;
      announce(`${name} moved to ${stage.label}.`);
      setRefused(null);
      focus(card.id);
      const onError = (error: unknown): void => {
        setRefused(card.id);
        focus(card.id);
        if (isStale(error)) return void sayWhoWasFaster(queries, card);
        announce(`${name} is back in ${from}. ${sentenceOf(error)}`);
        notifyProblem(error, `${name} stays in ${from}`);
      };
      mutate({ card, toStageId: stage.id }, { onError });
    },
    [mutate, focus, queries],
  );

  useEffect(() => {
    if (!refused) return;
    const fade = setTimeout(() => setRefused(null), SHOWN_FOR);
    return () => clearTimeout(fade);
  }, [refused]);

  return { moveTo, refused };
}

/** Asks where the card stands by now, and who brought it there; where that is not known, that somebody did something. */
async function sayWhoWasFaster(queries: QueryClient, { id, candidate }: Card): Promise<void> {
  const latest = await queries.fetchQuery({ ...candidacyQuery(id), staleTime: 0 }).catch(() => null);
  const said = whoWasFaster(candidate.name, latest);
  announce(said);
  notifyFaster(said);
}
