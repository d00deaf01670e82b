/** The announcement of a fact, as a statement or a part of one. Parameters as they are called there. */
export const announced = (
  { firm, id, fact, subject }: Readonly<Record<'firm' | 'id' | 'fact' | 'subject', string>>,
  where = '',
): string => `insert into outbox (firm_id, id, fact, subject_id) select ${firm}, ${id}, ${fact}, ${subject} ${where}`;
