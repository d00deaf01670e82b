import fc from 'fast-check';
import type { FlagDecision } from '@app/clocks/clocks.types.js';
import { systemActor } from '@app/identity/identity.types.js';
import { MetricsRepository } from '@app/metrics/metrics.repository.js';
import { MetricsService } from '@app/metrics/metrics.service.js';
import { Database } from '@app/platform/database/database.js';
import type { AssessedSearch } from '@app/stalls/stalls.types.js';
import { type BookFigures, figuresByTheBook } from '../lib/by-the-book/figures.js';
import type { BookFlag } from '../lib/by-the-book/flag.js';
import { readFirm, type Search } from '../lib/by-the-book/firm.js';
import { hiddenFirm } from '../lib/by-the-book/hidden-firms.js';
import { type BookHealth, escalationByTheBook, healthByTheBook } from '../lib/by-the-book/rules.js';
import { stallsOf } from '../lib/small-firms.js';
import { beyondTheImport } from './by-the-book-facts.js';
import { TestImports } from './imports.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 15);
const seed = Number(process.env['BOOK_SEED'] ?? Date.now() % 1_000_000);

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

const written = (moment: number) => new Date(moment).toISOString();

/** A flag as either of the two says it: its place in the order, and all the rest. */
interface Said {
  place: string;
  flag: Record<string, unknown>;
}

const placeOf = (severity: string, deadline: Date, rule: string) => `${severity} ${deadline.toISOString()} ${rule}`;

const flagOfBook = ({ rule, search, severity, candidate, since, deadline, ...rest }: BookFlag): Said => ({
  place: placeOf(severity, new Date(deadline), rule),
  flag: { search, rule, severity, candidate, since: written(since), deadline: written(deadline), ...rest },
});

type People = ReadonlyMap<string, string>;
type Telling = Pick<
  FlagDecision,
  'rule' | 'severity' | 'subjectId' | 'since' | 'deadline' | 'sentence' | 'nextStep'
> & {
  evidence: Readonly<Record<string, unknown>>;
  basis: object;
};

function flagOfProduct(search: string, flag: Telling, people: People): Said {
  const { rule, severity, subjectId, since, deadline, sentence, nextStep } = flag;
  const { evidence, basis } = JSON.parse(JSON.stringify(flag)) as Record<'evidence' | 'basis', Record<string, unknown>>;
  // the book knows people by their refs, and no versions
  const { candidacyId } = evidence;
  const { policyVersion: _policy, calendarVersion: _office, clientCalendarVersion: _client, ...counted } = basis;
  const skipped = counted['holidaysSkipped'] as { date: string; calendar: string }[] | undefined;
  return {
    place: placeOf(severity, deadline, rule),
    flag: {
      ...{ search, rule, severity, candidate: people.get(subjectId) ?? null },
      ...{ since: since.toISOString(), deadline: deadline.toISOString(), sentence, nextStep },
      evidence: candidacyId === undefined ? evidence : { ...evidence, candidacyId: people.get(String(candidacyId)) },
      basis: skipped
        ? { ...counted, holidaysSkipped: skipped.map(({ date, calendar }) => `${date} ${calendar}`) }
        : counted,
    },
  };
}

/** Health and flags of one search. Flags of one place stand in any order. */
const saidOf = (search: string, health: string, flags: readonly Said[]) => ({
  ...{ search, health, order: flags.map(({ place }) => place) },
  flags: sorted(flags.map(({ flag }) => flag)),
});

const sorted = <Item>(items: Item[]): Item[] =>
  [...items].sort((a, b) => (JSON.stringify(fieldsOf(a)) < JSON.stringify(fieldsOf(b)) ? -1 : 1));

/** What it is sorted by: it must not depend on the order of its fields. */
const fieldsOf = (item: unknown) => {
  const { search, rule, severity, candidate, since, deadline } = item as Record<string, unknown>;
  return [search, rule, severity, candidate, since, deadline];
};

const saidByBook = (searches: readonly BookHealth[]) =>
  sorted(searches.map(({ search, health, flags }) => saidOf(search, health, flags.map(flagOfBook))));

const saidByProduct = (assessed: readonly AssessedSearch[], people: People) =>
  sorted(
    assessed.map(({ facts: { searchRef }, assessment: { health, flags } }) => {
      const ref = String(searchRef);
      const said = flags.map((flag) => flagOfProduct(ref, flag, people));
      return saidOf(ref, health, said);
    }),
  );

/** Whom a flag is about, by the id of the candidacy or of the offer. */
async function peopleOf(firmId: string): Promise<People> {
  const rows = await imports.rows<{ id: string; ref: string }>(
    `with person as (
       select y.firm_id, y.id, p.ref from candidacy y
       join candidate p on p.firm_id = y.firm_id and p.id = y.candidate_id where y.firm_id = $1)
     select id, ref from person
     union all
     select o.id, p.ref from person p join offer o on o.firm_id = p.firm_id and o.candidacy_id = p.id`,
    firmId,
  );
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}

