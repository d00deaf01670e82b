import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Board, Card } from '../../../lib/answers';
import { useChange } from '../../../lib/use-change';
import { thisMoment } from '../../../lib/use-now';
import { boardQuery } from './board';

export interface Move {
  card: Card;
  toStageId: string;
}

function withCard(board: Board | undefined, card: Card): Board | undefined {
  return board && { ...board, cards: board.cards.map((other) => (other.id === card.id ? card : other)) };
}

/** Shows the move at once; a refused one goes back by itself, the other cards stay as they are. */
export function useMoveCandidacy(searchId: string) {
  const queries = useQueryClient();
  const { queryKey } = boardQuery(searchId);
  const put = (card: Card): void => {
    queries.setQueryData<Board>(queryKey, (board) => withCard(board, card));
  };
  return useChange({
    fact: 'pipeline.candidacy_moved',
    together: 'move-candidacy',
    mutationFn: ({ card, toStageId }: Move) =>
      answer(
        api.POST('/api/candidacies/{id}/moves', {
          params: { path: { id: card.id } },
          body: { version: card.version, toStageId },
        }),
      ),
    ahead: ({ card, toStageId }) => {
      // Until the server has answered, the card has no version that could be moved again.
      put({
        ...card,
        stageId: toStageId,
        stageSince: thisMoment().toISOString(),
        daysInStage: 0,
        allowed: { ...card.allowed, moveTo: [] },
      });
      return queries.cancelQueries({ queryKey });
    },
    keep: put,
    back: ({ card }) => put(card),
    quiet: true,
    ownConflict: true,
  });
}
