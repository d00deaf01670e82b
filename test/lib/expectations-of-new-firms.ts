import { type Expectation, MANAGERS, openToAll, readBy } from './expectation.js';

/** Of signing up and the first day. */
export const OF_NEW_FIRMS: Readonly<Record<string, readonly Expectation[]>> = {
  signUp_state: [openToAll({})],
  regions_regions: [openToAll({ query: { country: 'DE' } })],
  signUp_signUp: [openToAll({ body: {}, answers: 400 })],
  signUp_look: [openToAll({ body: { token: 'x' }, answers: 400 })],
  signUp_confirm: [openToAll({ body: { token: 'x' }, answers: 400 })],
  signUp_setUp: [openToAll({ body: {}, answers: 400 })],
  firstSteps_list: [readBy(MANAGERS)],
  firstSteps_putAway: [{ may: MANAGERS, body: { away: true }, answers: 200 }],
  sample_show: [{ may: MANAGERS, answers: 200 }],
  sample_takeAway: [{ may: MANAGERS, answers: 204 }],
};
