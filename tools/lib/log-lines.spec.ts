import { lineOf } from './log-lines.mjs';

describe('what a terminal shows of a log line', () => {
  it.each([
    ['{"level":30,"time":1,"context":"NestFactory","msg":"Starting"}', 'info NestFactory: Starting'],
    [
      '{"level":50,"time":1,"error":"TypeError","frames":["at a"],"msg":"job failed"}',
      'ERROR job failed error=TypeError frames=["at a"]',
    ],
    [
      '{"level":30,"context":"Http","method":"GET","route":"/api/me","status":200,"ms":7,"requestId":"x"}',
      'GET /api/me 200, 7 ms',
    ],
    ['{"level":30,"context":"Http","method":"GET","route":"/health/ready","status":200,"ms":7}', null],
    ['Searchlight cannot start: no', 'Searchlight cannot start: no'],
    ['{"not":"a log line"}', '{"not":"a log line"}'],
    ['Debugger listening on ws://127.0.0.1:9229/x', null],
    ['', null],
  ])('%s', (line, shown) => expect(lineOf(line)).toBe(shown));
});
