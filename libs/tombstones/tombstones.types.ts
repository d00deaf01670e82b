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

/** Why a partner keeps somebody again who was erased. */
export const OVERRIDE_REASONS = ['they_came_back', 'somebody_else', 'legal_duty'] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

export type TombstoneErrorCode = 'asked_to_be_forgotten';
