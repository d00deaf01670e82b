import { Button, Group, Kbd, Paper, Text } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import type { Today, TodayItem } from '../../../lib/answers';
import { notifyDone, notifyProblem, notifyUndo } from '../../../lib/notify';
import { count } from '../../../lib/words';
import { type Told, useChangeFlags } from '../api/change-flags';
import { changesOf, type FlagChangeOf, type TodayAct, undoOf } from './today-acts';
import type { Doing } from './today-dialog';
import { GROUPS, isAcknowledged, todayGroups, type TodayThing } from './today-groups';
import { TodayRow } from './today-row';
import classes from './today.module.css';

const loadDialog = () => import('./today-dialog');
/** It is there by the time somebody presses a key. */
const ready = (): void => void loadDialog();
const TodayDialog = lazy(() => loadDialog().then((module) => ({ default: module.TodayDialog })));

interface TodayListProps {
  items: readonly TodayItem[];
  counts: Today['counts'];
  zone: string;
  now: Date;
  /** something lies over the list and has the keys */
  covered: boolean;
}

/** The things to do, each of which can be done in its row: by mouse, by keys, or several at once. */
export function TodayList({ items, counts, zone, now, covered }: TodayListProps) {
  const groups = todayGroups(items);
  const things = groups.flatMap((group) => group.things);
  const list = useRef<HTMLDivElement>(null);
  const { chosen, select, selected, clear, doing, act, take, close, restore } = useActs(list, things, covered);
  const [asked, setAsked] = useState(false);
  if (doing !== null && !asked) setAsked(true);
  return (
    <div ref={list} onPointerEnter={ready} onFocus={ready}>
      {selected.length > 0 ? (
        <Selected things={selected} onAct={(what) => act(what, selected)} onClear={clear} />
      ) : null}
      {groups.map(({ name, things: of }) => (
        <section key={name} aria-labelledby={`today-${name}`} className={classes['group']}>
          <h2 id={`today-${name}`} className={classes['title']}>
            {GROUPS[name].title} <span className={classes['count']}>{counts[name]}</span>
            <span className={classes['about']}>{GROUPS[name].about}</span>
          </h2>
          <ol className={classes['list']}>
            {of.map((thing) => (
              <TodayRow
                key={thing.key}
                thing={thing}
                zone={zone}
                now={now}
                selected={chosen.has(thing.key)}
                onSelect={(on) => select(thing.key, on)}
                onAct={(what) => act(what, [thing])}
              />
            ))}
          </ol>
        </section>
      ))}
      <Keys />
      {asked ? (
        <Suspense fallback={null}>
          <TodayDialog doing={doing} zone={zone} onChange={take} onClose={close} onClosed={restore} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** What is being done with which rows, by keys or otherwise. */
function useActs(list: RefObject<HTMLDivElement | null>, things: readonly TodayThing[], covered: boolean) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<Doing | null>(null);
  const walk = useRows(list, things);
  const change = useChangeAll();
  const selected = things.filter(({ key }) => chosen.has(key));

  const select = (key: string, on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, key] : [...before].filter((one) => one !== key)));
  const clear = (): void => setChosen(new Set());
  const take = (of: readonly TodayThing[], given: FlagChangeOf): void => {
    walk.follow(of);
    setDoing(null);
    clear();
    change(of, given);
  };
  const act = (what: TodayAct, of: readonly TodayThing[]): void => {
    if (of.length === 0 || (what === 'log' && of.length > 1)) return;
    if (what === 'acknowledge' && of.every(isAcknowledged)) return;
    walk.follow(of);
    if (what === 'wake') take(of, { verb: 'wake' });
    else setDoing({ act: what, things: of });
  };
  const close = (): void => {
    if (doing) walk.follow(doing.things);
    setDoing(null);
  };
  const key = (what: TodayAct) => (): void => act(what, selected.length > 0 ? selected : walk.current());
  const asleep = things.some(({ first }) => first.snoozedUntil);
  useKeys(covered || doing !== null, [
    ['j', () => walk.step(1)],
    ['k', () => walk.step(-1)],
    ['l', key('log')],
    ['e', key('acknowledge')],
    ['h', key(asleep ? 'wake' : 'snooze')],
    ['a', key('assign')],
    ['x', () => walk.current().forEach((thing) => select(thing.key, !chosen.has(thing.key)))],
  ]);
  return { chosen, select, selected, clear, doing, act, take, close, restore: walk.restore };
}

const ITS_OWN_KEYS = 'input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="menu"]';

/** Single letters, but not while somebody types, nor under a menu or a dialog. */
function useKeys(off: boolean, keys: readonly [string, () => void][]): void {
  const guarded = keys.map(([key, run]): HotkeyItem => {
    const heed = ({ target }: KeyboardEvent): void => {
      if (!(target instanceof Element && target.closest(ITS_OWN_KEYS))) run();
    };
    return [key, heed, { preventDefault: false }];
  });
  useHotkeys(off ? [] : guarded, []);
}

/** The row with the focus, and the way from one to the next; a row that went leaves its place to the one behind it. */
function useRows(list: RefObject<HTMLDivElement | null>, things: readonly TodayThing[]) {
  const at = useRef(-1);
  const follows = useRef(false);
  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-thing]') ?? [])];
  const focus = (index: number): void => {
    const all = rows();
    const row = all[Math.max(0, Math.min(index, all.length - 1))];
    row?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  };
  const inFocus = (): number => {
    const index = rows().findIndex((row) => row.contains(document.activeElement));
    if (index >= 0) at.current = index;
    return index;
  };
  useEffect(() => {
    const goElsewhere = (): void => {
      follows.current = false;
    };
    document.addEventListener('pointerdown', goElsewhere);
    return () => document.removeEventListener('pointerdown', goElsewhere);
  }, []);
  /** The row that had the focus is gone, or the dialog that had it. */
  const restore = (): void => {
    if (follows.current && document.activeElement === document.body) focus(at.current);
  };
  useEffect(restore);
  return {
    step: (by: number): void => focus(inFocus() < 0 && at.current < 0 ? 0 : at.current + by),
    current: (): TodayThing[] => {
      const index = inFocus() < 0 ? at.current : inFocus();
      const thing = things[index < 0 ? 0 : index];
      at.current = Math.max(0, index);
      return thing ? [thing] : [];
    },
    follow: (of: readonly TodayThing[]): void => {
      if (inFocus() < 0) {
        at.current = Math.max(
          0,
          things.findIndex(({ key }) => key === of[0]?.key),
        );
      }
      follows.current = true;
    },
    restore,
  };
}

