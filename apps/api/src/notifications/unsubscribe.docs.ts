import type { Docs } from '../http/documented.js';

export const unsubscribeDocs = {
  look: {
    summary: 'Look at an unsubscribe link',
    description: 'Which kind of mail it is about. Changes nothing, because mail programs follow links by themselves.',
    refusals: ['unknown_unsubscribe_link'],
  },
  oneClick: {
    summary: 'Unsubscribe with one click',
    description: 'Posted by the mail program to the address in List-Unsubscribe (RFC 8058), which has no prefix.',
    refusals: ['unknown_unsubscribe_link'],
  },
  choose: {
    summary: 'Unsubscribe or subscribe again',
    description: 'The button of the page, and its undo, for the one kind of mail the link is about.',
    refusals: ['unknown_unsubscribe_link'],
  },
} satisfies Docs;
