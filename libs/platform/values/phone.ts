import { Wrong } from './wrong.js';

const LONGEST = 50;
const FEWEST_DIGITS = 4;
const MOST_DIGITS = 20;
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const NUMBER = String.raw`[ (]*\+?[ (]*\d[\d ()./-]*\d\)?`;
const EXTENSION = String.raw`(?:[ ,;]*(?:ext\.?|extn\.?|extension|x|dw\.?|durchwahl|poste|int\.?|#)[ :.=]*\d{1,8})`;
const PHONE = new RegExp(`^${NUMBER}${EXTENSION}?$`, 'i');
const WITH_EXTENSION = new RegExp(`${EXTENSION}$`, 'i');

/**
 * A phone number as people write them: E.123 with brackets, dots, slashes or hyphens, with an extension. Kept as it was
 * written, with plain digits, spaces and hyphens.
 */
export function phoneOf(text: string): string | Wrong {
  const phone = text.replace(UNSEEN, '').normalize('NFKC').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
  return phone.length <= LONGEST && PHONE.test(phone) && isCounted(phone)
    ? phone
    : new Wrong('must be a phone number, such as +49 30 901820');
}

function isCounted(phone: string): boolean {
  const digits = phone.replace(WITH_EXTENSION, '').replace(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
}
