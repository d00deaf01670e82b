/** Facts this room announces. Their subject is the search, whose clocks they may change. */
export const OFFER_EXTENDED = 'offers.offer_extended';
export const OFFER_DECIDED = 'offers.offer_decided';
