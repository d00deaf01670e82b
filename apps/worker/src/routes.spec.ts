import fs from 'node:fs';
import path from 'node:path';
import { ROUTES } from './routes.js';

const LIBS = path.resolve(import.meta.dirname, '../../../libs');

/** Of each announced fact: who was told of what it changes and hears of it now, or why nobody does. */
type Decision = { readonly hears: string } | { readonly nobody: string };

const hears = (words: string): Decision => ({ hears: words });
const nobody = (words: string): Decision => ({ nobody: words });

const READ_NOT_TOLD = 'is read where it stands, and was in no mail';
const STANDS_NO_MORE = 'what was told of it is shown as over, and what waits in a mail is dropped as it leaves';
const BY_SWEEP = 'a flag that it ends or begins is told by the sweep that it wakes';

const DECISIONS: Readonly<Record<string, Decision>> = {
  'calendars.absence_added': nobody('whoever stands in is told what falls due from then on; what was told stays true'),
  'calendars.absence_changed': nobody('the same'),
  'calendars.absence_removed': nobody('the same'),
  'calendars.office_calendar_changed': hears('mails put off for days off are decided on anew'),
  'calendars.client_calendar_changed': nobody('changes when a flag is due, and no flag that was told'),
  'views.view_saved': nobody(READ_NOT_TOLD),
  'views.view_changed': nobody(READ_NOT_TOLD),
  'views.view_removed': nobody(READ_NOT_TOLD),
  'role_templates.template_added': nobody(READ_NOT_TOLD),
  'role_templates.template_changed': nobody(READ_NOT_TOLD),
  'activities.activity_logged': nobody(BY_SWEEP),
  'activities.activity_corrected': nobody(READ_NOT_TOLD),
  'activities.activity_withdrawn': nobody(BY_SWEEP),
  'activities.colleague_mentioned': hears('who is mentioned'),
  'activities.task_added': hears('whose it is, when it is due'),
  'activities.task_changed': hears('whose it is now, at its new moment; ' + STANDS_NO_MORE),
  'activities.task_done': nobody(STANDS_NO_MORE),
  'activities.task_undone': nobody('it was told when it fell due, and the same moment is told once'),
  'candidates.candidate_added': nobody(READ_NOT_TOLD),
  'candidates.candidate_changed': nobody(BY_SWEEP),
  'candidates.article14_changed': nobody(STANDS_NO_MORE),
  'clients.client_added': nobody(READ_NOT_TOLD),
  'clients.client_changed': nobody(READ_NOT_TOLD),
  'clients.contact_added': nobody(READ_NOT_TOLD),
  'clients.contact_changed': nobody('whom the client is asked through is looked up when the mail leaves'),
  'compliance.person_erased': hears('whoever has an interview of that person in a calendar, without a name'),
  'compliance.person_exported': nobody('is for whoever asked'),
  'sheets.list_exported': nobody('is for whoever asked'),
  'flags.flag_acknowledged': nobody(STANDS_NO_MORE),
  'flags.flag_reopened': nobody('it was told when it was raised'),
  'flags.flag_snoozed': nobody(STANDS_NO_MORE),
  'flags.flag_assigned': hears('whom it is assigned to; of whom it was ' + STANDS_NO_MORE),
  'imports.import_started': hears('a worker; people see it on its page'),
  'imports.import_finished': hears('what it brought is swept, and told from there'),
  'interviews.interview_set': hears('the lead and who set it, the day before'),
  'interviews.interview_changed': hears('whoever has the earlier one in a calendar'),
  'interviews.interview_cancelled': hears('whoever has it in a calendar'),
  'interviews.interview_restored': hears('whoever has it in a calendar'),
  'invitations.invitation_asked': hears('who is invited'),
  'deliveries.resent': hears('whom the mail is for'),
  'deliveries.resolved': nobody('was decided by whoever looks at the mail log'),
  'deliveries.mail_held_back': nobody('the mail log shows it at each mail; a mail about it could not arrive'),
  'deliveries.mail_allowed_again': nobody('was decided by whoever looks at the mail log'),
  'deliveries.held_after_restore': nobody('whoever restores is told by the command'),
  'offers.offer_extended': hears('the lead, when it is about to expire'),
  'offers.offer_decided': hears('whoever has an interview of that person in a calendar; ' + STANDS_NO_MORE),
  'offers.start_date_set': nobody('check-ins are told on their new dates, and ' + STANDS_NO_MORE),
  'offers.acceptance_taken_back': hears('whoever has an interview of that person in a calendar'),
  'offers.check_in_done': nobody(STANDS_NO_MORE),
  'offers.check_in_undone': nobody('it was told on its day'),
  'pipeline.candidacy_added': nobody(BY_SWEEP),
  'pipeline.candidacy_moved': nobody(BY_SWEEP),
  'pipeline.move_corrected': nobody(BY_SWEEP),
  'pipeline.candidacy_ended': hears('whoever has an interview of that person in a calendar'),
  'pipeline.candidacy_reactivated': hears('whoever has an interview of that person in a calendar'),
  'policies.policy_changed': nobody(BY_SWEEP),
  'searches.search_opened': nobody(BY_SWEEP),
  'searches.search_changed': nobody(BY_SWEEP),
  'searches.search_handed_over': hears('the new lead, of what is due'),
  'searches.search_held': nobody(BY_SWEEP),
  'searches.search_resumed': nobody(BY_SWEEP),
  'searches.search_closed': hears('whoever has an interview of that search in a calendar'),
  'searches.search_reopened': hears('whoever has an interview of that search in a calendar'),
  'searches.glass_broken': nobody('everybody on the team gets a task in the same commit'),
  'stages.stages_changed': nobody(BY_SWEEP),
  'stalls.flags_raised': hears('the lead'),
  'stalls.flag_escalated': hears('the partners of the search'),
  'stalls.flag_woken': hears('whose it is'),
  'tombstones.tombstone_lifted': nobody(READ_NOT_TOLD),
  'tombstones.tombstone_passed': nobody(READ_NOT_TOLD),
};

async function announced(): Promise<string[]> {
  const files = fs
    .readdirSync(LIBS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.events.ts'));
  const facts = await Promise.all(files.map((file) => import(path.join(LIBS, file))));
  return facts.flatMap((events: Record<string, string>) => Object.values(events));
}

describe('whoever was told', () => {
  it('hears of the change, or it is said why nobody does, for every fact that rooms announce', async () => {
    expect(Object.keys(DECISIONS).sort()).toEqual((await announced()).sort());
  });

  it('hears of it by a job that the fact wakes', () => {
    const heard = Object.entries(DECISIONS).flatMap(([fact, decision]) => ('hears' in decision ? [fact] : []));

    expect(heard.filter((fact) => (ROUTES[fact] ?? []).length === 0)).toEqual([]);
  });

  it('is asked about by no route of a fact that nobody announces', async () => {
    const facts = new Set(await announced());

    expect(Object.keys(ROUTES).filter((fact) => !facts.has(fact))).toEqual([]);
  });
});
