/** A client was added; the subject is the client. */
export const CLIENT_ADDED = 'clients.client_added';
