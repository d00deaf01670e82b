import { TaskList } from '../../features/tasks/components/task-list';
import { CandidatePage } from '../../features/candidates/routes/candidate-page';
import { PersonData } from '../../features/compliance/components/person-data';
import { UserSelect } from '../../features/identity/components/user-select';

export function CandidateRoute() {
  return (
    <CandidatePage
      tasks={(candidateId) => (
        <TaskList about={{ candidateId }} Assignee={UserSelect} none="Nothing to do about them." />
      )}
      data={({ id, name }) => <PersonData person={{ kind: 'candidate', id }} name={name} />}
    />
  );
}
