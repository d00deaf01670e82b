import { Page } from '../../../components/page';
import { StageList } from '../components/stage-list';

export function StagesPage() {
  return (
    <Page title="Stages" about="The steps of a search, in order." width="read">
      <StageList />
    </Page>
  );
}
