import { useNavigate } from '@tanstack/react-router';
import { Page } from '../../components/page';
import { OpenSearchForm } from '../../features/searches/components/open-search-form';
import { notifyDone } from '../../lib/notify';

export function OpenSearchPage() {
  const navigate = useNavigate();
  return (
    <Page
      title="Open a search"
      about="From a role template; its criteria become the first version of the brief"
      width="read"
    >
      <OpenSearchForm
        onCancel={() => void navigate({ to: '/searches' })}
        onOpened={({ id, title }) => {
          notifyDone(`${title} is open. Add the first people.`);
          void navigate({ to: '/searches/$searchId', params: { searchId: id } });
        }}
      />
    </Page>
  );
}
