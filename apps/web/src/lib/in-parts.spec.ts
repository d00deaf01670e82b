import { inParts } from './in-parts';

describe('more than the server takes at once', () => {
  it.each([
    [0, []],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('of %d is sent in parts of %j', async (many, parts) => {
    const sent: number[] = [];
    const told = await inParts(
      Array.from({ length: many }, (_, n) => n),
      async (some) => {
        sent.push(some.length);
        return {
          items: some.map((n, at) => ({ n, at })),
          refused: [{ at: some.length - 1, detail: `not ${some.at(-1)}` }],
        };
      },
    );

    expect(sent).toEqual(parts);
    expect(told.items.every(({ n, at }) => n === at)).toBe(true);
    expect(told.items).toHaveLength(many);
    expect(told.refused.every(({ at, detail }) => detail === `not ${at}`)).toBe(true);
    expect(told.refused).toHaveLength(parts.length);
  });
});
