/** Facts this room announces. Their subject is the search, whose clocks they may change. */
export const OFFER_EXTENDED = 'offers.offer_extended';
export const OFFER_DECIDED = 'offers.offer_decided';
export const START_DATE_SET = 'offers.start_date_set';
export const ACCEPTANCE_TAKEN_BACK = 'offers.acceptance_taken_back';
