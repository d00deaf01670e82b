import { draftKey, forgetDrafts, keepDraft, readDraft } from './drafts';

class Tab {
  private readonly kept = new Map<string, string>();
  constructor(private readonly room = Infinity) {}
  get length(): number {
    return this.kept.size;
  }
  key = (i: number): string | null => [...this.kept.keys()][i] ?? null;
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  removeItem = (key: string): void => void this.kept.delete(key);
  setItem = (key: string, value: string): void => {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  };
}

const FORM = { text: '', day: null as string | null };

describe('a draft', () => {
  it('is read back as it was typed, by who typed it', () => {
    const tab = new Tab();
    keepDraft(tab, draftKey('u1', 'log s1'), { text: 'She has two other offers', day: null });

    expect(readDraft(tab, draftKey('u1', 'log s1'), FORM)).toEqual({ text: 'She has two other offers', day: null });
    expect(readDraft(tab, draftKey('u2', 'log s1'), FORM)).toBeNull();
    expect(readDraft(tab, draftKey('u1', 'log s2'), FORM)).toBeNull();
  });

  it('is gone once it was sent', () => {
    const tab = new Tab();
    keepDraft(tab, 'k', { text: 'x' });
    keepDraft(tab, 'k', null);

    expect(readDraft(tab, 'k', FORM)).toBeNull();
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no object', '"x"'],
    ['fields the form does not have', '{"was":1}'],
  ])('is none where %s is kept', (_, text) => {
    const tab = new Tab();
    if (text !== null) tab.setItem('k', text);

    expect(readDraft(tab, 'k', FORM)).toBeNull();
  });

  it('is lost quietly where there is no room', () => {
    const tab = new Tab(3);

    expect(() => keepDraft(tab, 'k', { text: 'long' })).not.toThrow();
    expect(readDraft(tab, 'k', FORM)).toBeNull();
  });

  it('is forgotten with all others at the end of a session; what else is kept stays', () => {
    const tab = new Tab();
    tab.setItem('searchlight-reloaded', 'yes');
    keepDraft(tab, draftKey('u1', 'a'), { text: 'a' });
    keepDraft(tab, draftKey('u1', 'b'), { text: 'b' });

    forgetDrafts(tab);

    expect([tab.length, tab.getItem('searchlight-reloaded')]).toEqual([1, 'yes']);
  });
});
