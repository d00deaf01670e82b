import { NavLink, Text } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { Page } from '../../../components/page';
import { Loaded } from '../../../components/states';
import { useMailSamples } from '../api/mail-previews';
import { MailView } from '../components/mail-view';
import classes from '../components/mail-view.module.css';

export function MailsPage() {
  const samples = useMailSamples();
  const { mail } = useSearch({ from: '/app/settings/mails' });
  return (
    <Page title="Emails" about="Every email Searchlight sends, with invented people and your time zone.">
      <Loaded query={samples}>
        {(items) => {
          const chosen = items.find(({ template }) => template === mail) ?? items[0];
          if (!chosen) return null;
          return (
            <div className={classes['columns']}>
              <nav className={classes['list']} aria-label="Emails">
                {items.map(({ template, title }) => (
                  <NavLink
                    key={template}
                    renderRoot={(props) => (
                      <Link to="/settings/mails" search={{ mail: template }} replace resetScroll={false} {...props} />
                    )}
                    label={title}
                    active={template === chosen.template}
                    aria-current={template === chosen.template ? 'page' : undefined}
                    classNames={{ root: classes['template'] ?? '' }}
                  />
                ))}
              </nav>
              <div>
                <Text size="sm" c="dimmed">
                  To: {chosen.sentTo}
                </Text>
                <MailView key={chosen.template} {...chosen} />
              </div>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
