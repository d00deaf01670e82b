import type { Board, Card, Stage } from '../../../lib/answers';
import { columnsOf, directionOf, neighbour, reception, stepsOn } from './columns';

const NO_FILTER = { text: '', flagged: false };

const stage = (key: string, position: number, kind: Stage['kind']): Stage => ({
  id: key,
  key,
  label: key,
  kind,
  position,
  budgetWorkingDays: null,
  archived: false,
});
const card = (id: string, stageId: string, change: Partial<Card> = {}): Card => ({
  id,
  version: 1,
  stageId,
  stageSince: `2026-11-0${id}T00:00:00Z`,
  daysInStage: 1,
  candidate: { id, name: `Person ${id}`, title: 'VP AI', employer: 'Example Labs' },
  window: null,
  flags: [],
  allowed: { moveTo: [], outcomes: [], offer: false },
  ...change,
});
const stages = [
  stage('offer', 4, 'offer'),
  stage('sourcing', 1, 'sourcing'),
  stage('engaged', 2, 'engaged'),
  stage('finalist', 3, 'finalist'),
];
const board = (cards: Card[]): Board => ({
  ...{ stages, cards, placed: [], endedCount: 0 },
  search: {} as Board['search'],
});

describe('the columns of a board', () => {
  it('stand in the order of the stages, each with its own cards', () => {
    const columns = columnsOf(board([card('1', 'engaged'), card('2', 'sourcing')]), NO_FILTER);

    expect(columns.map(({ stage: { key }, cards }) => [key, cards.length])).toEqual([
      ['sourcing', 1],
      ['engaged', 1],
      ['finalist', 0],
      ['offer', 0],
    ]);
  });

  it('show only whom the filter names', () => {
    const columns = columnsOf(board([card('1', 'engaged'), card('2', 'engaged')]), {
      text: 'labs PERSON 2',
      flagged: false,
    });

    expect(columns.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual(['2']);
  });

  it.each(['mueller', 'ml', 'ADA', "o'neill", 'muller ada'])('find people as every other box does: %s', (text) => {
    const ada = { id: '1', name: 'Ada Müller', title: 'Head of AI/ML', employer: 'ONeill' };
    const cards = [card('1', 'engaged', { candidate: ada }), card('2', 'engaged')];

    const columns = columnsOf(board(cards), { text, flagged: false });

    expect(columns.flatMap((column) => column.cards.map(({ id }) => id))).toEqual(['1']);
  });

  it('are walked through with the arrows, over empty ones, and not out of the board', () => {
    const columns = columnsOf(board([card('1', 'sourcing'), card('2', 'sourcing'), card('3', 'offer')]), NO_FILTER);

    expect(neighbour(columns, '1', 'ArrowDown')).toBe('2');
    expect(neighbour(columns, '2', 'ArrowDown')).toBeNull();
    expect(neighbour(columns, '2', 'ArrowRight')).toBe('3');
    expect(stepsOn(columns)('1', 'ArrowDown')).toMatchObject({
      card: { id: '2' },
      where: expect.stringMatching(/, 2 of 2$/),
    });
    expect(stepsOn(columns)('2', 'ArrowDown')).toBeNull();
    expect(['j', 'k', 'ArrowLeft', 'x'].map(directionOf)).toEqual(['ArrowDown', 'ArrowUp', 'ArrowLeft', undefined]);
    expect(neighbour(columns, '3', 'ArrowRight')).toBeNull();
    expect(neighbour(columns, '3', 'ArrowLeft')).toBe('1');
  });

  it('take a card where the server allows it, and ask for an offer at the offer stage', () => {
    const held = card('1', 'engaged', { allowed: { moveTo: ['finalist'], outcomes: [], offer: true } });
    const taken = Object.fromEntries(stages.map((one) => [one.key, reception(held, one)]));

    expect(taken).toEqual({ sourcing: null, engaged: null, finalist: 'move', offer: 'offer' });
  });
});
