import { newId, newIds } from './id.js';

describe('ids', () => {
  it('made together are all different and come in their order, after those made before', () => {
    const before = newId();
    const made = Date.now();
    while (Date.now() === made);
    const ids = newIds(10_000);

    expect(new Set(ids).size).toBe(10_000);
    expect([before, ...ids]).toEqual([before, ...ids].sort());
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newIds(0)).toEqual([]);
  });
});
