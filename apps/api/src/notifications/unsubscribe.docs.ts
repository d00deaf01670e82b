import type { Docs } from '../http/documented.js';

export const unsubscribeDocs = {
  look: {
    summary: 'Look at an unsubscribe link',
    description: 'Which kind of email it is about. Changes nothing, because email programs follow links by themselves.',
    refusals: ['unknown_unsubscribe_link'],
  },
  oneClick: {
    summary: 'Unsubscribe with one click',
    description: 'Posted by the email program to the address in List-Unsubscribe (RFC 8058), which has no prefix.',
    refusals: ['unknown_unsubscribe_link'],
  },
  choose: {
    summary: 'Unsubscribe or subscribe again',
    description: 'The button of the page, and its undo, for the one kind of email the link is about.',
    refusals: ['unknown_unsubscribe_link'],
  },
} satisfies Docs;
