import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { isStale, sentenceOf } from './problem';

/** One place for what the server refused: the same sentence is never shown twice at once. */
export function notifyProblem(error: unknown, title = 'That did not work'): void {
  const sentence = sentenceOf(error);
  notifications.show({
    id: sentence,
    title: isStale(error) ? 'Changed in the meantime' : title,
    message: isStale(error)
      ? 'Someone else changed this a moment ago. The page is up to date now; a form keeps what you typed, and saving again puts that in the place of theirs.'
      : sentence,
    color: 'red',
    autoClose: 8000,
    withBorder: true,
  });
}

/** Where a page leaves word for the one that it is begun anew as. */
export const BEGUN_ANEW = 'searchlight-begun-anew';

/** Says so, once, where the page before this one was of another user or firm. */
export function notifyBegunAnew(): void {
  if (!sessionStorage.getItem(BEGUN_ANEW)) return;
  sessionStorage.removeItem(BEGUN_ANEW);
  const message =
    'By now you are in another firm, or signed in as someone else. What you did last on the page before was not saved.';
  notifications.show({ title: 'This page began anew', message, color: 'red', autoClose: 15_000, withBorder: true });
}

/** Somebody was faster, and what they did. */
export function notifyFaster(message: string): void {
  notifications.show({ title: 'Changed in the meantime', message, color: 'red', autoClose: 8000, withBorder: true });
}

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000, withBorder: true });
}

/** What was done, and for a while the way back. */
export const notifyUndo = (message: string, undo: () => void): void => notifyNext(message, 'Undo', undo);

/** What was done, and for a while what usually comes next. */
export function notifyNext(message: string, label: string, act: () => void): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            act();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
    color: 'teal',
    autoClose: 10_000,
    withBorder: true,
  });
}
