/** A client was added; the subject is the client. */
export const CLIENT_ADDED = 'clients.client_added';
/** The client itself was put right; the subject is the client. */
export const CLIENT_CHANGED = 'clients.client_changed';
/** Somebody on its side is known; the subject is the contact. */
export const CONTACT_ADDED = 'clients.contact_added';
/** Somebody on its side was put right; the subject is the contact. */
export const CONTACT_CHANGED = 'clients.contact_changed';
