import { QueryFailedError } from 'typeorm';
import { describe as describeError } from './describe.js';

const MARKER = 'Zoé Marchand-Q7';

/** As pg reports it, with the row in every field that can hold one. */
const ofPostgres = (): Error =>
  Object.assign(new Error(`duplicate key: ${MARKER}\n    at ${MARKER} (row)`), {
    code: '23505',
    detail: `Key (email)=(${MARKER}) already exists.`,
    where: `COPY candidate, line 1: "${MARKER}"`,
    constraint: 'candidate_email',
    table: 'candidate',
  });

describe('what is logged of an error', () => {
  it.each([
    ['Postgres', ofPostgres()],
    ['TypeORM', new QueryFailedError(`select '${MARKER}'`, [MARKER], ofPostgres())],
    ['a mail server', Object.assign(new Error(`550 no ${MARKER}`), { code: 'EENVELOPE', response: `550 ${MARKER}` })],
    ['a parser', new SyntaxError(`Unexpected token, "${MARKER}" is not valid JSON`)],
    ['several at once', new AggregateError([ofPostgres(), new Error(MARKER)], `2 failed; the first: ${MARKER}`)],
    ['something that is no error', MARKER],
    ['one with a cause', new Error(MARKER, { cause: ofPostgres() })],
  ])('of %s carries nothing that it says', (_, error) => {
    expect(JSON.stringify(describeError(error))).not.toContain(MARKER);
  });

  it('names class, code, constraint and place', () => {
    const described = describeError(new QueryFailedError('select 1', [], ofPostgres()));

    expect(described).toMatchObject({
      error: 'QueryFailedError',
      code: '23505',
      constraint: 'candidate_email',
      table: 'candidate',
    });
    expect(described.frames?.join()).toContain('describe.spec');
  });

  it('keeps what the engine says about our code', () => {
    expect(describeError(new TypeError('x is not a function')).message).toBe('x is not a function');
  });

  it('says of several what each of the first was', () => {
    const errors = Array.from({ length: 9 }, ofPostgres);

    expect(describeError(new AggregateError(errors)).parts).toHaveLength(3);
  });
});
