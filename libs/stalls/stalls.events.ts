/** Subject: the firm. Announced once by each transaction that began episodes: the flags raised at its moment. */
export const FLAGS_RAISED = 'stalls.flags_raised';

/** Subject: the flag. Nobody took it in hand in time, so it goes to the lead partner. Announced once per flag. */
export const FLAG_ESCALATED = 'stalls.flag_escalated';

/** What people did with a flag. Subject: the flag. */
export const FLAG_ACKNOWLEDGED = 'stalls.flag_acknowledged';
export const FLAG_REOPENED = 'stalls.flag_reopened';
export const FLAG_SNOOZED = 'stalls.flag_snoozed';
export const FLAG_WOKEN = 'stalls.flag_woken';
export const FLAG_ASSIGNED = 'stalls.flag_assigned';
