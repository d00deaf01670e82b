import '@mantine/dropzone/styles.layer.css';
import { Badge, Button, CloseButton, Group, Paper, Stack, Switch, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { notifyProblem } from '../../../lib/notify';
import { ApiProblem } from '../../../lib/problem';
import { count } from '../../../lib/words';
import { useStartImport } from '../api/start-import';
import classes from './drop-files.module.css';

const KNOWN = [
  'offices',
  'holidays',
  'users',
  'clients',
  'contacts',
  'searches',
  'holds',
  'reopenings',
  'candidates',
  'stages',
  'candidacies',
  'stage_moves',
  'activities',
  'offers',
].map((name) => `${name}.csv`);

export function DropFiles({ onStarted }: { onStarted: (runId: string) => void }) {
  const [files, setFiles] = useState<File[]>([]);
  const [check, setCheck] = useState(false);
  const start = useStartImport();
  const add = (dropped: File[]): void =>
    setFiles((before) => [...before.filter(({ name }) => !dropped.some((file) => file.name === name)), ...dropped]);
  return (
    <Paper p="lg">
      <Dropzone
        onDrop={add}
        onReject={() => notifyProblem(new ApiProblem(0, 'not_csv', 'Only CSV files can be read.'))}
        accept={{ 'text/csv': ['.csv'] }}
        multiple
        className={classes['zone'] ?? ''}
        inputProps={{ 'aria-label': 'CSV files' }}
      >
        <Stack align="center" gap={6}>
          <IconUpload size={26} stroke={1.6} aria-hidden />
          <Text fw={560}>Drop the CSV files here, or click to choose them</Text>
          <Text size="sm" c="dimmed" ta="center" maw={560}>
            Any of {KNOWN.map((name) => name.replace('.csv', '')).join(', ')}. Importing the same files again updates
            records; it never duplicates them.
          </Text>
        </Stack>
      </Dropzone>
      <Chosen files={files} onLeaveOut={(file) => setFiles((before) => before.filter((other) => other !== file))} />
      <Group justify="space-between" mt="md">
        <Switch
          label="Check only"
          description="Reads everything and lists what would be refused, without changing anything"
          checked={check}
          onChange={(event) => setCheck(event.currentTarget.checked)}
        />
        <Button
          disabled={files.length === 0}
          loading={start.isPending}
          onClick={() => start.mutate({ files, check }, { onSuccess: ({ id }) => onStarted(id) })}
        >
          {check ? 'Check' : 'Import'} {files.length === 0 ? 'the files' : count(files.length, 'file')}
        </Button>
      </Group>
    </Paper>
  );
}

function Chosen({ files, onLeaveOut }: { files: File[]; onLeaveOut: (file: File) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className={classes['files']} aria-label="Chosen files">
      {files.map((file) => (
        <li key={file.name}>
          <IconFileSpreadsheet size={16} aria-hidden />
          <span>{file.name}</span>
          <Text span size="xs" c="dimmed">
            {size(file.size)}
          </Text>
          {KNOWN.includes(file.name) ? null : (
            <Badge color="yellow" className={classes['unknown']}>
              unknown file name
            </Badge>
          )}
          <CloseButton size="sm" aria-label={`Leave out ${file.name}`} onClick={() => onLeaveOut(file)} />
        </li>
      ))}
    </ul>
  );
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
