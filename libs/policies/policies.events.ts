/** A limit of the firm, a role or a search changed; the subject is the layer. */
export const POLICY_CHANGED = 'policies.policy_changed';
