import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { useStages } from '../api/stages';
import { StageEditor } from '../components/stage-editor';
import { StageList } from '../components/stage-list';
import { StageVersions } from '../components/stage-versions';

export function StagesPage() {
  const stages = useStages();
  return (
    <Page
      title="Stages"
      about="The steps of a search, in order. Names are yours; the kind carries the meaning."
      width="read"
    >
      <Loaded query={stages}>
        {(record) => (record.allowed.edit ? <StageEditor stages={record} /> : <StageList stages={record.items} />)}
      </Loaded>
      <StageVersions />
    </Page>
  );
}
