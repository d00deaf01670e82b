import type { Board, Card, PlacedCard, Stage } from '../../../lib/answers';
import { finds } from '../../../lib/found';
import { byUrgency } from '../../../lib/market-window';

export interface BoardColumn {
  stage: Stage;
  cards: Card[];
  /** who was placed */
  placed: PlacedCard[];
  /** nobody stands there, whatever is looked for */
  vacant: boolean;
}

export interface CardFilter {
  text: string;
  flagged: boolean;
}

export const inOrder = (stages: readonly Stage[]): Stage[] => [...stages].sort((a, b) => a.position - b.position);

export function columnsOf({ stages, cards, placed }: Board, filter: CardFilter): BoardColumn[] {
  const wanted = cards.filter((card) => matches(card, filter));
  return inOrder(stages).map((stage) => ({
    stage,
    cards: wanted.filter(({ stageId }) => stageId === stage.id).sort(byUrgency),
    placed: placed.filter(({ stageId }) => stageId === stage.id),
    vacant: ![...cards, ...placed].some(({ stageId }) => stageId === stage.id),
  }));
}

function matches({ candidate, flags }: Card, { text, flagged }: CardFilter): boolean {
  if (flagged && flags.length === 0) return false;
  if (text.trim() === '') return true;
  return finds([candidate.name, candidate.title, candidate.employer].join('\n'), text);
}

/** What a stage takes: a plain move where the server allows one, an offer where it allows that, else nothing. */
export function reception(card: Card, stage: Stage): 'move' | 'offer' | null {
  if (card.allowed.moveTo.includes(stage.id)) return 'move';
  return stage.kind === 'offer' && card.allowed.offer && card.stageId !== stage.id ? 'offer' : null;
}

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';
const SIDEWAYS: Partial<Record<Direction, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The card an arrow key leads to; empty columns are stepped over, at an edge one stays. */
export function neighbour(columns: readonly BoardColumn[], cardId: string, key: Direction): string | null {
  const at = columns.findIndex(({ cards }) => cards.some(({ id }) => id === cardId));
  const column = columns[at];
  if (!column) return columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null;
  const row = column.cards.findIndex(({ id }) => id === cardId);
  const step = SIDEWAYS[key];
  if (step === undefined) return column.cards[row + (key === 'ArrowDown' ? 1 : -1)]?.id ?? null;
  for (let next = at + step; next >= 0 && next < columns.length; next += step) {
    const cards = columns[next]?.cards ?? [];
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)]?.id ?? null;
  }
  return null;
}

const isArrow = (key: string): key is Direction =>
  key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
const LETTERS: Record<string, Direction> = { j: 'ArrowDown', k: 'ArrowUp' };

export const directionOf = (key: string): Direction | undefined => (isArrow(key) ? key : LETTERS[key]);

export interface Step {
  card: Card;
  /** where it stands, in words */
  where: string;
}

/** From a card to the one an arrow key leads to. */
export const stepsOn =
  (columns: readonly BoardColumn[]) =>
  (cardId: string, direction: Direction): Step | null =>
    placeOf(columns, neighbour(columns, cardId, direction));

function placeOf(columns: readonly BoardColumn[], cardId: string | null): Step | null {
  for (const { stage, cards } of columns) {
    const at = cards.findIndex(({ id }) => id === cardId);
    const card = cards[at];
    if (card) return { card, where: `${stage.label}, ${at + 1} of ${cards.length}` };
  }
  return null;
}

export const cardElementId = (cardId: string): string => `card-${cardId}`;
