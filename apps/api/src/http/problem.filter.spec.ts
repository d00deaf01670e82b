import { NotFoundException } from '@nestjs/common';
import {
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { DomainError } from '@app/platform/errors/domain-error.js';
import { isForTheOperator, problemOf } from './problem.filter.js';
import { problems } from './problems.js';
import { InvalidRequest } from './validation.pipe.js';

const failed = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {});
const query = (code: string) => Object.assign(new Error('secret words'), { driverError: { code } });

describe('a problem', () => {
  it('carries the sentence and the details of a refusal', () => {
    const error = new DomainError('flag_acknowledged', 'Somebody has it.', { current: { version: 3 } });

    expect(problemOf(error)).toEqual({
      type: 'urn:searchlight:problem:flag_acknowledged',
      title: 'Flag already acknowledged',
      status: 409,
      detail: 'Somebody has it.',
      code: 'flag_acknowledged',
      current: { version: 3 },
    });
  });

  it('keeps its own members when details carry the same names', () => {
    const error = new DomainError('flag_acknowledged', 'Somebody has it.', { status: 200, code: 'fine' });

    expect(problemOf(error)).toMatchObject({ status: 409, code: 'flag_acknowledged' });
  });

  it('says in a word what is wrong when one field is', () => {
    const one = { field: 'email', message: 'Email must be an email address.' };

    expect(problemOf(new InvalidRequest([one]))).toMatchObject({ status: 400, detail: one.message, errors: [one] });
    expect(problemOf(new InvalidRequest([one, one])).detail).toBe('Some fields need attention.');
  });

  it.each([
    ['Postgres refuses connections', failed('connect', 'ECONNREFUSED')],
    ['Postgres is shutting down', query('57P01')],
    ['Postgres is starting', query('57P03')],
    ['Postgres has no connection left', query('53300')],
    ['a query ran out of time', query('57014')],
    ['the pool has no connection to give', failed('timeout exceeded when trying to connect')],
    ['the connection broke off', failed('Connection terminated unexpectedly')],
    ['a transaction lost its connection', new QueryRunnerAlreadyReleasedError()],
    ['a manager lost its connection', new QueryRunnerProviderAlreadyReleasedError()],
    ['the connections are closed', new CannotExecuteNotConnectedError()],
    ['the driver has no connection', new ConnectionIsNotSetError('postgres')],
    ['the pool has ended', failed('Cannot use a pool after calling end on the pool')],
  ])('asks to try again when %s', (_, error) => {
    expect(problemOf(error)).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it.each([
    ['22021', 400],
    ['22P02', 400],
    ['23514', 400],
    ['23505', 409],
    ['23503', 409],
    ['42703', 500],
  ])('of a query that Postgres refused with %s has status %i and none of its words', (state, status) => {
    const problem = problemOf(query(state));

    expect(problem.status).toBe(status);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it.each([new Error('secret'), 'secret', null, { secret: 1 }, new DomainError('a code nobody mapped', 'secret')])(
    'of something unforeseen tells nothing about us',
    (thrown) => {
      const problem = problemOf(thrown);

      expect(problem).toMatchObject({ status: 500, code: 'unexpected' });
      expect(JSON.stringify(problem)).not.toContain('secret');
    },
  );

  it('of an unknown address is a 404', () => {
    expect(problemOf(new NotFoundException('Cannot GET /api/secret'))).toMatchObject({
      status: 404,
      detail: 'There is nothing at this address.',
    });
  });

  it('has a status that HTTP knows as a refusal, whatever the code', () => {
    expect(Object.entries(problems).filter(([, { status }]) => status < 400 || status > 503)).toEqual([]);
  });
});

describe('the log', () => {
  const whole = { destroyed: false, complete: true };
  const left = { destroyed: true, complete: false };

  it.each([
    ['a database that is away', query('57P01'), 503, whole, true],
    ['something unforeseen', new Error('x'), 500, whole, true],
    ['a value only Postgres refused', query('54000'), 400, whole, true],
    ['a refusal', new InvalidRequest([]), 400, whole, false],
    ['half a body of somebody who left', failed('aborted', 'ECONNRESET'), 503, left, false],
    ['a fault after which somebody left', new Error('x'), 500, { destroyed: true, complete: true }, true],
  ])('of %s', (_, error, status, sent, told) => {
    expect(isForTheOperator(error, status, sent)).toBe(told);
  });
});
