import { Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CriteriaRows } from '../../../components/brief/criteria-rows';
import { type DraftRow, rowsOf, toSave } from '../../../components/brief/criteria-draft';
import { DraftNote } from '../../../components/form/draft-note';
import { SubmitBar } from '../../../components/form/submit-bar';
import type { RoleTemplate } from '../../../lib/answers';
import { problemToForm } from '../../../lib/form-problem';
import { notifyDone, notifyProblem, notifyUndo } from '../../../lib/notify';
import { useDraft } from '../../../lib/use-draft';
import { useVersion } from '../../../lib/use-version';
import { FAMILY, options } from '../../../lib/words';
import {
  type AddRoleTemplate,
  type EditRoleTemplate,
  useAddRoleTemplate,
  useEditRoleTemplate,
} from '../api/role-templates';

interface RoleTemplateFormProps {
  /** absent: a new one */
  template?: RoleTemplate;
  onDone: () => void;
}

type Values = {
  title: string;
  family: RoleTemplate['family'];
  code: string;
  criteria: readonly DraftRow[];
};

export function RoleTemplateForm(props: RoleTemplateFormProps) {
  const { form, draft, submit, pending } = useTemplateForm(props);
  return (
    <form onSubmit={submit} noValidate>
      <Paper p="lg">
        <Stack>
          <DraftNote draft={draft} />
          <TextInput
            label="Title"
            required
            autoFocus={!props.template}
            placeholder="Head of Robotics"
            maxLength={300}
            {...form.getInputProps('title')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select label="Function" data={options(FAMILY)} allowDeselect={false} {...form.getInputProps('family')} />
            <TextInput
              label="Reference letters"
              required
              placeholder="HROB"
              description="References of its searches begin with them"
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={6}
              {...form.getInputProps('code')}
              onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())}
            />
          </SimpleGrid>
          <section aria-labelledby="brief">
            <Title order={2} id="brief">
              The brief
            </Title>
            <Text size="sm" c="dimmed">
              What a search starts with, in order of weight. Searches that are open already keep theirs.
            </Text>
            <CriteriaRows rows={form.values.criteria} onRows={(criteria) => form.setFieldValue('criteria', criteria)} />
          </section>
          <SubmitBar
            label={props.template ? 'Save the template' : 'Add the template'}
            pending={pending}
            onCancel={() => {
              draft.forget();
              props.onDone();
            }}
          />
        </Stack>
      </Paper>
    </form>
  );
}

const asSent = ({ title, family, code, criteria }: Values): AddRoleTemplate => ({
  title: title.trim(),
  family,
  code,
  criteria: toSave(criteria),
});

/** What was not touched is not sent: somebody else may have changed it meanwhile. */
const changesOf = (values: Values, isDirty: (field: string) => boolean): Omit<EditRoleTemplate, 'version'> =>
  Object.fromEntries(Object.entries(asSent(values)).filter(([field]) => isDirty(field)));

function useTemplateForm({ template, onDone }: RoleTemplateFormProps) {
  const save = useSave(template);
  const version = useVersion(template?.version);
  const form = useForm<Values>({
    initialValues: {
      title: template?.title ?? '',
      family: template?.family ?? 'leadership',
      code: template?.code ?? '',
      criteria: rowsOf(template?.criteria ?? []),
    },
    validate: {
      title: (value) => (value.trim() ? null : 'Enter a title.'),
      code: (value) => (/^[A-Z]{2,6}$/.test(value) ? null : 'Two to six letters, such as HROB.'),
    },
  });
  const draft = useDraft(`role template ${template?.id ?? ''}`, form, () => form.isDirty());
  const submit = form.onSubmit((values) => {
    draft.forget();
    save.send(values, form.isDirty, version.or(template?.version ?? 0), {
      onSuccess: onDone,
      onError: (error) => {
        draft.keep();
        version.heed(error);
        problemToForm(form, error);
      },
    });
  });
  return { form, draft, submit, pending: save.pending };
}

interface Then {
  onSuccess: () => void;
  onError: (error: unknown) => void;
}

function useSave(template: RoleTemplate | undefined) {
  const add = useAddRoleTemplate();
  const edit = useEditRoleTemplate();
  const send = (values: Values, isDirty: (field: string) => boolean, version: number, { onSuccess, onError }: Then) => {
    if (!template) {
      const added = ({ title }: RoleTemplate): void => {
        onSuccess();
        notifyDone(`${title} is added.`);
      };
      return add.mutate(asSent(values), { onSuccess: added, onError });
    }
    const { id, title, family, code, criteria } = template;
    const saved = (now: RoleTemplate): void => {
      onSuccess();
      const before = { id, version: now.version, title, family, code, criteria };
      notifyUndo('The role template is saved.', () => edit.mutate(before, { onError: notifyProblem }));
    };
    edit.mutate({ id, version, ...changesOf(values, isDirty) }, { onSuccess: saved, onError });
  };
  return { send, pending: add.isPending || edit.isPending };
}
