import { Happenings } from '../../features/timeline/components/happenings';
import { TaskList } from '../../features/tasks/components/task-list';
import { CandidatePage } from '../../features/candidates/routes/candidate-page';
import { PersonData } from '../../features/compliance/components/person-data';

export function CandidateRoute() {
  return (
    <CandidatePage
      tasks={(candidateId) => <TaskList about={{ candidateId }} none="No tasks about them." />}
      timeline={(candidateId) => (
        <Happenings
          of={{ candidateId }}
          none="What is said with them, and how they fare in searches, will be listed here."
        />
      )}
      data={({ id, name }) => <PersonData person={{ kind: 'candidate', id }} name={name} />}
    />
  );
}
