import { getMetadataStorage } from 'class-validator';

type Schema = Record<string, unknown>;
interface Validation {
  name?: string;
  propertyName: string;
  constraints?: unknown[];
  each: boolean;
}
type Class = abstract new () => object;

/** Where @nestjs/swagger keeps what `@ApiProperty` was told. */
const PROPERTIES = 'swagger/apiModelProperties';

const BOUNDS: Record<string, (...constraints: never[]) => Schema> = {
  minLength: (least: number) => ({ minLength: least }),
  maxLength: (most: number) => ({ maxLength: most }),
  min: (least: number) => ({ minimum: least }),
  max: (most: number) => ({ maximum: most }),
  arrayMinSize: (least: number) => ({ minItems: least }),
  arrayMaxSize: (most: number) => ({ maxItems: most }),
  matches: (pattern: RegExp) => (pattern.flags === '' ? { pattern: pattern.source } : {}),
  isUuid: () => ({ format: 'uuid' }),
  isCountry: () => ({ minLength: 2, maxLength: 2 }),
  isEmailAddress: () => ({ maxLength: 320 }),
  isPhone: () => ({ maxLength: 50 }),
  isWebAddress: () => ({ maxLength: 2000 }),
  isDomain: () => ({ maxLength: 253 }),
  isCurrency: () => ({ minLength: 3, maxLength: 3 }),
};

/** What a field may hold is said once, by its validators, and told from there to the document. */
export function describeBounds(): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    validationMetadatas: Map<Class, Validation[]>;
  };
  for (const [{ prototype }, validations] of validationMetadatas) {
    for (const { name = '', propertyName, constraints = [], each } of validations) {
      const described = Reflect.getMetadata(PROPERTIES, prototype as object, propertyName) as Schema | undefined;
      if (!described || each) continue;
      if (name === 'isInt') described['type'] = 'integer';
      const bounds = BOUNDS[name]?.(...(constraints as never[])) ?? {};
      for (const [key, value] of Object.entries(bounds)) described[key] ??= value;
    }
  }
}
