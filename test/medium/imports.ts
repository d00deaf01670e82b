import { RoleTemplatesRepository } from '@app/role-templates/role-templates.repository.js';
import { RoleTemplatesService } from '@app/role-templates/role-templates.service.js';
import { StagesRepository } from '@app/stages/stages.repository.js';
import { StagesService } from '@app/stages/stages.service.js';
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { AuditRepository } from '@app/audit/audit.repository.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ImporterService, type ImportSource } from '@app/merges/importer.service.js';
import { ImportsRepository } from '@app/imports/imports.repository.js';
import { ImportsService } from '@app/imports/imports.service.js';
import {
  IMPORT_FILES,
  type ImportFileName,
  type ImportProgress,
  type Refusal,
} from '@app/import-files/import-files.types.js';
import type { Config } from '@app/platform/config/config.js';
import { UploadIntakeService } from '@app/imports/upload-intake.service.js';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/database/id.js';
import { FileStore } from '@app/platform/files/file-store.js';
import { openTestDatabase, testDatabaseUrl } from './database.js';

export type Files = Partial<Record<ImportFileName, string | Buffer>>;

export const BASE = {
  'offices.csv': 'office,country,region,time_zone\nberlin,DE,DE-BE,Europe/Berlin\nnew_york,US,US-NY,America/New_York\n',
  'users.csv':
    'email,name,role,office\nada@firm.example,Ada Moreau,partner,berlin\nbob@firm.example,Bob Okafor,consultant,new_york\n',
  'clients.csv': 'client_ref,name,parent_ref\nC-1,Acme,\nC-2,Acme Robotics,C-1\n',
  'contacts.csv': 'contact_ref,client_ref,name,role\nK-1,C-1,Cleo Diaz,hr\n',
  'searches.csv':
    'search_ref,client_ref,title,role_key,office,lead_email,team_emails,opened_at,closed_at,close_reason\n' +
    'S-1,C-1,Chief AI Officer,chief_ai_officer,berlin,ada@firm.example,bob@firm.example,2026-03-02,,\n' +
    'S-2,C-2,VP MLOps,vp_mlops,new_york,bob@firm.example,,2026-01-10T09:00:00-05:00,2026-03-01,cancelled\n' +
    'S-3,C-2,Head of AI,head_of_ai_infrastructure,berlin,ada@firm.example,,2026-02-01T09:00:00+01:00,,\n',
  'holds.csv': 'search_ref,started_at,ended_at,reason\nS-1,2026-05-05,2026-05-10,Budget\nS-3,2026-06-01,,Merger\n',
  'reopenings.csv': 'search_ref,reopened_at\nS-2,2026-04-01T09:00:00-04:00\n',
  'candidates.csv':
    'candidate_ref,name,email,signals\nP-1,Zoé Marchand,ZOE@Mail.Example,phd;frontier_lab\nP-2,Ito Haruki,,\nP-3,Mia Kovač,,\n',
  'candidacies.csv':
    'search_ref,candidate_ref,outcome,outcome_by,outcome_reason,ended_at\nS-1,P-1,,,,\n' +
    'S-1,P-2,withdrawn,candidate,took_another_offer,2026-05-20T10:00:00+02:00\nS-2,P-3,,,,\n',
  'stage_moves.csv':
    'search_ref,candidate_ref,stage,at,by_email,voided\n' +
    'S-1,P-1,sourced,2026-03-03T10:00:00+01:00,ada@firm.example,\n' +
    'S-1,P-1,engaged,2026-03-05,bob@firm.example,\n' +
    'S-1,P-1,presented,2026-03-06T10:00:00+01:00,bob@firm.example,yes\n' +
    'S-1,P-1,assessed,2026-03-10T10:00:00+01:00,bob@firm.example,\n' +
    'S-1,P-2,sourced,2026-04-01T10:00:00+02:00,,\n' +
    'S-2,P-3,offer,2026-04-20T10:00:00-04:00,,\n',
  'activities.csv':
    'search_ref,candidate_ref,contact_ref,kind,at,by_email,text\n' +
    'S-1,P-1,,call,2026-03-12T10:00:00+01:00,ada@firm.example,"Said ""yes"",\nwants details"\nS-1,,K-1,meeting,2026-03-20,,\n',
  'offers.csv':
    'offer_ref,search_ref,candidate_ref,extended_at,currency,base\nO-1,S-2,P-3,2026-04-21T10:00:00-04:00,USD,310000.50\n',
} satisfies Files;

export interface Imported {
  progress: ImportProgress;
  refusals: Refusal[];
  firmName: string;
  /** empty when there is no such firm */
  firmId: string;
  /** the refusals in one line each */
  told: string[];
}

/** The room on a database, without any app around it. */
export class TestImports {
  static async open(): Promise<TestImports> {
    const dataSource = await openTestDatabase();
    const database = new Database(dataSource);
    const audit = new AuditService(new AuditRepository());
    const importer = new ImporterService(
      { DATABASE_URL: await testDatabaseUrl() } as Config,
      new StagesService(new StagesRepository()),
      new RoleTemplatesService(database, new RoleTemplatesRepository(), audit),
    );
    const files = new FileStore(database);
    const repository = new ImportsRepository(database);
    return new TestImports(
      dataSource,
      new ImportsService(database, repository, importer, files, new UploadIntakeService(repository, files), audit),
      importer,
    );
  }

  private constructor(
    readonly dataSource: DataSource,
    readonly service: ImportsService,
    readonly importer: ImporterService,
  ) {}

  async folder(
    files: Files,
    { firmName = `Firm ${newId()}`, checkOnly = false, source = sourceOf(files) } = {},
  ): Promise<Imported> {
    const refusals: Refusal[] = [];
    const progress = await this.service.importFolder({
      ...{ firmName, simulated: true, checkOnly, source },
      listener: {
        began: async () => undefined,
        refused: async (refused) => void refusals.push(...refused),
        progressed: () => undefined,
      },
    });
    const [firm] = await this.dataSource.query<{ id: string }[]>('select id from firm where name = $1', [firmName]);
    const told = refusals.map(({ file, row, sentence }) => `${file} ${row}: ${sentence}`);
    return { progress, refusals, firmName, firmId: firm?.id ?? '', told };
  }

  /** `$1` in the SQL is the firm. */
  rows<Row = Record<string, unknown>>(sql: string, firmId: string): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, [firmId]);
  }
}

export const kept = (progress: ImportProgress, name: ImportFileName) =>
  progress.files.find((file) => file.name === name);

export function sourceOf(files: Files): ImportSource {
  return {
    names: new Set(IMPORT_FILES.filter((name) => files[name] !== undefined)),
    open: (name, firstByte) => {
      const bytes = Buffer.from(files[name] as string);
      const pieces = [bytes.subarray(firstByte, firstByte + 50), bytes.subarray(firstByte + 50)];
      return Readable.from(pieces.filter(({ length }) => length > 0));
    },
  };
}