/** What the sweep has put on record. */
async function onRecord(firmId: string, people: People) {
  const rows = await imports.rows<Telling & { search: string }>(
    `select s.ref as search, f.subject_id as "subjectId", f.rule, f.severity, f.since, f.deadline, f.evidence, f.basis,
            f.sentence, f.next_step as "nextStep"
     from open_flag f join search s on s.firm_id = f.firm_id and s.id = f.search_id where f.firm_id = $1`,
    firmId,
  );
  return sorted(rows.map(({ search, ...flag }) => flagOfProduct(search, flag, people).flag));
}

/** Of each flag on record, when it goes to the lead partner; and when by the book. */
async function escalations(firmId: string, searches: readonly Search[]): Promise<[product: string, book: string][]> {
  const rows = await imports.rows<{ ref: string; rule: string; raised: Date; at: Date }>(
    `select s.ref, o.rule, f.raised_at as raised, f.escalate_at as at
     from open_flag o join stall_flag f on f.firm_id = o.firm_id and f.id = o.id
     join search s on s.firm_id = o.firm_id and s.id = o.search_id where o.firm_id = $1`,
    firmId,
  );
  return rows.map(({ ref, rule, raised, at }) => {
    const search = searches.find((one) => one.ref === ref) as Search;
    return [`${ref} ${rule} ${at.toISOString()}`, `${ref} ${rule} ${written(escalationByTheBook(search, +raised))}`];
  });
}

const round = <Figures>(figures: Figures): Figures =>
  JSON.parse(JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)));

async function figuresByTheProduct(firmId: string, at: Date): Promise<BookFigures> {
  const metrics = new MetricsService(new Database(imports.dataSource), new MetricsRepository());
  const { timeToOffer, placedBy90 } = await metrics.figures(systemActor(firmId), at);
  const { episodes, searches, offers, leftOut, median, completedMean, steps } = timeToOffer;
  return {
    ...{ n: episodes, searches, offers },
    beforeOpening: leftOut.beforeOpening,
    whileClosed: leftOut.afterClosing,
    curve: steps.map(({ day, estimate, low, high }) => ({ days: day, estimate, lower: low, upper: high })),
    ...{ median: median.estimate, medianLower: median.low, medianUpper: median.high },
    completedMean: completedMean.mean,
    ...{ placedBy90: placedBy90.at.estimate, placedLower: placedBy90.at.low, placedUpper: placedBy90.at.high },
  };
}

describe('the documents and the product', () => {
  it('say the same of every flag, its numbers and words, health and figure, as of any moment and after a sweep', async () => {
    const counts = { seed, firms: 0, moments: 0, flags: {} as Record<string, number> };
    await fc.assert(
      fc.asyncProperty(hiddenFirm, async ({ files, moments }) => {
        const { firmId, told } = await imports.folder(files);
        expect(told).toEqual([]);
        await beyondTheImport(imports.dataSource, firmId, files);
        const [firm, people] = [readFirm(files), await peopleOf(firmId)];
        const stalls = stallsOf(imports.dataSource);

        for (const moment of [...moments, ...turningPoints(firm, moments)]) {
          const byTheBook = healthByTheBook(firm, moment);
          const assessed = await stalls.assessFirm(systemActor(firmId), new Date(moment));
          expect([written(moment), saidByProduct(assessed, people)]).toEqual([written(moment), saidByBook(byTheBook)]);
          expect([written(moment), round(await figuresByTheProduct(firmId, new Date(moment)))]).toEqual([
            written(moment),
            round(figuresByTheBook(firm, moment)),
          ]);
          counts.moments += 1;
          for (const { rule } of byTheBook.flatMap(({ flags }) => flags)) {
            counts.flags[rule] = (counts.flags[rule] ?? 0) + 1;
          }
        }
        await stalls.sweepFirm(firmId);
        const today = healthByTheBook(firm, Date.now()).flatMap(({ flags }) => flags.map(flagOfBook));
        expect(await onRecord(firmId, people)).toEqual(sorted(today.map(({ flag }) => flag)));
        const escalated = await escalations(firmId, firm.searches);
        expect(escalated.map(([product]) => product)).toEqual(escalated.map(([, book]) => book));
        counts.firms += 1;
      }),
      { numRuns, seed, endOnFailure: true },
    );
    process.stdout.write(`by the book: ${JSON.stringify(counts)}\n`);
    expect(Object.keys(counts.flags).length).toBeGreaterThan(5);
  }, 600_000);
});

/** The moment at which one of the flags of each moment began to stand, and the last one before. */
function turningPoints(firm: ReturnType<typeof readFirm>, moments: readonly number[]): number[] {
  return moments.flatMap((moment) => {
    const flags = healthByTheBook(firm, moment).flatMap((health) => health.flags);
    const flag = flags[moment % Math.max(1, flags.length)];
    return flag ? [flag.deadline, flag.deadline - 1] : [];
  });
}
