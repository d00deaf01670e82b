import { Button, Modal, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../../../components/page';
import { position } from '../../../components/person';
import { Loaded } from '../../../components/states';
import { notifyDone } from '../../../lib/notify';
import { useEditCandidate } from '../api/edit-candidate';
import { useCandidate } from '../api/find-candidate';
import { CandidateFacts } from '../components/candidate-facts';
import { CandidateForm } from '../components/candidate-form';
import { StandingList } from '../components/standing-list';
import classes from './candidate-page.module.css';

const route = getRouteApi('/app/candidates/$candidateId');

export function CandidatePage() {
  const { candidateId } = route.useParams();
  const candidate = useCandidate(candidateId);
  const edit = useEditCandidate(candidateId);
  const [editing, editor] = useDisclosure(false);
  return (
    <Loaded query={candidate}>
      {(record) => (
        <Page
          title={record.name}
          width="read"
          about={position(record.title, record.employer)}
          actions={
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={editor.open}>
              Edit
            </Button>
          }
        >
          <div className={classes['grid']}>
            <section aria-labelledby="standing">
              <Title order={2} id="standing" mb="sm">
                Where they stand
              </Title>
              <StandingList standing={record.candidacies} />
            </section>
            <Paper p="lg" component="section" aria-labelledby="profile">
              <Title order={2} id="profile" mb="sm">
                Profile
              </Title>
              <CandidateFacts candidate={record} />
            </Paper>
          </div>
          <Modal opened={editing} onClose={editor.close} title={`Edit ${record.name}`} size="lg">
            <CandidateForm
              key={record.version}
              start={record}
              submitLabel="Save"
              pending={edit.isPending}
              onCancel={editor.close}
              onSubmit={(values, refused) =>
                edit.mutate(
                  { ...values, version: record.version },
                  {
                    onError: refused,
                    onSuccess: () => {
                      editor.close();
                      notifyDone('Saved.');
                    },
                  },
                )
              }
            />
          </Modal>
        </Page>
      )}
    </Loaded>
  );
}
