import { Tabs } from '@mantine/core';
import { Page } from '../../components/page';
import { OfficeList } from '../../features/identity/components/office-list';
import { PeopleList } from '../../features/identity/components/people-list';
import { StageList } from '../../features/pipeline/components/stage-list';

export function SettingsPage() {
  return (
    <Page title="Settings" about="How the firm is set up. Changes come in with an import for now." width="read">
      <Tabs defaultValue="people" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="people">People</Tabs.Tab>
          <Tabs.Tab value="offices">Offices and holidays</Tabs.Tab>
          <Tabs.Tab value="stages">Stages</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleList />
        </Tabs.Panel>
        <Tabs.Panel value="offices">
          <OfficeList />
        </Tabs.Panel>
        <Tabs.Panel value="stages">
          <StageList />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
