/** Subject: the flag. Announced once per episode. */
export const FLAG_RAISED = 'stalls.flag_raised';
