import { Anchor, Badge, Group } from '@mantine/core';
import { PlainDate } from '../../../components/plain-date';
import type { Candidate } from '../../../lib/answers';
import { countryName, LAYER, SIGNAL } from '../../../lib/words';
import classes from './candidate-details.module.css';

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

export function CandidateDetails({ candidate }: { candidate: Candidate }) {
  const { email, phone, profileUrl, city, country, layer, signals, source, inMarketSince } = candidate;
  const place = [city, country ? countryName(country) : null].filter(Boolean).join(', ');
  const details: [string, React.ReactNode][] = [
    [
      'Email',
      email ? (
        <Anchor href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`} inherit>
          {email}
        </Anchor>
      ) : null,
    ],
    [
      'Phone',
      phone ? (
        <Anchor href={`tel:${phone.replaceAll(' ', '')}`} inherit>
          {phone}
        </Anchor>
      ) : null,
    ],
    [
      'Profile',
      profileUrl && isWeb(profileUrl) ? (
        <Anchor href={profileUrl} target="_blank" rel="noreferrer noopener" inherit>
          {profileUrl.replace(/^https?:\/\/(www\.)?/i, '')}
        </Anchor>
      ) : null,
    ],
    ['Location', place || null],
    ['Layer', layer ? LAYER[layer] : null],
    [
      'Background',
      signals.length > 0 ? (
        <Group gap={6}>
          {signals.map((signal) => (
            <Badge key={signal} color="gray" className={classes['signal']}>
              {SIGNAL[signal]}
            </Badge>
          ))}
        </Group>
      ) : null,
    ],
    ['Source', source],
    ['In market since', inMarketSince ? <PlainDate on={inMarketSince} /> : null],
  ];
  const known = details.filter(([, value]) => value !== null && value !== '');
  if (known.length === 0) return <p className={classes['none']}>Nothing recorded beyond the name yet.</p>;
  return (
    <dl className={classes['details']}>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
