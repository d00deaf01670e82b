import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Role templates are the firm's own; every firm begins with these. */
export class RoleTemplates1763688500000 implements MigrationInterface {
  name = 'RoleTemplates1763688500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role_template (
        firm_id uuid not null references firm,
        id uuid not null,
        key text not null,
        code text not null check (code ~ '^[A-Z]{2,6}$'),
        title text collate "und-x-icu" not null check (length(title) between 1 and 300),
        family text not null check (family in ('leadership', 'infrastructure', 'research', 'governance', 'product')),
        criteria jsonb not null,
        archived_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        primary key (firm_id, id),
        unique (firm_id, key)
      );
    `);
    const templates = TEMPLATES.map(({ criteria, ...template }) => ({
      ...template,
      criteria: criteria.map(([kind, mustHave, text]) => ({ kind, mustHave, text })),
    }));
    await runner.query(
      `insert into role_template (firm_id, id, key, code, title, family, criteria)
       select f.id, gen_random_uuid(), t.key, t.code, t.title, t.family, t.criteria
       from firm f
       cross join jsonb_to_recordset($1::jsonb) as t (key text, code text, title text, family text, criteria jsonb)`,
      [JSON.stringify(templates)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table role_template');
  }
}

type Criterion = readonly [kind: string, mustHave: boolean, text: string];

const TEMPLATES: readonly {
  key: string;
  code: string;
  title: string;
  family: string;
  criteria: readonly Criterion[];
}[] = [
  {
    key: 'chief_ai_officer',
    code: 'CAIO',
    title: 'Chief AI Officer',
    family: 'leadership',
    criteria: [
      ['organisational', true, 'Has led an AI organisation of 50 or more people, with managers below managers'],
      ['commercial', true, 'Has owned a budget of at least 20 million and answered for its return to the board'],
      [
        'technical',
        true,
        'Has brought several machine-learning or language-model products into production, not pilots alone',
      ],
      ['governance', true, 'Has set up model risk management or an equivalent that auditors or regulators accepted'],
      ['organisational', true, 'Has moved business units that did not report to them'],
      ['technical', false, 'Can judge the choice between own, open and bought models from first-hand work'],
      ['governance', false, 'Knows the obligations of the EU AI Act for high-risk systems'],
      ['commercial', false, 'Has worked in the same industry as the client'],
    ],
  },
  {
    key: 'vp_mlops',
    code: 'VPML',
    title: 'VP MLOps',
    family: 'infrastructure',
    criteria: [
      ['technical', true, 'Has run a platform that serves more than 100 models in production'],
      ['technical', true, 'Has built training, deployment, monitoring and rollback as one paved road'],
      ['organisational', true, 'Has led platform teams of 20 or more across time zones, on-call included'],
      ['commercial', true, 'Has brought the cost of a prediction down and can say by how much'],
      ['governance', true, 'Has made lineage and approvals of models auditable'],
      ['technical', false, 'Has operated large language models next to classical ones'],
      ['organisational', false, 'Has moved a company from notebooks to a shared platform'],
    ],
  },
  {
    key: 'head_of_ai_infrastructure',
    code: 'HAII',
    title: 'Head of AI Infrastructure',
    family: 'infrastructure',
    criteria: [
      ['technical', true, 'Has run accelerator clusters of at least 1,000 devices with their network and storage'],
      ['technical', true, 'Has scheduled training and inference on shared capacity at high utilisation'],
      ['commercial', true, 'Has negotiated capacity contracts with cloud or colocation providers'],
      ['organisational', true, 'Has hired and kept systems engineers in a scarce market'],
      ['governance', true, 'Has isolated tenants and protected model weights to a standard that was tested'],
      ['technical', false, 'Has tuned collective communication or kernels personally'],
      ['commercial', false, 'Has planned power and capacity two years ahead'],
    ],
  },
  {
    key: 'vp_research',
    code: 'VPR',
    title: 'VP Research',
    family: 'research',
    criteria: [
      ['technical', true, 'Has a research record in machine learning that peers cite and use'],
      ['organisational', true, 'Has led a laboratory of 30 or more researchers and engineers'],
      ['organisational', true, 'Has attracted senior researchers who could have gone anywhere'],
      ['commercial', true, 'Has seen research results become products with revenue'],
      ['technical', true, 'Sets a research agenda and stops what does not work'],
      ['governance', false, 'Has run publication and release decisions with safety in view'],
      ['commercial', false, 'Has raised outside funding or led university partnerships'],
      ['technical', false, 'Has worked at a frontier laboratory'],
    ],
  },
  {
    key: 'chief_data_officer',
    code: 'CDO',
    title: 'Chief Data Officer',
    family: 'leadership',
    criteria: [
      ['governance', true, 'Has made owners, quality and access of data work across a whole company'],
      ['technical', true, 'Has replaced a legacy warehouse by a platform that teams chose to use'],
      ['organisational', true, 'Has led 100 or more people in data engineering, analytics and governance'],
      ['commercial', true, 'Has shown the worth of data in the profit and loss of a business unit'],
      ['governance', true, 'Has stood before a regulator on data protection'],
      ['technical', false, 'Has prepared data for training and retrieval of language models'],
      ['commercial', false, 'Has licensed data in or out'],
    ],
  },
  {
    key: 'head_of_ai_safety_governance',
    code: 'HASG',
    title: 'Head of AI Safety & Governance',
    family: 'governance',
    criteria: [
      ['governance', true, 'Has built the policy, the inventory and the review of AI systems of a company'],
      ['governance', true, 'Has applied the EU AI Act, ISO/IEC 42001 or the NIST AI RMF in practice'],
      ['technical', true, 'Can read an evaluation report and find what it leaves out'],
      ['organisational', true, 'Has stopped or changed a launch and kept the trust of the product teams'],
      ['organisational', true, 'Has reported to a board or a risk committee'],
      ['technical', false, 'Has led red-teaming of generative models'],
      ['commercial', false, 'Has turned assurance into an argument that won customers'],
    ],
  },
  {
    key: 'vp_ai_product',
    code: 'VPAP',
    title: 'VP AI Product',
    family: 'product',
    criteria: [
      ['commercial', true, 'Has taken an AI product from nothing to revenue that mattered to the company'],
      ['technical', true, 'Decides with engineers on latency, quality and cost, by numbers'],
      ['organisational', true, 'Has led product managers and designers across several product lines'],
      ['commercial', true, 'Has priced usage-based products'],
      ['governance', true, 'Has shipped in a market with rules on automated decisions'],
      ['technical', false, 'Has built evaluation into the product cycle'],
      ['organisational', false, 'Has worked with research teams on uncertain timelines'],
    ],
  },
  {
    key: 'head_of_agentic_ai',
    code: 'HAGE',
    title: 'Head of Agentic AI',
    family: 'product',
    criteria: [
      ['technical', true, 'Has put agents with tools into production for real users, with recovery from failure'],
      ['technical', true, 'Has measured the success of multi-step tasks and raised it'],
      ['governance', true, 'Has limited what agents may do and kept a record of what they did'],
      ['organisational', true, 'Has built a team of engineers and domain experts around a workflow'],
      ['commercial', true, 'Has shown hours or money saved by an automated process'],
      ['technical', false, 'Has worked on planning, memory or computer use'],
      ['commercial', false, 'Has sold to operations leaders'],
    ],
  },
  {
    key: 'evaluation_reliability_lead',
    code: 'EVAL',
    title: 'Evaluation and Reliability Lead',
    family: 'research',
    criteria: [
      ['technical', true, 'Has designed evaluations that predicted what happened in production'],
      ['technical', true, 'Commands experiment design, statistics and the limits of model graders'],
      ['technical', true, 'Has built evaluation pipelines that gate releases'],
      ['organisational', true, 'Has made several teams agree on one measure of quality'],
      ['governance', true, 'Has documented model limits for people outside engineering'],
      ['governance', false, 'Has worked with outside auditors of AI systems'],
      ['commercial', false, 'Has tied quality measures to customer retention'],
    ],
  },
  {
    key: 'inference_lead',
    code: 'INFL',
    title: 'Inference Lead',
    family: 'infrastructure',
    criteria: [
      ['technical', true, 'Has served large models at high load with batching, caching and quantisation'],
      ['technical', true, 'Has profiled and sped up inference down to kernels and memory'],
      ['technical', true, 'Has met latency objectives through regional failures'],
      ['commercial', true, 'Knows the cost per million tokens and the levers on it'],
      ['organisational', true, 'Leads by example in a small senior team'],
      ['technical', false, 'Has contributed to an open-source inference engine'],
      ['governance', false, 'Has kept customer prompts apart and out of logs'],
    ],
  },
];
