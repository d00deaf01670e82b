import '@mantine/dates/styles.layer.css';
import { SegmentedControl, Select, SimpleGrid, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Body, Contact, ContactRecord, WayOut } from '../lib/answers';
import { answer, api } from '../lib/api';
import { localDate, momentAt } from '../lib/dates';
import { problemToForm } from '../lib/form-problem';
import { notifyDone, notifyNext } from '../lib/notify';
import { searchQuery } from '../lib/search-query';
import { useZone } from '../lib/session';
import { useChange } from '../lib/use-change';
import { useDraft } from '../lib/use-draft';
import { useNow } from '../lib/use-now';
import { mentionedIn } from '../lib/mentions';
import { LOGGED, options } from '../lib/words';
import { DraftNote } from './form/draft-note';
import { MentionTextarea } from './form/mention-textarea';
import { SubmitBar } from './form/submit-bar';
import { ContactPicker } from './pickers/contact-picker';
import { clientQuery } from './pickers/contacts';
import { useColleagues } from './pickers/users';

type NewActivity = Body<'/api/activities'>;

const useLogActivity = () =>
  useChange({
    fact: 'activities.activity_logged',
    mutationFn: (body: NewActivity) => answer(api.POST('/api/activities', { body })),
    quiet: true,
  });

interface LogActivityFormProps {
  /** Absent: with somebody at a client, whichever search it was about. */
  searchId?: string;
  candidateId?: string | undefined;
  /** Whom it was with, where that is known. */
  contact?: Pick<ContactRecord, 'id' | 'searches'>;
  /** What would end the flag that asks for it: proposed as it has to be for that. */
  way?: WayOut | undefined;
  /** An interview took place: what the client says of it usually comes next. */
  onInterview?: (() => void) | undefined;
  onDone: () => void;
}

type Values = {
  kind: NewActivity['kind'];
  searchId: string | null;
  contactId: string | null;
  /** null: just now, whenever the form is sent */
  day: string | null;
  text: string;
};

/** What was said or done, with whom at the client, and when. */
export function LogActivityForm(props: LogActivityFormProps) {
  const { onDone } = props;
  const { form, draft, search, colleagues, today, pending, submit } = useLogForm(props);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <DraftNote draft={draft} />
        <SegmentedControl
          aria-label="What it was"
          size="xs"
          fullWidth
          data={options(LOGGED)}
          {...form.getInputProps('kind')}
          styles={{ root: { flexWrap: 'wrap' } }}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <WithWhom about={props} form={form} client={search?.client} />
          <DateInput
            label="When"
            placeholder="Just now"
            valueFormat="ddd D MMM YYYY"
            maxDate={today}
            clearable
            {...form.getInputProps('day')}
          />
        </SimpleGrid>
        <MentionTextarea
          aria-label="What was said"
          placeholder="What was said, and what was agreed. @ names a colleague, who then hears of it"
          data-autofocus
          autoFocus
          colleagues={colleagues}
          {...form.getInputProps('text')}
          value={form.values.text}
        />
        <SubmitBar
          label="Log it"
          size="xs"
          pending={pending}
          onCancel={() => {
            draft.forget();
            onDone();
          }}
        />
      </Stack>
    </form>
  );
}

interface WithWhomProps {
  about: LogActivityFormProps;
  form: UseFormReturnType<Values>;
  client: { id: string; name: string } | undefined;
}

/** With whom in this search; or in which search with this contact. */
function WithWhom({ about: { contact, candidateId }, form, client }: WithWhomProps) {
  if (contact)
    return (
      <Select
        label="Search"
        placeholder="None in particular"
        data={contact.searches.map(({ id, title, ref }) => ({ value: id, label: ref ? `${title}, ${ref}` : title }))}
        clearable
        {...form.getInputProps('searchId')}
      />
    );
  if (!client) return null;
  return (
    <ContactPicker
      client={client}
      label="With whom at the client"
      placeholder={candidateId ? 'Nobody: with the candidate' : 'Nobody in particular'}
      value={form.values.contactId}
      error={form.errors['contactId']}
      onChange={(contactId) => form.setFieldValue('contactId', contactId)}
    />
  );
}

/** The name of what was typed about somebody in a search, about the search, or about a contact. */
export const logDraft = (aboutId: string, candidateId?: string): string => `log ${aboutId} ${candidateId ?? ''}`;

/** A day that is over counts by its noon at the office of the search. */
function useLogForm({ searchId, candidateId, contact, way, onInterview, onDone }: LogActivityFormProps) {
  const log = useLogActivity();
  const form = useForm<Values>({
    validate: {
      contactId: (value) =>
        way?.withDecisionMaker && !value ? 'Choose a decision maker: only talking to one ends this flag.' : null,
    },
    initialValues: {
      kind: way?.kind ?? 'call',
      searchId: searchId ?? null,
      contactId: contact?.id ?? null,
      day: null,
      text: '',
    },
  });
  const about = form.values.searchId ?? undefined;
  const { data: search } = useQuery({ ...searchQuery(about ?? ''), enabled: about !== undefined });
  const ownZone = useZone();
  const zone = search?.office.timeZone ?? ownZone;
  const today = localDate(useNow(), zone);
  const colleagues = useColleagues(search);
  const draft = useDraft(logDraft(searchId ?? contact?.id ?? '', candidateId), form, ({ text }) => text.trim() !== '');
  const proposed = useDecisionMaker(way, search?.client.id);
  const { setValues } = form;
  useEffect(() => {
    // whom a draft names, it names still
    if (proposed) setValues(({ contactId }) => (contactId ? {} : { contactId: proposed }));
  }, [proposed, setValues]);
  const logged = (kind: Values['kind'], progress: boolean): void => {
    notifyDone(`${LOGGED[kind]} logged. ${progress ? 'It counts as progress.' : 'It does not count as progress.'}`);
    onDone();
    if (kind === 'interview' && onInterview) {
      notifyNext('What did the client think of it?', 'Log their feedback', onInterview);
    }
  };
  const submit = form.onSubmit(({ kind, searchId: chosen, contactId, day, text }) => {
    const mentions = mentionedIn(text, colleagues).map(({ id }) => id);
    draft.forget();
    log.mutate(
      {
        ...{ kind, candidateId, text: text.trim() || undefined },
        ...(chosen ? { searchId: chosen } : {}),
        ...(mentions.length > 0 ? { mentions } : {}),
        ...(contactId ? { contactId } : {}),
        ...(day && day !== today ? { at: momentAt(day, '12:00', zone) } : {}),
      },
      {
        onError: (error) => {
          draft.keep();
          problemToForm(form, error);
        },
        onSuccess: ({ progress }) => logged(kind, progress),
      },
    );
  });
  return { form, draft, search, colleagues, today, pending: log.isPending, submit };
}

/** Who is to speak where the decision maker's silence is to end, if there is one; of several, whoever logs it chooses. */
function useDecisionMaker(way: WayOut | undefined, clientId: string | undefined): string | undefined {
  const asked = way?.withDecisionMaker === true && clientId !== undefined;
  const { data } = useQuery({ ...clientQuery(clientId ?? ''), enabled: asked });
  const deciding = asked ? (data?.contacts ?? []).filter(isDecisionMaker) : [];
  return deciding.length === 1 ? deciding[0]?.id : undefined;
}

const isDecisionMaker = ({ role, erased }: Contact): boolean => role === 'decision_maker' && !erased;
