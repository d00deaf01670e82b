/** Subject: the firm. Announced once by each transaction that began episodes: the flags raised at its moment. */
export const FLAGS_RAISED = 'stalls.flags_raised';

/** Subject: the flag. Nobody took it in hand in time, so it goes to the lead partner. Announced once per flag. */
export const FLAG_ESCALATED = 'stalls.flag_escalated';

/** Subject: the flag. A snooze is over, or somebody ended it. */
export const FLAG_WOKEN = 'stalls.flag_woken';
