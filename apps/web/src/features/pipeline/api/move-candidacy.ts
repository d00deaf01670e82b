import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api';
import type { Board, Card } from '../../../lib/answers';
import { boardQuery } from './board';

export interface Move {
  card: Card;
  toStageId: string;
}

const MOVING = ['move-candidacy'];

function withCard(board: Board | undefined, card: Card): Board | undefined {
  return board && { ...board, cards: board.cards.map((other) => (other.id === card.id ? card : other)) };
}

/** Shows the move at once; a refused one goes back by itself, the other cards stay as they are. */
export function useMoveCandidacy(searchId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = boardQuery(searchId);
  const put = (card: Card): void => {
    queryClient.setQueryData<Board>(queryKey, (board) => withCard(board, card));
  };
  return useMutation({
    mutationKey: MOVING,
    mutationFn: ({ card, toStageId }: Move) =>
      answer(
        api.POST('/api/candidacies/{id}/moves', {
          params: { path: { id: card.id } },
          body: { version: card.version, toStageId },
        }),
      ),
    onMutate: async ({ card, toStageId }) => {
      // Until the server has answered, the card has no version that could be moved again.
      put({
        ...card,
        stageId: toStageId,
        stageSince: new Date().toISOString(),
        daysInStage: 0,
        allowed: { ...card.allowed, moveTo: [] },
      });
      await queryClient.cancelQueries({ queryKey });
    },
    onSuccess: (card) => put(card),
    onError: (_error, { card }) => put(card),
    onSettled: async (_data, _error, { card }) => {
      if (queryClient.isMutating({ mutationKey: MOVING }) > 1) return;
      await Promise.all(
        [queryKey, ['search', searchId], ['candidacy', card.id]].map((key) =>
          queryClient.invalidateQueries({ queryKey: key }),
        ),
      );
    },
    meta: { quiet: true },
  });
}
