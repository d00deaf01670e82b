import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'public';

/** Open without a session. Everything else needs one. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);
