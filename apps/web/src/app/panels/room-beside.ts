import { useMediaQuery } from '@mantine/hooks';

/** There is room for a card beside its board; on a narrower screen it lies over it. */
export const useRoomBeside = (): boolean =>
  useMediaQuery('(min-width: 75em)', false, { getInitialValueInEffect: false });
