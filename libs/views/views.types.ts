/** The lists of which views are saved. */
export const LISTS = ['candidates', 'searches', 'clients'] as const;
export type ListName = (typeof LISTS)[number];

/** What a view is made of. */
export interface ViewFields {
  name: string;
  /** what the address says, one word each: `sort=-added` */
  asked: string[];
  /** everybody in the firm sees it */
  shared: boolean;
}

export interface View extends ViewFields {
  id: string;
  list: ListName;
  by: { id: string; name: string };
  version: number;
  allowed: { change: boolean };
}

export type StoredView = Omit<View, 'allowed'>;

export type SaveView = ViewFields & { list: ListName };

/** What is absent stays as it is. */
export type ChangeView = Partial<ViewFields> & { version: number };

export type ViewsErrorCode =
  'view_not_found' | 'view_name_taken' | 'view_words_refused' | 'too_many_views' | 'stale_version';