const DONE: Record<FlagChangeOf['verb'], string> = {
  acknowledge: 'acknowledged',
  take_back: 'no longer acknowledged',
  snooze: 'snoozed',
  wake: 'no longer snoozed',
  assign: 'assigned',
};

/** Changes every flag of some rows and offers the way back for those that were changed. */
function useChangeAll() {
  const change = useChangeFlags();
  const onError = (error: unknown): void => notifyProblem(error);
  const tell = ({ refused: [first, ...more] }: Told): void => {
    if (first) notifyProblem(first, `${count(1 + more.length, 'flag')} not changed`);
  };
  return (things: readonly TodayThing[], given: FlagChangeOf): void => {
    const flags = things.flatMap((thing) => thing.flags);
    change.mutate(changesOf(flags, given), {
      onError,
      onSuccess: (told) => {
        tell(told);
        if (told.done.length === 0) return;
        const back = undoOf(flags, given).filter(({ flagId }) => told.done.includes(flagId));
        const said = `${count(told.done.length, 'flag')} ${DONE[given.verb]}.`;
        if (back.length === 0) notifyDone(said);
        else notifyUndo(said, () => change.mutate(back, { onError, onSuccess: tell }));
      },
    });
  };
}

interface SelectedProps {
  things: readonly TodayThing[];
  onAct: (act: TodayAct) => void;
  onClear: () => void;
}

/** What is selected, and what to do with all of it. */
function Selected({ things, onAct, onClear }: SelectedProps) {
  const flags = things.reduce((sum, thing) => sum + thing.flags.length, 0);
  const asleep = things.some(({ first }) => first.snoozedUntil);
  return (
    <Paper withBorder p="xs" mb="sm" className={classes['bar'] ?? ''} role="region" aria-label="Selected rows">
      <Group gap="xs">
        <Text size="sm" fw={600} mr="auto">
          {count(things.length, 'row')} selected · {count(flags, 'flag')}
        </Text>
        <Button size="xs" onClick={() => onAct('acknowledge')}>
          Acknowledge
        </Button>
        <Button size="xs" variant="default" onClick={() => onAct(asleep ? 'wake' : 'snooze')}>
          {asleep ? 'End snooze' : 'Snooze'}
        </Button>
        <Button size="xs" variant="default" onClick={() => onAct('assign')}>
          Assign
        </Button>
        <Button size="xs" variant="subtle" onClick={onClear}>
          Clear
        </Button>
      </Group>
    </Paper>
  );
}

function Keys() {
  return (
    <Text size="xs" c="dimmed" mt="sm" visibleFrom="sm">
      <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> next, previous · <Kbd size="xs">L</Kbd> log · <Kbd size="xs">E</Kbd>{' '}
      acknowledge · <Kbd size="xs">H</Kbd> snooze · <Kbd size="xs">A</Kbd> assign · <Kbd size="xs">X</Kbd> select
    </Text>
  );
}
