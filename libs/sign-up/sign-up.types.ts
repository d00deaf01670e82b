import type { NewFirm } from '@app/identity/identity.types.js';

export interface SignUp extends NewFirm {
  name: string;
  email: string;
  password: string;
}
