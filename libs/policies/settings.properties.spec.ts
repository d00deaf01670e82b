import fc from 'fast-check';
import { explainSettings } from './explain.rules.js';
import { combinedPolicy, effectivePolicy, IN_ORDER } from '@app/limits/limits.rules.js';
import type { PolicyLayer, PolicySettings } from '@app/limits/limits.types.js';
import type { PolicyKey } from './policies.types.js';
import { edited, editRefusals, POLICY_FIELDS } from './settings.rules.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1000);
const SCOPES = ['firm', 'role', 'search'] as const;

const valueOf = (key: PolicyKey): fc.Arbitrary<number | boolean> => {
  const field = POLICY_FIELDS.find((one) => one.key === key);
  return field?.unit === 'yes_no' ? fc.boolean() : fc.integer({ min: field?.min ?? 1, max: field?.max ?? 1 });
};
const settings: fc.Arbitrary<PolicySettings> = fc.record(
  Object.fromEntries(POLICY_FIELDS.map(({ key }) => [key, valueOf(key)])),
  { requiredKeys: [] },
);
const layers: fc.Arbitrary<PolicyLayer[]> = fc
  .tuple(settings, settings, settings)
  .map((all) => all.map((one, i) => ({ scope: SCOPES[i] ?? 'firm', scopeKey: '', settings: one, version: 1 })));
const fields = fc.constantFrom(...POLICY_FIELDS);

describe('layers of limits', () => {
  it('give the value of the narrowest one that has said something, and name it', () => {
    fc.assert(
      fc.property(layers, fields, (all, { key }) => {
        const narrowest = all.findLast((layer) => layer.settings[key] !== undefined);
        const explained = explainSettings(all).find((one) => one.key === key);

        expect(explained?.value).toBe(effectivePolicy(all)[key]);
        expect(combinedPolicy(all)[key]).toBe(narrowest ? narrowest.settings[key] : effectivePolicy([])[key]);
        expect(explained?.origin).toBe(narrowest?.scope ?? 'default');
      }),
      { numRuns },
    );
  });

  it('are in order, whatever each of them says, and what is in order already is left alone', () => {
    fc.assert(
      fc.property(layers, (all) => {
        const [set, holds] = [combinedPolicy(all), effectivePolicy(all)];

        for (const [before, after] of IN_ORDER) {
          expect(holds[before]).toBeLessThan(holds[after]);
          expect(holds[after]).toBe(set[after]);
          expect(holds[before]).toBe(Math.min(set[before], set[after] - 1));
        }
      }),
      { numRuns },
    );
  });

  it('give the wider value back when a setting is taken back', () => {
    fc.assert(
      fc.property(
        layers,
        fields.chain((field) => fc.tuple(fc.constant(field), valueOf(field.key))),
        ([...wider], [{ key }, value]) => {
          const narrow = wider.pop() as PolicyLayer;
          const without = edited(narrow.settings, { [key]: null });
          const put = (own: PolicySettings) => [...wider, { ...narrow, settings: own }];

          const set = edited(without, { [key]: value });
          const taken = edited(set, { [key]: null });

          const told = explainSettings(put(set)).find((one) => one.key === key);
          expect(editRefusals({ [key]: value }, [])).toEqual([]);
          expect(told).toMatchObject({ value: effectivePolicy(put(set))[key], origin: 'search' });
          expect(combinedPolicy(put(set))[key]).toBe(value);
          expect(taken).toEqual(without);
          expect(told?.wider?.value).toBe(combinedPolicy(put(taken))[key]);
        },
      ),
      { numRuns },
    );
  });
});
