import fc from 'fast-check';
import { systemActor } from '@app/identity/identity.types.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import { filesOf, stallsOf, type SmallFirm } from '../lib/small-firms.js';
import { TestImports } from './imports.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 8);
const DAY = 86_400_000;
const STAGES = ['sourcing', 'engaged', 'assessed', 'presented', 'client_interview', 'finalist', 'offer'] as const;

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

/** So many hours ago; as a moment, or as the date alone. */
const past = fc.record({ hours: fc.integer({ min: 30, max: 90 * 24 }), dateOnly: fc.boolean() });
type Past = typeof past extends fc.Arbitrary<infer T> ? T : never;

const person = fc.record({
  moves: fc.array(fc.record({ stage: fc.constantFrom(...STAGES), at: past }), { maxLength: 4 }),
  said: fc.array(fc.record({ kind: fc.constantFrom('call', 'note', 'interview', 'client_feedback'), at: past }), {
    maxLength: 3,
  }),
  offer: fc.option(fc.record({ at: past, validFor: fc.option(fc.nat(30)), declined: fc.boolean() }), { freq: 2 }),
  inMarket: fc.option(past, { freq: 1 }),
  ended: fc.option(past, { freq: 1 }),
});
const search = fc.record({
  opened: fc.integer({ min: 91, max: 130 }),
  /** days ago, from the first to the last */
  closedAndReopened: fc.option(fc.tuple(fc.integer({ min: 60, max: 90 }), fc.integer({ min: 10, max: 50 })), {
    freq: 1,
  }),
  /** days ago that a hold began, and until when it is known to last: an end ahead is negative */
  hold: fc.option(fc.tuple(fc.integer({ min: 3, max: 9 }), fc.constantFrom(2, -3, null)), { freq: 1 }),
  people: fc.array(person, { maxLength: 5 }),
});

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const dateAgo = (days: number): string => ago(days * DAY).slice(0, 10);
const written = ({ hours, dateOnly }: Past): string => {
  const moment = ago(hours * 3_600_000);
  return dateOnly ? moment.slice(0, 10) : moment;
};

/** Also what cannot be, such as an offer while the search was closed: the import refuses that row alone. */
function firmOf(searches: readonly (typeof search extends fc.Arbitrary<infer T> ? T : never)[]): SmallFirm {
  const firm: Record<keyof SmallFirm & string, string[]> = {
    'searches.csv': [],
    'holds.csv': [],
    'reopenings.csv': [],
    'candidates.csv': [],
    'candidacies.csv': [],
    'stage_moves.csv': [],
    'activities.csv': [],
    'offers.csv': [],
  };
  searches.forEach(({ opened, closedAndReopened, hold, people }, i) => {
    const closing = closedAndReopened ? `${dateAgo(closedAndReopened[0])},cancelled` : ',';
    firm['searches.csv'].push(`S${i},${dateAgo(opened)},${closing}`);
    if (closedAndReopened) firm['reopenings.csv'].push(`S${i},${dateAgo(closedAndReopened[1])}`);
    if (hold) firm['holds.csv'].push(`S${i},${ago(hold[0] * DAY)},${hold[1] === null ? '' : ago(hold[1] * DAY)}`);
    people.forEach(({ moves, said, offer, inMarket, ended }, j) => {
      const [ref, of] = [`P${i}-${j}`, `S${i},P${i}-${j}`];
      firm['candidates.csv'].push(`${ref},${inMarket ? written(inMarket) : ''}`);
      firm['candidacies.csv'].push(ended ? `${of},rejected,${written(ended)}` : of);
      firm['stage_moves.csv'].push(...moves.map(({ stage, at }) => `${of},${stage},${written(at)}`));
      firm['activities.csv'].push(...said.map(({ kind, at }) => `${of},${kind},${written(at)}`));
      if (!offer) return;
      const expires = offer.validFor === null ? '' : new Date(Date.now() + (offer.validFor - 15) * DAY).toISOString();
      const after = expires && expires > ago(offer.at.hours * 3_600_000) ? expires : '';
      firm['offers.csv'].push(
        `O${i}-${j},${of},${written(offer.at)},${after},${offer.declined ? `${ago(DAY)},declined` : ','}`,
      );
    });
  });
  return Object.fromEntries(Object.entries(firm).filter(([, rows]) => rows.length > 0));
}

/** What a flag says, whichever way it was asked for. */
const said = (assessed: readonly AssessedSearch[]): string[] =>
  assessed
    .flatMap(({ facts, assessment }) =>
      assessment.flags.map(
        ({ rule, severity, subjectId, episodeKey, since, deadline, sentence, nextStep }) =>
          `${facts.searchRef} ${rule} ${severity} ${subjectId} ${episodeKey} ${since.toISOString()} ${deadline.toISOString()} ${sentence}. ${nextStep}`,
      ),
    )
    .sort();

describe('the sweep, the dry run and as of now', () => {
  it('are one answer, whatever a firm has: facts ahead, nobody moved, offers in any stage, reopenings, dates alone', async () => {
    const counts = { firms: 0, flags: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(search, { minLength: 1, maxLength: 3 }), async (searches) => {
        const { firmId } = await imports.folder(filesOf(firmOf(searches)));
        const stalls = stallsOf(imports.dataSource);
        const actor = systemActor(firmId);

        await stalls.sweepFirm(firmId);
        const dryRun = await stalls.assessFirm(actor);
        const asOfNow = await stalls.assessFirm(actor, new Date());
        const onRecord = await imports.rows<{ flag: string }>(
          `select concat_ws(' ', s.ref, f.rule, f.severity, f.subject_id, f.episode_key,
                  to_char(f.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  to_char(f.deadline at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  f.sentence || '. ' || f.next_step) as flag
           from open_flag f join search s on s.firm_id = f.firm_id and s.id = f.search_id where f.firm_id = $1`,
          firmId,
        );

        expect(said(asOfNow)).toEqual(said(dryRun));
        expect(onRecord.map(({ flag }) => flag).sort()).toEqual(said(dryRun));
        expect(asOfNow.map(({ assessment: { health, day } }) => [health, day]).sort()).toEqual(
          dryRun.map(({ assessment: { health, day } }) => [health, day]).sort(),
        );
        counts.firms += 1;
        counts.flags += onRecord.length;
      }),
      { numRuns },
    );
    process.stdout.write(`one answer: ${JSON.stringify(counts)}\n`);
    expect(counts.flags).toBeGreaterThan(numRuns);
  }, 600_000);
});
