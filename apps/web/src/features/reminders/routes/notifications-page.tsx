import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { useNotificationSettings } from '../api/notification-settings';
import { SettingsForm } from '../components/settings-form';

export function NotificationsPage() {
  const settings = useNotificationSettings();
  return (
    <Page title="Notifications" about="What you are mailed about, how, and your quiet hours." width="read">
      <Loaded query={settings}>
        {(found) => <SettingsForm key={found.version} settings={found} reload={() => void settings.refetch()} />}
      </Loaded>
    </Page>
  );
}
