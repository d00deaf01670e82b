import { Box, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { PossibleDuplicate } from '../../components/possible-duplicate';
import { AskedToBeForgotten, type KeepReason } from '../../components/asked-to-be-forgotten';
import { SignedOutFrame } from '../../components/signed-out-frame';
import { Filter, FilterBar, LeadFilter } from '../../components/filters';
import { Criteria } from '../../components/brief/criteria';
import { rowsOf } from '../../components/brief/criteria-draft';
import { CriteriaRows } from '../../components/brief/criteria-rows';
import { FindBox } from '../../components/find-box';
import { DateTime } from '../../components/form/date-time';
import { DraftNote } from '../../components/form/draft-note';
import { MentionTextarea } from '../../components/form/mention-textarea';
import { Refusal } from '../../components/form/refusal';
import { SubmitBar } from '../../components/form/submit-bar';
import { LogActivityForm } from '../../components/log-activity-form';
import { ListedPeople } from '../../components/newcomers/listed-people';
import { PasteList } from '../../components/newcomers/paste-list';
import { PutOnSearch } from '../../components/newcomers/put-on-search';
import { NewPassword } from '../../components/new-password';
import { AddClientForm } from '../../components/pickers/add-client-form';
import { CandidateForm } from '../../components/pickers/candidate-form';
import { CandidatePicker } from '../../components/pickers/candidate-picker';
import { ClientPicker } from '../../components/pickers/client-picker';
import { ContactForm } from '../../components/pickers/contact-form';
import { ContactPicker } from '../../components/pickers/contact-picker';
import { OfficeSelect } from '../../components/pickers/office-select';
import { RegionSelect } from '../../components/pickers/region-select';
import { UserSelect, UsersSelect } from '../../components/pickers/user-select';
import { SearchPicker } from '../../components/pickers/search-picker';
import { SaveBar } from '../../components/save-bar';
import type { Criterion, Health } from '../../lib/answers';
import { ApiProblem } from '../../lib/problem';
import { HEALTH, options } from '../../lib/words';
import { CLIENT, JUDGED, LISTED } from './samples';

const nothing = (): void => undefined;
const duplicate = new ApiProblem(409, 'possible_duplicate', 'Ada is here already.', [], false, [
  { id: 'c1', name: 'Ada Simulated', same: ['email', 'phone'] },
]);
const forgotten = new ApiProblem(409, 'asked_to_be_forgotten', 'They asked to be forgotten.', [], true);

/** A field that keeps what is typed. */
function Held<V>({ start, children }: { start: V; children: (value: V, set: (value: V) => void) => ReactNode }) {
  const [value, set] = useState(start);
  return children(value, set);
}

const BRIEF: Criterion[] = [
  { text: 'Has shipped robots', kind: 'technical', mustHave: true },
  { text: 'Has sold to operations leaders', kind: 'commercial', mustHave: false },
];
const narrow = (content: ReactNode) => <Box maw={520}>{content}</Box>;
const FIELDS: Record<string, ReactNode> = {
  Filters: (
    <FilterBar>
      <Held start="">{(value, set) => <FindBox label="Title or client" value={value} onChange={set} />}</Held>
      <Held<Health | undefined> start={undefined}>
        {(value, set) => <Filter label="Health" data={options(HEALTH)} value={value} onChange={set} />}
      </Held>
      <Held<string | undefined> start={undefined}>{(value, set) => <LeadFilter value={value} onChange={set} />}</Held>
    </FilterBar>
  ),
  DateTime: narrow(
    <DateTime
      dateLabel="Due on"
      timeLabel="At"
      date={{ defaultValue: '2026-11-30', onChange: nothing }}
      time={{ defaultValue: '09:00', error: 'Choose a time.', onChange: nothing }}
    />,
  ),
  'Criteria, and none': narrow(
    <Stack>
      <Criteria criteria={BRIEF} none="" />
      <Criteria criteria={[]} none="A search for it starts without criteria." />
    </Stack>,
  ),
  CriteriaRows: narrow(
    <Held start={rowsOf(BRIEF)}>{(rows, set) => <CriteriaRows rows={rows} onRows={(next) => set([...next])} />}</Held>,
  ),
  Refusal: narrow(<Refusal sentence="Someone else changed this a moment ago." />),
  DraftNote: narrow(<DraftNote draft={{ restored: true, discard: nothing, forget: nothing, keep: nothing }} />),
  MentionTextarea: narrow(
    <Held start="Ask @">
      {(value, set) => (
        <MentionTextarea
          label="What was said"
          value={value}
          onChange={set}
          colleagues={[
            { id: 'p1', name: 'Ada Sample' },
            { id: 'p2', name: 'Ben Example' },
          ]}
        />
      )}
    </Held>,
  ),
  SubmitBar: (
    <Stack>
      <SubmitBar label="Save" pending={false} onCancel={nothing} />
      <SubmitBar label="Save" size="xs" pending onCancel={nothing} />
      <SubmitBar label="Erase" color="red" disabled pending={false} onCancel={nothing} />
    </Stack>
  ),
  'SaveBar, with a change and refused': (
    <Stack>
      <SaveBar
        changes={2}
        effect="The deadlines are recalculated."
        saving={false}
        onSave={nothing}
        onDiscard={nothing}
      />
      <SaveBar changes={1} effect="" problem="7 to 60 days." saving={false} onSave={nothing} onDiscard={nothing} />
    </Stack>
  ),
  NewPassword: narrow(<NewPassword label="New password" input={{ onChange: nothing }} />),
  PossibleDuplicate: narrow(
    <PossibleDuplicate refusal={duplicate} anyway="Add anyway" pending={false} onAnyway={nothing} />,
  ),
  AskedToBeForgotten: narrow(
    <Held<KeepReason | null> start={null}>
      {(value, onChange) => <AskedToBeForgotten refusal={forgotten} submitLabel="Add" input={{ value, onChange }} />}
    </Held>,
  ),
};
const PICKERS: Record<string, ReactNode> = {
  RegionSelect: (
    <Held<string | null> start={null}>
      {(value, set) => <RegionSelect country="GB" value={value} onChange={set} />}
    </Held>
  ),
  'UserSelect and OfficeSelect': (
    <Group align="flex-start">
      <Held<string | null> start="p1">{(value, set) => <UserSelect label="Lead" value={value} onChange={set} />}</Held>
      <UserSelect label="Lead" value={null} onChange={nothing} error="Choose a lead." />
      <UserSelect label="Lead" value="p2" onChange={nothing} disabled />
      <OfficeSelect label="Office" value="o1" onChange={nothing} />
    </Group>
  ),
  UsersSelect: narrow(
    <Held<string[]> start={['p2', 'p3']}>
      {(value, set) => <UsersSelect label="Team" value={value} onChange={set} />}
    </Held>,
  ),
  ClientPicker: narrow(
    <Held<string | null> start={null}>
      {(value, set) => <ClientPicker label="Client" value={value} onChange={set} required />}
    </Held>,
  ),
  CandidatePicker: narrow(<CandidatePicker pending={false} onCancel={nothing} onPick={nothing} />),
  PasteList: <PasteList onDone={nothing} onCancel={nothing} />,
  PutOnSearch: <PutOnSearch candidates={[]} onDone={nothing} />,
  SearchPicker: narrow(<SearchPicker label="Search" value={null} onChange={nothing} />),
  'ListedPeople: new, known, refused': (
    <ListedPeople rows={LISTED} judged={JUDGED} intoSearch onChange={nothing} onRemove={nothing} />
  ),
  AddClientForm: narrow(<AddClientForm onAdded={nothing} onCancel={nothing} />),
  CandidateForm: narrow(
    <CandidateForm submitLabel="Add the candidate" pending={false} onCancel={nothing} onSubmit={nothing} />,
  ),
  ContactForm: narrow(<ContactForm clientId={CLIENT.id} onDone={nothing} />),
  ContactPicker: narrow(
    <Held<string | null> start={null}>
      {(value, set) => (
        <ContactPicker
          client={CLIENT}
          label="With whom"
          placeholder="Nobody in particular"
          value={value}
          onChange={set}
        />
      )}
    </Held>,
  ),
  LogActivityForm: narrow(<LogActivityForm searchId="s1" onDone={nothing} />),
  'SignedOutFrame, the frame before signing in': (
    <SignedOutFrame title="Sign in" about="One line below the title" refusal="Email or password is wrong.">
      <SubmitBar label="Sign in" pending={false} onCancel={nothing} />
    </SignedOutFrame>
  ),
};

export const FORMS: Record<string, ReactNode> = { ...FIELDS, ...PICKERS };
