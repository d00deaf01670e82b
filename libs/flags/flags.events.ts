/** What people did with a flag. Subject: the flag. */
export const FLAG_ACKNOWLEDGED = 'flags.flag_acknowledged';
export const FLAG_REOPENED = 'flags.flag_reopened';
export const FLAG_SNOOZED = 'flags.flag_snoozed';
export const FLAG_ASSIGNED = 'flags.flag_assigned';
