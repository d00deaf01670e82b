import { notifications } from '@mantine/notifications';
import { isStale, sentenceOf } from './problem';

/** One place for what the server refused: the same sentence is never shown twice at once. */
export function notifyProblem(error: unknown, title = 'Not done'): void {
  const sentence = sentenceOf(error);
  notifications.show({
    id: sentence,
    title: isStale(error) ? 'Changed in the meantime' : title,
    message: isStale(error) ? 'Somebody else changed this a moment ago. You now see the newest state.' : sentence,
    color: 'red',
    autoClose: 8000,
    withBorder: true,
  });
}

export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 4000, withBorder: true });
}
