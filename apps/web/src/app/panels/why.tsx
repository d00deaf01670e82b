import { WhyPanel } from '../../features/flags/components/why-panel';
import { FlagAct } from './flag-act';

interface WhyProps {
  flagId: string | undefined;
  zone: string;
  onClose: () => void;
}

/** Why something is flagged, with the forms of whatever ends it. */
export function Why(props: WhyProps) {
  return (
    <WhyPanel
      {...props}
      actOn={(flag, act, onDone) => (
        <FlagAct key={`${flag.id} ${act}`} flag={flag} act={act} zone={props.zone} onDone={onDone} />
      )}
    />
  );
}
