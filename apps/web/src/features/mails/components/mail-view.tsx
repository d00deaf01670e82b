import { Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { Loaded } from '../../../components/states';
import { useMailPreview } from '../api/mail-previews';
import { framed, type Scheme } from './framed';
import classes from './mail-view.module.css';

const WIDTHS = { desktop: 640, phone: 360 };
type Device = keyof typeof WIDTHS;
type Part = 'html' | 'text';

interface MailLook {
  part: Part;
  scheme: Scheme;
  device: Device;
}

/** One mail as mail programs show it, and its text part. */
export function MailView({ template, title }: { template: string; title: string }) {
  const preview = useMailPreview(template);
  const [look, setLook] = useState<MailLook>({ part: 'html', scheme: 'light', device: 'desktop' });
  const { part, scheme, device } = look;
  return (
    <Loaded query={preview}>
      {({ subject, html, text, attachments }) => (
        <section aria-labelledby="subject">
          <Title order={2} id="subject">
            {subject}
          </Title>
          {attachments.length > 0 ? (
            <Group gap={6} mt={4}>
              <IconPaperclip size={16} aria-hidden />
              <Text size="sm" c="dimmed">
                {attachments.join(', ')}
              </Text>
            </Group>
          ) : null}
          <Look look={look} onChange={setLook} />
          {part === 'html' ? (
            <div className={classes['stage']} data-scheme={scheme}>
              <iframe
                key={scheme}
                className={classes['mail']}
                title={`Preview: ${title}`}
                sandbox=""
                srcDoc={framed(html, scheme)}
                width={WIDTHS[device]}
              />
            </div>
          ) : (
            <Paper p="md">
              <pre className={classes['text']} tabIndex={0} aria-label={`Text part: ${title}`}>
                {text}
              </pre>
            </Paper>
          )}
        </section>
      )}
    </Loaded>
  );
}

function Look({ look, onChange }: { look: MailLook; onChange: (look: MailLook) => void }) {
  return (
    <Group my="md" gap="sm">
      <SegmentedControl<Part>
        aria-label="Part"
        value={look.part}
        onChange={(part) => onChange({ ...look, part })}
        data={[
          { value: 'html', label: 'Email' },
          { value: 'text', label: 'Text part' },
        ]}
      />
      <SegmentedControl<Scheme>
        aria-label="Colours"
        value={look.scheme}
        onChange={(scheme) => onChange({ ...look, scheme })}
        disabled={look.part === 'text'}
        data={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <SegmentedControl<Device>
        aria-label="Width"
        value={look.device}
        onChange={(device) => onChange({ ...look, device })}
        disabled={look.part === 'text'}
        data={[
          { value: 'desktop', label: 'Desktop' },
          { value: 'phone', label: 'Phone' },
        ]}
      />
    </Group>
  );
}
