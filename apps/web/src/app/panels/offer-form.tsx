import { Loaded, Waiting } from '../../components/states';
import { useOffices } from '../../components/pickers/offices';
import { ExtendOfferForm } from '../../features/offers/components/extend-offer-form';
import { useSearchRecord } from '../../features/searches/api/find-search';
import type { Card } from '../../lib/answers';
import { currencyIn } from '../../lib/currencies';

interface OfferFormProps {
  card: Card;
  searchId: string;
  zone: string;
  onDone: () => void;
}

/** An offer to somebody in a search; its money is proposed to be that of the office. */
export function OfferForm({ searchId, ...rest }: OfferFormProps) {
  const search = useSearchRecord(searchId);
  const offices = useOffices();
  return (
    <Loaded query={offices} waiting={<Waiting rows={2} />}>
      {(items) => {
        const office = items.find(({ id }) => id === search.data?.office.id);
        return search.data ? (
          <ExtendOfferForm currency={office ? currencyIn(office.country) : null} {...rest} />
        ) : (
          <Waiting rows={2} />
        );
      }}
    </Loaded>
  );
}
