// @ts-check
// What a room may do with a table of another one, each with its reason. Shorter is better: `npm run rules` names what is
// not needed any more.

/** Read by key for the names beside ids, by views and by rooms above their owner. A view for each would say `select *`. */
export const SPINE = ['firm', 'office', 'firm_user', 'client', 'contact', 'candidate', 'search', 'candidacy', 'stage'];

/** A room whose facts change a clock says so in a row that is cheap to write, in the statement that writes the fact. */
const LOOK_AGAIN = { writes: ['search_check'], why: 'has a search looked at again' };

/** @type {{ room: string, reads?: string[] | '*', writes?: string[] | '*', why: string }[]} */
export const NAMED = [
  { room: 'merges', reads: '*', writes: '*', why: "a firm's history comes in by COPY and set-based merges" },
  {
    room: 'imports',
    reads: ['stored_file'],
    writes: ['firm', 'stored_file'],
    why: 'makes the firm that a folder is for, and lets go of what was uploaded and is not needed',
  },
  {
    room: 'sample',
    writes: ['firm', 'firm_user'],
    why: 'makes the firm that sample data is in, lets people look at it, and removes it whole',
  },
  { room: 'retention', reads: '*', why: 'deletes what is over, in every table that has an end' },
  { room: 'compliance', reads: ['import_run'], why: 'erases and hands out what is held in every table' },
  { room: 'platform', reads: ['candidacy', 'search', 'firm_user', 'client'], why: 'the words that erasures ask for' },
  { room: 'platform', reads: ['office'], why: 'compares what Node and Postgres know of the zones in use' },

  { room: 'identity', reads: ['search_member'], why: 'who may see a search is said once, below all who ask' },
  { room: 'limits', reads: ['stall_policy'], why: 'reads the layers that policies edits, below all who ask' },
  {
    room: 'clocks',
    reads: ['stage_move', 'activity', 'search_episode', 'search_hold'],
    why: 'is derived from them',
  },
  { room: 'metrics', reads: ['stage_move', 'search_episode', 'search_hold'], why: 'counts over whole histories' },
  { room: 'figures', reads: ['stage_move', 'search_episode'], why: 'counts stays in stages over whole histories' },
  {
    room: 'desks',
    reads: ['stage_move', 'activity', 'search_episode'],
    why: 'tells whose turn it was over the whole history of a search',
  },
  {
    room: 'stalls',
    reads: ['stage_move', 'search_episode', 'search_hold', 'holiday', 'client_holiday'],
    why: 'a sweep reads the facts of a thousand searches in one statement each',
  },
  {
    room: 'flags',
    reads: ['stall_flag', 'stage_move', 'activity', 'interview', 'search_episode'],
    why: 'shows the flag that stalls keeps with the fact it ran from',
  },
  {
    room: 'today',
    reads: ['stall_flag', 'flag_action', 'absence'],
    why: 'puts the flags of a person in the order of their day, with who has them in hand',
  },
  {
    room: 'reminders',
    reads: ['stall_flag', 'task', 'interview', 'calendar_copy', 'check_in', 'holiday', 'activity', 'mention'],
    why: 'tells of all of them: a reminder names its subject',
  },
  {
    room: 'reminders',
    reads: ['reminder_preference'],
    why: 'plans thousands by what each person chose, in one statement',
  },
  {
    room: 'notifications',
    reads: ['stall_flag', 'flag_action', 'stall_policy', 'reminder', 'activity'],
    why: 'a kind of reminder names its source, and what of it was planned',
  },
  {
    room: 'notifications',
    reads: ['holiday', 'absence'],
    why: 'what decides when to mail somebody is read in one statement',
  },
  {
    room: 'notifications',
    writes: ['reminder', 'delivery'],
    why: 'what waits heeds a choice in the commit that makes it',
  },
  { room: 'reminders', reads: ['search_check'], why: 'plans nothing while a sweep works off a backlog' },
  {
    room: 'tasks',
    reads: ['search', 'candidate', 'contact'],
    why: 'names what a task is about, in the statement that lists',
  },
  {
    room: 'activities',
    reads: ['search', 'candidate', 'contact'],
    why: 'names whom a talk was with and what about, in the statement that lists',
  },
  {
    room: 'calendars',
    reads: ['client', 'search'],
    why: 'keeps the days of a client, and has its searches looked at again',
  },
  {
    room: 'timeline',
    reads: ['activity', 'activity_version', 'stage_move', 'interview', 'search_episode', 'search_hold', 'search'],
    why: 'tells all of them in the order of time, in one view',
  },
  { room: 'placements', reads: ['search'], why: 'who may see a check-in is who may see its search' },
  {
    room: 'identity',
    reads: ['holiday'],
    writes: ['holiday'],
    why: 'a new office begins with the holidays of its country',
  },
  { room: 'first-steps', reads: ['holiday', 'import_run'], why: 'says what of a new firm is there already' },
  { room: 'users', reads: ['invitation'], why: 'lists who was asked to join beside who has' },

  { room: 'clocks', writes: ['candidacy', 'search'], why: 'triggers that keep the columns equal to the clocks' },
  { room: 'clocks', ...LOOK_AGAIN },
  { room: 'calendars', ...LOOK_AGAIN },
  { room: 'flags', ...LOOK_AGAIN },
  { room: 'policies', ...LOOK_AGAIN },
  { room: 'searches', ...LOOK_AGAIN },
  { room: 'flags', writes: ['stall_flag'], why: 'people take in hand what stalls raises: the same row, in its lock' },
  {
    room: 'stalls',
    writes: ['flag_action', 'outbox'],
    why: 'wakes and escalates thousands in one statement, with their action and their fact',
  },
  { room: 'reminders', writes: ['stall_flag'], why: 'who was told last, so that the untold are found by an index' },
  { room: 'reminders', reads: ['delivery'], writes: ['delivery'], why: 'makes the mails that deliveries sends' },
  {
    room: 'mail-log',
    reads: ['delivery', 'delivery_attempt', 'reminder'],
    writes: ['delivery', 'reminder'],
    why: 'tells and settles what became of the mails that deliveries sends, which calls it when a server refuses an address',
  },
  {
    room: 'deliveries',
    reads: ['mail_suppression'],
    why: 'a claim asks in its own statement whether mails are held back',
  },
  { room: 'calendars', writes: ['office', 'client'], why: 'the version of a calendar stands on what it belongs to' },
  {
    room: 'audit',
    writes: ['idempotency_key'],
    why: 'the entry commits the claim of a repeated request with its effect',
  },
  {
    room: 'hand-over',
    reads: ['search_member', 'stall_flag'],
    writes: ['search', 'search_member', 'search_check', 'stall_flag', 'flag_action'],
    why: 'all that a leaver has in hand changes hands in one transaction, what nobody may see too',
  },
  { room: 'users', writes: ['firm_user'], why: 'makes and lets go the people whom identity recognises' },
];
