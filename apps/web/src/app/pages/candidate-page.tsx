import { ActivityList } from '../../features/activities/components/activity-list';
import { TaskList } from '../../features/tasks/components/task-list';
import { CandidatePage } from '../../features/candidates/routes/candidate-page';
import { PersonData } from '../../features/compliance/components/person-data';

export function CandidateRoute() {
  return (
    <CandidatePage
      tasks={(candidateId) => <TaskList about={{ candidateId }} none="No tasks about them." />}
      activities={(candidateId) => (
        <ActivityList about={{ candidateId }} none="Calls, meetings and notes about them will be listed here." />
      )}
      data={({ id, name }) => <PersonData person={{ kind: 'candidate', id }} name={name} />}
    />
  );
}
