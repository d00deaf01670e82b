import { actingAs } from './acting-as';

const sentBy = async (whom: string | undefined): Promise<string | null> => {
  const sent: Request[] = [];
  const send = actingAs(
    async (request) => {
      sent.push(request);
      return new Response();
    },
    () => whom,
  );
  await send(new Request('http://localhost/api/clients', { method: 'POST' }));
  return sent[0]?.headers.get('Acting-As') ?? null;
};

describe('as whom a page acts', () => {
  it.each([
    ['whoever it was opened by', 'user-1', 'user-1'],
    ['nobody, before that is known', undefined, null],
  ])('is %s', async (_, whom, said) => {
    expect(await sentBy(whom)).toBe(said);
  });
});
