import { Button, Modal, Paper, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Page } from '../../../components/page';
import { position } from '../../../components/person';
import { Loaded } from '../../../components/states';
import { notifyDone } from '../../../lib/notify';
import { isStale } from '../../../lib/problem';
import { useEditCandidate } from '../api/edit-candidate';
import { useCandidate } from '../api/find-candidate';
import { Article14Badge } from '../components/article14';
import { CandidateFacts } from '../components/candidate-facts';
import { CandidateForm } from '../components/candidate-form';
import { StandingList } from '../components/standing-list';
import classes from './candidate-page.module.css';

const route = getRouteApi('/app/candidates/$candidateId');

/** What belongs to other rooms is put in by the page of the application. */
export function CandidatePage({
  tasks,
  data,
}: {
  tasks: (candidateId: string) => ReactNode;
  /** What is held about them, for whoever may hand it out or erase it. */
  data: (candidate: { id: string; name: string }) => ReactNode;
}) {
  const { candidateId } = route.useParams();
  const candidate = useCandidate(candidateId);
  const edit = useEditCandidate(candidateId);
  // The version that was looked at; after a conflict, which shows the newest state, the newest one.
  const [editing, setEditing] = useState<number | 'newest' | null>(null);
  const close = (): void => setEditing(null);
  return (
    <Loaded query={candidate}>
      {(record) => (
        <Page
          title={record.name}
          width="read"
          about={
            <>
              {position(record.title, record.employer)}
              {record.erased ? (
                'Their data was erased. Where they stood is kept for the figures.'
              ) : (
                <div className={classes['badges']}>
                  <Article14Badge candidate={record} />
                </div>
              )}
            </>
          }
          actions={
            record.erased ? null : (
              <>
                {record.allowed.erase ? data(record) : null}
                <Button
                  variant="default"
                  leftSection={<IconPencil size={16} />}
                  onClick={() => setEditing(record.version)}
                >
                  Edit
                </Button>
              </>
            )
          }
        >
          <div className={classes['grid']}>
            <section aria-labelledby="standing">
              <Title order={2} id="standing" mb="sm">
                Where they stand
              </Title>
              <StandingList standing={record.candidacies} />
              <Title order={2} mt="xl" mb="sm">
                Tasks
              </Title>
              <Paper px="lg" py="sm">
                {tasks(record.id)}
              </Paper>
            </section>
            <Paper p="lg" component="section" aria-labelledby="profile">
              <Title order={2} id="profile" mb="sm">
                Profile
              </Title>
              <CandidateFacts candidate={record} />
            </Paper>
          </div>
          <Modal opened={editing !== null} onClose={close} title={`Edit ${record.name}`} size="lg">
            <CandidateForm
              start={record}
              submitLabel="Save"
              pending={edit.isPending}
              onCancel={close}
              onSubmit={(values, refused) =>
                edit.mutate(
                  { ...values, version: typeof editing === 'number' ? editing : record.version },
                  {
                    onError: (error) => {
                      if (isStale(error)) setEditing('newest');
                      refused(error);
                    },
                    onSuccess: () => {
                      close();
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
