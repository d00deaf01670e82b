import { ContactPage } from '../../features/clients/routes/contact-page';
import { PersonData } from '../../features/compliance/components/person-data';
import { Happenings } from '../../features/timeline/components/happenings';

export function ContactRoute() {
  return (
    <ContactPage
      timeline={(contactId) => (
        <Happenings of={{ contactId }} none="Calls, meetings and feedback logged with them will be listed here." />
      )}
      data={({ id, name }) => <PersonData person={{ kind: 'contact', id }} name={name} />}
    />
  );
}
