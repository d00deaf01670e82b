/** What the screens call the fields of requests, where that is not the name of the field in words. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['asked', 'Filters'],
  ['assigneeId', 'Assigned to'],
  ['budgetWorkingDays', 'Budget'],
  ['by', 'Who decided'],
  ['candidacyId', 'Candidate'],
  ['code', 'Reference letters'],
  ['confirm', 'Their name'],
  ['contactId', 'With whom at the client'],
  ['criteria', 'Brief'],
  ['criteria.text', 'Criterion'],
  ['decidedAt', 'Decided on'],
  ['deputyUserId', 'Who stands in'],
  ['dueAt', 'Due'],
  ['endsAt', 'End'],
  ['equityValue', 'Equity, whole grant'],
  ['expiresAt', 'Valid until'],
  ['extendedAt', 'Extended on'],
  ['family', 'Function'],
  ['firmName', 'Firm'],
  ['firstDay', 'First day away'],
  ['ids', 'People'],
  ['inMarketSince', 'In the market since'],
  ['kind', 'Kind'],
  ['label', 'Name'],
  ['lastDay', 'Last day away'],
  ['laterStageId', 'Stage'],
  ['layer', 'Execution layer'],
  ['leadUserId', 'Lead'],
  ['mustHave', 'Must have'],
  ['outcome', 'What happened'],
  ['place', 'Where'],
  ['profileUrl', 'Profile link'],
  ['q', 'Search'],
  ['quietTo', 'Quiet until'],
  ['redirectTo', 'Page'],
  ['rememberMe', 'Keep me signed in'],
  ['roleKey', 'Role'],
  ['shared', 'Share it with everybody in the firm'],
  ['signOn', 'Sign-on'],
  ['signals', 'Background'],
  ['startDate', 'First day'],
  ['startsAt', 'Start'],
  ['successorId', 'Who takes over'],
  ['teamUserIds', 'Team'],
  ['text', 'What was said'],
  ['toStageId', 'Stage'],
  ['userId', 'Colleague'],
  ['vestingMonths', 'Vesting, months'],
  ['withWhom', 'With whom'],
  ['workingDaysOnly', 'Emails on working days only'],
]);

/** The name of a field, or of what holds the entry of a list, as the screen has it: `criteria.0.text` is "Criterion". */
export function fieldName(path: string): string {
  const parts = partsOf(path);
  const name = parts.at(-1) ?? '';
  if (name === '') return 'The body';
  return NAMES.get(parts.slice(-2).join('.')) ?? NAMES.get(name) ?? inWords(name);
}

const partsOf = (path: string): string[] => path.split('.').filter((part) => !/^\d+$/.test(part));

/** "workingDays" as "Working days"; of a record it is the record that is named: "clientId" as "Client". */
function inWords(name: string): string {
  const words = name
    .replace(/Ids?$/, '')
    .replaceAll(/([a-z\d])([A-Z])/g, (_, before: string, capital: string) => `${before} ${capital.toLowerCase()}`)
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What class-validator puts before the name of a field. */
const BEFORE = /^(?:nested property |each value in (?:nested property )?)?/i;

/** A rule's sentence about a field, with the name that the screen gives it in the place of its own. */
export function inItsName(message: string, path: string): string {
  const [before = ''] = BEFORE.exec(message) ?? [];
  const rest = message.slice(before.length);
  // of an entry the sentence names the list
  const property = partsOf(path).at(-1) ?? '';
  if (!rest.startsWith(property)) return message;
  const name = fieldName(path);
  const named = before === '' ? name : name.charAt(0).toLowerCase() + name.slice(1);
  return before + named + rest.slice(property.length);
}
