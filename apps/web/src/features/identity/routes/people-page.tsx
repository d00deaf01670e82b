import { Page } from '../../../components/page';
import { PeopleList } from '../components/people-list';

export function PeoplePage() {
  return (
    <Page title="People" about="Who works here, and from which office." width="read">
      <PeopleList />
    </Page>
  );
}
