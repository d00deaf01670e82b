import { Page } from '../../../components/page';
import { OfficeList } from '../components/office-list';

export function OfficesPage() {
  return (
    <Page title="Offices and holidays" about="The days on which the working-day clocks count." width="read">
      <OfficeList />
    </Page>
  );
}
