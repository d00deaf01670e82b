import { Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import type { PolicyView } from '../../../lib/answers';
import { usePolicies, type Place } from '../api/policies';
import type { PolicyDraft } from '../components/limits';
import { PolicyEditor } from '../components/policy-editor';

const route = getRouteApi('/app/settings/policies');
const FIRM = 'firm';

export function PoliciesPage() {
  const policies = usePolicies();
  const { role } = route.useSearch();
  const navigate = route.useNavigate();
  // What was typed for one role is still there after a look at another.
  const [drafts, setDrafts] = useState<Record<string, PolicyDraft>>({});
  return (
    <Page
      title="Policies"
      about="When a search counts as stalled. A role overrides the firm, a search overrides its role, limit by limit."
    >
      <Loaded query={policies}>
        {({ firm, roles }) => {
          const chosen = roles.find(({ scopeKey }) => scopeKey === role);
          const view: PolicyView = chosen ?? firm;
          const place: Place = chosen ? { scope: 'role', roleKey: chosen.scopeKey } : { scope: 'firm' };
          const key = chosen?.scopeKey ?? FIRM;
          return (
            <>
              <Select
                label="Limits of"
                mb="lg"
                maw={360}
                value={key}
                allowDeselect={false}
                data={[
                  { value: FIRM, label: 'The whole firm' },
                  {
                    group: 'A role',
                    items: roles.map(({ scopeKey, title, settings, stageBudgets }) => {
                      const own = [...settings, ...stageBudgets].filter(({ origin }) => origin === 'role').length;
                      return { value: scopeKey, label: own > 0 ? `${title} (${own} of its own)` : title };
                    }),
                  },
                ]}
                onChange={(value) =>
                  void navigate({ search: { role: !value || value === FIRM ? undefined : value }, replace: true })
                }
              />
              <PolicyEditor
                key={key}
                place={place}
                view={view}
                draft={drafts[key] ?? {}}
                onDraft={(draft) => setDrafts((before) => ({ ...before, [key]: draft }))}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
