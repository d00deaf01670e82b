import { asOf, filesOf, sayingsOf, stallsOf, type SmallFirm } from '../lib/small-firms.js';
import { TestImports } from './imports.js';

let imports: TestImports;
beforeAll(async () => {
  imports = await TestImports.open();
});
afterAll(() => imports.dataSource.destroy());

/** What the rules say of a small firm at a moment, each flag with its sentence and its next step. */
async function saidOf(firm: SmallFirm, at: string): Promise<string[]> {
  const { firmId, told } = await imports.folder(filesOf(firm));
  expect(told).toEqual([]);
  return sayingsOf(await asOf(stallsOf(imports.dataSource), firmId, at));
}

const about = (said: readonly string[], rule: string): string[] => said.filter((one) => one.startsWith(rule));

describe('what a history says', () => {
  it('what happened with somebody who has left since is progress of the search', async () => {
    const said = await saidOf(
      {
        'searches.csv': ['A,2026-11-02T09:00:00+01:00'],
        'candidates.csv': ['c', 'd'],
        'candidacies.csv': ['A,c', 'A,d,rejected,2026-11-25T15:00:00+01:00'],
        'stage_moves.csv': [
          'A,c,engaged,2026-11-05T09:00:00+01:00',
          'A,d,presented,2026-11-23T09:00:00+01:00',
          'A,d,client_interview,2026-11-24T09:00:00+01:00',
        ],
        'activities.csv': ['A,d,interview,2026-11-24T14:00:00+01:00', 'A,d,client_feedback,2026-11-25T14:00:00+01:00'],
      },
      '2026-11-26T12:00:00+01:00',
    );

    expect(about(said, 'no_progress')).toEqual([]);
  });

  it.each([
    [
      'in the order of the process',
      ['sourcing,2026-11-03', 'engaged,2026-11-10', 'assessed,2026-11-10', 'presented,2026-11-10'],
    ],
    ['reversed', ['sourcing,2026-11-03', 'presented,2026-11-10', 'assessed,2026-11-10', 'engaged,2026-11-10']],
  ])('facts of one date stand in the order of the process, with rows %s', async (_, moves) => {
    const said = await saidOf(
      {
        'searches.csv': ['A,2026-11-02'],
        'candidates.csv': ['c'],
        'candidacies.csv': ['A,c'],
        'stage_moves.csv': moves.map((move) => `A,c,${move}`),
      },
      '2026-11-27T12:00:00+01:00',
    );

    expect([...about(said, 'stage_overdue'), ...about(said, 'client_silent')]).toEqual([
      'stage_overdue (stalled): In Presented since Tue 10 Nov (13 working days, budget 4). Ring the client for a yes or no to an interview.',
      'client_silent (stalled): No answer from the client since Tue 10 Nov (13 working days, limit 5). Ring the client today for a yes or no to an interview.',
    ]);
  });

  it.each([
    ['feedback last', ['interview', 'client_feedback']],
    ['feedback first', ['client_feedback', 'interview']],
  ])('feedback answers the interview of its date, with %s in the file', async (_, kinds) => {
    const said = await saidOf(
      {
        'searches.csv': ['A,2026-11-02'],
        'candidates.csv': ['c'],
        'candidacies.csv': ['A,c'],
        'stage_moves.csv': ['A,c,presented,2026-11-05'],
        'activities.csv': kinds.map((kind) => `A,c,${kind},2026-11-10`),
      },
      '2026-11-27T12:00:00+01:00',
    );

    expect(about(said, 'client_silent')).toEqual([]);
    expect(about(said, 'stage_overdue')).toEqual([
      'stage_overdue (stalled): In Presented since Thu 5 Nov (16 working days, budget 4). Agree the next step with the client now that they have answered, or end the candidacy.',
    ]);
  });

  it('after two interviews the next step asks for feedback, not for an interview', async () => {
    const said = await saidOf(
      {
        'searches.csv': ['A,2026-11-02T09:00:00+01:00'],
        'candidates.csv': ['c'],
        'candidacies.csv': ['A,c'],
        'stage_moves.csv': ['A,c,presented,2026-11-05T09:00:00+01:00'],
        'activities.csv': ['A,c,interview,2026-11-10T14:00:00+01:00', 'A,c,interview,2026-11-16T14:00:00+01:00'],
      },
      '2026-11-24T18:00:00+01:00',
    );

    expect(about(said, 'client_silent')).toEqual([
      'client_silent (stalled): No answer from the client since Mon 16 Nov (6 working days, limit 5). Ring the client today for feedback on the interview and fix the next date.',
    ]);
    expect(said.join('\n')).not.toMatch(/yes or no to an interview|who they will interview/);
  });

  it('a window closes on one date, in every sentence', async () => {
    const firm: SmallFirm = {
      'searches.csv': ['A,2026-10-20T09:00:00+02:00'],
      'candidates.csv': ['c'],
      'candidacies.csv': ['A,c'],
      'stage_moves.csv': ['A,c,finalist,2026-10-29T09:00:00+01:00'],
    };
    const said = [
      ...(await saidOf(firm, '2026-11-25T18:00:00+01:00')),
      ...(await saidOf(firm, '2026-11-26T18:00:00+01:00')),
    ];
    const dates = said.flatMap((one) =>
      [...one.matchAll(/close[sd] (?:on )?(?:\w{3} )?(\d+ Nov)/g)].map(([, on]) => on),
    );

    expect(about(said, 'pace')).toEqual([
      "pace (watch): First offer Thu 26 Nov at the earliest, too late: the last finalist's window closed on Thu 26 Nov. Agree fewer or earlier steps with the client, or a later target date.",
    ]);
    expect(dates).toEqual(['26 Nov', '26 Nov', '26 Nov', '26 Nov']);
  });

  it('a reopening starts every clock anew, and says so', async () => {
    const firm: SmallFirm = {
      'searches.csv': ['A,2026-05-11T09:00:00+02:00,2026-07-01,cancelled'],
      'reopenings.csv': ['A,2026-10-05T09:00:00+02:00'],
      'candidates.csv': ['d'],
      'candidacies.csv': ['A,d'],
      'stage_moves.csv': ['A,d,presented,2026-06-05T09:00:00+02:00'],
    };

    expect(await saidOf(firm, '2026-10-12T18:00:00+02:00')).toEqual([
      'client_silent (stalled): No answer from the client since the search was reopened on Mon 5 Oct (5 working days, limit 5). Ring the client today for a yes or no to an interview.',
      'no_progress (stalled): No movement since the search was reopened on Mon 5 Oct (5 working days, limit 5). Ring the client and agree who they will interview, and when.',
      'stage_overdue (watch): In Presented since the search was reopened on Mon 5 Oct (5 working days, budget 4). Ring the client for a yes or no to an interview.',
    ]);
  });

  it('after a reopening the next conversation opens a new window', async () => {
    const firm: SmallFirm = {
      'searches.csv': ['A,2026-05-11T09:00:00+02:00,2026-07-01,cancelled'],
      'reopenings.csv': ['A,2026-10-05T09:00:00+02:00'],
      'candidates.csv': ['d,2026-06-01'],
      'candidacies.csv': ['A,d'],
      'stage_moves.csv': ['A,d,engaged,2026-06-05T09:00:00+02:00'],
      'activities.csv': ['A,d,call,2026-10-07T09:00:00+02:00', 'A,d,call,2026-10-20T09:00:00+02:00'],
    };

    expect(about(await saidOf(firm, '2026-10-28T00:00:00+01:00'), 'window')).toEqual([
      expect.stringMatching(/^window_closing \(watch\): Window closes Wed 4 Nov \(day 21 of 28\), no offer yet\./),
    ]);
  });

  it('an offer is valid through the day it names, and the basis explains the deadline it stands beside', async () => {
    const { firmId } = await imports.folder(
      filesOf({
        'searches.csv': ['A,2026-11-02'],
        'candidates.csv': ['c'],
        'candidacies.csv': ['A,c'],
        'stage_moves.csv': ['A,c,offer,2026-11-24'],
        'offers.csv': ['o,A,c,2026-11-25T10:00:00+01:00,2026-11-27T23:59:59.999+01:00'],
      }),
    );
    const [search] = await asOf(stallsOf(imports.dataSource), firmId, '2026-11-28T09:00:00+01:00');
    const flag = search?.assessment.flags.find(({ rule }) => rule === 'offer_pending');

    expect(flag).toMatchObject({
      sentence: 'Offer expired on Fri 27 Nov without a decision',
      basis: { countedDays: ['2026-11-26', '2026-11-27'], workingDays: 2 },
    });
  });

  it('the day of a search is one, and days on hold are said where they are taken out', async () => {
    const { firmId } = await imports.folder(
      filesOf({
        'searches.csv': ['A,2026-10-12T09:00:00+02:00'],
        'holds.csv': ['A,2026-10-19,2026-11-02'],
        'candidates.csv': ['c'],
        'candidacies.csv': ['A,c'],
        'stage_moves.csv': ['A,c,sourcing,2026-10-13'],
      }),
    );
    const assessed = await asOf(stallsOf(imports.dataSource), firmId, '2026-11-25T12:00:00+01:00');

    expect(assessed[0]?.assessment.day).toBe(44);
    expect(about(sayingsOf(assessed), 'slate_late')).toEqual([
      expect.stringContaining('No candidates presented by day 44 of the search, 14 of them on hold (slate of three)'),
    ]);
  });

  it('while an offer is out, slate, pipeline and the budget of its stage rest', async () => {
    const firm = (decided: string): SmallFirm => ({
      'searches.csv': ['A,2026-10-12T09:00:00+02:00'],
      'candidates.csv': ['c'],
      'candidacies.csv': ['A,c'],
      'stage_moves.csv': ['A,c,presented,2026-10-26T09:00:00+01:00', 'A,c,offer,2026-11-17T09:00:00+01:00'],
      'offers.csv': [`o,A,c,2026-11-17T09:00:00+01:00,2026-12-02,${decided}`],
    });
    const rules = async (decided: string) =>
      (await saidOf(firm(decided), '2026-11-25T12:00:00+01:00')).map((one) => one.split(' ')[0]).sort();

    expect(await rules('')).toEqual(['decision_maker_silent', 'no_progress', 'offer_pending']);
    expect(await rules('2026-11-24T12:00:00+01:00,declined')).toEqual([
      'decision_maker_silent',
      'slate_late',
      'stage_overdue',
      'thin_pipeline',
    ]);
  });
});
