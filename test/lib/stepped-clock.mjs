// Preloaded into a process under test: its clock jumps an hour forth, then an hour back, every two seconds.
const Real = Date;
const began = Real.now();
const HOUR = 3_600_000;
const offset = () => [0, HOUR, 0, -HOUR][Math.floor((Real.now() - began) / 2_000) % 4] ?? 0;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + offset());
    else super(...given);
  }

  static now() {
    return Real.now() + offset();
  }
};
