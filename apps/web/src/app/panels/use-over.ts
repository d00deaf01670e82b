import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useFlags } from '../../features/flags/api/list-flags';
import type { Card } from '../../lib/answers';

const route = getRouteApi('/app/searches/$searchId');

export type Over = ReturnType<typeof useOver>;

/** What is open over a search: a card and an explanation by the address, the forms by hand. */
export function useOver(searchId: string) {
  const { candidacy, why } = route.useSearch();
  const navigate = route.useNavigate();
  const [offering, offer] = useState<Card | null>(null);
  const [adding, adder] = useDisclosure(false);
  const [pasting, paster] = useDisclosure(false);
  const [editing, edit] = useDisclosure(false);
  const [brought, bring] = useState<{ id: string } | null>(null);
  const pasteButton = useRef<HTMLButtonElement>(null);
  const walked = useRef<string | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  return {
    candidacyId: candidacy,
    closeCard: () => void navigate({ search: (before) => ({ ...before, candidacy: undefined }), resetScroll: false }),
    /** opens another card in the place of the open one; the focus stays where it is */
    walk: (cardId: string) => {
      walked.current = cardId;
      void navigate({ search: (before) => ({ ...before, candidacy: cardId }), replace: true, resetScroll: false });
    },
    walked,
    whyFlagId: useExplained(searchId, why),
    closeWhy: () => void navigate({ search: (before) => ({ ...before, why: undefined }) }),
    /** the card an offer is being written for */
    offering,
    offer,
    adding,
    add: adder.open,
    addButton,
    added: (card: Card) => {
      adder.close();
      bring({ id: card.id });
    },
    cancelAdding: () => {
      adder.close();
      addButton.current?.focus();
    },
    pasting,
    paste: paster.open,
    pasteButton,
    pasted: () => {
      paster.close();
      pasteButton.current?.focus();
    },
    /** the card that was added last */
    brought,
    editing,
    edit,
  };
}

/** The flag to explain; `worst` is whatever presses most by now. */
function useExplained(searchId: string, why: string | undefined): string | undefined {
  const flags = useFlags(searchId, why === 'worst');
  return why === 'worst' ? flags.data?.[0]?.id : why;
}
