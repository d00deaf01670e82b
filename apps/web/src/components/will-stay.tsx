import { Alert, List } from '@mantine/core';

interface Refused {
  at: number;
  detail: string;
}

/** What would be refused of several things that are changed at once, each with its reason. */
export function WillStay({ refused, things }: { refused: readonly Refused[]; things: readonly { name: string }[] }) {
  if (refused.length === 0) return null;
  return (
    <Alert color="yellow" title={`${refused.length} will stay as ${refused.length === 1 ? 'it is' : 'they are'}`}>
      <List size="sm">
        {refused.map(({ at, detail }) => (
          <List.Item key={at}>
            {things[at]?.name}: {detail}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The same afterwards, to be said behind what was done. */
export const stayed = ({ refused: [first, ...more] }: { refused: readonly Refused[] }): string =>
  first ? ` ${1 + more.length} not changed: ${first.detail}` : '';
