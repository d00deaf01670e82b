/** Why a value cannot be taken; reads on from its name. */
export class Wrong {
  constructor(readonly sentence: string) {}
}
