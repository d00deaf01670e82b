import { Button, Modal, Paper, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { position } from '../../../components/person';
import { CandidateForm } from '../../../components/pickers/candidate-form';
import { Loaded } from '../../../components/states';
import type { Candidate } from '../../../lib/answers';
import { notifyDone } from '../../../lib/notify';
import { useVersion } from '../../../lib/use-version';
import { useEditCandidate } from '../api/edit-candidate';
import { useCandidate } from '../api/find-candidate';
import { Article14Badge } from '../components/article14';
import { CandidateDetails } from '../components/candidate-details';
import { StandingList } from '../components/standing-list';
import classes from './candidate-page.module.css';

const route = getRouteApi('/app/candidates/$candidateId');

interface CandidatePageProps {
  /** what other rooms have to say about them */
  tasks: (candidateId: string) => ReactNode;
  timeline: (candidateId: string) => ReactNode;
  /** what is held about them, for whoever may hand it out or erase it */
  data: (candidate: { id: string; name: string }) => ReactNode;
}

export function CandidatePage({ tasks, timeline, data }: CandidatePageProps) {
  const { candidateId } = route.useParams();
  const candidate = useCandidate(candidateId);
  const [editing, editor] = useDisclosure(false);
  return (
    <Loaded query={candidate} onward={<LinkButton to="/candidates">All candidates</LinkButton>}>
      {(record) => (
        <Page
          title={record.name}
          width="read"
          about={<About candidate={record} />}
          actions={
            record.erased ? null : (
              <>
                {record.allowed.erase ? data(record) : null}
                <Button variant="default" leftSection={<IconPencil size={16} />} onClick={editor.open}>
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
              <Title order={2} mt="xl" mb="sm">
                Timeline
              </Title>
              <Paper p="lg">{timeline(record.id)}</Paper>
            </section>
            <Paper p="lg" component="section" aria-labelledby="profile">
              <Title order={2} id="profile" mb="sm">
                Profile
              </Title>
              <CandidateDetails candidate={record} />
            </Paper>
          </div>
          <Modal opened={editing} onClose={editor.close} title={`Edit ${record.name}`} size="lg">
            <EditCandidate candidate={record} onDone={editor.close} />
          </Modal>
        </Page>
      )}
    </Loaded>
  );
}

function About({ candidate }: { candidate: Candidate }) {
  return (
    <>
      {position(candidate.title, candidate.employer)}
      {candidate.erased ? (
        'Their data was erased. Where they stood is kept for the figures.'
      ) : (
        <div className={classes['badges']}>
          <Article14Badge candidate={candidate} />
        </div>
      )}
    </>
  );
}

function EditCandidate({ candidate, onDone }: { candidate: Candidate; onDone: () => void }) {
  const edit = useEditCandidate(candidate.id);
  const version = useVersion(candidate.version);
  return (
    <CandidateForm
      start={candidate}
      submitLabel="Save"
      pending={edit.isPending}
      onCancel={onDone}
      onSubmit={(values, refused) =>
        edit.mutate(
          { ...values, version: version.or(candidate.version) },
          {
            onError: (error) => {
              version.heed(error);
              refused(error);
            },
            onSuccess: () => {
              onDone();
              notifyDone('Saved.');
            },
          },
        )
      }
    />
  );
}
