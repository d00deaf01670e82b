// The names are stored, in the audit too, which is never rewritten: so they keep the room they had.

/** An uncertain mail goes out once more; the subject is the new delivery. */
export const DELIVERY_RESENT = 'deliveries.resent';
/** Somebody knows that an uncertain mail arrived; the subject is the delivery. */
export const DELIVERY_RESOLVED = 'deliveries.resolved';
/** Mails to an address are held back, or no longer; the subject is the person. */
export const MAIL_HELD_BACK = 'deliveries.mail_held_back';
export const MAIL_ALLOWED_AGAIN = 'deliveries.mail_allowed_again';
/** After a restore, what may have been sent since the backup is not sent; the subject is the firm. */
export const DELIVERIES_HELD = 'deliveries.held_after_restore';
