import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../../components/page';
import { useOffices } from '../../../components/pickers/offices';
import { Loaded } from '../../../components/states';
import { yearIn } from '../../../lib/dates';
import { useZone } from '../../../lib/session';
import { useNow } from '../../../lib/use-now';
import { officeName } from '../../../lib/words';
import { useOfficeCalendar } from '../api/office-calendar';
import { NOTHING, type Draft } from '../components/draft';
import { OfficeEditor } from '../components/office-editor';

const route = getRouteApi('/app/settings/offices');

export function OfficesPage() {
  const offices = useOffices();
  const { office, year } = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow();
  // What was typed for one office is still there after a look at another.
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const zone = useZone();
  const shownYear = year ?? yearIn(now, zone);
  return (
    <Page
      title="Offices and holidays"
      about="Working-day clocks count the days of the office that owns the search. Each save is a new version."
    >
      <Loaded query={offices}>
        {(items) => {
          const chosen = items.find(({ key }) => key === office) ?? items[0];
          if (!chosen) return null;
          const { id } = chosen;
          return (
            <>
              {items.length > 1 ? (
                <Tabs
                  value={chosen.key}
                  mb="lg"
                  onChange={(key) =>
                    void navigate({ search: (before) => ({ ...before, office: key ?? undefined }), replace: true })
                  }
                >
                  <Tabs.List>
                    {items.map(({ key }) => (
                      <Tabs.Tab key={key} value={key}>
                        {officeName(key)}
                      </Tabs.Tab>
                    ))}
                  </Tabs.List>
                </Tabs>
              ) : null}
              <Office
                key={id}
                id={id}
                year={shownYear}
                onYear={(next) =>
                  void navigate({ search: (before) => ({ ...before, year: next }), replace: true, resetScroll: false })
                }
                draft={drafts[id] ?? NOTHING}
                onDraft={(draft) => setDrafts((before) => ({ ...before, [id]: draft }))}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

interface OfficeProps {
  id: string;
  year: number;
  onYear: (year: number) => void;
  draft: Draft;
  onDraft: (draft: Draft) => void;
}

function Office({ id, ...editor }: OfficeProps) {
  const calendar = useOfficeCalendar(id);
  return <Loaded query={calendar}>{(record) => <OfficeEditor calendar={record} {...editor} />}</Loaded>;
}
