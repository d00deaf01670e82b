import { DefaultNamingStrategy, getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';

/** Columns are named like the properties of an entity: `firmId` is `firm_id`. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, given: string | undefined): string {
    return given ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/**
 * A process knows the tables whose entities it imports. They describe the database and never change it: tables and
 * extensions are made by migrations alone.
 */
export const tables = (): Pick<
  DataSourceOptions & { type: 'postgres' },
  'entities' | 'namingStrategy' | 'synchronize' | 'installExtensions'
> => ({
  entities: getMetadataArgsStorage().tables.map(({ target }) => target),
  namingStrategy: new SnakeCase(),
  synchronize: false,
  installExtensions: false,
});
