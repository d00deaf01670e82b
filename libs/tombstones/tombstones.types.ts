/** What somebody is recognised by. Their name counts together with where they work. */
export interface Marks {
  email?: string | null;
  phone?: string | null;
  profileUrl?: string | null;
  name?: string | null;
  employer?: string | null;
  candidateRef?: string | null;
  contactRef?: string | null;
}

/** What a record is to say, and what it says already: of that nobody is refused. */
export interface Kept {
  marks: Marks;
  before?: Marks;
  despite?: OverrideReason;
}

/** Why a partner keeps somebody again who was erased, or somebody else who looks like them. */
export const OVERRIDE_REASONS = ['they_came_back', 'somebody_else', 'legal_duty'] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

export type TombstoneErrorCode = 'asked_to_be_forgotten';
