import {
  IconCalendar,
  IconCalendarPlus,
  IconMail,
  IconMessageReply,
  IconMicrophone,
  IconNote,
  IconPhone,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LoggedActivity } from '../../lib/answers';
import { mentionedIn } from '../../lib/mentions';
import { ACTIVITY } from '../../lib/words';
import { ChangeActivity } from './change-activity';
import { EarlierWording } from './earlier-wording';
import { TimelineEntry, voidedWords } from './timeline';

const ICON: Record<LoggedActivity['kind'], ReactNode> = {
  call: <IconPhone size={14} />,
  email: <IconMail size={14} />,
  meeting: <IconCalendar size={14} />,
  interview: <IconMicrophone size={14} />,
  interview_set: <IconCalendarPlus size={14} />,
  client_feedback: <IconMessageReply size={14} />,
  note: <IconNote size={14} />,
};

interface ActivityEntryProps {
  activity: LoggedActivity;
  zone?: string | undefined;
  /** With whom, and in which search, where the page does not say it. */
  about?: ReactNode;
}

/** What was logged, with what became of it, and a way to put it right for whoever may. */
export function ActivityEntry({ activity, zone, about }: ActivityEntryProps) {
  const { id, kind, text, at, by, version, withdrawn, changeable, mentions } = activity;
  // whoever has another name by now is still named
  const elsewhere = mentions.filter((one) => mentionedIn(text ?? '', [one]).length === 0);
  return (
    <TimelineEntry
      icon={ICON[kind]}
      what={
        <>
          {ACTIVITY[kind]}
          {about}
        </>
      }
      text={text}
      named={mentions}
      at={at}
      zone={zone}
      voided={withdrawn !== null}
      details={[
        by?.name,
        elsewhere.length > 0 ? `names ${elsewhere.map(({ name }) => name).join(', ')}` : null,
        version > 1 && !withdrawn ? 'corrected' : null,
        withdrawn ? voidedWords(withdrawn, 'withdrawn') : null,
      ]}
    >
      {version > 1 ? <EarlierWording activityId={id} zone={zone} /> : null}
      {changeable ? <ChangeActivity activity={activity} /> : null}
    </TimelineEntry>
  );
}
