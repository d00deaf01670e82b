import { notificationsStore } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useState } from 'react';
import { notifyBegunAnew } from '../../lib/notify';

const load = () => import('./notices');
const Notices = lazy(() => load().then((module) => ({ default: module.Notices })));

/** Long after the first look at the page, so that it is there when the network is not. */
const SPARE_MS = 5_000;

/** What people are told of what they did; loaded once there is anything to tell. */
export function Told() {
  const [anything, setAnything] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => void load(), SPARE_MS);
    const end = notificationsStore.subscribe(() => setAnything(true));
    notifyBegunAnew();
    return () => {
      clearTimeout(later);
      end();
    };
  }, []);
  if (!anything) return null;
  return (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  );
}
