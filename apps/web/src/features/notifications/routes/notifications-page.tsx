import { useState } from 'react';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { useNotificationSettings } from '../api/notification-settings';
import { SettingsForm } from '../components/settings-form';

export function NotificationsPage() {
  const settings = useNotificationSettings();
  // the form begins anew when somebody asks for it, not whenever a newer answer arrives
  const [round, setRound] = useState(0);
  const reload = (): void => void settings.refetch().then(() => setRound((before) => before + 1));
  return (
    <Page title="Notifications" about="What you are mailed about, how, and your quiet hours." width="read">
      <Loaded query={settings}>{(found) => <SettingsForm key={round} settings={found} reload={reload} />}</Loaded>
    </Page>
  );
}
