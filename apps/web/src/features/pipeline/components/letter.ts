/** What whoever was not chosen is told, to be copied into a mail; it names neither the client nor whoever was placed. */
export const letterOf = (name: string, searchTitle: string, sender: string): string =>
  [
    `Dear ${name},`,
    `Thank you for the time and the openness with which you took part in our search for a ${searchTitle}. The position has now been filled, so we close the search.`,
    'We would like to stay in touch: if something comes up that fits what you told us, may we call you?',
    `With kind regards\n${sender}`,
  ].join('\n\n');
