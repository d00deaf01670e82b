import { Combobox, Textarea, useCombobox, type TextareaProps } from '@mantine/core';
import { useRef, useState } from 'react';
import { finds } from '../../lib/found';
import { beingNamed, type Colleague } from '../../lib/mentions';

interface MentionTextareaProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  value: string;
  onChange: (value: string) => void;
  /** Who may be named: an `@` offers them. */
  colleagues: readonly Colleague[];
}

const MOST_OFFERED = 6;

/** A text in which colleagues are named by an `@`. */
export function MentionTextarea({ value, onChange, colleagues, ...rest }: MentionTextareaProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const named = beingNamed(value, caret);
  const offered = named ? colleagues.filter(({ name }) => named.typed === '' || finds(name, named.typed)) : [];
  const isOpen = combobox.dropdownOpened && offered.length > 0;
  const choose = (name: string): void => {
    if (!named) return;
    const before = `${value.slice(0, named.from)}@${name} `;
    onChange(before + value.slice(caret));
    combobox.closeDropdown();
    setCaret(before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width={280}>
      <Combobox.Target withKeyboardNavigation={isOpen} withAriaAttributes={isOpen}>
        <Textarea
          ref={field}
          {...rest}
          value={value}
          onChange={(event) => {
            const { value: typed, selectionStart } = event.currentTarget;
            onChange(typed);
            setCaret(selectionStart);
            if (beingNamed(typed, selectionStart)) {
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
              combobox.selectFirstOption();
            } else combobox.closeDropdown();
          }}
          onBlur={(event) => {
            rest.onBlur?.(event);
            combobox.closeDropdown();
          }}
          onKeyDown={(event) => {
            // it closes what is offered, not the dialog around it
            if (event.key !== 'Escape' || !isOpen) return;
            event.stopPropagation();
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options aria-label="Colleagues">
          {offered.slice(0, MOST_OFFERED).map(({ id, name }) => (
            <Combobox.Option key={id} value={name}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
