/** Facts this room announces. Their subject is the search, whose clocks they may change. */
export const OFFER_EXTENDED = 'offers.offer_extended';
export const OFFER_DECIDED = 'offers.offer_decided';
export const START_DATE_SET = 'offers.start_date_set';
export const ACCEPTANCE_TAKEN_BACK = 'offers.acceptance_taken_back';
export const CHECK_IN_DONE = 'offers.check_in_done';
export const CHECK_IN_UNDONE = 'offers.check_in_undone';
